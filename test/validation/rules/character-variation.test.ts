import { expect, test } from "vitest";
import type { CellValue } from "../../../src/cells/cell";
import { foundIn } from "../office";

test.each<[string, Record<string, CellValue>, string[]]>([
  ["a selector", { N9: "電話☎\uFE0F" }, ["N9 → 電話☎"]],
  ["the glyph of a name", { N9: "葛\u{E0100}飾" }, []],
])("%s", (_, cells, found) => {
  expect(foundIn("character-variation", cells)).toEqual(found);
});
