import type { CellValue } from "../../src/cells/cell";
import { compareYears, type Comparison } from "../../src/compare/comparison";
import type { Ledger } from "../../src/ledger/ledger";
import type { Settings } from "../../src/ledger/settings";
import { readFieldProfiles } from "../../src/ledger/read-fields";
import { readLedger } from "../../src/ledger/read-ledger";
import { readPlanProfile } from "../../src/ledger/read-plan";
import { readSettings } from "../../src/ledger/read-settings";
import type { SheetSource, SheetStructure } from "../../src/ledger/source";
import { messagesFor } from "../../src/messages";
import { tallyLedger } from "../../src/tally/tally-ledger";
import type { Finding } from "../../src/validation/finding";
import { validate, type ValidationInput } from "../../src/validation/validate";

/** A workbook for a check, as rows of cells per sheet. */
export interface Book {
  readonly ledger: readonly (readonly CellValue[])[];
  readonly settings?: readonly (readonly CellValue[])[];
  readonly fields?: readonly (readonly CellValue[])[];
  readonly plan?: readonly (readonly CellValue[])[];
  /** Last year's ledger, with this year's vocabulary. */
  readonly last?: readonly (readonly CellValue[])[];
  /** Formulas of single cells, by zero-based "row,column" of the ledger. */
  readonly formulas?: Readonly<Record<string, string>>;
  readonly structure?: Partial<SheetStructure>;
}

export const JA = messagesFor("ja-JP");
export const EN = messagesFor("en-US");

export function sheetOf(name: string, rows: readonly (readonly CellValue[])[]): SheetSource {
  return { name, row: 0, column: 0, values: rows };
}

/** What `validate` is given for a book: everything read and tallied as the product does it. */
export function inputOf(book: Book): ValidationInput {
  const { formulas = {} } = book;
  const source: SheetSource = {
    ...sheetOf("台帳", book.ledger),
    formulas:
      Object.keys(formulas).length > 0
        ? book.ledger.map((cells, row) => cells.map((cell, column) => formulas[`${row},${column}`] ?? cell))
        : book.ledger,
    structure: {
      mergedAreas: [],
      hiddenRows: [],
      hiddenColumns: [],
      filtered: false,
      tables: [],
      rowFills: null,
      ...book.structure,
    },
  };
  const readSettingsSheet = readSettings(book.settings && sheetOf("設定", book.settings));
  const { settings } = readSettingsSheet;
  const fieldsSource = book.fields && sheetOf("分野", book.fields);
  const readFieldsSheet = readFieldProfiles(fieldsSource);
  const { fields } = readFieldsSheet;
  const planSource = book.plan && sheetOf("計画", book.plan);
  const { plan } = readPlanProfile(planSource);
  const read = readLedger(source, { statuses: settings.statuses, fieldOrder: fields, errorValues: "keep" });
  return {
    source,
    ledger: read,
    settings,
    fields,
    plan,
    ...(planSource ? { planSource } : {}),
    ...(fieldsSource ? { fieldsSource } : {}),
    notices: { settings: readSettingsSheet.notices, fields: readFieldsSheet.notices },
    ...(read.ledger && book.last ? { comparison: comparisonOf(read.ledger, book.last, settings) } : {}),
    ...(read.ledger ? { tally: tallyLedger(read.ledger, settings, fields) } : {}),
  };
}

function comparisonOf(now: Ledger, rows: readonly (readonly CellValue[])[], settings: Settings): Comparison {
  const last = readLedger(sheetOf("前年度", rows), {
    statuses: settings.statuses,
    fieldOrder: [],
    errorValues: "keep",
  });
  if (last.ledger === undefined) throw new Error(JSON.stringify(last.problem));
  return compareYears([
    { ledger: last.ledger, settings, label: "前年度", origin: "" },
    { ledger: now, settings, label: "今年度", origin: "" },
  ]);
}

/** The findings of a book, in Japanese. */
export function check(book: Book): Finding[] {
  return validate(inputOf(book), JA);
}

/** Findings in one line each: "status-unknown H5". */
export function places(findings: readonly Finding[]): string[] {
  return findings.map(({ rule, sheet, cell }) => `${rule} ${sheet === "台帳" ? "" : `${sheet}!`}${cell}`.trim());
}
