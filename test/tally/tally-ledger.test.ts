import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SheetSource } from "../../src/ledger/source";
import { readLedger } from "../../src/ledger/read-ledger";
import { DEFAULT_SETTINGS, DEFAULT_STATUSES, type RelistedMode, type Settings, type Status } from "../../src/ledger/settings";
import { tallyLedger } from "../../src/tally/tally-ledger";
import type { Counts } from "../../src/tally/tally";
import { EXPECTED_FIELDS, EXPECTED_TOTAL } from "../fixtures/expected-fields";
import { sampleLedger, SAMPLE_HEADER } from "../fixtures/sample-ledger";

function tallyOf(source: SheetSource, settings: Settings = DEFAULT_SETTINGS, names: readonly string[] = []) {
  const profiles = names.map((name) => ({ name, shortName: "", goals: [], results: [] }));
  const result = readLedger(source, { statuses: settings.statuses, fieldOrder: profiles });
  if (!result.ledger) throw new Error(`not a ledger: ${result.problem.kind}`);
  return { ledger: result.ledger, tally: tallyLedger(result.ledger, settings, profiles) };
}

describe("the sample ledger", () => {
  const { tally } = tallyOf(sampleLedger());

  test.each(EXPECTED_FIELDS.map((expected, index) => ({ ...expected, index })))("$name", (expected) => {
    const field = tally.fields[expected.index]!;
    expect(field.name).toBe(expected.name);
    expect(field.counts.byStatus).toEqual(expected.counts);
    expect(field.counts.total).toBe(expected.total);
    expect(field.counts.rate).toBe(expected.rate);
    expect(field.measures.filter(({ relisted }) => relisted)).toHaveLength(expected.relisted);
    expect(tally.relisted.withoutByField[expected.index]!.byStatus[0]).toBe(expected.achievedWithout);
    expect(tally.relisted.withoutByField[expected.index]!.total).toBe(expected.totalWithout);
  });

  test("the whole plan, with and without the re-listed row", () => {
    expect(tally.total.byStatus).toEqual(EXPECTED_TOTAL.counts);
    expect(tally.total.total).toBe(98);
    expect(tally.total.rate).toBe(73.5);
    expect(tally.total.shares).toEqual([73.5, 14.3, 12.2]);
    expect(tally.relisted.count).toBe(1);
    expect(tally.relisted.without.byStatus).toEqual([71, 14, 12]);
    expect(tally.relisted.without.total).toBe(97);
    expect(tally.outside).toEqual([]);
  });

  test("groups are the 大項目, and the 施策 in the field that has none", () => {
    const byHeading = tally.fields.filter(({ groupedBy }) => groupedBy === "heading");
    expect(byHeading.flatMap(({ groups }) => groups)).toHaveLength(28);
    const withoutHeading = tally.fields.filter(({ groupedBy }) => groupedBy === "policy");
    expect(withoutHeading.map(({ name, groups }) => [name, groups.map((group) => group.name)])).toEqual([
      ["ITによる消防防災分野の充実", ["消防・防災分野における情報化の推進"]],
    ]);
  });

  test("without 再掲, in whole percents and adjusted to 100", () => {
    expect(tallyOf(sampleLedger(), { ...DEFAULT_SETTINGS, relisted: "exclude" }).tally.total.byStatus).toEqual([71, 14, 12]);
    expect(tallyOf(sampleLedger(), { ...DEFAULT_SETTINGS, decimals: 0 }).tally.total.shares).toEqual([73, 14, 12]);
    const adjusted = tallyOf(sampleLedger(), { ...DEFAULT_SETTINGS, decimals: 0, rounding: "sum-100" }).tally.total;
    expect(adjusted.shares).toEqual([74, 14, 12]);
    expect(adjusted.rate).toBe(74);
  });
});
