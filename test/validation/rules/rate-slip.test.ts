import { expect, test } from "vitest";
import type { CellValue } from "../../../src/cells/cell";
import { foundIn } from "../office";

test.each<[string, Record<string, CellValue>, string[]]>([
  ["a point left out", { L9: 985 }, ["L9"]],
  ["120 %", { L9: 120 }, []],
])("%s", (_, cells, found) => {
  expect(foundIn("rate-slip", cells)).toEqual(found);
});
