import { isErrorValue } from "../../cells/error-value";
import { isBlankCell } from "../../ledger/cell-text";
import { matchKey } from "../../ledger/match-key";
import { excerpt, quotedList } from "../quote";
import { defineRule } from "../rule";
import { nearestOf } from "../../ledger/similarity";

/** A field that the 分野 sheet does not have; silent where there is no such sheet. */
export const fieldUnknown = defineRule({
  id: "field-unknown",
  severity: "error",
  scope: "ledger",
  basis: ["plan", "administrative"],
  fix: "choose",
  check({ ledger, fields, words }, report) {
    const column = ledger.columns.field;
    if (column === undefined || fields.length === 0) return;
    const rule = words.byRule["field-unknown"];
    const names = fields.map(({ name }) => name);
    const keys = names.map(matchKey);
    const nearest = new Map<string, string | undefined>();
    const all = quotedList(names, words);
    for (const { row, field, fieldIndex } of ledger.measures) {
      if (fieldIndex < fields.length || isBlankCell(field) || isErrorValue(field)) continue;
      if (!nearest.has(field)) nearest.set(field, names[nearestOf(matchKey(field), keys)]);
      const near = nearest.get(field);
      report({
        at: { row, column },
        value: field,
        message: near === undefined ? rule.message(excerpt(field), all) : rule.nearest(excerpt(field), excerpt(near)),
        suggestion: near === undefined ? rule.suggestion : rule.suggestNearest(excerpt(near)),
        choices: near === undefined ? [] : [{ after: near }],
      });
    }
  },
});
