import { statusConcepts } from "../../ledger/status-words";
import { reportOddValues } from "../odd-values";
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
    reportOddValues(context, "review", isClass, context.words.byRule["review-odd"], report);
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
