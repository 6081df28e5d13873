import { expect, test } from "vitest";
import type { CellValue } from "../../../src/cells/cell";
import { foundIn } from "../office";

test.each<[string, Record<string, CellValue>, string[]]>([
  ["a replacement character", { N9: "学\uFFFD" }, ["N9"]],
  ["question marks", { N9: "????" }, ["N9"]],
  ["UTF-8 read as Shift_JIS", { N9: "繝・ｽ繧ｿ" }, ["N9"]],
  ["a question", { N9: "できるか？？" }, []],
])("%s", (_, cells, found) => {
  expect(foundIn("character-garbled", cells)).toEqual(found);
});
