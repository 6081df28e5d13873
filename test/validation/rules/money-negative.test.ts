import { expect, test } from "vitest";
import type { CellValue } from "../../../src/cells/cell";
import { column, foundIn } from "../office";

test.each<[string, Record<string, CellValue>, string[]]>([
  ["an amount", { J9: -5 }, ["J9"]],
  ["a column of changes", column("J", "予算額（千円）", (row) => (row % 2 === 0 ? -row : row)), []],
])("%s", (_, cells, found) => {
  expect(foundIn("money-negative", cells)).toEqual(found);
});
