import { describe, expect, test } from "vitest";
import type { CellValue } from "../../../src/cells/cell";
import { isLevelKey } from "../../../src/ledger/columns/column-words";
import { readColumns } from "../../../src/ledger/columns/read-columns";
import { HEADERS, type HeaderCase } from "../../fixtures/header-words";

/** Cells of each likeness, enough of them to tell. */
const CELLS: Readonly<Record<NonNullable<HeaderCase["like"]>, readonly CellValue[]>> = {
  words: ["A", "B", "A", "C", "B", "A", "B", "A", "A", "B"],
  numbers: [12, 35, 46, 128, 77, 6.5, 3, 88, 91, 14],
  text: Array.from(
    { length: 10 },
    (_, at) => `窓口の手続を見直し、申請の件数を${at * 7 + 3}件に増やすことができました。`,
  ),
  marks: ["○", "", "", "○", "", "○", "", "", ""],
  dates: ["令和6年3月", "令和7年1月", "令和6年12月"],
};

/** What a header is read as beside 分野 and 個別事業; a level stands alone. */
function readOf({ header, key, like }: HeaderCase) {
  const beside = isLevelKey(key) ? [] : ["分野", "個別事業"];
  const values = [[header, ...beside], ...(like === undefined ? [] : CELLS[like].map((cell) => [cell]))];
  const leaves = [header, ...beside].map((text, index) => ({ index, path: [text] }));
  const hints = { choice: {}, mapping: [], year: null, unit: "" };
  return readColumns(values, 1, leaves, hints).readings[0]!;
}

describe("headers in use", () => {
  test("at least 97 of 100 are read as what they mean, with their year", () => {
    const wrong = HEADERS.filter((one) => {
      const { key, year } = readOf(one);
      // Alone in its ledger, an evaluation of a later stage is the status.
      const wanted = one.key === "review" ? "status" : one.key;
      return key !== wanted || year !== (one.year ?? null);
    });
    expect(wrong.map(({ header }) => header)).toHaveLength(Math.min(wrong.length, Math.floor(HEADERS.length * 0.03)));
  });

  test.each([
    ["令和6年度の取り組み内容の達成度", "status", 2024],
    ["R7 進捗状況", "status", 2025],
    ["達成度の理由", "reason", null],
    ["次年度の取組", "next", null],
    ["活動指標（目標）", "target", null],
    ["進捗状況(R7.3末現在)", "status", 2024],
    ["目標値（R3～R7）", "target", null],
    ["評価者", null, null],
  ] as const)("%s is %s of %s", (header, key, year) => {
    expect(readOf({ header, key })).toMatchObject({ key, year });
  });
});
