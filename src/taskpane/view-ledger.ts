import { html, nothing, type TemplateResult } from "lit/html.js";
import { columnLetters } from "../cells/cell";
import type { ColumnKey, ColumnReading } from "../ledger/ledger";
import { formatFiscalYear } from "../ledger/wareki";
import { isNeverPrinted } from "../report/never-printed";
import { shortened } from "./cell-text";
import { quotedList } from "./quoted-list";
import { actionButton, choiceOf, count, fold, noteOf, progress, step, type Piece, type View } from "./view-parts";

/** Characters of a header that a choice shows. */
const HEADER_LENGTH = 30;
/** Columns that nothing uses and that are named; the rest is counted. */
const MOST_NAMED = 8;

/** Step 1: which sheet is the ledger, what is in it, and how to begin without one. */
export function ledgerStep(view: View): TemplateResult {
  const { survey } = view.state;
  const status = survey?.ledger ? "done" : survey ? "attention" : "waiting";
  return step(
    view,
    "ledger",
    status,
    html`${survey ? sheetChoice(view) : nothing}
      <div id="ledger-result" tabindex="-1">${summary(view)} ${problem(view)}</div>
      ${noteOf(view, "ledger")} ${progress(view, ["survey", "newLedger", "sample", "columns"])} ${readAgain(view)}
      ${unused(view)} ${columns(view)} ${survey ? otherStart(view) : nothing}`,
  );
}

/** Where nothing could be read at all, trying again is all there is to do. */
function readAgain(view: View): Piece {
  const { survey, running } = view.state;
  if (survey || running) return nothing;
  return actionButton(view, view.messages.pane.ledger.reread, view.intents.reread, { kind: "primary", id: "reread" });
}

function sheetChoice(view: View): Piece {
  const { survey, choice } = view.state;
  if (!survey || survey.sheets.length === 0) return nothing;
  const words = view.messages.pane.ledger;
  // Where several could be the ledger none is taken, and none may look chosen: choosing it would change nothing.
  const isOpen = choice.sheet === undefined && survey.problem?.kind === "ambiguous";
  const current = isOpen ? "" : (choice.sheet ?? survey.sheet);
  const sheets = isOpen || survey.sheets.includes(current) ? survey.sheets : [current, ...survey.sheets];
  return html`<div class="field">
    <label for="ledger-sheet">${words.sheet}</label>
    <div class="field-row">
      ${choiceOf(
        "ledger-sheet",
        [...(isOpen ? [["", words.chooseSheet] as const] : []), ...sheets.map((sheet) => [sheet, sheet] as const)],
        current,
        view.intents.chooseSheet,
        isElsewhere(view),
      )}
      ${actionButton(view, words.reread, view.intents.reread, { kind: "quiet", id: "reread" })}
    </div>
  </div>`;
}

/** Whether something else runs than looking at the workbook, so that another ledger cannot be chosen. */
function isElsewhere(view: View): boolean {
  const { running } = view.state;
  return running !== null && running.task !== "survey";
}

function summary(view: View): Piece {
  const { survey } = view.state;
  if (!survey?.ledger) return nothing;
  const words = view.messages.pane.ledger;
  const { ledger, has, record } = survey;
  const relisted = ledger.relisted > 0 ? words.relisted(count(ledger.relisted)) : "";
  const fields = words.inFields(count(ledger.fields.filter((field) => field !== "").length));
  const absent = [has.settings ? "" : "設定", has.fields ? "" : "分野", has.plan ? "" : "計画"].filter(Boolean);
  return html`<p class="figure">
      ${words.measures === "" ? nothing : html`<span class="figure-label">${words.measures}</span>`}
      <span class="figure-number">${count(ledger.measures)}</span><span class="figure-unit">${words.unit}</span>
      <span class="figure-detail">${relisted + words.inFieldsAfter + fields}</span>
    </p>
    ${
      record
        ? html`<p class="hint" data-kind=${record.matches ? "done" : "caution"}>
            ${record.matches ? words.recordMatches(record.date) : words.recordDiffers(record.date)}
          </p>`
        : nothing
    }
    ${absent.length > 0 ? html`<p class="hint">${words.without(quotedList(view, absent))}</p>` : nothing}`;
}

