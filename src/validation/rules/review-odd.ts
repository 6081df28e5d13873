import { statusConcepts } from "../../ledger/status-words";
import { columnsOf } from "../amounts";
import { oddValues } from "../odd-values";
import { excerpt, quotedList } from "../quote";
import { defineRule } from "../rule";
import { classByWords } from "../status-families";

/** An evaluation beside the status that stands once among few others and is in no vocabulary. */
export const reviewOdd = defineRule({
  id: "review-odd",
  severity: "warning",
  scope: "ledger",
  basis: ["1-6", "product"],
  fix: "choose",
  check(context, report) {
    const rule = context.words.byRule["review-odd"];
    for (const column of columnsOf(context, "review")) {
      for (const { row, text, usual, nearest } of oddValues(context, column, isClass)) {
        report({
          at: { row, column: column.column },
          value: text,
          message: rule.message(excerpt(text), quotedList(usual, context.words)),
          suggestion: rule.suggestion,
          choices: nearest === undefined ? [] : [{ after: nearest }],
        });
      }
    }
  },
});

/** Codes and words that evaluations are made of. */
function isClass(key: string): boolean {
  return (
    /^(?:[a-z][+-]?|\d|[◎○〇△×▲-]|i{1,3}|iv|v)$/.test(key) ||
    statusConcepts(key).length > 0 ||
    classByWords(key) !== undefined
  );
}
