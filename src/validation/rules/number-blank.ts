import { excerpt } from "../quote";
import { numericColumns } from "../numeric-columns";
import { defineRule } from "../rule";

/** 0, blank cells and dashes side by side in a column of numbers; reported once, at the rarest of them. */
export const numberBlank = defineRule({
  id: "number-blank",
  severity: "warning",
  scope: "ledger",
  basis: ["1-13", "administrative"],
  fix: "manual",
  check(context, report) {
    const { words } = context;
    const rule = words.byRule["number-blank"];
    for (const { column, zeros, blanks, dashes } of numericColumns(context)) {
      const kinds = [
        { name: rule.zero, rows: zeros },
        { name: rule.none, rows: blanks },
        { name: words.list.quote("－"), rows: dashes },
      ].filter(({ rows }) => rows.length > 0);
      if (kinds.length < 2) continue;
      const rarest = kinds.reduce((least, kind) => (kind.rows.length < least.rows.length ? kind : least));
      report({
        at: { row: rarest.rows[0]!, column: column.column },
        value: context.valueAt(rarest.rows[0]!, column.column),
        message: rule.message(excerpt(column.header), kinds.map(({ name }) => name).join(words.list.separator)),
        suggestion: rule.suggestion,
      });
    }
  },
});
