import { html, nothing, type TemplateResult } from "lit/html.js";
import { columnLetters } from "../cells/cell";
import { ruleTitle } from "../validation/result-rows";
import type { Finding } from "../validation/finding";
import type { RuleWords } from "../validation/rule";
import { cellButton } from "./view-edits";
import { actionButton, count, fold, type Piece, type View } from "./view-parts";

/** Accepted warnings that are listed; all of them stand on 確認済み. */
const MOST_LISTED = 20;

/** Accepting a warning, or all of its rule in its column, with a word why; what blocks cannot be accepted. */
export function acceptForm(view: View, finding: Finding): Piece {
  if (finding.severity !== "warning") return nothing;
  const words = view.messages.pane.check;
  const all = alikeInColumn(view, finding);
  const column = finding.target === null ? "" : columnLetters(finding.target.column);
  const accept = (event: Event, findings: readonly Finding[]) => {
    const form = (event.currentTarget as HTMLElement).closest("form")!;
    view.intents.accept(findings, form.querySelector("input")!.value);
  };
  return fold(
    view,
    "accept",
    words.accept,
    html`<form
      class="value-form"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        accept(event, [finding]);
      }}
    >
      <input
        id="accept-reason"
        type="text"
        aria-label=${words.acceptReason}
        placeholder=${words.acceptReason}
        autocomplete="off"
      />
      <button
        type="submit"
        class="button ordinary"
        id="accept-one"
        aria-disabled=${view.state.running ? "true" : nothing}
      >
        ${words.acceptOne}
      </button>
      ${
        all.length > 1
          ? html`<button
              type="button"
              class="button ordinary"
              id="accept-all"
              aria-disabled=${view.state.running ? "true" : nothing}
              @click=${(event: Event) => {
                accept(event, all);
              }}
            >
              ${words.acceptAll(column, count(all.length))}
            </button>`
          : nothing
      }
    </form>`,
  );
}

/** The findings of the same rule in the same column of the same sheet. */
function alikeInColumn(view: View, { rule, severity, sheet, target }: Finding): readonly Finding[] {
  if (target === null) return [];
  return (view.state.check?.findings ?? []).filter(
    (other) =>
      other.rule === rule &&
      other.severity === severity &&
      other.sheet === sheet &&
      other.target?.column === target.column,
  );
}

/** What is accepted, each to be taken back. */
export function acceptedFold(view: View, rules: RuleWords): Piece {
  const accepted = view.state.check?.accepted ?? [];
  if (accepted.length === 0) return nothing;
  const words = view.messages.pane.check;
  return fold(
    view,
    "accepted",
    words.acceptedTitle(count(accepted.length)),
    html`<p class="hint">${words.acceptedHelp}</p>
      <ul class="findings">
        ${accepted.slice(0, MOST_LISTED).map(
          ({ finding, acceptance }): TemplateResult =>
            html`<li>
              ${cellButton(view, finding.sheet, finding.cell)}
              <p>${words.acceptedEntry(ruleTitle(finding.rule, rules), acceptance.reason)}</p>
              ${actionButton(
                view,
                words.takeBack,
                () => {
                  view.intents.takeBack([acceptance.row]);
                },
                { kind: "quiet", label: words.takeBackOf(finding.cell) },
              )}
            </li>`,
        )}
      </ul>`,
  );
}
