import type { Measure } from "../../ledger/ledger";
import { matchKey } from "../../ledger/match-key";
import { numberSeries } from "../numbering";
import { defineRule, type LedgerContext, type Report } from "../rule";

/**
 * Numbers missing from a series of whole numbers: 番号, 大項目番号 within a field, 施策番号 within a 大項目. A series with
 * more gaps than one in ten is not numbered one by one and left alone.
 */
export const numberGap = defineRule({
  id: "number-gap",
  severity: "warning",
  scope: "ledger",
  basis: ["administrative"],
  fix: "manual",
  check(context, report) {
    const { columns, measures } = context.ledger;
    if (columns.number !== undefined) {
      for (const series of numberSeries(measures)) checkSeries(series, columns.number, context, report);
    }
    if (columns.headingNumber !== undefined) {
      for (const series of levels(measures, "headingNumber", ({ fieldIndex }) => String(fieldIndex))) {
        checkSeries(series, columns.headingNumber, context, report);
      }
    }
    if (columns.policyNumber !== undefined) {
      const parentOf = ({ fieldIndex, headingNumber, heading }: Measure) =>
        `${fieldIndex}\n${headingNumber}\n${heading}`;
      for (const series of levels(measures, "policyNumber", parentOf)) {
        checkSeries(series, columns.policyNumber, context, report);
      }
    }
  },
});

interface Numbered {
  readonly measure: Measure;
  readonly number: string;
}

function levels(
  measures: readonly Measure[],
  key: "headingNumber" | "policyNumber",
  parentOf: (measure: Measure) => string,
): Numbered[][] {
  const groups = new Map<string, Numbered[]>();
  for (const measure of measures) {
    const number = matchKey(measure[key]);
    if (number === "") continue;
    const id = parentOf(measure);
    const group = groups.get(id);
    if (group) group.push({ measure, number });
    else groups.set(id, [{ measure, number }]);
  }
  return [...groups.values()];
}

function checkSeries(series: readonly Numbered[], column: number, { words }: LedgerContext, report: Report): void {
  const first = new Map<number, Measure>();
  for (const { measure, number } of series) {
    if (!/^\d{1,9}$/.test(number)) return;
    if (!first.has(Number(number))) first.set(Number(number), measure);
  }
  const numbers = [...first.keys()].sort((a, b) => a - b);
  const gaps = numbers.flatMap((number, index) => {
    const before = numbers[index - 1];
    return before !== undefined && number > before + 1 ? [{ before, number }] : [];
  });
  if (gaps.length > Math.max(1, numbers.length / 10)) return;
  const rule = words.byRule["number-gap"];
  for (const { before, number } of gaps) {
    const measure = first.get(number)!;
    const missing = number - before === 2 ? String(before + 1) : `${before + 1}–${number - 1}`;
    report({
      at: { row: measure.row, column },
      value: String(number),
      message: rule.message(missing, String(before)),
      suggestion: rule.suggestion,
    });
  }
}
