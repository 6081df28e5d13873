import { expect, test } from "vitest";
import type { CellValue } from "../../../src/cells/cell";
import { foundIn } from "../office";

test.each<[string, Record<string, CellValue>, string[]]>([
  ["a way of rounding that is none", { "設定!B8": "五捨六入" }, ["設定!B8"]],
  ["one 同義語 in two classes", { "設定!F2": "済", "設定!F3": "済" }, ["設定!F2", "設定!F3"]],
  ["another word for a way of rounding", { "設定!B8": "切捨て" }, []],
])("%s", (_, cells, found) => {
  expect(foundIn("settings-value", cells)).toEqual(found);
});
