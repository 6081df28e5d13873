import { columnLetters } from "../../cells/cell";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

/** A hidden column of the ledger. */
export const columnHidden = defineRule({
  id: "column-hidden",
  severity: "warning",
  scope: "sheet",
  basis: ["administrative"],
  fix: "manual",
  check({ ledger, source, words }, report) {
    if (!ledger) return;
    const rule = words.byRule["column-hidden"];
    const hidden = new Set(source.structure?.hiddenColumns ?? []);
    for (const { column, text } of ledger.headers) {
      if (!hidden.has(column)) continue;
      report({
        at: { row: ledger.headerRow, column },
        value: text,
        message: rule.message(columnLetters(column), excerpt(text)),
        suggestion: rule.suggestion,
      });
    }
  },
});
