import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SheetSource } from "../../src/ledger/source";
import { readLedger } from "../../src/ledger/read-ledger";
import type { CellValue } from "../../src/cells/cell";
import type { Rounding } from "../../src/ledger/rounding";
import { DEFAULT_SETTINGS, type Settings } from "../../src/ledger/settings";
import { ROUNDERS } from "../../src/tally/round";
import { tallyLedger } from "../../src/tally/tally-ledger";
import type { Counts } from "../../src/tally/tally";
import { EXPECTED_FIELDS, EXPECTED_TOTAL } from "../fixtures/expected-fields";
import { sampleLedger } from "../fixtures/sample-ledger";
import { sheet } from "../fixtures/sheets";
import { statusesOf, VOCABULARIES } from "../fixtures/vocabularies";

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
    expect(tallyOf(sampleLedger(), { ...DEFAULT_SETTINGS, relisted: "exclude" }).tally.total.byStatus).toEqual([
      71, 14, 12,
    ]);
    expect(tallyOf(sampleLedger(), { ...DEFAULT_SETTINGS, decimals: 0 }).tally.total.shares).toEqual([73, 14, 12]);
    const adjusted = tallyOf(sampleLedger(), { ...DEFAULT_SETTINGS, decimals: 0, rounding: "sum-100" }).tally.total;
    expect(adjusted.shares).toEqual([74, 14, 12]);
    expect(adjusted.rate).toBe(74);
  });
});

const HEADER = ["分野", "大項目番号", "大項目", "施策", "状況", "再掲"];
const table = (...rows: CellValue[][]) => sheet("台帳", [HEADER, ...rows]);

describe("groups", () => {
  test("one per heading within its field, contiguous or not, named as it first appears", () => {
    const { tally } = tallyOf(
      table(
        ["福祉", 1, "高齢者の支援", "甲", "達成", ""],
        ["福祉", 2, "子育て", "乙", "達成", ""],
        ["教育", 1, "高齢者の支援", "丙", "中止", ""],
        ["福祉", 1, "高齢者の\u3000支援", "丁", "未達成", ""],
        ["福祉", "", "", "戊", "達成", ""],
      ),
    );
    const shown = tally.fields.map(({ name, groupedBy, groups }) => [
      name,
      groupedBy,
      groups.map((group) => [group.number, group.name, group.counts.byStatus, group.measures.map((each) => each.name)]),
    ]);
    expect(shown).toEqual([
      [
        "福祉",
        "heading",
        [
          ["1", "高齢者の支援", [1, 1, 0], ["甲", "丁"]],
          ["2", "子育て", [1, 0, 0], ["乙"]],
          ["", "", [1, 0, 0], ["戊"]],
        ],
      ],
      ["教育", "heading", [["1", "高齢者の支援", [0, 0, 1], ["丙"]]]],
    ]);
  });

  test("a field of 分野 without a measure is there with zeros", () => {
    const { tally } = tallyOf(sampleLedger(), DEFAULT_SETTINGS, ["観光", ...EXPECTED_FIELDS.map(({ name }) => name)]);
    expect(tally.fields[0]).toMatchObject({ name: "観光", shortName: "観光", groups: [], measures: [] });
    expect(tally.fields[0]?.counts).toEqual({
      byStatus: [0, 0, 0],
      outside: 0,
      total: 0,
      denominator: 0,
      achieved: 0,
      rate: null,
      shares: [null, null, null],
    });
    expect(tally.fields).toHaveLength(9);
  });
});

test("a status outside the vocabulary is counted apart, and out of every rate", () => {
  const { tally } = tallyOf(
    table(["福祉", "", "", "甲", "達成", ""], ["福祉", "", "", "乙", "継続", ""], ["福祉", "", "", "丙", "", "○"]),
  );
  expect(tally.total).toMatchObject({ byStatus: [1, 0, 0], outside: 2, total: 3, denominator: 1, rate: 100 });
  expect(tally.outside.map(({ name }) => name)).toEqual(["乙", "丙"]);
  expect(tally.relisted.without).toMatchObject({ outside: 1, total: 2 });
});

test("a 区分 outside the denominator has a count and no share", () => {
  const statuses = statusesOf(["◎", "○", "×", "-"]).map((status, index) => ({
    ...status,
    achieved: index < 2,
    inDenominator: index < 3,
  }));
  const rows = ["◎", "◎", "○", "×", "-", "-", "-"].map((mark): CellValue[] => ["福祉", "", "", "甲", mark, ""]);
  const { tally } = tallyOf(table(...rows), { ...DEFAULT_SETTINGS, statuses });
  expect(tally.total).toEqual({
    byStatus: [2, 1, 1, 3],
    outside: 0,
    total: 7,
    denominator: 4,
    achieved: 3,
    rate: 75,
    shares: [50, 25, 25, null],
  });
});

