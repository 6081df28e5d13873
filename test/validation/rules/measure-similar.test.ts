import { expect, test } from "vitest";
import type { CellValue } from "../../../src/cells/cell";
import { foundIn } from "../office";

test.each<[string, Record<string, CellValue>, string[]]>([
  ["の left out", { D10: "窓口見直し" }, ["D10"]],
  ["the long vowel mark left out", { D4: "センターの整備", D10: "センタの整備" }, ["D10"]],
  ["another department", { D9: "窓口見直し" }, []],
])("%s", (_, cells, found) => {
  expect(foundIn("measure-similar", cells)).toEqual(found);
});
