import { isBlankCell } from "../../ledger/cell-text";
import { matchKey } from "../../ledger/match-key";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

/** What is written in place of a reason by those who have none to give. */
const NO_REASON =
  /^(?:-+|なし|無し?|特に(?:なし|無し?|ありません)|ありません|該当なし|未記入|未定|不明|別紙(?:の?とおり|参照)?|[/×…])[。.]?$/;

/** No such word is longer. */
const LONGEST = 10;

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
    const isBlank = isBlankCell(measure.reason);
    if (!isBlank && (measure.reason.length > LONGEST || !NO_REASON.test(matchKey(measure.reason)))) return;
    const rule = context.words.byRule["reason-missing"];
    report({
      at: { row: measure.row, column },
      message: isBlank
        ? rule.message(excerpt(measure.name), status.name)
        : rule.instead(excerpt(measure.reason), excerpt(measure.name), status.name),
      suggestion: rule.suggestion,
    });
  },
});
