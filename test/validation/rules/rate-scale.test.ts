import { expect, test } from "vitest";
import type { CellValue } from "../../../src/cells/cell";
import { column, foundIn } from "../office";

test.each<[string, Record<string, CellValue>, string[]]>([
  ["a fraction among percentages", { L9: 0.95 }, ["L9"]],
  ["a percentage among fractions", { ...column("L", "執行率", (row) => 0.6 + row / 100), L9: 75 }, ["L9"]],
  ["a small percentage", { L9: 0.2 }, []],
])("%s", (_, cells, found) => {
  expect(foundIn("rate-scale", cells)).toEqual(found);
});
