import { defineRule } from "../rule";

/** A ledger that has its header and not a single row. */
export const ledgerEmpty = defineRule({
  id: "ledger-empty",
  severity: "error",
  scope: "sheet",
  basis: ["product"],
  fix: "manual",
  check({ problem, words }, report) {
    if (problem?.kind !== "empty-ledger") return;
    const rule = words.byRule["ledger-empty"];
    report({ address: problem.headerAddress, message: rule.message, suggestion: rule.suggestion });
  },
});
