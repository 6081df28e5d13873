import { matchKey } from "../../ledger/match-key";
import { WORDING_PREFIX } from "../../ledger/read-plan";
import { writeNarrative } from "../../narrative/write-narrative";
import type { CellEdit } from "../finding";
import { planCells } from "../plan-cells";
import { defineRule } from "../rule";

/** A wording of the evaluation whose automatic sentence has changed since, or for which the evaluation has no place. */
export const planWording = defineRule({
  id: "plan-wording",
  severity: "warning",
  scope: "ledger",
  basis: ["plan"],
  fix: "choose",
  check({ plan, planSource, tally, settings, words }, report) {
    if (!tally || plan.wordings.length === 0) return;
    const rule = words.byRule["plan-wording"];
    const { paragraphs, unplaced } = writeNarrative(tally, settings, plan);
    const cellOf = planCells(planSource);
    for (const { item, text, automatic } of plan.wordings) {
      const name = WORDING_PREFIX + item;
      const [first = ""] = text;
      const cell = cellOf(first);
      const at = cell === undefined ? {} : { at: cell, sheet: cell.sheet };
      if (unplaced.includes(name)) {
        report({ ...at, value: first, message: rule.unplaced(name), suggestion: rule.removeOrRename, choices: [] });
        continue;
      }
      const outdated = paragraphs.find((one) => one.outdated === true && matchKey(one.item) === matchKey(name));
      if (outdated === undefined) continue;
      const now = outdated.automatic ?? "";
      const twin = cellOf(automatic);
      const kept: CellEdit[] =
        twin === undefined || twin.text !== automatic
          ? []
          : [{ sheet: twin.sheet, row: twin.row, column: twin.column, before: automatic, after: now }];
      const taken: CellEdit[] =
        cell === undefined
          ? []
          : [{ sheet: cell.sheet, row: cell.row, column: cell.column, before: cell.text, after: now }];
      report({
        ...at,
        value: first,
        message: rule.message(name, now),
        suggestion: rule.suggestion,
        choices:
          kept.length === 0 || taken.length === 0
            ? []
            : [
                { label: rule.keep, edits: kept },
                { label: rule.take, edits: [...taken, ...kept] },
              ],
      });
    }
  },
});
