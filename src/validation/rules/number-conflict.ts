import type { ColumnKey, Measure } from "../../ledger/ledger";
import { matchKey } from "../../ledger/match-key";
import { excerpt } from "../quote";
import { defineRule, type LedgerContext, type Report } from "../rule";

/** One 大項目番号 with two 大項目 in a field, or one 施策番号 with two 施策 in a 大項目; the rarer name is reported. */
export const numberConflict = defineRule({
  id: "number-conflict",
  severity: "error",
  scope: "ledger",
  basis: ["1-6", "administrative"],
  fix: "choose",
  check(context, report) {
    checkLevel("headingNumber", "heading", ({ fieldIndex }) => String(fieldIndex), context, report);
    checkLevel("policyNumber", "policy", parentOfPolicy, context, report);
  },
});

function parentOfPolicy({ fieldIndex, headingNumber, heading }: Measure): string {
  return `${fieldIndex}\n${headingNumber === "" ? matchKey(heading) : matchKey(headingNumber)}`;
}

type TextKey = Extract<ColumnKey, "headingNumber" | "heading" | "policyNumber" | "policy">;

function checkLevel(
  numberKey: TextKey,
  nameKey: TextKey,
  parentOf: (measure: Measure) => string,
  { ledger, words }: LedgerContext,
  report: Report,
): void {
  const column = ledger.columns[nameKey];
  if (column === undefined || ledger.columns[numberKey] === undefined) return;
  const groups = new Map<string, Map<string, Measure[]>>();
  for (const measure of ledger.measures) {
    const number = matchKey(measure[numberKey]);
    const name = matchKey(measure[nameKey]);
    if (number === "" || name === "") continue;
    const id = `${parentOf(measure)}\n${number}`;
    const names = groups.get(id) ?? new Map<string, Measure[]>();
    groups.set(id, names);
    const measures = names.get(name);
    if (measures) measures.push(measure);
    else names.set(name, [measure]);
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
