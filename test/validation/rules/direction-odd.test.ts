import { expect, test } from "vitest";
import type { CellValue } from "../../../src/cells/cell";
import { foundIn } from "../office";

test.each<[string, Record<string, CellValue>, string[]]>([
  ["a slip", { M9: "継読" }, ["M9 → 継続"]],
  ["a word that nobody else has", { M9: "要協議" }, ["M9"]],
  ["a usual word that comes once", { M9: "廃止" }, []],
])("%s", (_, cells, found) => {
  expect(foundIn("direction-odd", cells)).toEqual(found);
});
