import { describe, expect, it } from "vitest";
import { freeSheetName, isNamedAfter, sheetNameKey } from "../../src/excel/sheet-name";

const taken = (...names: string[]): Set<string> => new Set(names.map(sheetNameKey));

describe("freeSheetName", () => {
  it("keeps a free name", () => {
    expect(freeSheetName("集計", taken("台帳"))).toBe("集計");
  });

  it("takes the first free number", () => {
    expect(freeSheetName("集計", taken("集計", "集計 (2)"))).toBe("集計 (3)");
  });

  it.each([
    ["ABC", "abc"],
    ["ABC", "ＡＢＣ"],
    ["ガス", "がす"],
    ["ガス", "ｶﾞｽ"],
  ])("counts %s as taken by %s", (name, present) => {
    expect(freeSheetName(name, taken(present))).toBe(`${name} (2)`);
  });

  it("stays within 31 code units and never cuts a character in half", () => {
    const long = "あ".repeat(31);
    expect(freeSheetName(long, taken(long))).toBe(`${"あ".repeat(27)} (2)`);
    const pairs = `あ${"𠮷".repeat(15)}`;
    const name = freeSheetName(pairs, taken(pairs));
    expect(name).toBe(`あ${"𠮷".repeat(13)} (2)`);
    expect(isNamedAfter(name, pairs)).toBe(true);
  });
});

describe("isNamedAfter", () => {
  it.each([
    ["集計", "集計", true],
    ["集計 (2)", "集計", true],
    ["集計 (12)", "集計", true],
    ["集計表", "集計", false],
    ["集計 (2)", "評価", false],
    ["集計(2)", "集計", false],
  ])("%s after %s: %s", (sheet, planned, expected) => {
    expect(isNamedAfter(sheet, planned)).toBe(expected);
  });
});
