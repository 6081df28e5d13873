import { matchKey } from "../../ledger/match-key";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

/** A field called by its 略称: a slip among full names, only mentioned where the ledger writes all fields so. */
export const fieldShort = defineRule({
  id: "field-short",
  severity: "warning",
  scope: "ledger",
  basis: ["1-6", "plan"],
  fix: "auto",
  check({ ledger, fields, words }, report) {
    const column = ledger.columns.field;
    if (column === undefined) return;
    const names = new Map<string, string>();
    for (const { name, shortName } of fields) if (shortName !== "") names.set(matchKey(shortName), name);
    for (const { name } of fields) names.delete(matchKey(name));
    if (names.size === 0) return;
    const short = ledger.measures.flatMap(({ row, field }) => {
      const name = names.get(matchKey(field));
      return name === undefined ? [] : [{ row, field, name }];
    });
    const isUsual = short.length * 2 > ledger.measures.length;
    const rule = words.byRule["field-short"];
    for (const { row, field, name } of isUsual ? short.slice(0, 1) : short) {
      report({
        at: { row, column },
        value: field,
        ...(isUsual ? { severity: "info" as const, fix: "choose" as const } : {}),
        message: rule.message(excerpt(field), excerpt(name)),
        suggestion: rule.suggestion(excerpt(name)),
        choices: [{ after: name }],
      });
    }
  },
});
