import { isBlankCell } from "../../ledger/cell-text";
import type { Measure } from "../../ledger/ledger";
import { hierarchyOf } from "../hierarchy";
import { excerpt } from "../quote";
import { columnOf } from "../context";
import { defineRule, type RuleContext, type Report } from "../rule";

/**
 * A 大項目 or 施策 left out where the rows nearby have one, as merged cells leave behind. A field without any 大項目, and
 * a 大項目 without any 施策, are as the plan has them.
 */
export const parentMissing = defineRule({
  id: "parent-missing",
  severity: "warning",
  scope: "ledger",
  basis: ["1-6", "administrative"],
  fix: "choose",
  check(context, report) {
    checkLevel("heading", (_, { fieldIndex }) => fieldIndex, context, report);
    if (context.ledger.columns.measure !== undefined) {
      const { heading } = hierarchyOf(context.ledger);
      checkLevel("policy", (index) => heading[index]!, context, report);
    }
  },
});

function checkLevel(
  key: "heading" | "policy",
  groupOf: (index: number, measure: Measure) => number,
  context: RuleContext,
  report: Report,
): void {
  const column = columnOf(context, key);
  if (!column) return;
  const rule = context.words.byRule["parent-missing"];
  const { measures } = context.ledger;
  if (measures.every((measure) => !isBlankCell(measure[key]))) return;
  const filled = new Map<number, string>();
  for (const [index, measure] of measures.entries()) {
    const group = groupOf(index, measure);
    if (!filled.has(group) && !isBlankCell(measure[key])) filled.set(group, measure[key]);
  }
  const latest = new Map<number, string>();
  for (const [index, measure] of measures.entries()) {
    const group = groupOf(index, measure);
    if (!isBlankCell(measure[key])) {
      latest.set(group, measure[key]);
      continue;
    }
    // A row without any name at all is `cell-required`'s.
    const nearby = latest.get(group) ?? filled.get(group);
    if (nearby === undefined || isBlankCell(measure.name) || context.isCovered(measure.row, column.column)) continue;
    report({
      at: { row: measure.row, column: column.column },
      message: rule.message(column.header, excerpt(nearby)),
      suggestion: rule.suggestion(excerpt(nearby)),
      choices: [{ after: nearby }],
    });
  }
}