test.each([
  ["sum-100", [33.4, 33.3, 33.3], 66.7],
  ["largest-class", [33.4, 33.3, 33.3], 66.7],
] as const)("adjusted to 100 (%s), the achieved share is what its statuses show together", (rounding, shares, rate) => {
  const statuses = statusesOf(["A", "B", "C"]).map((status, index) => ({ ...status, achieved: index < 2 }));
  const rows = ["A", "B", "C"].map((mark): CellValue[] => ["福祉", "", "", "甲", mark, ""]);
  const { tally } = tallyOf(table(...rows), { ...DEFAULT_SETTINGS, statuses, decimals: 1, rounding });
  expect([tally.total.shares, tally.total.rate]).toEqual([shares, rate]);
});

describe("whatever the ledger and the settings", () => {
  const settings = fc
    .record({
      labels: fc.constantFrom(...VOCABULARIES.map(({ labels }) => labels)),
      flags: fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 9, maxLength: 9 }),
      relisted: fc.constantFrom("include", "exclude", "both"),
      rounding: fc.constantFrom(...(Object.keys(ROUNDERS) as Rounding[])),
      decimals: fc.constantFrom(0, 1, 2),
    })
    .map(({ labels, flags, ...rest }): Settings => ({
      ...DEFAULT_SETTINGS,
      ...rest,
      statuses: statusesOf(labels).map((status, index) => ({
        ...status,
        achieved: flags[index]?.[0] ?? false,
        inDenominator: flags[index]?.[1] ?? true,
      })),
    }));
  const rows = fc.array(
    fc.record({
      field: fc.constantFrom("福祉", "教育", "環 境", "環境", ""),
      heading: fc.constantFrom("", "甲", "乙", "甲 "),
      status: fc.nat({ max: 9 }),
      relisted: fc.boolean(),
    }),
    { minLength: 1, maxLength: 40 },
  );
  const withLedger = fc.tuple(settings, rows).map(([chosen, generated]) => {
    const cells = generated.map(({ field, heading, status, relisted }, index): CellValue[] => [
      field,
      "",
      heading,
      `施策${index}`,
      chosen.statuses[status]?.name ?? "保留",
      relisted ? "再掲" : "",
    ]);
    return { settings: chosen, ...tallyOf(table(...cells), chosen) };
  });
  const addUp = (parts: readonly Counts[], whole: Counts) => {
    const sum = (of: (counts: Counts) => number) => parts.reduce((total, counts) => total + of(counts), 0);
    expect(sum(({ total }) => total)).toBe(whole.total);
    expect(sum(({ outside }) => outside)).toBe(whole.outside);
    expect(sum(({ denominator }) => denominator)).toBe(whole.denominator);
    expect(sum(({ achieved }) => achieved)).toBe(whole.achieved);
    expect(whole.byStatus.map((_, index) => sum(({ byStatus }) => byStatus[index] ?? 0))).toEqual(whole.byStatus);
  };

  test("counts add up from groups to fields to the whole, in every mode", () => {
    fc.assert(
      fc.property(withLedger, ({ ledger, tally, settings: { relisted } }) => {
        const { measures } = ledger;
        const relistedRows = measures.filter((measure) => measure.relisted).length;
        expect(tally.total.total).toBe(measures.length - (relisted === "exclude" ? relistedRows : 0));
        expect(tally.relisted.count).toBe(relistedRows);
        expect(tally.relisted.with.total).toBe(measures.length);
        expect(tally.relisted.without.total).toBe(measures.length - relistedRows);
        addUp(
          tally.fields.map(({ counts }) => counts),
          tally.total,
        );
        addUp(tally.relisted.withoutByField, tally.relisted.without);
        for (const field of tally.fields) {
          addUp(
            field.groups.map(({ counts }) => counts),
            field.counts,
          );
          expect(field.groups.flatMap((group) => group.measures).length).toBe(field.measures.length);
          expect(field.counts.byStatus.reduce((sum, count) => sum + count, field.counts.outside)).toBe(
            field.counts.total,
          );
        }
        expect(tally.fields.flatMap((field) => field.measures).length).toBe(measures.length);
        expect(tally.outside).toEqual(measures.filter(({ statusIndex }) => statusIndex < 0));
      }),
      { numRuns: 300 },
    );
  });

  test("what is adjusted to 100 adds up to exactly 100 in every group", () => {
    fc.assert(
      fc.property(withLedger, ({ tally, settings }) => {
        const { rounding, decimals } = settings;
        fc.pre(ROUNDERS[rounding].closes);
        const scale = 10 ** decimals;
        const all = [
          tally.total,
          ...tally.fields.flatMap(({ counts, groups }) => [counts, ...groups.map((each) => each.counts)]),
        ];
        for (const { denominator, shares, rate } of all) {
          const steps = shares.map((share) => (share === null ? 0 : Math.round(share * scale)));
          expect(steps.reduce((sum, step) => sum + step, 0)).toBe(denominator === 0 ? 0 : 100 * scale);
          const achievable = settings.statuses.some((status) => status.achieved && status.inDenominator);
          expect(rate === null).toBe(denominator === 0 || !achievable);
        }
      }),
      { numRuns: 300 },
    );
  });
});
