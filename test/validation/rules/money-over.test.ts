import { expect, test } from "vitest";
import type { CellValue } from "../../../src/cells/cell";
import { foundIn } from "../office";

test.each<[string, Record<string, CellValue>, string[]]>([
  ["more than the budget", { J9: 500, K9: 501 }, ["K9"]],
  ["as much", { J9: 500, K9: 500 }, []],
])("%s", (_, cells, found) => {
  expect(foundIn("money-over", cells)).toEqual(found);
});
