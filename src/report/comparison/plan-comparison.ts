import type { Comparison } from "../../compare/comparison";
import type { ReportContext } from "../report-context";
import type { PlannedSheet } from "../report-problem";
import { comparisonSheet } from "./comparison-sheet";
import { pairSheet } from "./pair-sheet";
import { regressionSheet } from "./regression-sheet";
import { turnoverSheet } from "./turnover-sheet";

/** The sheets of the part 前年度比較, in reading order. */
export function comparisonSheets(context: ReportContext, comparison: Comparison): readonly PlannedSheet[] {
  return [comparisonSheet, regressionSheet, turnoverSheet, pairSheet].map((plan) => plan(context, comparison));
}
