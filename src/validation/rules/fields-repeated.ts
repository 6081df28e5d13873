import { excerpt } from "../quote";
import { defineRule } from "../rule";

/** A field that the 分野 sheet lists twice. */
export const fieldsRepeated = defineRule({
  id: "fields-repeated",
  severity: "warning",
  scope: "ledger",
  basis: ["plan"],
  fix: "manual",
  check({ notices, words }, report) {
    const rule = words.byRule["fields-repeated"];
    for (const { kind, sheet, cell, value } of notices.fields) {
      if (kind !== "repeated") continue;
      report({ address: cell, sheet, value, message: rule.message(excerpt(value)), suggestion: rule.suggestion });
    }
  },
});
