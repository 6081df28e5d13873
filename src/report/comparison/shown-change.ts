import type { Comparison } from "../../compare/comparison";
import { yearChange } from "../../compare/year-change";
import type { YearChange } from "../../narrative/year-change";
import type { ReportPart } from "../parts";

/** What the evaluation says of last year, where the part 前年度比較 is made. */
export function shownChange(
  comparison: Comparison | undefined,
  parts: ReadonlySet<ReportPart>,
): YearChange | undefined {
  return comparison !== undefined && parts.has("comparison") ? yearChange(comparison) : undefined;
}
