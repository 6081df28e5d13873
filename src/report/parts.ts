import type { ColumnKey, ColumnReading } from "../ledger/ledger";
import {
  DEPARTMENTS_SHEET,
  DIRECTIONS_SHEET,
  INDICATORS_SHEET,
  MONEY_SHEET,
  RESULTS_SHEET,
  REVIEWS_SHEET,
} from "../ledger/sheet-names";

/**
 * The parts of the report that can be asked for, in reading order. With the booklet the other sheets are its annex, and the
 * narrative is its chapter 評価 instead of a sheet of its own.
 */
export const REPORT_PARTS = [
  "booklet",
  "summary",
  "fields",
  "comparison",
  "indicators",
  "departments",
  "directions",
  "money",
  "reviews",
  "results",
  "narrative",
] as const;

/** A part of the report that can be asked for. */
export type ReportPart = (typeof REPORT_PARTS)[number];

/** The parts made from further columns of the ledger, in reading order. */
export const LEDGER_PARTS = ["indicators", "departments", "directions", "money", "reviews", "results"] as const;

/** One of them. */
export type LedgerPart = (typeof LEDGER_PARTS)[number];

/** The sheet that each of them makes, its first one where it makes two. */
export const PART_SHEETS: Readonly<Record<LedgerPart, string>> = {
  indicators: INDICATORS_SHEET,
  departments: DEPARTMENTS_SHEET,
  directions: DIRECTIONS_SHEET,
  money: MONEY_SHEET,
  reviews: REVIEWS_SHEET,
  results: RESULTS_SHEET,
};

/** The columns that a part is made from, one of which the ledger must have. */
const NEEDED: Readonly<Record<LedgerPart, readonly ColumnKey[]>> = {
  indicators: ["indicator", "target", "actual"],
  departments: ["department"],
  directions: ["direction"],
  money: ["budget", "settled"],
  reviews: ["review", "status"],
  results: ["result", "issue", "next", "outline", "opinion", "remarks"],
};

/**
 * The parts that a ledger with these columns can have; whether their cells hold anything only the report finds out.
 *
 * @param hasEarlier whether there is an earlier year to compare the ledger with
 */
export function partsFor(headers: readonly Pick<ColumnReading, "key">[], hasEarlier = false): readonly ReportPart[] {
  return REPORT_PARTS.filter((part) => {
    if (part === "comparison") return hasEarlier;
    if (!(part in NEEDED)) return true;
    const needed = NEEDED[part as LedgerPart];
    const found = headers.filter(({ key }) => key !== null && needed.includes(key));
    // One status alone has nothing to be compared with.
    return part === "reviews" ? found.length > 1 : found.length > 0;
  });
}
