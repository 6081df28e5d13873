import { cellAddress } from "../../cells/cell";
import { matchKey } from "../../ledger/match-key";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

/** Two columns whose headers are the same text, whatever their width and spaces. */
export const headerDuplicate = defineRule({
  id: "header-duplicate",
  severity: "error",
  scope: "sheet",
  basis: ["1-6", "administrative"],
  fix: "manual",
  check({ ledger, words }, report) {
    if (!ledger) return;
    const rule = words.byRule["header-duplicate"];
    const first = new Map<string, number>();
    for (const { column, text } of ledger.headers) {
      const key = matchKey(text);
      const former = first.get(key);
      if (key === "") continue;
      if (former === undefined) {
        first.set(key, column);
        continue;
      }
      report({
        at: { row: ledger.headerRow, column },
        value: text,
        message: rule.message(excerpt(text), cellAddress(ledger.headerRow, former)),
        suggestion: rule.suggestion,
      });
    }
  },
});
