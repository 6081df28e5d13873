import { expect, test } from "vitest";
import type { CellValue } from "../../../src/cells/cell";
import { foundIn } from "../office";

test.each<[string, Record<string, CellValue>, string[]]>([
  ["a face", { N9: "順調😊" }, ["N9"]],
  ["signs of offices", { N9: "○◎△×★※→" }, []],
])("%s", (_, cells, found) => {
  expect(foundIn("character-emoji", cells)).toEqual(found);
});
