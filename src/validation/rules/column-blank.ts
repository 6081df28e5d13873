import { columnLetters } from "../../cells/cell";
import { isBlankCell } from "../../ledger/cell-text";
import { hasContent, ownColumns } from "../outside";
import { defineRule } from "../rule";

/** A column without header and values between columns of the ledger. */
export const columnBlank = defineRule({
  id: "column-blank",
  severity: "error",
  scope: "sheet",
  basis: ["2-1", "administrative"],
  fix: "manual",
  check(context, report) {
    const { ledger, words } = context;
    if (!ledger) return;
    const rule = words.byRule["column-blank"];
    const headed = new Set(ledger.headers.filter(({ text }) => !isBlankCell(text)).map(({ column }) => column));
    const { first, last } = ownColumns(context, ledger);
    for (let column = first + 1; column < last; column++) {
      if (headed.has(column)) continue;
      if (ledger.measures.some(({ row }) => hasContent(context, row, column))) continue;
      report({
        at: { row: ledger.headerRow, column },
        message: rule.message(columnLetters(column)),
        suggestion: rule.suggestion,
      });
    }
  },
});
