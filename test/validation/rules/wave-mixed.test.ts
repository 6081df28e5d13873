import { expect, test } from "vitest";
import type { CellValue } from "../../../src/cells/cell";
import { foundIn } from "../office";

test.each<[string, Record<string, CellValue>, string[]]>([
  ["two kinds", { N9: "4〜6月", N10: "7～9月", N11: "10～12月" }, ["N9 → ～"]],
  ["one kind", { N9: "4～6月", N10: "7～9月" }, []],
])("%s", (_, cells, found) => {
  expect(foundIn("wave-mixed", cells)).toEqual(found);
});