function problem(view: View): Piece {
  const found = view.state.survey?.problem;
  if (!found) return nothing;
  const { ledger, pane } = view.messages;
  const goTo = (cell: string) =>
    actionButton(
      view,
      cell,
      () => {
        if ("sheet" in found) view.intents.select(found.sheet, cell);
      },
      { kind: "quiet" },
    );
  return html`<div class="note" data-kind="caution">
      <p>${ledger.problem(found)}</p>
      <p>${pane.problemNext[isWithoutAnyLedger(view) ? "no-ledger" : found.kind]}</p>
      ${found.kind === "error-value" ? goTo(found.cell) : nothing}
    </div>
    ${
      isWithoutAnyLedger(view)
        ? nothing
        : actionButton(view, pane.ledger.reread, view.intents.reread, { kind: "primary", id: "reread-problem" })
    }`;
}

/** Whether there is nothing in the workbook to correct, so that a new ledger is the next step. */
function isWithoutAnyLedger(view: View): boolean {
  const found = view.state.survey?.problem;
  return found?.kind === "no-ledger" || (found?.kind === "not-a-ledger" && found.seen.length === 0);
}

/** What every column of the ledger was taken for, to be corrected; the corrections can be kept on 設定. */
function columns(view: View): Piece {
  const headers = knownHeaders(view);
  if (headers.length === 0) return nothing;
  const { choice } = view.state;
  const words = view.messages.pane.ledger;
  const used = headers.filter(({ key }) => key !== null);
  const corrected = choice.columns !== undefined || choice.mapping !== undefined || choice.year !== undefined;
  return fold(
    view,
    "columns",
    used.length > 0 ? words.columns(count(used.length)) : words.columnsChoose,
    html`<p class="hint">${words.columnsHelp}</p>
      ${yearOf(view)} ${headers.map((header) => columnRow(view, header, headers))}
      ${
        corrected
          ? html`<div class="offer">
                ${actionButton(view, words.columnsKeep, view.intents.keepColumns, { id: "keep-columns" })}
                <p class="hint">${words.columnsKeepHelp}</p>
              </div>
              ${actionButton(view, words.columnsReset, view.intents.resetColumns, { kind: "quiet", id: "reset-columns" })}`
          : nothing
      }`,
  );
}

/** The year the ledger is about and what says so; any other that a header names can be taken instead. */
function yearOf(view: View): Piece {
  const ledger = view.state.survey?.ledger;
  if (!ledger) return nothing;
  const words = view.messages.pane.ledger;
  const { year, headers } = ledger;
  const named = headers.flatMap((header) => header.year ?? []);
  const years = [...new Set([...named, ...(year === null ? [] : [year.year])])].sort((a, b) => b - a);
  if (years.length === 0) return nothing;
  return html`<div class="pair">
    <label for="ledger-year">${words.yearLabel}</label>
    ${choiceOf(
      "ledger-year",
      [
        ...(year === null ? [["", words.noYear] as const] : []),
        ...years.map((each) => [String(each), formatFiscalYear(each)] as const),
      ],
      year === null ? "" : String(year.year),
      (value) => {
        if (value !== "") view.intents.chooseYear(Number(value));
      },
      isElsewhere(view),
    )}
    ${year === null ? nothing : html`<p class="hint">${words.yearBy[year.by]}</p>`}
  </div>`;
}

/** The columns that nothing uses, said before anything is made. */
function unused(view: View): Piece {
  const headers = view.state.survey?.ledger?.headers.filter(isNeverPrinted) ?? [];
  if (headers.length === 0) return nothing;
  const { ledger: words, listSeparator } = view.messages.pane;
  const names = headers
    .slice(0, MOST_NAMED)
    .map(({ column, text }) => `${columnLetters(column)} ${shortened(text, HEADER_LENGTH)}`);
  const rest = headers.length - names.length;
  return html`<p class="hint">
    ${words.unused(names.join(listSeparator) + (rest > 0 ? words.andMore(count(rest)) : ""))}
  </p>`;
}

