import { expect, test } from "vitest";
import type { CellValue } from "../../../src/cells/cell";
import { foundIn } from "../office";

test.each<[string, Record<string, CellValue>, string[]]>([
  ["a field listed twice", { "分野!A4": "福祉の充実" }, ["分野!A4"]],
  ["three fields", {}, []],
])("%s", (_, cells, found) => {
  expect(foundIn("fields-repeated", cells)).toEqual(found);
});
