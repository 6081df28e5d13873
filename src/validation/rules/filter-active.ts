import { defineRule } from "../rule";

/** A filter that hides rows of the data. */
export const filterActive = defineRule({
  id: "filter-active",
  severity: "warning",
  scope: "sheet",
  basis: ["administrative"],
  fix: "manual",
  check({ ledger, source, words }, report) {
    if (!ledger || source.structure?.filtered !== true) return;
    const rule = words.byRule["filter-active"];
    const hidden = (source.structure.hiddenRows ?? []).filter((row) => row >= ledger.firstRow && row <= ledger.lastRow);
    const [first] = hidden;
    if (first === undefined) return;
    report({
      at: { row: first, column: source.column },
      message: rule.message(hidden.length),
      suggestion: rule.suggestion,
    });
  },
});
