import { excerpt, quotedList } from "../quote";
import { defineRule } from "../rule";

/** Statuses that match no vocabulary while the plan has not set one: one finding, with a proposal to be taken over. */
export const vocabularyUnset = defineRule({
  id: "vocabulary-unset",
  severity: "warning",
  scope: "ledger",
  basis: ["plan"],
  fix: "manual",
  check({ ledger, proposal, words }, report) {
    const column = ledger.columns.status;
    if (!proposal || column === undefined) return;
    const found = [
      ...new Set(ledger.measures.filter(({ statusIndex }) => statusIndex < 0).map(({ status }) => status)),
    ];
    const first = ledger.measures.find(({ statusIndex, status }) => statusIndex < 0 && status !== "");
    const rule = words.byRule["vocabulary-unset"];
    report({
      at: { row: ledger.headerRow, column },
      value: excerpt(first?.status ?? ""),
      message: rule.message(
        quotedList(
          found.filter((status) => status !== ""),
          words,
        ),
      ),
      suggestion: rule.suggestion,
    });
  },
});
