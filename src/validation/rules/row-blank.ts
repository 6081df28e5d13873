import { rowRuns, runText } from "../runs";
import { defineRule } from "../rule";

/** Blank rows between measures. */
export const rowBlank = defineRule({
  id: "row-blank",
  severity: "error",
  scope: "sheet",
  basis: ["2-1", "administrative"],
  fix: "manual",
  check({ ledger, source, words }, report) {
    if (!ledger) return;
    const rule = words.byRule["row-blank"];
    const blank = (ledger.skipped ?? []).filter(({ kind }) => kind === "blank").map(({ row }) => row);
    for (const run of rowRuns(blank)) {
      report({
        at: { row: run.first, column: source.column },
        message: rule.message(runText(run)),
        suggestion: rule.suggestion,
      });
    }
  },
});
