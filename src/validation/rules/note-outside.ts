import { cellText } from "../../ledger/cell-text";
import { blocksOutside } from "../outside";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

/** A note below or beside the ledger, or a row that is no measure. Titles and legends above the header are welcome. */
export const noteOutside = defineRule({
  id: "note-outside",
  severity: "warning",
  scope: "sheet",
  basis: ["administrative"],
  fix: "manual",
  check(context, report) {
    if (!context.ledger) return;
    const rule = context.words.byRule["note-outside"];
    for (const block of blocksOutside(context, context.ledger)) {
      if (block.isTable) continue;
      report({
        at: block.area,
        value: block.text,
        message: rule.message(excerpt(cellText(block.text))),
        suggestion: rule.suggestion,
      });
    }
  },
});
