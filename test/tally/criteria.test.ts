import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CellValue } from "../../src/cells/cell";
import { ERAS } from "../../src/ledger/wareki";
import { parseCriterion } from "../../src/tally/criteria";

const answers = (criterion: string, cells: readonly CellValue[]) => cells.map(parseCriterion(criterion).matches);

describe("a criterion of COUNTIFS", () => {
  test.each<[string, CellValue[], (boolean | null)[]]>([
    ["達成", ["達成", "達成 ", "未達成", "達 成", "", 1, true], [true, false, false, false, false, false, false]],
    ["Abc", ["ABC", "abc", "ＡＢＣ", "ab"], [true, true, false, false]],
    ["", ["", " ", 0, "達成"], [true, false, false, false]],
    ["○", ["○", "〇", "◯"], [true, false, false]],
    ["-", ["-", "−", 0], [true, false, false]],
    ["- 未着手", ["- 未着手", "-未着手"], [true, false]],
    ["A 100%以上", ["A 100%以上", 1], [true, false]],
  ])("text %j", (criterion, cells, expected) => {
    expect(answers(criterion, cells)).toEqual(expected);
  });

  test.each<[string, CellValue[], (boolean | null)[]]>([
    ["1", [1, "1", "01", "1.0", 2, "①", "", true], [true, true, true, true, false, false, false, false]],
    ["100%", [1, "100%", 100], [true, true, false]],
    ["1,234", [1234, "1234"], [true, true]],
    ["1", ["１", "1月"], [null, null]],
    ["1-2", ["1-2", "1/2", 43_000, "甲"], [true, null, null, false]],
    ["令和3年", ["令和3年", "令和３年", 44_197, "達成"], [true, null, null, false]],
    ...ERAS.map(({ name, letter }): [string, CellValue[], (boolean | null)[]] => [
      `${name}3年`,
      [`${name}３年`, `${letter}3`, `${name}版`],
      [null, null, false],
    ]),
    ["TRUE", [true, false, "TRUE"], [true, false, null]],
  ])("number, date or logical value %j", (criterion, cells, expected) => {
    expect(answers(criterion, cells)).toEqual(expected);
  });

  test.each<[string, CellValue[], (boolean | null)[]]>([
    ["達*", ["達成", "達", "未達成", ""], [true, true, false, false]],
    ["?達成", ["未達成", "達成"], [true, false]],
    ["達成~?", ["達成?", "達成!"], [true, false]],
    ["*", ["達成", "", 1], [true, null, false]],
    ["(a.b)*", ["(A.B)c", "(axb)"], [true, false]],
  ])("pattern %j", (criterion, cells, expected) => {
    expect(answers(criterion, cells)).toEqual(expected);
  });

  test.each<[string, CellValue[], (boolean | null)[]]>([
    [">=2", [1, 2, 3, "3", ""], [false, true, true, false, false]],
    ["<2", [1, 2], [true, false]],
    ["=達成", ["達成", "=達成"], [true, false]],
    ["<>達成", ["達成", "中止", ""], [false, true, true]],
    ["=", ["", "達成"], [null, false]],
    [">達成", ["中止", ""], [null, false]],
  ])("comparison %j", (criterion, cells, expected) => {
    expect(answers(criterion, cells)).toEqual(expected);
  });

  test("one of more than 255 characters cannot be counted", () => {
    expect(answers("あ".repeat(255), ["あ".repeat(255)])).toEqual([true]);
    expect(answers("あ".repeat(256), ["あ".repeat(256)])).toEqual([null]);
  });

  test("a plain criterion is its text without regard to case", () => {
    expect(parseCriterion("A 計画以上").plain).toBe("a 計画以上");
    expect(["1", "達*", ">1", "TRUE", "3/4"].map((text) => parseCriterion(text).plain)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  test("no text makes it fail", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 10 }), fc.string({ maxLength: 10 }), (criterion, cell) => {
        expect([true, false, null]).toContain(parseCriterion(criterion).matches(cell));
      }),
    );
  });
});
