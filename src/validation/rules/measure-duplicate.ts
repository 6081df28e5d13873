import { cellAddress } from "../../cells/cell";
import { isBlankCell } from "../../ledger/cell-text";
import type { Measure } from "../../ledger/ledger";
import { matchKey } from "../../ledger/match-key";
import { nameColumn } from "../context";
import { nameKeys } from "../../ledger/name-keys";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

/** What a 再掲 column is filled with. */
const MARK = "再掲";

/** A measure's name for the second time without 再掲, in the same department: what several departments do is each one's own. */
export const measureDuplicate = defineRule({
  id: "measure-duplicate",
  severity: "warning",
  scope: "ledger",
  basis: ["product"],
  fix: "choose",
  check({ ledger, valueAt, words }, report) {
    const keys = nameKeys(ledger);
    // In most ledgers no name comes twice, and to see that takes half as long as to find which does.
    if (new Set(keys).size === keys.length) return;
    const rule = words.byRule["measure-duplicate"];
    const known = new Map<string, Measure[]>();
    for (let index = 0; index < keys.length; index++) {
      const measure = ledger.measures[index]!;
      if (measure.relisted || isBlankCell(measure.name)) continue;
      const key = keys[index]!;
      const others = known.get(key);
      if (!others) {
        known.set(key, [measure]);
        continue;
      }
      const former = others.find((other) => isSameDepartment(other, measure));
      if (!former) {
        others.push(measure);
        continue;
      }
      const { row } = measure;
      const column = ledger.columns.relisted;
      report({
        at: { row, column: nameColumn(ledger, measure) },
        value: measure.name,
        message: rule.message(excerpt(measure.name), cellAddress(former.row, nameColumn(ledger, former))),
        suggestion: rule.suggestion,
        choices:
          column === undefined
            ? []
            : [
                {
                  label: MARK,
                  edits: [{ sheet: ledger.sheet, row, column, before: valueAt(row, column), after: MARK }],
                },
              ],
      });
    }
  },
});

/** A department that is not said may be any. */
function isSameDepartment(one: Measure, other: Measure): boolean {
  const [key, otherKey] = [matchKey(one.department), matchKey(other.department)];
  return key === otherKey || key === "" || otherKey === "";
}
