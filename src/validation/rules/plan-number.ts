import { reconcile } from "../../narrative/reconcile";
import type { Tally } from "../../tally/tally";
import { planCells } from "../plan-cells";
import { defineRule } from "../rule";

/** A number in the prose of the plan or its fields that the tally contradicts. */
export const planNumber = defineRule({
  id: "plan-number",
  severity: "error",
  scope: "ledger",
  basis: ["plan"],
  fix: "choose",
  check({ plan, planSource, fields, fieldsSource, tally, settings, words }, report) {
    if (!tally) return;
    const rule = words.byRule["plan-number"];
    const ofPlan = [
      ...plan.achievements,
      ...plan.challenges,
      ...plan.outlook,
      ...plan.notAchievedReasons,
      ...plan.cancelledReasons,
      ...plan.wordings.flatMap(({ text }) => text),
    ];
    const contradictions = (entries: readonly string[], counts: Tally) =>
      reconcile(
        entries.map((entry) => ({ source: entry, text: entry })),
        counts,
        settings,
        plan,
      );
    const found = [
      { contradicted: contradictions(ofPlan, tally), cellOf: planCells(planSource) },
      // A field's prose may count the field or the whole plan.
      ...fields.map(({ name, results }) => {
        const counts = results.length === 0 ? undefined : tally.fields.find((field) => field.name === name)?.counts;
        const ofWhole = counts === undefined ? [] : contradictions(results, tally);
        const contradicted = counts === undefined ? [] : contradictions(results, { ...tally, total: counts });
        return {
          contradicted: contradicted.filter((one) =>
            ofWhole.some(({ source, text }) => source === one.source && text === one.text),
          ),
          cellOf: planCells(fieldsSource),
        };
      }),
    ];
    for (const { text, expected, cell } of found.flatMap(({ contradicted, cellOf }) =>
      contradicted.map((one) => ({ ...one, cell: cellOf(one.source) })),
    )) {
      const should = corrected(text, expected);
      const mendable = cell !== undefined && !text.endsWith("割") && cell.text.split(text).length === 2;
      report({
        ...(cell ? { at: cell, sheet: cell.sheet } : {}),
        value: text,
        message: rule.message(text, should),
        suggestion: rule.suggestion(should),
        choices: mendable
          ? [
              {
                label: should,
                edits: [
                  {
                    sheet: cell.sheet,
                    row: cell.row,
                    column: cell.column,
                    before: cell.text,
                    after: cell.text.replace(text, () => should),
                  },
                ],
              },
            ]
          : [],
      });
    }
  },
});

/** The phrase with the right number, in the width it was written in; tenths (割) become a percentage. */
function corrected(text: string, expected: number): string {
  if (text.endsWith("割")) return `${expected}％`;
  const isFullWidth = /[０-９]/.test(text);
  const digits = isFullWidth
    ? String(expected).replace(/[0-9.]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    : String(expected);
  return text.replace(/[\d０-９][\d０-９,，.．]*|[〇一二三四五六七八九十百千]+/, digits);
}
