import type { Measure } from "../ledger/ledger";
import { matchKey } from "../ledger/match-key";

/** Measures whose 番号 count in one series, in ledger order. */
export type Series = readonly { readonly measure: Measure; readonly number: string }[];

/** Where 番号 may begin anew, from the narrowest group to the widest. */
const SCOPES: readonly ((measure: Measure) => string)[] = [
  ({ fieldIndex, heading, policy }) => `${fieldIndex}\n${heading}\n${policy}`,
  ({ fieldIndex, heading }) => `${fieldIndex}\n${heading}`,
  ({ fieldIndex }) => String(fieldIndex),
];

/** Share of the later groups that must begin like the first for the numbers to be numbered per group. */
const MOSTLY = 0.8;

/**
 * The ledger's 番号 as the series they are counted in: one for the whole ledger, or one per field, 大項目 or 施策 where the
 * groups begin again with the first group's first number. Blank numbers are left out.
 */
export function numberSeries(measures: readonly Measure[]): Series[] {
  const numbered = measures
    .map((measure) => ({ measure, number: matchKey(measure.number) }))
    .filter(({ number }) => number !== "");
  for (const scope of SCOPES) {
    const groups = new Map<string, { measure: Measure; number: string }[]>();
    for (const entry of numbered) {
      const id = scope(entry.measure);
      const group = groups.get(id);
      if (group) group.push(entry);
      else groups.set(id, [entry]);
    }
    const [first, ...later] = groups.values();
    if (!first || later.length === 0) continue;
    const again = later.filter((group) => group[0]!.number === first[0]!.number).length;
    if (again >= later.length * MOSTLY) return [...groups.values()];
  }
  return numbered.length > 0 ? [numbered] : [];
}
