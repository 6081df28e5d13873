import { columnLetters } from "../../cells/cell";
import { isBlankCell } from "../../ledger/cell-text";
import { hasContent, ownColumns } from "../outside";
import { defineRule } from "../rule";

/** A column inside the ledger that has values but no header. */
export const headerBlank = defineRule({
  id: "header-blank",
  severity: "warning",
  scope: "sheet",
  basis: ["1-6", "administrative"],
  fix: "manual",
  check(context, report) {
    const { ledger, words } = context;
    if (!ledger) return;
    const rule = words.byRule["header-blank"];
    const headed = new Set(ledger.headers.filter(({ text }) => !isBlankCell(text)).map(({ column }) => column));
    const { first, last } = ownColumns(context, ledger);
    for (let column = first + 1; column < last; column++) {
      if (headed.has(column)) continue;
      if (!ledger.measures.some(({ row }) => hasContent(context, row, column))) continue;
      report({
        at: { row: ledger.headerRow, column },
        message: rule.message(columnLetters(column)),
        suggestion: rule.suggestion,
      });
    }
  },
});
