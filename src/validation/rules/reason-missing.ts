import { isBlankCell } from "../../ledger/cell-text";
import { excerpt } from "../quote";
import { saysNoReason } from "../reasons";
import { defineRule } from "../rule";

/** No reason where the vocabulary asks for one, or a word in its place (－, 特になし); only where the 理由 column is in use. */
export const reasonMissing = defineRule({
  id: "reason-missing",
  severity: "error",
  scope: "row",
  basis: ["plan"],
  fix: "manual",
  check(measure, context, report) {
    const column = context.ledger.columns.reason;
    const status = context.settings.statuses[measure.statusIndex];
    if (
      column === undefined ||
      !status?.reasonRequired ||
      context.isCovered(measure.row, column) ||
      context.filled("reason") === 0
    )
      return;
    if (!saysNoReason(measure.reason)) return;
    const rule = context.words.byRule["reason-missing"];
    report({
      at: { row: measure.row, column },
      message: isBlankCell(measure.reason)
        ? rule.message(excerpt(measure.name), status.name)
        : rule.instead(excerpt(measure.reason), excerpt(measure.name), status.name),
      suggestion: rule.suggestion,
    });
  },
});
