import { readEntry } from "../text/entry";
import { VALUE_ERROR, type FormulaError, type Scalar } from "./value";

/*
 * How Excel turns values into the kind an operation needs. A value that cannot be turned gives an error value; an error
 * stays itself.
 */

/** Text that reads as a number where a calculation needs one; dates without a year are none here. */
export function textToNumber(text: string): number | null {
  if (/^\D*\d{1,2}(?:[/-]\d{1,2}|月\d{1,2}日)$/.test(text)) return null;
  const entry = readEntry(text, { date1904: false, today: () => new Date(0) });
  return typeof entry?.value === "number" ? entry.value : null;
}

export function toNumber(value: Scalar): number | FormulaError {
  if (typeof value === "number") return value;
  if (value === null) return 0;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "string") return textToNumber(value) ?? VALUE_ERROR;
  return value;
}

export function toText(value: Scalar): string | FormulaError {
  if (typeof value === "string") return value;
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "number") return numberText(value);
  return value;
}

export function toLogical(value: Scalar): boolean | FormulaError {
  if (typeof value === "boolean") return value;
  if (value === null) return false;
  if (typeof value === "number") return value !== 0;
  if (typeof value === "string") {
    if (/^(?:true|false)$/i.test(value)) return value.toLowerCase() === "true";
    return VALUE_ERROR;
  }
  return value;
}

/** A number as "&" writes it: 15 digits, exponents as Excel has them. */
function numberText(value: number): string {
  const rounded = Number(value.toPrecision(15));
  const text = String(rounded).replace("e", "E");
  return text.replace(/E([+-])(\d)$/, "E$10$2");
}

/** Order of two values: numbers before text before truth values; text without regard to case. */
export function compareValues(a: Scalar, b: Scalar): number {
  const left = a ?? blankLike(b);
  const right = b ?? blankLike(a);
  const rank = (value: Scalar): number => (typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2);
  if (rank(left) !== rank(right)) return rank(left) - rank(right);
  if (typeof left === "number" && typeof right === "number") return left - right;
  if (typeof left === "string" && typeof right === "string") {
    const [x, y] = [left.toLowerCase(), right.toLowerCase()];
    return x < y ? -1 : x > y ? 1 : 0;
  }
  return Number(left) - Number(right);
}

/** What a blank cell counts as beside a value. */
function blankLike(other: Scalar): Scalar {
  if (typeof other === "string") return "";
  if (typeof other === "boolean") return false;
  return 0;
}
