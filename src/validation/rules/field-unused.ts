import { fieldCells } from "../field-cells";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

/** A field of the 分野 sheet without a measure: left over from an older plan, or spelt otherwise in the ledger. */
export const fieldUnused = defineRule({
  id: "field-unused",
  severity: "warning",
  scope: "ledger",
  basis: ["plan"],
  fix: "manual",
  check({ ledger, fields, fieldsSource, words }, report) {
    if (fields.length === 0 || ledger.columns.field === undefined) return;
    const used = new Set(ledger.measures.map(({ fieldIndex }) => fieldIndex));
    const rule = words.byRule["field-unused"];
    const cellOf = fieldCells(fieldsSource);
    for (const [index, { name }] of fields.entries()) {
      if (used.has(index)) continue;
      const cell = cellOf(name);
      report({
        ...(cell ? { at: cell, sheet: cell.sheet } : {}),
        value: name,
        message: rule.message(excerpt(name)),
        suggestion: rule.suggestion,
      });
    }
  },
});
