import { repeat } from "lit/directives/repeat.js";
import { html, nothing, type TemplateResult } from "lit/html.js";
import { columnLetters } from "../cells/cell";
import type { CellEdit, Finding, Severity } from "../validation/finding";
import { groupKey, type FindingGroup } from "../validation/finding-groups";
import type { RuleWords } from "../validation/rule";
import { difference, shortened, visibleText } from "./cell-text";
import { FIRST_GROUPS, groupId, PAGE_SIZE, shownOf } from "./state";
import {
  actionButton,
  count,
  fold,
  noteOf,
  progress,
  staleNote,
  type ButtonKind,
  type Piece,
  type ResultsView,
  type View,
} from "./view-parts";
import { submission } from "./view-submission";
import { valueForm, valuesFold } from "./view-values";

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];
/** Characters of a cell's value that an entry shows. */
const VALUE_LENGTH = 60;

/** What step 2 shows of a check: loaded with the first one, for nothing of it is needed before. */
export function resultsView(rules: RuleWords): ResultsView {
  return {
    verdict: (view) => verdict(view, rules),
    details: (view) =>
      html`${proposal(view)} ${automatic(view)} ${groups(view, rules)}
      ${valuesFold(view, (place) => (view.state.preview?.place === place ? previewBox(view, view.state.preview.edits) : nothing))}
      ${latestFix(view)} ${view.state.check ? uses(view) : nothing}`,
    isMending,
  };
}

function verdict(view: View, rules: RuleWords): Piece {
  const { check, stale } = view.state;
  if (!check) return nothing;
  const words = view.messages.pane.check;
  const { counts, measures } = check;
  const anything = counts.error + counts.warning + counts.info > 0;
  const sentence = !anything ? words.nothingFound : counts.error === 0 ? words.onlyHints : words.checkedMeasures;
  return html`${stale.check ? staleNote(words.stale, words.staleHelp) : nothing}
    <div class="result" data-kind=${check.submittable ? "done" : "attention"}>
      <h3 id="check-result" tabindex="-1">
        ${check.submittable ? words.submittable : words.blocked(count(counts.error))}
      </h3>
      <p>${sentence(count(measures))}</p>
    </div>
    ${
      anything
        ? html`<dl class="counts" aria-label=${words.countsLabel}>
            ${SEVERITIES.map(
              (severity) =>
                html`<div data-severity=${severity}>
                  <dt>${rules.severities[severity]}</dt>
                  <dd>${count(counts[severity])}</dd>
                </div>`,
            )}
          </dl>`
        : nothing
    }`;
}

function latestFix(view: View): Piece {
  const { fix } = view.state;
  if (!fix) return nothing;
  const words = view.messages.pane.check;
  if (fix.undone) {
    const { restored, left } = fix.undone;
    return html`<div class="note" data-kind="done" id="fix-result" tabindex="-1" role="group">
      <p>${words.undone(count(restored))}</p>
      ${
        left.length > 0
          ? html`<p>${words.undoLeft(count(left.length))}</p>
              ${editList(view, "left", left)}`
          : nothing
      }
    </div>`;
  }
  return html`<div class="note" data-kind="done" id="fix-result" tabindex="-1" role="group">
    <p>${words.fixed(count(fix.applied.length))}</p>
    ${fix.skipped.length > 0 ? html`<p>${words.fixSkipped(count(fix.skipped.length))}</p>` : nothing}
    ${
      fix.applied.length > 0
        ? actionButton(view, words.undo, view.intents.undoFix, { kind: "quiet", id: "undo-fix" })
        : nothing
    }
  </div>`;
}

function proposal(view: View): Piece {
  const statuses = view.state.check?.proposal;
  if (!statuses) return nothing;
  const words = view.messages.pane.check;
  return html`<div class="note" data-kind="caution">
    <p class="note-title">${words.proposalTitle}</p>
    <p>${words.proposalHelp(count(statuses.length))}</p>
    <ul class="words">
      ${statuses.map((each) => html`<li>${each.name}</li>`)}
    </ul>
    ${actionButton(view, words.proposalWrite, view.intents.writeProposal, { id: "proposal" })}
  </div>`;
}

function automatic(view: View): Piece {
  const { automatic: edits, preview, stale } = view.state;
  if (edits.length === 0) return nothing;
  const kind = isMending(view) && !stale.check && preview === null ? "primary" : "ordinary";
  return fixOffer(view, "all", view.messages.pane.check.autoAll(count(edits.length)), edits, kind);
}

