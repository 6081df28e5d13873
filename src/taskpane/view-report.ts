import { BOOKLET_PARTS, type BookletPart } from "../report/booklet/parts";
import { html, nothing, type TemplateResult } from "lit/html.js";
import type { ReportOutcome } from "../actions/actions";
import type { Settings } from "../ledger/settings";
import { partsFor, type ReportPart } from "../report/parts";
import { effectiveSettings } from "./state";
import { quotedList } from "./quoted-list";
import { earlierYear } from "./view-earlier";
import {
  actionButton,
  choiceOf,
  count,
  fold,
  mainButtonKind,
  noteOf,
  type Piece,
  progress,
  sheetLinks,
  staleNote,
  step,
  type StepStatus,
  type View,
} from "./view-parts";

/** Step 3: what to make and how to count, making it, and what was made. */
export function reportStep(view: View): TemplateResult {
  const { survey, report, running, stale } = view.state;
  const words = view.messages.pane.report;
  if (!survey?.ledger) return step(view, "report", "waiting", html`<p class="hint">${words.intro}</p>`);
  const making = running?.task === "report";
  return step(
    view,
    "report",
    status(view),
    html`${report ? result(view, report) : html`<p class="hint">${words.intro}${advice(view)}</p>`}
      <div class="actions">
        ${actionButton(view, report ? words.again : words.make, view.intents.makeReport, {
          kind: report && !stale.report ? "ordinary" : mainButtonKind(view, "report"),
          id: "make",
        })}
        ${
          report
            ? html`${actionButton(view, words.saveDocument, view.intents.saveDocument, { kind: "ordinary", id: "save-document" })}
              ${actionButton(view, words.undo, view.intents.removeReport, { kind: "quiet", id: "remove-report" })}`
            : nothing
        }
      </div>
      ${progress(view, ["report", "removeReport", "document", "earlier"], making ? cancelButton(view) : nothing)}
      ${noteOf(view, "report")} ${report || survey.made.length === 0 ? nothing : madeBefore(view)} ${earlierYear(view)}
      ${parts(view)} ${options(view)}`,
  );
}

function status(view: View): StepStatus {
  const { report, stale, check } = view.state;
  if (report) return stale.report ? "outdated" : report.isSettled ? "done" : "attention";
  return check?.submittable && !stale.check ? "next" : "waiting";
}

function cancelButton(view: View): TemplateResult {
  return html`<button type="button" class="button ordinary" id="cancel" @click=${view.intents.cancel}>
    ${view.messages.pane.report.cancel}
  </button>`;
}

/** That the report can be made although the ledger was not checked or has mistakes. */
function advice(view: View): string {
  const { check } = view.state;
  const words = view.messages.pane.report;
  if (!check) return words.unchecked;
  return check.submittable ? "" : words.unresolved(count(check.counts.error));
}

function result(view: View, report: ReportOutcome): TemplateResult {
  const words = view.messages.pane.report;
  const { kept, remarks, sheets } = report;
  const quoted = quotedList(view, kept);
  return html`${view.state.stale.report ? staleNote(words.stale, words.staleHelp) : nothing}
    <div class="result" data-kind=${report.isSettled ? "done" : "attention"}>
      <h3 id="report-result" tabindex="-1">${report.isSettled ? words.done : words.doneProvisionally}</h3>
    </div>
    ${tallyTable(view, report)} ${lookAt(view, report)}
    ${
      report.isSettled || report.tally.total.denominator === 0
        ? nothing
        : html`<div class="note" data-kind="caution">
            <p>${words.confirmStatuses}</p>
            ${actionButton(view, view.messages.pane.check.proposalWrite, view.intents.writeProposal, { id: "confirm-statuses" })}
          </div>`
    }
    ${comparison(view, report)}
    ${
      remarks.length > 0
        ? html`<div class="note" data-kind="caution">
            <p class="note-title">${words.remarks}</p>
            <ul class="plain">
              ${remarks.map((remark) => html`<li>${remark}</li>`)}
            </ul>
          </div>`
        : nothing
    }
    ${missing(view, report)} ${kept.length > 0 ? html`<p class="hint">${words.kept(quoted)}</p>` : nothing}
    <h4>${words.sheetsLabel}</h4>
    ${sheetLinks(view, sheets)}`;
}

/** What to do next: to look at the first of the sheets. */
function lookAt(view: View, { sheets: [first] }: ReportOutcome): Piece {
  if (first === undefined) return nothing;
  const press = () => {
    view.intents.select(first, "A1");
  };
  return actionButton(view, view.messages.pane.report.lookAt(first), press, { id: "look-at" });
}

/** What became of last year's measures, in one sentence. */
function comparison(view: View, { comparison: made }: ReportOutcome): Piece {
  if (made === undefined) return nothing;
  const { last, pairs, better, worse, added, gone } = made;
  const known = (value: number | null): string => (value === null ? "－" : count(value));
  const words = view.messages.pane.report.earlier;
  return html`<p>${words.result(last, count(pairs), known(better), known(worse), count(added), count(gone))}</p>`;
}

/** What somebody still has to write, with the places where it is missing. */
function missing(view: View, { missing: places }: ReportOutcome): Piece {
  if (places.length === 0) return nothing;
  return html`<div class="note" data-kind="caution">
    <p>${view.messages.pane.report.missing(count(places.length))}</p>
    <ul class="sheets">
      ${places.slice(0, MOST_LINKS).map(
        ({ sheet, cell }) =>
          html`<li>
            ${actionButton(
              view,
              `${sheet} ${cell}`,
              () => {
                view.intents.select(sheet, cell);
              },
              { kind: "quiet" },
            )}
          </li>`,
      )}
    </ul>
  </div>`;
}

