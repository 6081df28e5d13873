import { cellAddress, type CellValue } from "../cells/cell";
import { cellText, isBlankCell } from "./cell-text";
import type { HeaderMatch } from "./columns/find-header";
import { isErrorValue } from "../cells/error-value";
import type { FieldList } from "./field-list";
import { downFiller, fillDown, type FillDown } from "./fill-down";
import type { Fingerprint } from "./fingerprint";
import { rowJudge } from "./judge-row";
import type { ColumnKey, LedgerProblem, Measure, SkippedRow } from "./ledger";
import type { LedgerContext } from "./read-ledger";
import { statusIndexOf, statusRecogniser } from "./recognise-status";
import { isRelistedMark, isRelistedName } from "./relisted";
import type { Status } from "./settings";
import type { SheetSource } from "./source";

/** The rows below a header. */
export interface RowsRead extends Pick<FillDown, "filledDown" | "unclear"> {
  readonly measures: Measure[];
  readonly skipped: SkippedRow[];
  /** The fields that stand in rows of their own. */
  readonly bands: readonly string[];
}

/** Reads every row below the header as a measure or as what it is instead; see `readLedger`. */
export function readRows(
  source: SheetSource,
  header: HeaderMatch,
  context: LedgerContext,
  fields: FieldList,
  fingerprint: Fingerprint | undefined,
): RowsRead | { readonly problem: LedgerProblem } {
  const { values } = source;
  const at = (key: ColumnKey) => header.columns[key] ?? -1;
  const columns = {
    number: at("number"),
    field: at("field"),
    headingNumber: at("headingNumber"),
    heading: at("heading"),
    policyNumber: at("policyNumber"),
    policy: at("policy"),
    action: at("action"),
    measure: at("measure"),
    relisted: at("relisted"),
    original: at("original"),
    reason: at("reason"),
    result: at("result"),
    department: at("department"),
    remarks: at("remarks"),
    indicator: at("indicator"),
  };
  const numberText = repeatedText();
  const headingNumberText = repeatedText();
  const policyNumberText = repeatedText();
  const statusText = statusReader(header);
  const statusOf = statusIndexes(context.statuses);
  // A heading is a measure's name only where the ledger has no lower level.
  const isHeadingLowest = columns.policy < 0 && columns.action < 0 && columns.measure < 0;
  const judge = rowJudge(values, header);
  const named = header.levels.slice(header.levels.length > 1 ? 1 : 0).map(({ column }) => column);
  const filling = fillDown(values, header, (cells) => named.some((column) => !isBlankCell(cells[column])));
  const fill = downFiller(filling);
  const stopAtErrors = context.errorValues !== "keep";
  const checked = [...header.levels.map(({ column }) => column), at("status")].filter((column) => column >= 0);
  const measures: Measure[] = [];
  const skipped: SkippedRow[] = [];
  let afterMeasures: SkippedRow[] = [];
  let band = "";
  const bands: string[] = [];
  for (let index = header.row + 1; index < values.length; index++) {
    const written = values[index] ?? [];
    const row = source.row + index;
    const status = statusText(written);
    const statusIndex = statusOf(status);
    const kind = judge(written, statusIndex);
    if (kind !== "measure") {
      afterMeasures.push({ row, kind });
      if (kind === "band") {
        band = cellText(written.find((cell) => !isBlankCell(cell))).trim();
        bands.push(band);
      }
      continue;
    }
    const cells = fill === null ? written : fill(written);
    const field = columns.field < 0 ? band : textAt(cells, columns.field);
    const policy = textAt(cells, columns.policy);
    const action = textAt(cells, columns.action);
    const measure = textAt(cells, columns.measure);
    if (stopAtErrors && [field, policy, action, measure, status].some(mayBeError)) {
      for (const column of checked) {
        const cell = cells[column];
        if (!isErrorValue(cell)) continue;
        const address = cellAddress(row, source.column + column);
        return { problem: { kind: "error-value", sheet: source.name, cell: address, value: cell } };
      }
    }
    if (afterMeasures.length > 0) {
      for (const entry of afterMeasures) if (measures.length > 0 || entry.kind !== "blank") skipped.push(entry);
      afterMeasures = [];
    }
    fingerprint?.addRow(written);
    const heading = textAt(cells, columns.heading);
    const name =
      firstFilled(measure, action, policy, isHeadingLowest ? heading : "") ?? textAt(cells, columns.indicator);
    measures.push({
      row,
      number: numberText(cells, columns.number),
      field,
      headingNumber: headingNumberText(cells, columns.headingNumber),
      heading,
      policyNumber: policyNumberText(cells, columns.policyNumber),
      policy,
      action,
      measure,
      status,
      relisted: isRelistedMark(textAt(cells, columns.relisted)) || isRelistedName(name),
      original: textAt(cells, columns.original),
      reason: textAt(cells, columns.reason),
      result: textAt(cells, columns.result),
      department: textAt(cells, columns.department),
      remarks: textAt(cells, columns.remarks),
      name,
      statusIndex,
      fieldIndex: fields.indexOf(field),
    });
  }
  for (const entry of afterMeasures) if (entry.kind !== "blank") skipped.push(entry);
  return { measures, skipped, bands, filledDown: filling.filledDown, unclear: filling.unclear };
}

/** The lowest level that is filled; written out because every row asks. */
function firstFilled(measure: string, action: string, policy: string, heading: string): string | undefined {
  if (!isBlankCell(measure)) return measure;
  if (!isBlankCell(action)) return action;
  if (!isBlankCell(policy)) return policy;
  return isBlankCell(heading) ? undefined : heading;
}

/** The status of a row: the text of its cell, or the headers of the columns that are marked, joined by 、. */
function statusReader({ columns, statusMarks }: HeaderMatch): (cells: readonly CellValue[]) => string {
  const column = columns.status ?? -1;
  if (statusMarks.length === 0) return (cells) => textAt(cells, column);
  return (cells) =>
    statusMarks
      .filter((mark) => isRelistedMark(textAt(cells, mark.column)))
      .map(({ status }) => status)
      .join("、");
}

/** At a glance: every error value is written with a number sign. */
function mayBeError(text: string): boolean {
  return text.startsWith("#");
}

/** Text of a cell; a column the ledger lacks (-1) reads as "". Indexing an array by -1 would be a slow look-up by name. */
function textAt(cells: readonly CellValue[], column: number): string {
  return column < 0 ? "" : cellText(cells[column]);
}

/** The same for a column of numbers, which ledgers repeat from the cell above: one text for all of them. */
function repeatedText(): typeof textAt {
  let lastCell: CellValue | undefined;
  let lastText = "";
  return (cells, column) => {
    if (column < 0) return "";
    const cell = cells[column];
    if (typeof cell === "string") return cell;
    if (cell !== lastCell) {
      lastCell = cell;
      lastText = cellText(cell);
    }
    return lastText;
  };
}

/** Vocabulary index per raw text; the row above usually has the answer already. */
function statusIndexes(statuses: readonly Status[]): (text: string) => number {
  const recognise = statusRecogniser(statuses);
  let lastText = "";
  let lastIndex = -1;
  return (text) => {
    if (text !== lastText) {
      lastText = text;
      lastIndex = statusIndexOf(recognise(text));
    }
    return lastIndex;
  };
}
