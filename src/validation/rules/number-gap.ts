import type { Measure } from "../../ledger/ledger";
import { matchKey } from "../../ledger/match-key";
import { hierarchyOf } from "../hierarchy";
import { numberSeries, type Numbered } from "../numbering";
import { defineRule, type RuleContext, type Report } from "../rule";

/**
 * Numbers missing from a series of whole numbers: 番号, 大項目番号 within a field, 施策番号 within a 大項目. A series with
 * more gaps than one in ten is not numbered one by one and left alone.
 */
export const numberGap = defineRule({
  id: "number-gap",
  severity: "warning",
  scope: "ledger",
  basis: ["product"],
  fix: "manual",
  check(context, report) {
    const { ledger } = context;
    const { number, headingNumber, policyNumber } = ledger.columns;
    if (number !== undefined) {
      for (const { entries } of numberSeries(ledger)) checkSeries(entries, number, context, report);
    }
    const { heading, headingGoesOn, policyGoesOn } = hierarchyOf(ledger);
    if (headingNumber !== undefined) {
      const series = levels(ledger.measures, "headingNumber", (_, { fieldIndex }) => fieldIndex, headingGoesOn);
      for (const one of series) checkSeries(one, headingNumber, context, report);
    }
    if (policyNumber !== undefined) {
      const series = levels(ledger.measures, "policyNumber", (index) => heading[index]!, policyGoesOn);
      for (const one of series) checkSeries(one, policyNumber, context, report);
    }
  },
});

/** The numbers of a level, group by group; a number that goes on over several rows appears once. */
function levels(
  measures: readonly Measure[],
  key: "headingNumber" | "policyNumber",
  parentOf: (index: number, measure: Measure) => number,
  goesOn: Uint8Array,
): Iterable<Numbered[]> {
  const groups = new Map<number, Numbered[]>();
  for (let index = 0; index < measures.length; index++) {
    if (goesOn[index] === 1) continue;
    const measure = measures[index]!;
    const number = matchKey(measure[key]);
    if (number === "") continue;
    const parent = parentOf(index, measure);
    const group = groups.get(parent);
    if (group) group.push({ measure, number });
    else groups.set(parent, [{ measure, number }]);
  }
  return groups.values();
}

function checkSeries(series: readonly Numbered[], column: number, { words }: RuleContext, report: Report): void {
  const numbers = series.map(({ number }) => (/^\d{1,9}$/.test(number) ? Number(number) : NaN));
  // A series in its order without leap needs no sorting.
  if (
    numbers.every(
      (number, index) => index === 0 || (number - numbers[index - 1]! <= 1 && number >= numbers[index - 1]!),
    )
  )
    return;
  if (numbers.some(Number.isNaN)) return;
  const first = new Map<number, Measure>();
  for (const [index, { measure }] of series.entries()) {
    if (!first.has(numbers[index]!)) first.set(numbers[index]!, measure);
  }
  const sorted = [...first.keys()].sort((a, b) => a - b);
  const gaps = sorted.flatMap((number, index) => {
    const before = sorted[index - 1];
    return before !== undefined && number > before + 1 ? [{ before, number }] : [];
  });
  if (gaps.length > Math.max(1, sorted.length / 10)) return;
  const rule = words.byRule["number-gap"];
  for (const { before, number } of gaps) {
    const measure = first.get(number)!;
    const missing = number - before === 2 ? String(before + 1) : `${before + 1}–${number - 1}`;
    report({
      at: { row: measure.row, column },
      value: String(number),
      message: rule.message(missing, String(before), String(number)),
      suggestion: rule.suggestion,
    });
  }
}
