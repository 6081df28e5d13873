import { quotedList } from "../quote";
import { defineRule } from "../rule";

/** Several columns that could all be the status: nothing can be counted before it is said which. */
export const statusColumns = defineRule({
  id: "status-columns",
  severity: "error",
  scope: "sheet",
  basis: ["1-6", "administrative"],
  fix: "manual",
  check({ problem, words }, report) {
    if (problem?.kind !== "ambiguous-columns") return;
    const rule = words.byRule["status-columns"];
    const [first] = problem.candidates;
    const headers = problem.candidates.map(({ cell, text }) => `${text} ${cell}`);
    report({
      ...(first ? { address: first.cell } : {}),
      value: first?.text ?? "",
      message: rule.message(quotedList(headers, words)),
      suggestion: rule.suggestion,
    });
  },
});
