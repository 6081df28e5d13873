import { expect, test } from "vitest";
import type { CellValue } from "../../../src/cells/cell";
import { foundIn } from "../office";

test.each<[string, Record<string, CellValue>, string[]]>([
  ["yen among thousands", { J9: 1_200_000 }, ["J9"]],
  ["yen beside its budget", { K9: 800_000 }, ["K9"]],
  ["a greater project", { J9: 8_000, K9: 7_900 }, []],
])("%s", (_, cells, found) => {
  expect(foundIn("money-scale", cells)).toEqual(found);
});