/** Whether something must be mended and can be mended here, so that this comes before another check. */
function isMending(view: View): boolean {
  const { check, stale, automatic } = view.state;
  return check !== null && !stale.check && !check.submittable && automatic.length > 0;
}

/** A button that shows edits, and below it the edits once they are shown. */
function fixOffer(
  view: View,
  place: string,
  text: string,
  edits: readonly CellEdit[],
  kind: ButtonKind = "ordinary",
): TemplateResult {
  return html`<div class="offer">
    ${previewButton(view, place, text, edits, kind)}
    ${view.state.preview?.place === place ? previewBox(view, edits) : nothing}
  </div>`;
}

function previewButton(
  view: View,
  place: string,
  text: string,
  edits: readonly CellEdit[],
  kind: ButtonKind,
): TemplateResult {
  const open = view.state.preview?.place === place;
  return html`<button
    type="button"
    class=${`button ${kind}`}
    id=${`preview-${place}`}
    aria-expanded=${open ? "true" : "false"}
    aria-disabled=${view.state.running ? "true" : nothing}
    @click=${() => {
      if (open) view.intents.closePreview();
      else view.intents.preview(place, edits);
    }}
  >
    ${text}
  </button>`;
}

function previewBox(view: View, edits: readonly CellEdit[]): TemplateResult {
  const words = view.messages.pane.check;
  const total = count(edits.length);
  return html`<div class="preview" role="group" aria-labelledby="preview-title">
    <p class="note-title" id="preview-title" tabindex="-1">${words.previewTitle(total)}</p>
    ${editList(view, "preview", edits)}
    <p class="hint">${words.previewHelp}</p>
    <div class="actions">
      ${actionButton(view, words.apply(total), view.intents.applyPreview, { kind: "primary", id: "apply" })}
      ${actionButton(view, view.messages.pane.close, view.intents.closePreview, { kind: "quiet" })}
    </div>
  </div>`;
}

function editList(view: View, list: string, edits: readonly CellEdit[]): TemplateResult {
  const shown = shownOf(view.state.listing, list);
  return html`<ul class="edits">
      ${edits.slice(0, shown).map((edit) => editEntry(view, edit))}
    </ul>
    ${nextPage(view, list, edits.length - shown)}`;
}

function editEntry(view: View, edit: CellEdit): TemplateResult {
  const words = view.messages.pane.check;
  const cell = columnLetters(edit.column) + String(edit.row + 1);
  const { head, removed, inserted, tail } = difference(String(edit.before), edit.after);
  const side = (label: string, changed: TemplateResult | typeof nothing, whole: string) =>
    html`<dt>${label}</dt>
      <dd>${whole === "" ? words.erased : html`${visibleText(head)}${changed}${visibleText(tail)}`}</dd>`;
  return html`<li>
    ${cellButton(view, edit.sheet, cell)}
    <dl class="change">
      ${side(words.before, removed === "" ? nothing : html`<del>${visibleText(removed)}</del>`, String(edit.before))}
      ${side(words.after, inserted === "" ? nothing : html`<ins>${visibleText(inserted)}</ins>`, edit.after)}
    </dl>
  </li>`;
}

function cellButton(view: View, sheet: string, cell: string): TemplateResult {
  const words = view.messages.pane;
  const place = cell === "" ? words.check.wholeSheet : cell;
  const label = cell === "" ? words.openWholeSheet(sheet) : words.openCell(sheet, cell);
  const press = () => {
    view.intents.select(sheet, cell === "" ? "A1" : cell);
  };
  return actionButton(view, place, press, { kind: "quiet", label });
}

function nextPage(view: View, list: string, rest: number): Piece {
  if (rest <= 0) return nothing;
  const next = Math.min(rest, PAGE_SIZE);
  return html`<button
    type="button"
    class="button quiet more"
    @click=${() => {
      view.intents.nextPage(list);
    }}
  >
    ${view.messages.pane.check.moreEntries(count(next), count(rest))}
  </button>`;
}

function groups(view: View, rules: RuleWords): Piece {
  const all = view.state.groups;
  if (all.length === 0) return nothing;
  const words = view.messages.pane.check;
  const shown = view.state.unfolded.includes("all-groups") ? all : all.slice(0, FIRST_GROUPS);
  return html`<div class="groups" role="group" aria-label=${words.groupsLabel}>
    ${repeat(shown, groupKey, (group) => groupEntry(view, rules, group))}
    ${
      shown.length < all.length
        ? html`<button
            type="button"
            class="button quiet more"
            @click=${() => {
              view.intents.fold("all-groups", true);
            }}
          >
            ${words.moreGroups(count(all.length - shown.length))}
          </button>`
        : nothing
    }
  </div>`;
}

