import { expect, test } from "vitest";
import type { CellValue } from "../../../src/cells/cell";
import { check } from "../check-rows";

/** For each mark of a column 備考: its cell, and what is offered in its place. */
function offered(...remarks: string[]): [cell: string, after: CellValue | undefined][] {
  const rows = remarks.map((remark, at) => ["福祉", `取組その${at + 1}`, "達成", remark]);
  return check({ ledger: [["分野", "施策", "状況", "備考"], ...rows] })
    .filter(({ rule }) => rule === "text-ditto")
    .map(({ cell, choices }) => [cell, choices[0]?.edits[0]?.after]);
}

test.each<[string, string[], [string, string | undefined][]]>([
  ["in the second measure", ["前期に実施", "〃", "別に実施"], [["D3", "前期に実施"]]],
  [
    "one after the other",
    ["前期に実施", "〃", "同上", "別に実施", "〃"],
    [
      ["D3", "前期に実施"],
      ["D4", "前期に実施"],
      ["D6", "別に実施"],
    ],
  ],
  ["below blanks", ["前期に実施", "", "", "〃"], [["D5", "前期に実施"]]],
  [
    "below a blank between marks",
    ["前期に実施", "〃", "", "〃"],
    [
      ["D3", "前期に実施"],
      ["D5", "前期に実施"],
    ],
  ],
  [
    "with nothing above",
    ["〃", "〃"],
    [
      ["D2", undefined],
      ["D3", undefined],
    ],
  ],
])("a mark %s stands for the text above", (_case, remarks, expected) => {
  expect(offered(...remarks)).toEqual(expected);
});