function columnRow(view: View, { column, text, key, by }: KnownHeader, headers: readonly KnownHeader[]): Piece {
  const words = view.messages.pane.ledger;
  const letters = columnLetters(column);
  const id = `column-${letters}`;
  const isCounted = view.state.survey?.ledger?.statusColumn === column;
  const why = by === undefined || by === "header" ? "" : words.columnBy[by];
  const details = [...(isCounted ? [words.columnCounted] : []), ...(why === "" ? [] : [why])];
  const meanings = [
    // What a table that is no ledger yet would be read as is not known; only what the user chose is.
    ...(by === undefined ? [["", words.automaticColumn] as const] : []),
    ["-", words.noColumn] as const,
    ...(Object.keys(words.columnNames) as ColumnKey[]).map((each) => [each, words.columnNames[each]] as const),
  ];
  const mapped = view.state.choice.mapping?.find(({ header }) => header === text);
  const known = mapped === undefined ? (by === undefined ? "" : (key ?? "-")) : (mapped.key ?? "-");
  const isOnly = headers.filter((other) => other.text === text).length === 1;
  return html`<div class="pair">
    <label for=${id}><span class="column-letters">${letters}</span> ${shortened(text, HEADER_LENGTH)}</label>
    ${choiceOf(
      id,
      meanings,
      known,
      (value) => {
        view.intents.chooseColumn({ column, text, isOnly }, value === "" || value === "-" ? null : value);
      },
      isElsewhere(view),
    )}
    ${details.length > 0 ? html`<p class="hint">${details.join(view.messages.pane.listSeparator)}</p>` : nothing}
  </div>`;
}

/** A header of the ledger, or of the row that came nearest to one: then nothing says yet what it is. */
type KnownHeader = Pick<ColumnReading, "column" | "text" | "key"> & Partial<Pick<ColumnReading, "by">>;

function knownHeaders(view: View): readonly KnownHeader[] {
  const { survey } = view.state;
  if (survey?.ledger) return survey.ledger.headers;
  if (survey?.problem?.kind === "ambiguous-columns") {
    return survey.problem.candidates.map(({ column, text }) => ({ column, text, key: null }));
  }
  if (survey?.problem?.kind !== "not-a-ledger") return [];
  const { seen, seenColumns = [] } = survey.problem;
  return seenColumns.map((column, index) => ({ column, text: seen[index] ?? "", key: null }));
}

function otherStart(view: View): TemplateResult {
  const words = view.messages.pane.ledger;
  const first = isWithoutAnyLedger(view);
  const starts = html`<div class="offer">
      ${view.state.asking === "newLedger" ? sure(view) : nothing}
      ${actionButton(view, words.newLedger, view.intents.writeNewLedger, {
        kind: first ? "primary" : "ordinary",
        id: "new-ledger",
      })}
      <p class="hint">${words.newLedgerHelp}</p>
    </div>
    <div class="offer">
      ${actionButton(view, words.sample, view.intents.writeSample, { id: "sample" })}
      <p class="hint">${words.sampleHelp}</p>
    </div>`;
  return first ? html`${firstRun(view)} ${starts}` : fold(view, "start", words.otherStart, starts);
}

/** What a ledger is and what happens with it, for somebody who has none yet. */
function firstRun(view: View): TemplateResult {
  const { title, lines, picture, header, rows } = view.messages.pane.ledger.first;
  const cells = (row: string) => row.split("/");
  return html`<div class="first" role="group" aria-labelledby="first-title">
    <h3 id="first-title">${title}</h3>
    <p>${lines.ledger}</p>
    <div class="picture" role="img" aria-label=${picture}>
      <div>${cells(header).map((cell) => html`<b>${cell}</b>`)}</div>
      ${rows.split("|").map((row) => html`<div>${cells(row).map((cell) => html`<span>${cell}</span>`)}</div>`)}
    </div>
    <p>${lines.beside}</p>
    <p>${lines.order}</p>
  </div>`;
}

function sure(view: View): TemplateResult {
  const words = view.messages.pane.ledger;
  return html`<div class="note" data-kind="caution" id="new-ledger-sure" tabindex="-1" role="group">
    <p>${words.newLedgerSure(view.state.survey?.ledger?.sheet ?? "")}</p>
    ${actionButton(view, words.newLedgerYes, view.intents.writeNewLedger, { id: "new-ledger-yes" })}
    ${actionButton(view, view.messages.pane.close, view.intents.keepAsIs, { kind: "quiet", id: "new-ledger-no" })}
  </div>`;
}
