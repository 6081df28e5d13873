import { expect, test } from "vitest";
import type { CellValue } from "../../../src/cells/cell";
import { column, foundIn } from "../office";

test.each<[string, Record<string, CellValue>, string[]]>([
  ["another word for one", { H9: "情報施策課" }, ["H9 → 「情報政策課」"]],
  ["another width", { ...column("H", "担当課", () => "IT推進課"), H9: "ＩＴ推進課" }, ["H9 → 「IT推進課」"]],
  ["another kind of office", { H9: "情報政策室" }, []],
  ["another subject", { ...column("H", "担当課", () => "教育指導課"), H9: "保育指導課" }, []],
])("%s", (_, cells, found) => {
  expect(foundIn("department-similar", cells)).toEqual(found);
});
