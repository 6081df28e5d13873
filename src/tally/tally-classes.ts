import type { Measure } from "../ledger/ledger";
import { matchKey } from "../ledger/match-key";
import type { Settings } from "../ledger/settings";
import { countMeasures } from "./tally-ledger";
import type { Counts } from "./tally";

/** The measures of one class (a department, a direction, another evaluation) and how many of them have each status. */
export interface ClassTally {
  /** As first written; "" for the measures that name no class. */
  readonly name: string;
  readonly counts: Counts;
  /** Every one in ledger order, re-listed ones too. */
  readonly measures: readonly Measure[];
}

/**
 * Measures by what a cell of theirs names, one class a match key, in order of first appearance; those that name none come last.
 * A measure that names several classes stands in each of them, once.
 */
export function tallyClasses(
  measures: readonly Measure[],
  namesOf: (measure: Measure) => readonly string[],
  settings: Settings,
): readonly ClassTally[] {
  const classes = new Map<string, { name: string; measures: Measure[] }>();
  for (const measure of measures) {
    const named = new Map(namesOf(measure).map((name) => [matchKey(name), name]));
    if (named.size === 0) named.set("", "");
    for (const [key, name] of named) {
      const found = classes.get(key);
      if (found === undefined) classes.set(key, { name, measures: [measure] });
      else found.measures.push(measure);
    }
  }
  const none = classes.get("");
  classes.delete("");
  return [...classes.values(), ...(none === undefined ? [] : [none])].map((one) => ({
    ...one,
    counts: countMeasures(one.measures, settings),
  }));
}
