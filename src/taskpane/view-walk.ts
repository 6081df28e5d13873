import { keyed } from "lit/directives/keyed.js";
import { html, nothing, type TemplateResult } from "lit/html.js";
import type { CellValue } from "../cells/cell";
import { cellAddress } from "../cells/cell";
import { readNumber } from "../ledger/number-text";
import type { Finding } from "../validation/finding";
import type { CellTarget, Mending } from "../validation/fixes/mending";
import { ruleTitle } from "../validation/result-rows";
import type { RuleWords } from "../validation/rule";
import { shortened, visibleText } from "./cell-text";
import { acceptForm } from "./view-accept";
import { cellButton, changeOf, previewButton, shownPreview } from "./view-edits";
import { actionButton, count, type Piece, type View } from "./view-parts";
import { valueForm } from "./view-values";
import { doneStops, legOf } from "./walk";

/** Characters of a cell's value that the card shows. */
const VALUE_LENGTH = 60;
/** Cells with the same mistake that are named; the rest is counted. */
const MOST_NAMED = 8;

/** One finding after the other, each with everything that can be done about it; the card stays where it is. */
export function walkCard(view: View, rules: RuleWords): Piece {
  const { walk, check, preview, stale } = view.state;
  const stop = walk.stops[walk.at];
  if (!check || stop === undefined || stale.check) return nothing;
  // What is to be done with many at once stands in the card's place as long as it is shown.
  if (preview?.place === "proposed" || preview?.place === "all") return nothing;
  const words = view.messages.pane.check;
  const { at, total, done } = legOf(walk);
  const finding = stop.index === null ? undefined : check.findings[stop.index];
  const mending = stop.index === null ? undefined : check.mendings[stop.index];
  const title =
    doneStops(walk) === walk.stops.length
      ? words.walkDone
      : html`<span class="walk-count">${words.walkAt(count(at), count(total))}</span> ${ruleTitle(stop.rule, rules)}`;
  return html`<div class="walk" role="group" aria-labelledby="walk-title">
    <div class="walk-head">
      <h4 id="walk-title" tabindex="-1">
        ${finding ? html`<span class="severity" data-severity=${finding.severity}>${rules.severities[finding.severity]}</span>` : nothing}
        ${title}
      </h4>
      <p class="hint">${done > 0 ? words.walkTicked(count(done)) : words.walkHelp}</p>
    </div>
    ${finding && mending ? keyed(stop.key, body(view, finding, mending)) : html`<p class="walk-ticked">✓ ${words.walkStopDone(stop.cell)}</p>`}
    ${
      walk.stops.length > 1
        ? html`<div class="walk-steps">
            ${actionButton(
              view,
              words.walkBack,
              () => {
                view.intents.step(-1);
              },
              { kind: "quiet", id: "walk-back" },
            )}
            ${actionButton(
              view,
              words.walkNext,
              () => {
                view.intents.step(1);
              },
              { kind: "quiet", id: "walk-next" },
            )}
          </div>`
        : nothing
    }
  </div>`;
}

/** What is known of a finding and what can be done; made anew for each, so that nothing typed for one is left for the next. */
function body(view: View, finding: Finding, mending: Mending): TemplateResult {
  const words = view.messages.pane.check;
  const value = shortened(visibleText(finding.value), VALUE_LENGTH);
  const cells = targetsOf(view, mending);
  return html`${cellButton(view, finding.sheet, finding.cell)}
    <p>${finding.message}</p>
    ${value === "" ? nothing : html`<p class="hint">${words.current}<span class="value">${value}</span></p>`}
    ${alikeChoice(view, finding, mending)}
    ${mending.target && finding.fix === "auto" && mending.values[0] !== undefined ? changeOf(view, { before: mending.target.before, after: mending.values[0] }) : nothing}
    ${mending.target ? newValue(view, finding, mending, cells) : nothing}
    ${
      mending.ways.length > 0
        ? html`<div class="choices" role="group" aria-label=${words.choose}>
            ${mending.ways.map(({ label, edits, changes }, at) =>
              previewButton(
                view,
                `walk:${at}`,
                label,
                { edits, changes },
                "ordinary",
                words.forCell(finding.cell, label),
              ),
            )}
          </div>`
        : nothing
    }
    ${acceptForm(view, finding)} ${mending.ways.map((_, at) => shownPreview(view, `walk:${at}`))}
    ${mending.target === null && mending.ways.length === 0 ? html`<p class="hint">${words.byHand(finding.suggestion)}</p>` : nothing}`;
}

/** The cells that a value goes into: that of the finding, or those of all with the same mistake. */
function targetsOf(view: View, { target, alike }: Mending): readonly CellTarget[] {
  if (target === null) return [];
  return alike.length > 1 && isAlikeTaken(view, target) ? alike : [target];
}

/** The same wrong word means the same everywhere; what is missing may be another thing in each row. */
function isAlikeTaken(view: View, target: CellTarget): boolean {
  return view.state.alike ?? String(target.before).trim() !== "";
}

function alikeChoice(view: View, { value }: Finding, { target, alike }: Mending): Piece {
  if (target === null || alike.length < 2) return nothing;
  const words = view.messages.pane.check;
  const names = alike.slice(0, MOST_NAMED).map(({ row, column }) => cellAddress(row, column));
  const rest = alike.length - names.length;
  const listed = names.join(view.messages.pane.listSeparator) + (rest > 0 ? words.andOthers(count(rest)) : "");
  const name =
    value.trim() === "" ? words.valueBlank : view.messages.pane.quoted(shortened(visibleText(value), VALUE_LENGTH));
  return html`<label class="check">
    <input
      type="checkbox"
      id="walk-alike"
      .checked=${isAlikeTaken(view, target)}
      @change=${(event: Event) => {
        view.intents.takeAlike((event.currentTarget as HTMLInputElement).checked);
      }}
    /><span>${words.takeAlike(name, count(alike.length), listed)}</span>
  </label>`;
}

function newValue(view: View, { cell, rule }: Finding, mending: Mending, cells: readonly CellTarget[]): TemplateResult {
  const words = view.messages.pane.check;
  const known = mending.values.map(String);
  const isText = /^(?:character|text|space|kana)-/.test(rule);
  return valueForm(view, {
    label: cells.length > 1 ? words.newValues(count(cells.length)) : words.newValue(cell),
    known,
    name: (text) => words.forCell(cell, text),
    id: "walk-value",
    // A text in which something is wrong is mended in place.
    ...(isText ? { text: String(mending.target?.before ?? "") } : {}),
    take: (text) => {
      view.intents.mend(
        "walk",
        cells.map((target) => ({ ...target, after: typedValue(text, mending) })),
      );
    },
    submit: words.setValue,
  });
}

/** What a text is written as: a number where the column is of numbers, or where a number is what is offered. */
export function typedValue(text: string, { values, isNumeric }: Pick<Mending, "values" | "isNumeric">): CellValue {
  const offered = values.find((value) => String(value) === text);
  if (offered !== undefined) return offered;
  const reading = isNumeric ? readNumber(text) : null;
  return reading?.kind === "auto" ? reading.value : text;
}
