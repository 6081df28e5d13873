import { expect, test } from "vitest";
import type { CellValue } from "../../../src/cells/cell";
import { column, foundIn } from "../office";

test.each<[string, Record<string, CellValue>, string[]]>([
  ["a serial number", { A6: 46025 }, ["A6 → 1-3"]],
  ["a text", { A6: "1月3日" }, ["A6 → 1-3"]],
  ["numbers without hyphens", column("A", "番号", (row) => 45_000 + row), []],
])("%s", (_, cells, found) => {
  expect(foundIn("number-date", cells)).toEqual(found);
});
