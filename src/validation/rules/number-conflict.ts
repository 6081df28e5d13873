import type { ColumnKey, Measure } from "../../ledger/ledger";
import { isBlankCell } from "../../ledger/cell-text";
import { matchKey } from "../../ledger/match-key";
import { hierarchyOf } from "../hierarchy";
import { excerpt } from "../quote";
import { defineRule, type RuleContext, type Report } from "../rule";

/** One 大項目番号 with two 大項目 in a field, or one 施策番号 with two 施策 in a 大項目; the rarer name is reported. */
export const numberConflict = defineRule({
  id: "number-conflict",
  severity: "error",
  scope: "ledger",
  basis: ["product"],
  fix: "choose",
  check(context, report) {
    const { heading, headingGoesOn, policyGoesOn } = hierarchyOf(context.ledger);
    checkLevel("headingNumber", "heading", (_, { fieldIndex }) => fieldIndex, headingGoesOn, context, report);
    checkLevel("policyNumber", "policy", (index) => heading[index]!, policyGoesOn, context, report);
  },
});

type TextKey = Extract<ColumnKey, "headingNumber" | "heading" | "policyNumber" | "policy">;

function checkLevel(
  numberKey: TextKey,
  nameKey: TextKey,
  parentOf: (index: number, measure: Measure) => number,
  goesOn: Uint8Array,
  { ledger, words }: RuleContext,
  report: Report,
): void {
  const column = ledger.columns[nameKey];
  if (column === undefined || ledger.columns[numberKey] === undefined) return;
  if (!hasConflict(numberKey, nameKey, parentOf, goesOn, ledger.measures)) return;
  const groups = new Map<string, Map<string, Measure[]>>();
  let run: Measure[] | null = null;
  for (let index = 0; index < ledger.measures.length; index++) {
    const measure = ledger.measures[index]!;
    if (goesOn[index] !== 1) {
      const isNamed = !isBlankCell(measure[numberKey]) && !isBlankCell(measure[nameKey]);
      const id = `${parentOf(index, measure)}\n${matchKey(measure[numberKey])}`;
      run = isNamed ? runOf(id, matchKey(measure[nameKey]), groups) : null;
    }
    run?.push(measure);
  }
  const rule = words.byRule["number-conflict"];
  for (const names of groups.values()) {
    if (names.size < 2) continue;
    const [common, ...others] = [...names.values()].sort((a, b) => b.length - a.length);
    const proper = common![0]![nameKey];
    for (const measures of others) {
      const [first] = measures;
      report({
        at: { row: first!.row, column },
        value: first![nameKey],
        message: rule.message(first![numberKey], excerpt(first![nameKey]), excerpt(proper)),
        suggestion: rule.suggestion(excerpt(proper)),
        choices: [
          {
            label: words.list.quote(proper),
            edits: measures.map((measure) => ({
              sheet: ledger.sheet,
              row: measure.row,
              column,
              before: measure[nameKey],
              after: proper,
            })),
          },
        ],
      });
    }
  }
}

/** Whether any number has two names; nearly no ledger has one, and then nothing needs to be collected. */
function hasConflict(
  numberKey: TextKey,
  nameKey: TextKey,
  parentOf: (index: number, measure: Measure) => number,
  goesOn: Uint8Array,
  measures: readonly Measure[],
): boolean {
  const names = new Map<string, string>();
  for (let index = 0; index < measures.length; index++) {
    if (goesOn[index] === 1) continue;
    const measure = measures[index]!;
    if (isBlankCell(measure[numberKey]) || isBlankCell(measure[nameKey])) continue;
    const id = `${parentOf(index, measure)}\n${matchKey(measure[numberKey])}`;
    const name = matchKey(measure[nameKey]);
    const known = names.get(id);
    if (known === undefined) names.set(id, name);
    else if (known !== name) return true;
  }
  return false;
}

/** The measures of one number that have one name, to be added to. */
function runOf(id: string, name: string, groups: Map<string, Map<string, Measure[]>>): Measure[] {
  const names = groups.get(id) ?? new Map<string, Measure[]>();
  const measures = names.get(name) ?? [];
  groups.set(id, names.set(name, measures));
  return measures;
}
