import { expect, it } from "vitest";
import type { CellValue } from "../../src/cells/cell";
import { check, places } from "./check-rows";

it("finds one block in hundreds of thousands of notes below the ledger", () => {
  const ledger: CellValue[][] = [
    ["分野", "施策", "個別事業", "状況", "備考"],
    ["福祉", "施策", "事業", "達成", ""],
    ["", "", "", "", ""],
  ];
  for (let row = 0; row < 300_000; row++) ledger.push(["", "", "", "", "注"]);
  const found = places(check({ ledger })).filter((place) => place.startsWith("note-outside"));
  expect(found).toHaveLength(1);
}, 30_000);
