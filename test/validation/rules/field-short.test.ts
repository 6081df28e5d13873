import { expect, test } from "vitest";
import type { CellValue } from "../../../src/cells/cell";
import { column, foundIn } from "../office";

test.each<[string, Record<string, CellValue>, string[]]>([
  ["one among names", { B9: "福祉" }, ["B9 → 福祉の充実"]],
  [
    "all of them, mentioned once",
    column("B", "分野", (row) => ["福祉", "教育", "防災"][Math.floor((row - 4) / 10)]!),
    ["B4 → 福祉の充実"],
  ],
])("%s", (_, cells, found) => {
  expect(foundIn("field-short", cells)).toEqual(found);
});
