import { cellAddress } from "../../cells/cell";
import { matchKey } from "../../ledger/match-key";
import { relistings } from "../originals";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

/** A re-listed measure with another status than its original. */
export const relistedStatus = defineRule({
  id: "relisted-status",
  severity: "error",
  scope: "ledger",
  basis: ["plan"],
  fix: "choose",
  check(context, report) {
    const { ledger, words } = context;
    const column = ledger.columns.status;
    if (column === undefined) return;
    const rule = words.byRule["relisted-status"];
    for (const { measure, original } of relistings(context)) {
      if (!original || agree(measure, original)) continue;
      const edit = (row: number, before: string, after: string) => ({
        label: `${cellAddress(row, column)} ${words.list.quote(after)}`,
        edits: [{ sheet: ledger.sheet, row, column, before, after }],
      });
      report({
        at: { row: measure.row, column },
        value: measure.status,
        message: rule.message(
          excerpt(measure.name),
          excerpt(measure.status),
          excerpt(original.status),
          cellAddress(original.row, column),
        ),
        suggestion: rule.suggestion(excerpt(original.status)),
        choices: [
          edit(measure.row, measure.status, original.status),
          edit(original.row, original.status, measure.status),
        ],
      });
    }
  },
});

/** Blank statuses are another rule's. */
function agree(one: { statusIndex: number; status: string }, other: { statusIndex: number; status: string }): boolean {
  const keys = [matchKey(one.status), matchKey(other.status)];
  if (keys.includes("")) return true;
  return one.statusIndex >= 0 ? one.statusIndex === other.statusIndex : keys[0] === keys[1];
}
