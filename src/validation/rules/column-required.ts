import { defineRule } from "../rule";

/** A sheet that lacks a column without which it is no ledger; one finding for each such column. */
export const columnRequired = defineRule({
  id: "column-required",
  severity: "error",
  scope: "sheet",
  basis: ["1-6", "administrative"],
  fix: "manual",
  check({ problem, source, words }, report) {
    if (problem?.kind !== "not-a-ledger") return;
    const rule = words.byRule["column-required"];
    const seen = problem.seen.join(words.list.separator);
    for (const column of problem.missing) {
      report({
        ...(problem.row > 0
          ? { at: { row: problem.row - 1, column: source.column, columns: headerWidth(problem.row - 1, source) } }
          : {}),
        value: "",
        message: rule.message(column),
        suggestion: rule.suggestion(seen),
      });
    }
  },
});

function headerWidth(
  row: number,
  source: { readonly row: number; readonly values: readonly (readonly unknown[])[] },
): number {
  return Math.max(1, source.values[row - source.row]?.length ?? 1);
}
