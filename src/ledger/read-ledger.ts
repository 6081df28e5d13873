import { areaAddress, cellAddress, type CellValue } from "../cells/cell";
import { cellText, isBlankCell } from "./cell-text";
import { choiceWithin, findHeader, type ColumnChoice, type HeaderMatch } from "./columns";
import { isErrorValue } from "./error-value";
import type { Fingerprint } from "./fingerprint";
import type { ColumnKey, Ledger, LedgerProblem, Measure, SkippedRow } from "./ledger";
import { matchKey } from "./match-key";
import { statusIndexOf, statusRecogniser } from "./recognise-status";
import { isRelistedMark, isRelistedName } from "./relisted";
import type { FieldProfile, Status } from "./settings";
import type { SheetSource } from "./source";

/** What a ledger is read against. */
export interface LedgerContext {
  readonly statuses: readonly Status[];
  /** The 分野 sheet's fields, in the plan's order; a ledger's field is found by name or 略称. */
  readonly fieldOrder: readonly Pick<FieldProfile, "name" | "shortName">[];
  /** Zero-based sheet columns chosen by hand; -1 for a column the ledger does not have. */
  readonly columns?: ColumnChoice;
  /**
   * What an error value (#N/A…) in 分野, 施策, 個別事業 or 状況 does: "stop" (default) makes it the problem, "keep" reads it
   * as text, for a check that wants to name every one of them.
   */
  readonly errorValues?: "stop" | "keep";
}

/** A ledger, or why the sheet could not be read as one. */
export type LedgerResult =
  { readonly ledger: Ledger; readonly problem?: never } | { readonly problem: LedgerProblem; readonly ledger?: never };

/**
 * Reads a sheet as a ledger. Every row below the header is a measure, except blank rows, total rows (計, 合計, 小計…) and
 * notes; those between and below the measures are named in `Ledger.skipped`. Texts are kept as they are.
 *
 * @param fingerprint takes the header and the measure rows, in all columns of the used range, each row as it is read: a large
 *   ledger's texts lie all over the memory, and going through them a second time costs more than the fingerprint itself
 */
export function readLedger(source: SheetSource, context: LedgerContext, fingerprint?: Fingerprint): LedgerResult {
  const search = findHeader(source.values, choiceWithin(context.columns, source.column));
  if (!("found" in search)) {
    const { missing, seen } = search;
    return {
      problem: {
        kind: "not-a-ledger",
        sheet: source.name,
        missing,
        seen,
        seenColumns: (source.values[search.row] ?? []).flatMap((cell, index) =>
          isBlankCell(cell) ? [] : [source.column + index],
        ),
        row: search.row < 0 ? 0 : source.row + search.row + 1,
      },
    };
  }
  const header = search.found;
  const fields = new FieldList(context.fieldOrder);
  fingerprint?.addRow(source.values[header.row] ?? []);
  const rows = readRows(source, header, context, fields, fingerprint);
  if ("problem" in rows) return rows;
  if (rows.measures.length === 0) {
    return { problem: { kind: "empty-ledger", sheet: source.name, headerAddress: headerAddress(source, header) } };
  }
  const headerRow = source.row + header.row;
  const last = rows.measures[rows.measures.length - 1];
  return {
    ledger: {
      sheet: source.name,
      headerRow,
      firstRow: rows.measures[0]?.row ?? headerRow + 1,
      lastRow: last?.row ?? headerRow,
      columns: sheetColumns(source, header),
      headers: headerTexts(source, header),
      measures: fields.inOrder(rows.measures),
      fields: fields.names(),
      skipped: rows.skipped,
    },
  };
}

function sheetColumns(source: SheetSource, header: HeaderMatch): Partial<Record<ColumnKey, number>> {
  const columns: Partial<Record<ColumnKey, number>> = {};
  for (const [key, column] of Object.entries(header.columns) as [ColumnKey, number][])
    columns[key] = source.column + column;
  return columns;
}

function headerTexts(source: SheetSource, header: HeaderMatch): Ledger["headers"] {
  const keys = new Map((Object.entries(header.columns) as [ColumnKey, number][]).map(([key, column]) => [column, key]));
  const texts = (source.values[header.row] ?? []).map((cell, column) => ({
    column: source.column + column,
    text: cellText(cell),
    key: keys.get(column) ?? null,
  }));
  return texts.filter(({ text }) => text !== "");
}

