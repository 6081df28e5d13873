import { describe, expect, it } from "vitest";
import { memoryText, readMemory, readUnfolded } from "../../src/taskpane/memory";
import { BOOKLET_PARTS } from "../../src/report/booklet/parts";
import { REPORT_PARTS } from "../../src/report/parts";

const book = {
  choice: { sheet: "一覧", year: 2024, mapping: [{ header: "できばえ", key: "status", year: null }] },
  parts: REPORT_PARTS.slice(0, 2),
  chapters: BOOKLET_PARTS.slice(1),
  overrides: { relisted: "both", decimals: 2, unit: "事業" },
  lastCheck: { at: "令和8年4月1日", errors: 3, warnings: 5, fingerprint: "one" },
} as const;

describe("what is remembered of a workbook", () => {
  it("is read back as it was kept", () => {
    expect(readMemory(memoryText(book))).toEqual(book);
  });

  it.each([null, "", "{", "[]", "7", '"x"'])("is nothing where the setting is %j", (text) => {
    expect(readMemory(text)).toBeNull();
  });

  it("is believed only as far as it fits", () => {
    const text = JSON.stringify({
      choice: { sheet: 7, columns: { status: "H" }, mapping: [{ header: 1 }], year: "x" },
      parts: ["nonsense"],
      overrides: { relisted: "never", decimals: 9, unit: "長すぎる単位の名前です", counts: "value" },
      lastCheck: { at: 1 },
    });
    expect(readMemory(text)).toEqual({
      choice: {},
      parts: [],
      chapters: BOOKLET_PARTS,
      overrides: { counts: "value" },
      lastCheck: null,
    });
  });
});

it("folds of one check are not opened again", () => {
  expect(readUnfolded('["columns","all-groups",3,"parts"]')).toEqual(["columns", "parts"]);
  expect(readUnfolded("x")).toEqual([]);
});
