import { repeat } from "lit/directives/repeat.js";
import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Finding, Severity } from "../validation/finding";
import { groupKey, type FindingGroup } from "../validation/finding-groups";
import type { RuleWords } from "../validation/rule";
import { shortened, visibleText } from "./cell-text";
import { FIRST_GROUPS, groupId, shownOf } from "./state";
import { acceptedFold } from "./view-accept";
import { cellButton, editList, fixOffer, nextPage, previewBox, previewButton, shownPreview } from "./view-edits";
import { quotedList } from "./quoted-list";
import {
  actionButton,
  count,
  fold,
  noteOf,
  progress,
  staleNote,
  type Piece,
  type ResultsView,
  type View,
} from "./view-parts";
import { historyList } from "./view-history";
import { submission } from "./view-submission";
import { valueForm, valuesFold } from "./view-values";
import { typedValue, walkCard } from "./view-walk";

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];
/** Characters of a cell's value that an entry shows. */
const VALUE_LENGTH = 60;

/** What step 2 shows of a check: loaded with the first one, for nothing of it is needed before. */
export function resultsView(rules: RuleWords): ResultsView {
  return {
    verdict: (view) => verdict(view, rules),
    details: (view) =>
      html`${proposal(view)} ${automatic(view)} ${proposed(view)} ${walkCard(view, rules)} ${latestFix(view, "below")}
      ${groups(view, rules)} ${valuesFold(view, (place) => shownPreview(view, place))} ${acceptedFold(view, rules)}
      ${latestFix(view, "end")} ${view.state.check ? uses(view) : nothing}`,
    history: historyList,
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

/** Where what was mended is said: below the card; mended in the list, which is long, it stays in sight at its end. */
function sideOf(place: string): "below" | "end" {
  return place === "all" || place === "proposed" || place.startsWith("walk") ? "below" : "end";
}

function latestFix(view: View, side: "below" | "end"): Piece {
  const { fix, preview } = view.state;
  // While something else is looked at, it would only be in the way.
  if (!fix || preview !== null || sideOf(fix.place) !== side) return nothing;
  const words = view.messages.pane.check;
  if (fix.undone) {
    const { restored, left } = fix.undone;
    return html`<div class="note" data-kind="done" id="fix-result" data-side=${side} tabindex="-1" role="group">
      <p>${words.undone(count(restored))}</p>
      ${
        left.length > 0
          ? html`<p>${words.undoLeft(count(left.length))}</p>
              ${editList(view, "left", left)}`
          : nothing
      }
    </div>`;
  }
  return html`<div class="note" data-kind="done" id="fix-result" data-side=${side} tabindex="-1" role="group">
    ${fix.applied.length > 0 || fix.changed.done === 0 ? html`<p>${words.fixed(count(fix.applied.length))}</p>` : nothing}
    ${fix.changed.done > 0 ? html`<p>${words.changed(count(fix.changed.done))}</p>` : nothing}
    ${fix.copies.length > 0 ? html`<p>${words.copied(quotedList(view, fix.copies))}</p>` : nothing}
    ${fix.moved.length > 0 ? html`<p>${words.movedOut(quotedList(view, fix.moved))}</p>` : nothing}
    ${fix.changed.skipped > 0 ? html`<p>${words.fixSkipped(count(fix.changed.skipped))}</p>` : nothing}
    ${fix.skipped.length > 0 ? html`<p>${words.fixSkipped(count(fix.skipped.length))}</p>` : nothing}
    ${
      fix.applied.length + fix.changed.done > 0
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
  const kind = view.state.check?.submittable === false && !stale.check && preview === null ? "primary" : "ordinary";
  return fixOffer(view, "all", view.messages.pane.check.autoAll(count(edits.length)), { edits, changes: [] }, kind);
}

/** What is proposed for findings that hardly want a thought, all of them at once. */
function proposed(view: View): Piece {
  const { check, preview, stale } = view.state;
  if (!check || stale.check) return nothing;
  const { edits, changes } = check.proposed;
  const total = edits.length + changes.length;
  if (total === 0) return nothing;
  const isNext = !check.submittable && check.automatic.length === 0 && preview === null;
  return fixOffer(
    view,
    "proposed",
    view.messages.pane.check.proposedAll(count(total)),
    { edits, changes },
    isNext ? "primary" : "ordinary",
  );
}

/** Whether something must be mended and can be mended here, so that this comes before another check. */
function isMending(view: View): boolean {
  const { check, stale, automatic } = view.state;
  if (check === null || stale.check || check.submittable) return false;
  const isOpen = view.state.walk.stops.some(({ index, isBlocking }) => isBlocking && index !== null);
  return isOpen || automatic.length + check.proposed.edits.length + check.proposed.changes.length > 0;
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
    ${edits.length > 1 ? fixOffer(view, `rule:${key}`, words.autoGroup(count(edits.length)), { edits, changes: [] }) : nothing}
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
  const offers = [
    ...choices.map(({ label, edits }) => ({
      label: finding.fix === "auto" ? words.autoOne : label,
      edits,
      changes: [],
    })),
    // Changes of the sheet; what else the card offers is the finding's own choices, or a value.
    ...(view.state.check?.mendings[index]?.ways ?? []).filter(({ changes }) => changes.length > 0),
  ];
  const shown = offers.findIndex((_, at) => view.state.preview?.place === placeOf(at));
  return html`<li id=${`finding-${index}`} tabindex="-1">
    ${cellButton(view, finding.sheet, finding.cell)}
    <p>${finding.message}</p>
    ${value === "" ? nothing : html`<p class="hint">${words.current}<span class="value">${value}</span></p>`}
    ${
      offers.length > 0
        ? html`<div class="choices" role="group" aria-label=${words.choose}>
            ${offers.map((offer, at) =>
              previewButton(
                view,
                placeOf(at),
                offer.label,
                offer,
                "ordinary",
                words.forCell(finding.cell, offer.label),
              ),
            )}
          </div>`
        : nothing
    }
    ${shown < 0 ? nothing : previewBox(view)} ${ownValue(view, finding, index)}
  </li>`;
}

/** A new value for the cell of a finding that nothing can be offered for, or not only what is offered. */
function ownValue(view: View, { cell, fix, choices }: Finding, index: number): Piece {
  const mending = view.state.check?.mendings[index];
  if (!mending?.target || (fix === "auto" && choices.length > 0)) return nothing;
  const { target, values } = mending;
  const words = view.messages.pane.check;
  const offered = fix === "manual" ? [] : choices.map(({ label }) => label);
  const known = values.map(String).filter((each) => !offered.includes(each));
  return valueForm(view, {
    label: words.newValue(cell),
    known,
    name: (text) => words.forCell(cell, text),
    id: `value-${index}`,
    take: (text) => {
      view.intents.mend(`finding:${index}`, [{ ...target, after: typedValue(text, mending) }]);
    },
    submit: words.setValue,
  });
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
          view.state.survey?.ledger?.headers.some(({ key }) => key === "department")
            ? actionButton(view, words.departmentSheets, view.intents.writeDepartmentSheets, {
                id: "department-sheets",
              })
            : nothing
        }
        ${
          marked
            ? actionButton(view, words.unmark, view.intents.clearMarks, { id: "unmark" })
            : actionButton(view, words.mark, view.intents.mark, { id: "mark" })
        }
      </div>
      ${submission(view)} ${progress(view, ["checkSheet", "mark", "clearMarks", "submission"])} ${noteOf(view, "use")}`,
  );
}
