import { isBlankCell } from "../ledger/cell-text";
import type { LevelKey } from "../ledger/columns/column-words";
import type { Ledger, Measure } from "../ledger/ledger";
import { matchKey } from "../ledger/match-key";
import type { FieldProfile, Settings } from "../ledger/settings";
import { percentages, ROUNDERS } from "./round";
import type { Counts, FieldTally, Tally } from "./tally";
import { wordingOf } from "./wording";

/**
 * Counts a ledger. Fields come in the ledger's order, those of 分野 without a measure included; groups in order of first
 * appearance, one per heading name (match key) even where its rows are not contiguous. Groups and fields hold every row,
 * re-listed ones too; only `counts` follow the 再掲 mode.
 *
 * @param isInterim whether the plan still runs, which its sentences must say
 */
export function tallyLedger(
  ledger: Ledger,
  settings: Settings,
  fieldProfiles: readonly FieldProfile[],
  isInterim = false,
): Tally {
  const perField: Measure[][] = ledger.fields.map(() => []);
  const outside: Measure[] = [];
  for (const measure of ledger.measures) {
    perField[measure.fieldIndex]?.push(measure);
    if (measure.statusIndex < 0) outside.push(measure);
  }
  const countsOf = (count: StatusCount, withRelisted: boolean) => count.counts(settings, withRelisted);
  const withRelisted = settings.relisted !== "exclude";
  const shortNames = new Map(fieldProfiles.map(({ name, shortName }) => [matchKey(name), shortName]));
  const total = new StatusCount(settings);
  const wordOf = (key: LevelKey) => ledger.levels.find((level) => level.key === key)?.name ?? "";
  const withoutByField: Counts[] = [];

  const fields = ledger.fields.map((name, index): FieldTally => {
    const measures = perField[index] ?? [];
    const withoutHeading = measures.length > 0 && measures.every(({ heading }) => isBlankCell(heading));
    const groupedBy = withoutHeading ? "policy" : "heading";
    const groups = groupMeasures(measures, groupedBy, settings);
    const inField = new StatusCount(settings);
    for (const { count } of groups) inField.addAll(count);
    total.addAll(inField);
    withoutByField.push(countsOf(inField, false));
    const shortName = shortNames.get(matchKey(name)) ?? "";
    return {
      name,
      shortName: shortName === "" ? name : shortName,
      counts: countsOf(inField, withRelisted),
      groupedBy,
      groupWord: wordOf(groupedBy),
      groups: groups.map(({ count, ...group }) => ({ ...group, counts: countsOf(count, withRelisted) })),
      measures,
    };
  });
  return {
    statuses: settings.statuses,
    wording: wordingOf(settings, isInterim),
    fieldWord: wordOf("field") || "分野",
    fields,
    total: countsOf(total, withRelisted),
    relisted: {
      count: total.relisted,
      with: countsOf(total, true),
      without: countsOf(total, false),
      withoutByField,
    },
    outside,
  };
}

/** Counts of some measures by the same rules, re-listed ones as the mode says. */
export function countMeasures(measures: readonly Measure[], settings: Settings): Counts {
  const count = new StatusCount(settings);
  for (const measure of measures) count.add(measure);
  return count.counts(settings, settings.relisted !== "exclude");
}

interface CountedGroup {
  readonly number: string;
  readonly name: string;
  readonly measures: Measure[];
  readonly count: StatusCount;
}

function groupMeasures(
  measures: readonly Measure[],
  by: "heading" | "policy",
  settings: Settings,
): readonly CountedGroup[] {
  const groups = new Map<string, CountedGroup>();
  let lastName: string | undefined;
  let last: CountedGroup | undefined;
  for (const measure of measures) {
    const name = measure[by];
    if (!last || name !== lastName) {
      const key = matchKey(name);
      last = groups.get(key);
      if (!last) {
        last = {
          number: by === "heading" ? measure.headingNumber : measure.policyNumber,
          name: key === "" ? "" : name,
          measures: [],
          count: new StatusCount(settings),
        };
        groups.set(key, last);
      }
      lastName = name;
    }
    last.measures.push(measure);
    last.count.add(measure);
  }
  return [...groups.values()];
}

/** Rows by status, the re-listed ones also apart; the last place holds those outside the vocabulary. */
class StatusCount {
  private readonly all: number[];
  private readonly again: number[];

  constructor({ statuses }: Settings) {
    this.all = new Array<number>(statuses.length + 1).fill(0);
    this.again = [...this.all];
  }

  get relisted(): number {
    return this.again.reduce((sum, number) => sum + number, 0);
  }

  add({ statusIndex, relisted }: Measure): void {
    const at = statusIndex < 0 ? this.all.length - 1 : statusIndex;
    this.all[at] = (this.all[at] ?? 0) + 1;
    if (relisted) this.again[at] = (this.again[at] ?? 0) + 1;
  }

  addAll(other: StatusCount): void {
    for (let at = 0; at < this.all.length; at++) {
      this.all[at] = (this.all[at] ?? 0) + (other.all[at] ?? 0);
      this.again[at] = (this.again[at] ?? 0) + (other.again[at] ?? 0);
    }
  }

  counts(settings: Settings, withRelisted: boolean): Counts {
    const numbers = withRelisted ? this.all : this.all.map((number, at) => number - (this.again[at] ?? 0));
    return countsOfNumbers(numbers.slice(0, -1), numbers[numbers.length - 1] ?? 0, settings);
  }
}

function countsOfNumbers(byStatus: readonly number[], outside: number, settings: Settings): Counts {
  const { statuses, rounding, decimals } = settings;
  const counted = statuses.flatMap((status, index) => (status.inDenominator ? [index] : []));
  const achievedIndexes = counted.filter((index) => statuses[index]?.achieved);
  const sumOf = (indexes: readonly number[]) => indexes.reduce((sum, index) => sum + (byStatus[index] ?? 0), 0);
  const denominator = sumOf(counted);
  const achieved = sumOf(achievedIndexes);
  const shown = percentages(
    counted.map((index) => byStatus[index] ?? 0),
    denominator,
    rounding,
    decimals,
  );
  const shares: (number | null)[] = statuses.map(() => null);
  counted.forEach((index, at) => (shares[index] = shown[at] ?? null));
  return {
    byStatus,
    outside,
    total: byStatus.reduce((sum, number) => sum + number, outside),
    denominator,
    achieved,
    rate: rateOf(achieved, denominator, achievedIndexes, shares, settings),
    shares,
  };
}

/** Where shares always add up to 100, the achieved share is what its statuses show; otherwise it is rounded itself. */
function rateOf(
  achieved: number,
  denominator: number,
  achievedIndexes: readonly number[],
  shares: readonly (number | null)[],
  { rounding, decimals }: Settings,
): number | null {
  if (denominator === 0 || achievedIndexes.length === 0) return null;
  if (!ROUNDERS[rounding].closes) return percentages([achieved], denominator, rounding, decimals)[0] ?? null;
  const scale = 10 ** decimals;
  const steps = achievedIndexes.reduce((sum, index) => sum + Math.round((shares[index] ?? 0) * scale), 0);
  return steps / scale;
}
