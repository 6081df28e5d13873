import { expect, test } from "vitest";
import type { CellValue } from "../../../src/cells/cell";
import { foundIn } from "../office";

test.each<[string, Record<string, CellValue>, string[]]>([
  ["a field of another plan", { "分野!A4": "国際交流の推進" }, ["分野!A4"]],
  ["every field in use", {}, []],
])("%s", (_, cells, found) => {
  expect(foundIn("field-unused", cells)).toEqual(found);
});
