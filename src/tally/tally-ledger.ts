import { isBlankCell } from "../ledger/cell-text";
import type { Ledger, Measure } from "../ledger/ledger";
import { matchKey } from "../ledger/match-key";
import type { FieldProfile, Settings } from "../ledger/settings";
import { percentages } from "./round";
import type { Counts, FieldTally, GroupTally, Tally } from "./tally";

/**
 * Counts a ledger. Fields come in the ledger's order, those of 分野 without a measure included; groups in order of first
 * appearance, one per heading name (match key) even where its rows are not contiguous. Groups and fields hold every row,
 * re-listed ones too; only `counts` follow the 再掲 mode.
 */
export function tallyLedger(ledger: Ledger, settings: Settings, fieldProfiles: readonly FieldProfile[]): Tally {
  const perField: Measure[][] = ledger.fields.map(() => []);
  const outside: Measure[] = [];
  let relistedCount = 0;
  for (const measure of ledger.measures) {
    perField[measure.fieldIndex]?.push(measure);
    if (measure.statusIndex < 0) outside.push(measure);
    if (measure.relisted) relistedCount++;
  }
  const countWith = (measures: readonly Measure[]) => countMeasures(measures, settings, true);
  const countWithout = (measures: readonly Measure[]) => countMeasures(measures, settings, false);
  const count = settings.relisted === "exclude" ? countWithout : countWith;
  const shortNames = new Map(fieldProfiles.map(({ name, shortName }) => [matchKey(name), shortName]));

  const fields = ledger.fields.map((name, index): FieldTally => {
    const measures = perField[index] ?? [];
    const groupedBy =
      measures.length > 0 && measures.every(({ heading }) => isBlankCell(heading)) ? "policy" : "heading";
    const shortName = shortNames.get(matchKey(name)) ?? "";
    return {
      name,
      shortName: shortName === "" ? name : shortName,
      counts: count(measures),
      groupedBy,
      groups: groupMeasures(measures, groupedBy).map((group) => ({ ...group, counts: count(group.measures) })),
      measures,
    };
  });
  const withRelisted = countWith(ledger.measures);
  const withoutRelisted = relistedCount === 0 ? withRelisted : countWithout(ledger.measures);
  return {
    statuses: settings.statuses,
    fields,
    total: settings.relisted === "exclude" ? withoutRelisted : withRelisted,
    relisted: {
      count: relistedCount,
      with: withRelisted,
      without: withoutRelisted,
      withoutByField: perField.map(countWithout),
    },
    outside,
  };
}

/** Counts some measures by status, with or without the re-listed ones. */
export function countMeasures(measures: readonly Measure[], settings: Settings, withRelisted: boolean): Counts {
  const { statuses, rounding, decimals } = settings;
  const byStatus = statuses.map(() => 0);
  let outside = 0;
  for (const { statusIndex, relisted } of measures) {
    if (relisted && !withRelisted) continue;
    if (statusIndex < 0) outside++;
    else byStatus[statusIndex] = (byStatus[statusIndex] ?? 0) + 1;
  }
  const counted = statuses.flatMap((status, index) => (status.inDenominator ? [index] : []));
  const sumOf = (indexes: readonly number[]) => indexes.reduce((sum, index) => sum + (byStatus[index] ?? 0), 0);
  const denominator = sumOf(counted);
  const achievedIndexes = counted.filter((index) => statuses[index]?.achieved);
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

/** Where shares are adjusted to add up to 100, the achieved share is what its statuses show; otherwise it is rounded itself. */
function rateOf(
  achieved: number,
  denominator: number,
  achievedIndexes: readonly number[],
  shares: readonly (number | null)[],
  { rounding, decimals }: Settings,
): number | null {
  if (denominator === 0) return null;
  if (rounding !== "sum-100") return percentages([achieved], denominator, rounding, decimals)[0] ?? null;
  const scale = 10 ** decimals;
  const steps = achievedIndexes.reduce((sum, index) => sum + Math.round((shares[index] ?? 0) * scale), 0);
  return steps / scale;
}

function groupMeasures(measures: readonly Measure[], by: "heading" | "policy"): Omit<GroupTally, "counts">[] {
  const groups = new Map<string, { number: string; name: string; measures: Measure[] }>();
  let lastName: string | undefined;
  let last: { number: string; name: string; measures: Measure[] } | undefined;
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
        };
        groups.set(key, last);
      }
      lastName = name;
    }
    last.measures.push(measure);
  }
  return [...groups.values()];
}
