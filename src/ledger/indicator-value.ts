import type { CellValue } from "../cells/cell";
import { isErrorValue } from "../cells/error-value";
import { cellText, isBlankCell } from "./cell-text";
import { readNumber } from "./number-text";

/**
 * What a cell of an indicator says. A number keeps the text it was written as and the unit beside it (306人: 306, 「306人」, 人);
 * `text` is everything that is said instead of a number (未集計, 調査なし, ↑, －). 0 is a number, and nothing written is `blank`.
 */
export type IndicatorValue =
  | { readonly kind: "number"; readonly value: number; readonly text: string; readonly unit: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "blank" };

const BLANK: IndicatorValue = { kind: "blank" };
/* What stands behind the digits: 人, ％, 千円. */
const UNIT = /[^\d０-９.,．，]*$/;
/* 「10分以内」 is a bound and 「3月末」 a date: neither is an amount. */
const NO_AMOUNT = /^(?:月|年度|年[^間]|時$)|(?:以内|以上|以下|未満|程度|前後|超|まで|から|[~～〜])$/;

/** Reads a cell as a number with its unit, as a text or as nothing. 85.5％ is 85.5 of the unit ％, not a share of 1. */
export function indicatorValue(cell: CellValue | undefined): IndicatorValue {
  if (cell === undefined || isBlankCell(cell)) return BLANK;
  const text = cellText(cell).trim();
  if (typeof cell === "number") return { kind: "number", value: cell, text, unit: "" };
  if (typeof cell === "boolean" || isErrorValue(cell)) return { kind: "text", text };
  const read = readNumber(text);
  const unit = UNIT.exec(text)?.[0].trim() ?? "";
  if (read.kind === "none" || NO_AMOUNT.test(unit)) return { kind: "text", text };
  return { kind: "number", value: Number(read.digits), text, unit };
}

/** The number of a value; null for texts and blanks. */
export function numberOf(value: IndicatorValue | undefined): number | null {
  return value?.kind === "number" ? value.value : null;
}

/** A value as the ledger shows it; "" for a blank. */
export function shownValue(value: IndicatorValue): string {
  return value.kind === "blank" ? "" : value.text;
}
