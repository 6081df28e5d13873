import { expect, test } from "vitest";
import type { CellValue } from "../../../src/cells/cell";
import { foundIn } from "../office";

test.each<[string, Record<string, CellValue>, string[]]>([
  ["words", { I9: "未定", I10: "3月末" }, ["I9", "I10"]],
  ["a dash and a blank", { I9: "－", I10: "" }, []],
])("%s", (_, cells, found) => {
  expect(foundIn("date-text", cells)).toEqual(found);
});
