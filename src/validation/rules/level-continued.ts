import { isBlankCell } from "../../ledger/cell-text";
import { headerOf } from "../../ledger/columns";
import type { CellEdit } from "../finding";
import { defineRule } from "../rule";

/**
 * A level of which only the first row of each group is filled: read as the cell above, said once, and filled in where that is
 * wanted. Cells of a merged area hold nothing that could be filled in.
 */
export const levelContinued = defineRule({
  id: "level-continued",
  severity: "info",
  scope: "ledger",
  basis: ["administrative"],
  fix: "choose",
  check({ ledger, source, words, valueAt, isCovered }, report) {
    const rule = words.byRule["level-continued"];
    for (const { key, cells } of ledger.filledDown) {
      const column = ledger.columns[key];
      if (column === undefined) continue;
      const blank = ledger.measures.filter(({ row }) => isBlankCell(valueAt(row, column)));
      const edits = blank.flatMap((measure): CellEdit[] =>
        measure[key] === "" || isCovered(measure.row, column)
          ? []
          : [
              {
                sheet: source.name,
                row: measure.row,
                column,
                before: valueAt(measure.row, column),
                after: measure[key],
              },
            ],
      );
      const [first] = blank;
      const word = ledger.levels.find((level) => level.key === key)?.name ?? headerOf(key);
      report({
        at: { row: first?.row ?? ledger.firstRow, column },
        message: rule.message(word, cells),
        suggestion: rule.suggestion,
        ...(edits.length === 0 ? {} : { choices: [{ label: rule.fill(edits.length), edits }] }),
      });
    }
  },
});
