import { expect, test } from "vitest";
import type { CellValue } from "../../../src/cells/cell";
import { foundIn } from "../office";

test.each<[string, Record<string, CellValue>, string[]]>([
  ["digits that changed places", { I9: "2206年5月1日" }, ["I9 → 2026年5月1日"]],
  ["a year of another century", { I9: "大正6年5月1日" }, ["I9"]],
  ["a date of the decade before", { I9: "平成26年5月1日" }, []],
])("%s", (_, cells, found) => {
  expect(foundIn("date-distant", cells)).toEqual(found);
});
