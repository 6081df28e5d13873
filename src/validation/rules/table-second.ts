import { cellText } from "../../ledger/cell-text";
import { blocksOutside } from "../outside";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

/** Another table below or beside the ledger. */
export const tableSecond = defineRule({
  id: "table-second",
  severity: "error",
  scope: "sheet",
  basis: ["2-2", "administrative"],
  fix: "manual",
  check(context, report) {
    if (!context.ledger) return;
    const rule = context.words.byRule["table-second"];
    for (const block of blocksOutside(context, context.ledger)) {
      if (!block.isTable) continue;
      report({
        at: block.area,
        value: block.text,
        message: rule.message(excerpt(cellText(block.text))),
        suggestion: rule.suggestion,
      });
    }
  },
});
