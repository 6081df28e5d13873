import type { CellValue } from "../cells/cell";
import { matchKey } from "./match-key";

/** A cell as text: numbers with Excel's 15 digits, logical values as Excel shows them, a missing cell as "". */
export function cellText(cell: CellValue | undefined): string {
  if (typeof cell === "string") return cell;
  if (typeof cell === "number") return Number.isInteger(cell) ? String(cell) : String(Number(cell.toPrecision(15)));
  return cell === undefined ? "" : cell ? "TRUE" : "FALSE";
}

/** True for a cell that shows nothing: empty, or only spaces and invisible characters. */
export function isBlankCell(cell: CellValue | undefined): boolean {
  if (cell === undefined || cell === "") return true;
  if (typeof cell !== "string") return false;
  const first = cell.charCodeAt(0);
  // Letters, kana and kanji are what nearly every cell begins with.
  if ((first > 0x20 && first < 0xa0) || (first > 0x3000 && first < 0xdb40)) return false;
  return matchKey(cell) === "";
}
