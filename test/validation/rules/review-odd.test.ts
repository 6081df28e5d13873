import { expect, test } from "vitest";
import type { CellValue } from "../../../src/cells/cell";
import { column, foundIn } from "../office";

test.each<[string, Record<string, CellValue>, string[]]>([
  [
    "a word that nobody else has",
    { E3: "最終評価", ...column("N", "一次評価", (row) => (row % 2 === 0 ? "妥当" : "要改善")), N9: "要相談" },
    ["N9"],
  ],
  [
    "a grade that comes once",
    { E3: "最終評価", ...column("N", "一次評価", (row) => (row % 2 === 0 ? "A" : "B")), N9: "D" },
    [],
  ],
])("%s", (_, cells, found) => {
  expect(foundIn("review-odd", cells)).toEqual(found);
});
