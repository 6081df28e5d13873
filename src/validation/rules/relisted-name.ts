import { cellAddress } from "../../cells/cell";
import { nameColumn } from "../context";
import { relistings } from "../originals";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

/** A mark of being listed again within a name. */
const MARK = /\s*(?:[（([【〔［]\s*※?再掲[^）)\]】〕］]*[）)\]】〕］]|※再掲)\s*/;

/** A re-listed measure whose name is not quite its original's. */
export const relistedName = defineRule({
  id: "relisted-name",
  severity: "warning",
  scope: "ledger",
  basis: ["administrative"],
  fix: "choose",
  check(context, report) {
    const { ledger, words } = context;
    const rule = words.byRule["relisted-name"];
    for (const { measure, original, sameName } of relistings(context)) {
      if (!original || sameName) continue;
      const mark = MARK.exec(measure.name)?.[0] ?? "";
      const bare = measure.name.replace(mark, "");
      const marked = measure.name.startsWith(mark) ? mark + original.name : original.name + mark;
      const place = (row: typeof measure) => ({
        sheet: ledger.sheet,
        row: row.row,
        column: nameColumn(ledger, row),
        before: row.name,
      });
      report({
        at: { row: measure.row, column: nameColumn(ledger, measure) },
        value: measure.name,
        message: rule.message(
          excerpt(measure.name),
          excerpt(original.name),
          cellAddress(original.row, nameColumn(ledger, original)),
        ),
        suggestion: rule.suggestion(excerpt(original.name)),
        choices: [
          { label: rule.takeOriginal(excerpt(original.name)), edits: [{ ...place(measure), after: marked }] },
          { label: rule.takeRelisted(excerpt(bare)), edits: [{ ...place(original), after: bare }] },
        ],
      });
    }
  },
});
