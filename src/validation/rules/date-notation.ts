import { dateColumns, isDistant, type DateCell } from "../date-columns";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

/** Dates of one column in several notations; those in the rarer ones are reported. */
export const dateNotation = defineRule({
  id: "date-notation",
  severity: "warning",
  scope: "ledger",
  basis: ["1-11", "administrative"],
  fix: "manual",
  check(context, report) {
    const rule = context.words.byRule["date-notation"];
    for (const { column, cells, usualYear } of dateColumns(context)) {
      const groups = new Map<string, DateCell[]>();
      for (const cell of cells) {
        // A date that cannot be is said to be so, however it is written.
        if (cell.reading.kind === "error" || isDistant(cell, usualYear)) continue;
        const group = groups.get(cell.notation);
        if (group) group.push(cell);
        else groups.set(cell.notation, [cell]);
      }
      const [common, ...others] = [...groups.values()].sort((a, b) => b.length - a.length);
      const model = common?.find(({ reading }) => reading.kind === "ok") ?? common?.[0];
      if (!model) continue;
      for (const { row, value, text } of others.flat()) {
        const example = excerpt(model.text);
        report({
          at: { row, column: column.column },
          value,
          message: rule.message(excerpt(text), example),
          suggestion: rule.suggestion(example),
        });
      }
    }
  },
});
