import type { CellValue } from "../cells/cell";

/*
 * A cell's value as a text that survives a cell, a file and an eye: what a cell or a file would change (returns, control
 * characters, halves of pairs, `_x000D_`) is written as an escape, and what is no text in braces.
 */

/** What is escaped: the escape's own sign, everything unprintable but the line feed, and what a workbook's file escapes itself. */
const CHANGED =
  /\\|[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|_(?=x[0-9A-Fa-f]{4}_)/g;

/** A value as 変更履歴 writes it. */
export function exactText(value: CellValue): string {
  if (typeof value !== "string") return `{${String(value)}}`;
  const text = value.replace(CHANGED, (unit) =>
    unit === "\\" ? "\\\\" : `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return text.startsWith("{") || text.startsWith(" ") ? `\\${text}` : text;
}

/** The value that `exactText` wrote; null where the text is none of its. */
export function exactValue(text: string): CellValue | null {
  const whole = /^\{(.*)\}$/s.exec(text)?.[1];
  if (whole === "true" || whole === "false") return whole === "true";
  if (whole !== undefined) return whole !== "" && Number.isFinite(Number(whole)) ? Number(whole) : null;
  if (/\\(?![\\{ ]|u[0-9a-f]{4})/.test(text.replace(/\\\\/g, ""))) return null;
  return text.replace(/\\(?:u([0-9a-f]{4})|([\\{ ]))/g, (_all, code: string | undefined, sign: string | undefined) =>
    code === undefined ? (sign ?? "") : String.fromCharCode(parseInt(code, 16)),
  );
}
