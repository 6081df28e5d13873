import type { CellValue } from "../cells/cell";
import { parseCsv } from "../publish/csv/table";

/** Text of more signs is no list of measures. */
const MOST_SIGNS = 20_000_000;

/**
 * The cells of a CSV file: comma or tab, UTF-8 with or without byte order mark, UTF-16 with one, or CP932. Only plain decimal
 * numbers become numbers; dates, codes with leading zeros and what begins like a formula stay the text they are. Null where
 * the bytes are no text.
 */
export function readCsv(bytes: Uint8Array): CellValue[][] | null {
  const text = decode(bytes);
  if (text === null || text.length > MOST_SIGNS || text.includes("\0")) return null;
  const rows = parseCsv(isTabbed(text) ? commasForTabs(text) : text);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return rows.map((row) => Array.from({ length: width }, (_, column) => valueOf(row[column] ?? "")));
}

function decode(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decodeAs("utf-16le", bytes);
  if (first === 0xfe && second === 0xff) return decodeAs("utf-16be", bytes);
  // The web's "shift_jis" is Windows' CP932.
  return decodeAs("utf-8", bytes) ?? decodeAs("shift_jis", bytes);
}

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function isTabbed(text: string): boolean {
  const [line = ""] = text.split(/\r|\n/, 1);
  return line.includes("\t") && !line.includes(",");
}

/** The same table with commas: fields that hold one are quoted. */
function commasForTabs(text: string): string {
  return text.replace(/"(?:[^"]|"")*"|[^\t\r\n]+|\t/g, (part) =>
    part === "\t" ? "," : part.startsWith('"') || !/[,"]/.test(part) ? part : `"${part.replaceAll('"', '""')}"`,
  );
}

/** 15 digits are what Excel keeps of a number. */
const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,14})?$/;

function valueOf(text: string): CellValue {
  return NUMBER.test(text) && String(Number(text)) === text ? Number(text) : text;
}
