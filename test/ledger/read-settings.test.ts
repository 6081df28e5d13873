import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CellValue } from "../../src/cells/cell";
import { readSettings } from "../../src/ledger/read-settings";
import { DEFAULT_SETTINGS, DEFAULT_STATUSES } from "../../src/ledger/settings";
import { sheet } from "../fixtures/sheets";
import { VOCABULARIES } from "../fixtures/vocabularies";

const VOCABULARY: CellValue[][] = [
  ["状況区分"],
  ["区分", "意味", "達成とみなす", "分母に含める", "理由が必要", "同義語"],
  ["A", "計画どおり", "○", "○", "", "ａ評価、良"],
  ["B", "遅れ", "", "◯", "〇", ""],
  ["-", "対象外", "", "×", "", "対象外"],
];
const METHOD: CellValue[][] = [
  ["集計方法"],
  ["項目", "値"],
  ["再掲", "併記"],
  ["端数処理", "合計を１００に調整"],
  ["小数桁数", 2],
  ["数字", "１桁全角"],
  ["件数の単位", "事業"],
  ["集計値", "固定値"],
  ["率の名称", "良好の割合"],
];
const settingsOf = (...rows: CellValue[][]) => readSettings(sheet("設定", rows));

const EXPECTED = {
  statuses: [
    {
      name: "A",
      meaning: "計画どおり",
      achieved: true,
      inDenominator: true,
      reasonRequired: false,
      synonyms: ["ａ評価", "良"],
    },
    { name: "B", meaning: "遅れ", achieved: false, inDenominator: true, reasonRequired: true, synonyms: [] },
    {
      name: "-",
      meaning: "対象外",
      achieved: false,
      inDenominator: false,
      reasonRequired: false,
      synonyms: ["対象外"],
    },
  ],
  relisted: "both",
  rounding: "sum-100",
  decimals: 2,
  digits: "single-full",
  unit: "事業",
  counts: "value",
  rateName: "良好の割合",
};

describe("達成率の下限", () => {
  const rateFrom = (...values: CellValue[]) => {
    const rows = values.map((value, at): CellValue[] => [`区分${at}`, "○", value]);
    const { settings, notices } = settingsOf(["区分", "達成とみなす", "達成率の下限"], ...rows);
    return {
      from: settings.statuses.map((status) => status.rateFrom),
      bad: notices.flatMap(({ kind, cell }) => (kind === "bad-value" ? [cell] : [])),
    };
  };

  test.each<[string, CellValue[], (number | undefined)[], string[]]>([
    ["percentages", [100, 80, 0], [100, 80, 0], []],
    ["cells formatted as percentages", [1, 0.8, 0], [100, 80, 0], []],
    ["texts", ["100％以上", "80%", "62.5～"], [100, 80, 62.5], []],
    ["a class without", [100, "", 0], [100, undefined, 0], []],
    ["words", [100, "それ以外", 0], [100, undefined, 0], ["C3"]],
  ])("%s", (_, values, from, bad) => {
    expect(rateFrom(...values)).toEqual({ from, bad });
  });
});

describe("readSettings", () => {
  test("both tables, one below the other, with and without a blank row between them", () => {
    expect(settingsOf(...VOCABULARY, [], ...METHOD)).toEqual({ settings: EXPECTED, notices: [] });
    expect(settingsOf(...VOCABULARY, ...METHOD)).toEqual({ settings: EXPECTED, notices: [] });
    expect(settingsOf(...METHOD.slice(1), ...VOCABULARY.slice(1))).toEqual({ settings: EXPECTED, notices: [] });
  });

  test("side by side, away from A1, columns in another order", () => {
    const rows = METHOD.map((cells, row) => {
      const [name, , achieved, ...rest] = VOCABULARY[row] ?? [];
      return ["", cells[0] ?? "", cells[1] ?? "", "", ...rest, name ?? "", VOCABULARY[row]?.[1] ?? "", achieved ?? ""];
    });
    expect(readSettings(sheet("設定", rows, { row: 2, column: 1 }))).toEqual({ settings: EXPECTED, notices: [] });
  });

  test("without a sheet the defaults hold", () => {
    expect(readSettings(undefined)).toEqual({ settings: DEFAULT_SETTINGS, notices: [] });
  });

  test("a sheet without the tables says so", () => {
    const { settings, notices } = settingsOf(["何か"]);
    expect(settings).toEqual(DEFAULT_SETTINGS);
    expect(notices.map(({ kind, value }) => [kind, value])).toEqual([
      ["no-table", "状況区分"],
      ["no-table", "集計方法"],
    ]);
  });

  test("a table without rows leaves the default vocabulary", () => {
    expect(settingsOf(...VOCABULARY.slice(0, 2), [], ...METHOD).settings.statuses).toEqual(DEFAULT_STATUSES);
  });

  test("columns that are not there: what the default vocabulary says of the same name", () => {
    const { settings, notices } = settingsOf(["区分", "意味"], ["達成", ""], ["中止", ""], ["保留", ""], [], ...METHOD);
    expect(
      settings.statuses.map(({ achieved, inDenominator, reasonRequired }) => [achieved, inDenominator, reasonRequired]),
    ).toEqual([
      [true, true, false],
      [false, true, true],
      [false, true, false],
    ]);
    expect(notices).toEqual([]);
  });

  test.each(VOCABULARIES)("vocabulary of $name", ({ labels }) => {
    const rows = labels.map((label, index): CellValue[] => [label, "", index === 0 ? "○" : "", "○", "", ""]);
    const { settings, notices } = settingsOf(...VOCABULARY.slice(0, 2), ...rows, [], ...METHOD);
    expect(settings.statuses.map(({ name }) => name)).toEqual(labels);
    expect(notices).toEqual([]);
  });
});

