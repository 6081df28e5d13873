import { isBlankCell } from "../../ledger/cell-text";
import { nameColumn } from "../context";
import { relistings } from "../originals";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

/** A re-listed measure whose original is not in the ledger. */
export const relistedOriginal = defineRule({
  id: "relisted-original",
  severity: "error",
  scope: "ledger",
  basis: ["plan"],
  fix: "manual",
  check(context, report) {
    const { ledger, words } = context;
    const rule = words.byRule["relisted-original"];
    for (const { measure, original } of relistings(context)) {
      if (original) continue;
      const { row } = measure;
      const referred = isBlankCell(measure.original) ? undefined : ledger.columns.original;
      const name = excerpt(measure.name);
      report({
        at: { row, column: referred ?? nameColumn(ledger, measure) },
        value: referred === undefined ? measure.name : measure.original,
        message: referred === undefined ? rule.message(name) : rule.byNumber(name, excerpt(measure.original)),
        suggestion: rule.suggestion,
      });
    }
  },
});
