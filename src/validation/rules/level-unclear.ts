import { isBlankCell } from "../../ledger/cell-text";
import { headerOf } from "../../ledger/columns";
import { defineRule } from "../rule";

/** A level that is written partly in every row and partly in the first row of a group only: what its blank cells mean is asked. */
export const levelUnclear = defineRule({
  id: "level-unclear",
  severity: "error",
  scope: "ledger",
  basis: ["administrative"],
  fix: "manual",
  check({ ledger, words, valueAt }, report) {
    const rule = words.byRule["level-unclear"];
    for (const key of ledger.unclearLevels) {
      const column = ledger.columns[key];
      const first =
        column === undefined ? undefined : ledger.measures.find(({ row }) => isBlankCell(valueAt(row, column)));
      if (column === undefined || first === undefined) continue;
      const word = ledger.levels.find((level) => level.key === key)?.name ?? headerOf(key);
      report({ at: { row: first.row, column }, message: rule.message(word), suggestion: rule.suggestion });
    }
  },
});
