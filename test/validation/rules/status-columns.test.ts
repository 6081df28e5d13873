import { expect, test } from "vitest";
import type { CellValue } from "../../../src/cells/cell";
import { column, foundIn } from "../office";

test.each<[string, Record<string, CellValue>, string[]]>([
  ["two columns of statuses", column("G", "進捗状況", () => "達成"), ["E3"]],
  ["one of last year", { E3: "令和6年度の状況", ...column("G", "令和5年度の状況", () => "達成") }, []],
])("%s", (_, cells, found) => {
  expect(foundIn("status-columns", cells)).toEqual(found);
});