describe("what cannot be used is a notice with its cell", () => {
  const noticesOf = (...rows: CellValue[][]) => {
    const { notices } = settingsOf(...rows);
    return notices.map(({ kind, cell, value }) => [kind, cell, value]);
  };

  test.each<[CellValue[], string, unknown]>([
    [["再掲", "半分"], "relisted", "include"],
    [["端数処理", "五捨六入"], "rounding", "half-up"],
    [["小数桁数", 3], "decimals", 1],
    [["小数桁数", 1.5], "decimals", 1],
    [["数字", "漢数字"], "digits", "half"],
    [["集計値", "#N/A"], "counts", "formula"],
  ])("value %j", (cells, key, usual) => {
    const { settings, notices } = settingsOf(...VOCABULARY.slice(1), [], ["項目", "値"], cells);
    expect(settings[key as "unit"]).toBe(usual);
    expect(notices).toEqual([
      { kind: "bad-value", sheet: "設定", cell: "B7", value: String(cells[1]), item: cells[0] },
    ]);
  });

  test("a blank value is the default without a word", () => {
    const { settings, notices } = settingsOf(...VOCABULARY, [], ["項目", "値"], ["再掲", ""], ["件数の単位", " "]);
    expect([settings.relisted, settings.unit, notices]).toEqual(["include", "項目", []]);
  });

  test("items that mean nothing or come twice", () => {
    const rows = [
      ["項目", "値"],
      ["色", "赤"],
      ["数字", "全角"],
      ["数字", "半角"],
    ];
    expect(noticesOf(...VOCABULARY, [], ...rows)).toEqual([
      ["unknown-item", "A8", "色"],
      ["repeated", "A10", "数字"],
    ]);
    expect(settingsOf(...VOCABULARY, [], ...rows).settings.digits).toBe("full");
  });

  test("a 区分 twice, a mark that is none, a synonym of two", () => {
    const rows: CellValue[][] = [
      ["A", "", "○", "○", "", "良"],
      ["A", "", "", "○", "", ""],
      ["B", "", "多分", "○", "", "良、Ａ、可"],
    ];
    expect(noticesOf(...VOCABULARY.slice(0, 2), ...rows, [], ...METHOD)).toEqual([
      ["repeated", "A4", "A"],
      ["bad-value", "C5", "多分"],
      ["shared-synonym", "F3", "良"],
      ["shared-synonym", "F5", "良"],
      ["shared-synonym", "F5", "Ａ"],
    ]);
    const { statuses } = settingsOf(...VOCABULARY.slice(0, 2), ...rows).settings;
    expect(statuses.map(({ name, synonyms }) => [name, synonyms])).toEqual([
      ["A", []],
      ["B", ["可"]],
    ]);
  });

  test("a vocabulary in which nothing counts", () => {
    const { settings, notices } = settingsOf(...VOCABULARY.slice(0, 2), ["A", "", "", "", "", ""], [], ...METHOD);
    expect(notices.map(({ kind, cell }) => [kind, cell])).toEqual([
      ["no-achieved", "C2"],
      ["no-denominator", "D2"],
    ]);
    expect(settings.statuses[0]?.inDenominator).toBe(true);
  });

  test("whatever is on the sheet, settings come out usable", () => {
    const cell = fc.oneof(
      fc.constantFrom<CellValue>(
        "",
        "区分",
        "意味",
        "達成とみなす",
        "項目",
        "値",
        "再掲",
        "小数桁数",
        "○",
        "A",
        "#REF!",
        0,
        true,
      ),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 10 }), (rows) => {
        const { settings } = settingsOf(...rows);
        expect(settings.statuses.length).toBeGreaterThan(0);
        expect(settings.statuses.some(({ inDenominator }) => inDenominator)).toBe(true);
        expect([0, 1, 2]).toContain(settings.decimals);
        expect(settings.unit.trim()).not.toBe("");
      }),
    );
  });
});
