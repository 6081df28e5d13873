import type { CellValue } from "../cells/cell";
import { cellText } from "../ledger/cell-text";
import { firstSign, opensFormula, seenText } from "../ledger/formula-start";
import type { Ledger } from "../ledger/ledger";
import type { SheetSource } from "../ledger/source";
import { serialDate } from "../ledger/wareki";
import { joinLines, trimEdges } from "./tidy";

/** The ledger as it is handed in: one header row, then one row a measure, values only. */
export interface Submission {
  readonly header: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** Headers under which a whole number is a day, not a quantity. */
const DAY_HEADER = /日付|年月日|期日|期限|日$/;
const FIRST_SERIAL = 18_264;
const LAST_SERIAL = 73_050;

/**
 * The ledger clean: its columns and measures in the order found, without titles, blank rows, totals and notes. Texts stay as
 * they are; line breaks in headers go. A day that Excel keeps as a serial number reads as `shown` says it (texts in the
 * shape of `source.values`), or as YYYY-MM-DD where nothing was read of how it is shown.
 */
export function submissionOf(source: SheetSource, ledger: Ledger, shown?: readonly (readonly string[])[]): Submission {
  const columns = ledger.headers.map(({ column, text }) => ({
    index: column - source.column,
    header: trimEdges(joinLines(text)),
  }));
  const isDay = columns.map(({ header }) => DAY_HEADER.test(header));
  const rows = ledger.measures.map(({ row }) => {
    const cells = source.values[row - source.row] ?? [];
    return columns.map(({ index }, at): CellValue => {
      const value = cells[index] ?? "";
      if (!isDay[at] || typeof value !== "number" || value < FIRST_SERIAL || value > LAST_SERIAL) return value;
      return shown?.[row - source.row]?.[index] ?? isoDate(value);
    });
  });
  return { header: columns.map(({ header }) => header), rows };
}

function isoDate(serial: number): string {
  const { year, month, day } = serialDate(serial);
  return [String(year), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
}

/** CSV text and the fields that were given an apostrophe. */
interface SubmissionCsv {
  readonly text: string;
  /** A1 addresses in the CSV as Excel opens it. */
  readonly guarded: readonly { readonly row: number; readonly column: number }[];
}

const LOST_START = /^[\t\n]./s;
const SIGNED_NUMBER = /^[+-]?[\d,]*\.?\d+%?$/;

/** Whether a spreadsheet would run a text as a formula; a lone sign and a signed number are no formula. */
function isFormula(text: string): boolean {
  if (LOST_START.test(text)) return true;
  const seen = seenText(text).trimEnd();
  return seen.length > 1 && opensFormula(firstSign(seen)) && !SIGNED_NUMBER.test(seen.normalize("NFKC"));
}

/**
 * The submission as CSV: every field in quotes, CRLF, one header row. A field that a spreadsheet would run as a formula
 * (=, +, -, @, of either width and whatever unseen stands before it, or a tab or line feed, before something that is no number)
 * begins with an apostrophe, because quotes do not keep a spreadsheet from running it (CWE-1236); those fields are listed.
 * Line breaks within a field become LF.
 */
export function submissionCsv({ header, rows }: Submission): SubmissionCsv {
  const guarded: { row: number; column: number }[] = [];
  const lines = [header, ...rows].map((cells, row) =>
    cells
      .map((cell, column) => {
        let text = cellText(cell).replace(/\r\n?/g, "\n");
        if (typeof cell === "string" && isFormula(text)) {
          text = `'${text}`;
          guarded.push({ row, column });
        }
        return `"${text.replaceAll('"', '""')}"`;
      })
      .join(","),
  );
  return { text: lines.map((line) => `${line}\r\n`).join(""), guarded };
}