function groupEntry(view: View, rules: RuleWords, group: FindingGroup): TemplateResult {
  const words = view.messages.pane.check;
  const key = groupKey(group);
  const open = view.state.listing.open.includes(key);
  return html`<details
    class="group"
    ?open=${open}
    @toggle=${(event: Event) => {
      view.intents.foldGroup(key, (event.currentTarget as HTMLDetailsElement).open);
    }}
  >
    <summary id=${groupId(group)}>
      <span class="severity" data-severity=${group.severity}>${rules.severities[group.severity]}</span>
      <span class="group-title">${ruleTitle(rules, group)}</span>
      <span class="group-count">${words.entries(count(group.entries.length))}</span>
    </summary>
    ${open ? groupBody(view, group, key) : nothing}
  </details>`;
}

function groupBody(view: View, group: FindingGroup, key: string): TemplateResult {
  const words = view.messages.pane.check;
  const shown = shownOf(view.state.listing, key);
  const { edits } = group;
  const { basis } = group.entries[0]!.finding;
  return html`<div class="group-body">
    ${edits.length > 1 ? fixOffer(view, `rule:${key}`, words.autoGroup(count(edits.length)), edits) : nothing}
    <ul class="findings">
      ${group.entries.slice(0, shown).map(({ finding, index }) => findingEntry(view, finding, index))}
    </ul>
    ${nextPage(view, key, group.entries.length - shown)}
    ${basis === "" ? nothing : html`<p class="hint">${words.basis(basis)}</p>`}
  </div>`;
}

function findingEntry(view: View, finding: Finding, index: number): TemplateResult {
  const words = view.messages.pane.check;
  const value = shortened(visibleText(finding.value), VALUE_LENGTH);
  const choices = finding.fix === "manual" ? [] : finding.choices;
  const placeOf = (at: number) => `finding:${index}:${at}`;
  const shown = choices.find((_, at) => view.state.preview?.place === placeOf(at));
  return html`<li id=${`finding-${index}`} tabindex="-1">
    ${cellButton(view, finding.sheet, finding.cell)}
    <p>${finding.message}</p>
    ${value === "" ? nothing : html`<p class="hint">${words.current}<span class="value">${value}</span></p>`}
    ${
      choices.length > 0
        ? html`<div class="choices" role="group" aria-label=${words.choose}>
            ${choices.map(({ label, edits }, at) =>
              previewButton(view, placeOf(at), finding.fix === "auto" ? words.autoOne : label, edits, "ordinary"),
            )}
          </div>`
        : nothing
    }
    ${shown ? previewBox(view, shown.edits) : nothing} ${ownValue(view, finding, index)}
  </li>`;
}

/** A new text for the cell of a finding that nothing can be offered for, or not only what is offered. */
function ownValue(view: View, { sheet, cell, target, fix, choices }: Finding, index: number): Piece {
  if (target === null || (fix === "auto" && choices.length > 0)) return nothing;
  const words = view.messages.pane.check;
  const list = view.state.check?.values.find(({ column }) => column === target.column);
  const offered = fix === "manual" ? [] : choices.map(({ label }) => label);
  const known = (list?.known ?? []).filter((each) => !offered.includes(each));
  return valueForm(
    view,
    words.newValue(cell),
    known,
    `value-${index}`,
    (after) => {
      view.intents.mend(`finding:${index}`, [{ sheet, ...target, after }]);
    },
    words.setValue,
  );
}

/** The rule's title; a rule of another version, of which no title is known, goes by its id. */
function ruleTitle(rules: RuleWords, group: FindingGroup): string {
  const titles: Readonly<Record<string, { readonly title: string } | undefined>> = rules.byRule;
  return titles[group.rule]?.title ?? group.rule;
}

function uses(view: View): Piece {
  const { marked } = view.state;
  const words = view.messages.pane.check;
  return fold(
    view,
    "use",
    words.use,
    html`<div class="stack">
        ${actionButton(view, words.checkSheet, view.intents.writeCheckSheet, { id: "check-sheet" })}
        ${
          marked
            ? actionButton(view, words.unmark, view.intents.clearMarks, { id: "unmark" })
            : actionButton(view, words.mark, view.intents.mark, { id: "mark" })
        }
      </div>
      ${submission(view)} ${progress(view, ["checkSheet", "mark", "clearMarks", "submission"])} ${noteOf(view, "use")}`,
  );
}