/** Places that are linked; the rest is counted. */
const MOST_LINKS = 6;

function tallyTable(view: View, { tally }: ReportOutcome): TemplateResult {
  const words = view.messages.pane.report;
  const decimals = effectiveSettings(view.state)?.decimals ?? 1;
  const { total } = tally;
  const row = (name: string, cases: number, share: number | null) =>
    html`<tr>
      <th scope="row">${name}</th>
      <td class="big">${count(cases)}</td>
      <td>${share === null ? "－" : `${share.toFixed(decimals)}％`}</td>
    </tr>`;
  return html`<table class="tally">
    <caption>
      ${words.measures(count(total.total))}
    </caption>
    <thead>
      <tr>
        <th scope="col">${words.status}</th>
        <th scope="col">${words.count}</th>
        <th scope="col">${words.share}</th>
      </tr>
    </thead>
    <tbody>
      ${tally.statuses.map((each, index) => row(each.name, total.byStatus[index] ?? 0, total.shares[index] ?? null))}
      ${total.outside > 0 ? row(words.outside, total.outside, null) : nothing}
    </tbody>
  </table>`;
}

function madeBefore(view: View): Piece {
  const made = view.state.survey?.made ?? [];
  const words = view.messages.pane.report;
  return fold(view, "made", words.madeBefore, sheetLinks(view, made));
}

function parts(view: View): TemplateResult {
  const words = view.messages.pane.report;
  const offered = partsFor(view.state.survey?.ledger?.headers ?? [], view.state.earlier !== null);
  const chosen = offered.filter((part) => view.state.parts.includes(part));
  const short = chosen.map((part) => words.partShort[part]).join(view.messages.pane.listSeparator);
  const entry = (part: ReportPart) =>
    html`<label class="check">
      <input
        type="checkbox"
        .checked=${chosen.includes(part)}
        @change=${() => {
          view.intents.togglePart(part);
        }}
      /><span>${words.part[part]}</span>
    </label>`;
  const chapter = (part: BookletPart) =>
    html`<label class="check">
      <input
        type="checkbox"
        .checked=${view.state.chapters.includes(part)}
        @change=${() => {
          view.intents.toggleChapter(part);
        }}
      /><span>${words.chapter[part]}</span>
    </label>`;
  return fold(
    view,
    "parts",
    html`<span>${words.parts}</span> <span class="fold-detail">${short}</span>`,
    html`<fieldset>
        <legend class="visually-hidden">${words.parts}</legend>
        ${offered.map(entry)}
      </fieldset>
      ${
        chosen.includes("booklet")
          ? html`<fieldset>
              <legend>${words.chapters}</legend>
              ${BOOKLET_PARTS.map(chapter)}
            </fieldset>`
          : nothing
      }`,
  );
}

function options(view: View): Piece {
  const settings = effectiveSettings(view.state);
  const { survey, overrides } = view.state;
  if (!settings || !survey) return nothing;
  const words = view.messages.pane.report;
  const changed = Object.keys(overrides).length > 0;
  const decimals = String(settings.decimals) as keyof typeof words.decimals;
  const { override } = view.intents;
  return fold(
    view,
    "options",
    html`<span>${words.options}</span> ${changed ? html`<span class="fold-detail">${words.changed}</span>` : nothing}`,
    html`<p class="hint">${survey.has.settings ? words.optionsHelp : words.optionsHelpDefault}</p>
      ${choice("relisted", words.relistedLabel, words.relisted, settings.relisted, (relisted) => {
        override({ relisted });
      })}
      ${choice("rounding", words.roundingLabel, words.rounding, settings.rounding, (rounding) => {
        override({ rounding });
      })}
      ${choice("decimals", words.decimalsLabel, words.decimals, decimals, (value) => {
        override({ decimals: Number(value) });
      })}
      ${choice("digits", words.digitsLabel, words.digits, settings.digits, (digits) => {
        override({ digits });
      })}
      ${unit(view, settings)}
      ${choice("counts", words.countsLabel, words.counts, settings.counts, (counts) => {
        override({ counts });
      })}
      ${changed ? actionButton(view, words.reset, view.intents.resetOverrides, { kind: "quiet" }) : nothing}`,
  );
}

function choice<Value extends string>(
  id: string,
  label: string,
  values: Readonly<Record<Value, string>>,
  current: Value,
  choose: (value: Value) => void,
): TemplateResult {
  return html`<div class="field">
    <label for=${`option-${id}`}>${label}</label>
    ${choiceOf(`option-${id}`, Object.entries(values) as [Value, string][], current, choose)}
  </div>`;
}

function unit(view: View, settings: Settings): TemplateResult {
  const words = view.messages.pane.report;
  return html`<div class="field">
    <label for="option-unit">${words.unitLabel}</label>
    <input
      id="option-unit"
      type="text"
      maxlength="8"
      aria-describedby="option-unit-help"
      .value=${settings.unit}
      @change=${(event: Event) => {
        const { value } = event.currentTarget as HTMLInputElement;
        if (value.trim() !== "") view.intents.override({ unit: value.trim() });
      }}
    />
    <p class="hint" id="option-unit-help">${words.unitHelp}</p>
  </div>`;
}