function headerAddress(source: SheetSource, header: HeaderMatch): string {
  const filled = headerTexts(source, header).map(({ column }) => column);
  const first = Math.min(...filled);
  return areaAddress({
    row: source.row + header.row,
    column: first,
    rows: 1,
    columns: Math.max(...filled) - first + 1,
  });
}

function readRows(
  source: SheetSource,
  header: HeaderMatch,
  context: LedgerContext,
  fields: FieldList,
  fingerprint: Fingerprint | undefined,
): { measures: Measure[]; skipped: SkippedRow[] } | { problem: LedgerProblem } {
  const { values } = source;
  const column = header.columns;
  const at = (key: ColumnKey) => column[key] ?? -1;
  const columns = {
    number: at("number"),
    field: at("field"),
    headingNumber: at("headingNumber"),
    heading: at("heading"),
    policyNumber: at("policyNumber"),
    policy: at("policy"),
    measure: at("measure"),
    status: at("status"),
    relisted: at("relisted"),
    original: at("original"),
    reason: at("reason"),
    result: at("result"),
    department: at("department"),
    remarks: at("remarks"),
  };
  const numberText = repeatedText();
  const headingNumberText = repeatedText();
  const policyNumberText = repeatedText();
  const checked = [columns.field, columns.policy, columns.measure, columns.status].filter((at) => at >= 0);
  const stopAtErrors = context.errorValues !== "keep";
  const statusOf = statusIndexes(context.statuses);
  const judge = rowJudge(values, header);
  const measures: Measure[] = [];
  const skipped: SkippedRow[] = [];
  let afterMeasures: SkippedRow[] = [];
  for (let index = header.row + 1; index < values.length; index++) {
    const cells = values[index] ?? [];
    const row = source.row + index;
    const status = textAt(cells, columns.status);
    const field = textAt(cells, columns.field);
    const policy = textAt(cells, columns.policy);
    const measure = textAt(cells, columns.measure);
    const statusIndex = statusOf(status);
    const kind = judge(cells, statusIndex);
    if (kind !== "measure") {
      afterMeasures.push({ row, kind });
      continue;
    }
    if (stopAtErrors && (mayBeError(field) || mayBeError(policy) || mayBeError(measure) || mayBeError(status))) {
      for (const at of checked) {
        const cell = cells[at];
        if (isErrorValue(cell)) {
          return {
            problem: {
              kind: "error-value",
              sheet: source.name,
              cell: cellAddress(row, source.column + at),
              value: cell,
            },
          };
        }
      }
    }
    if (afterMeasures.length > 0) {
      for (const entry of afterMeasures) if (measures.length > 0 || entry.kind !== "blank") skipped.push(entry);
      afterMeasures = [];
    }
    fingerprint?.addRow(cells);
    const name = isBlankCell(measure) ? policy : measure;
    measures.push({
      row,
      number: numberText(cells, columns.number),
      field,
      headingNumber: headingNumberText(cells, columns.headingNumber),
      heading: textAt(cells, columns.heading),
      policyNumber: policyNumberText(cells, columns.policyNumber),
      policy,
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
  return { measures, skipped };
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

const TOTALS = new Set(["計", "合計", "小計", "総計", "総合計", "累計", "再掲計", "再掲除く計"]);
const TOTAL_OF = /(?:小計|合計|総計)$/;
const NOTE = /^(?:[※*]|[(]?(?:注|備考|出典|資料|凡例)(?:\d*[):.]|\d*$))/;
/* 計, spaces and closing brackets: what the text of a total row can end with. */
const TOTAL_END = /[計\s\u200B-\u200D\u2060\])）］】〕」]$/;

/** Says of each row below the header whether it is a measure. `statusIndex`: the row's status in the vocabulary, or -1. */
function rowJudge(
  values: SheetSource["values"],
  header: HeaderMatch,
): (cells: readonly CellValue[], statusIndex: number) => "measure" | SkippedRow["kind"] {
  const { columns } = header;
  const labelled = (["number", "field", "heading", "policy", "measure"] as const).flatMap((key) => columns[key] ?? []);
  const known = Object.values(columns).filter((column) => column !== columns.number);
  const names = [columns.policy, columns.measure].flatMap((column) => column ?? []);
  const status = columns.status ?? -1;
  const field = columns.field ?? -1;
  const headerCells = values[header.row] ?? [];
  let followsGap = false;

  function isTotal(cells: readonly CellValue[], statusIndex: number): boolean {
    for (const column of labelled) {
      const cell = cells[column];
      if (typeof cell !== "string" || cell === "" || !mayEndAsTotal(cell)) continue;
      const key = matchKey(cell).replace(/[()]/g, "");
      if (TOTALS.has(key) || (statusIndex < 0 && TOTAL_OF.test(key))) return true;
    }
    return false;
  }

  /** A row whose only text is a remark, a heading of its own, or the header once more. */
  function isNote(cells: readonly CellValue[]): boolean {
    if (!isBlankCell(cells[status])) {
      const again = [...names, field, status].filter((column) => !isBlankCell(cells[column]));
      return again.length > 2 && again.every((column) => cells[column] === headerCells[column]);
    }
    if (names.every((column) => isBlankCell(cells[column]))) {
      return known.reduce((sum, column) => sum + (isBlankCell(cells[column]) ? 0 : 1), 0) <= 1;
    }
    if (!isBlankCell(cells[field])) return false;
    const filled = cells.filter((cell) => !isBlankCell(cell));
    return filled.length === 1 && (followsGap || NOTE.test(matchKey(cellText(filled[0]))));
  }

  return (cells, statusIndex) => {
    let kind: "measure" | SkippedRow["kind"] = "measure";
    // A row with a status of the vocabulary and a field can only be a measure or a total.
    const doubtful = statusIndex < 0 || isBlankCell(cells[field]);
    if (doubtful && cells.every(isBlankCell)) kind = "blank";
    else if (isTotal(cells, statusIndex)) kind = "total";
    else if (doubtful && isNote(cells)) kind = "note";
    followsGap = kind === "blank" || (followsGap && kind === "note");
    return kind;
  };
}

function mayEndAsTotal(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  // Most cells end in a digit, a letter, or a kanji or kana other than 計 (U+8A08), which no pattern needs to look at.
  const isUsual = (last >= 0x3040 && last <= 0x9fff) || (last >= 0x30 && last <= 0x5c);
  return last === 0x8a08 || (!isUsual && TOTAL_END.test(text));
}

/** The fields of a ledger: those of the 分野 sheet in its order, then the others as they appear, and "" always last. */
class FieldList {
  private readonly list: string[] = [];
  private readonly byKey = new Map<string, number>();
  private readonly byText = new Map<string, number>();
  private lastText: string | undefined;
  private lastIndex = 0;
  private unnamed = -1;

  constructor(order: LedgerContext["fieldOrder"]) {
    for (const { name } of order) this.add(name);
    // A name always beats another field's short name.
    for (const [index, { shortName }] of order.entries()) {
      const key = matchKey(shortName);
      if (key !== "" && !this.byKey.has(key))
        this.byKey.set(key, this.byKey.get(matchKey(order[index]?.name ?? "")) ?? index);
    }
  }

  indexOf(text: string): number {
    if (text === this.lastText) return this.lastIndex;
    let index = this.byText.get(text);
    if (index === undefined) {
      index = this.byKey.get(matchKey(text)) ?? this.add(text);
      this.byText.set(text, index);
    }
    this.lastText = text;
    this.lastIndex = index;
    return index;
  }

  names(): readonly string[] {
    const named = this.list.filter((_, index) => index !== this.unnamed);
    return this.unnamed < 0 ? named : [...named, ""];
  }

  /** The measures with indexes into `names()`, once all fields are known. */
  inOrder(measures: readonly Measure[]): readonly Measure[] {
    const { unnamed } = this;
    const last = this.list.length - 1;
    if (unnamed < 0 || unnamed === last) return measures;
    return measures.map((measure) => ({
      ...measure,
      fieldIndex: measure.fieldIndex === unnamed ? last : measure.fieldIndex - (measure.fieldIndex > unnamed ? 1 : 0),
    }));
  }

  private add(text: string): number {
    const key = matchKey(text);
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const index = this.list.push(text) - 1;
    this.byKey.set(key, index);
    if (key === "") this.unnamed = index;
    return index;
  }
}
