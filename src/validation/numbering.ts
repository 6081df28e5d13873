import type { Ledger, Measure } from "../ledger/ledger";
import { matchKey } from "../ledger/match-key";
import { hierarchyOf } from "./hierarchy";

/** A measure with the key of its number. */
export interface Numbered {
  readonly measure: Measure;
  readonly number: string;
}

/** A number without leading zeros. */
const COUNTED = /^[1-9]\d{0,8}$/;

/** Share of the later groups that must begin like the first for the numbers to be counted per group. */
const MOSTLY = 0.8;

/** Numbers that are counted together, in ledger order. */
interface NumberSeries {
  readonly entries: readonly Numbered[];
  /** True where it is known that no number comes twice. */
  readonly distinct: boolean;
}

const remembered = new WeakMap<Ledger, readonly NumberSeries[]>();

/**
 * The ledger's 番号 as the series they are counted in, each in ledger order: one for the whole ledger, or one per field,
 * 大項目 or 施策 where the groups begin again with the first group's first number. Blank numbers are left out.
 */
export function numberSeries(ledger: Ledger): readonly NumberSeries[] {
  let answer = remembered.get(ledger);
  if (!answer) remembered.set(ledger, (answer = findSeries(ledger)));
  return answer;
}

function findSeries(ledger: Ledger): readonly NumberSeries[] {
  const { measures } = ledger;
  const numbers: string[] = [];
  const whole: Numbered[] = [];
  let last = 0;
  let isAscending = true;
  for (let index = 0; index < measures.length; index++) {
    const measure = measures[index]!;
    const number = matchKey(measure.number);
    numbers.push(number);
    if (number === "") continue;
    whole.push({ measure, number });
    const value = COUNTED.test(number) ? Number(number) : NaN;
    isAscending &&= value > last;
    last = value;
  }
  if (whole.length === 0) return [];
  // Numbers that are all different are one series.
  if (isAscending || new Set(whole.map(({ number }) => number)).size === whole.length) {
    return [{ entries: whole, distinct: true }];
  }
  const { heading, policy } = hierarchyOf(ledger);
  const scopes = [
    (index: number) => policy[index],
    (index: number) => heading[index],
    (index: number) => measures[index]!.fieldIndex,
  ];
  for (const scope of scopes) {
    const groups = new Map<number | undefined, Numbered[]>();
    for (const [index, measure] of measures.entries()) {
      const number = numbers[index]!;
      if (number === "") continue;
      const group = groups.get(scope(index));
      if (group) group.push({ measure, number });
      else groups.set(scope(index), [{ measure, number }]);
    }
    const [first, ...later] = groups.values();
    if (!first || later.length === 0) continue;
    const again = later.filter((group) => group[0]!.number === first[0]!.number).length;
    if (again >= later.length * MOSTLY) return [...groups.values()].map((entries) => ({ entries, distinct: false }));
  }
  return [{ entries: whole, distinct: false }];
}
