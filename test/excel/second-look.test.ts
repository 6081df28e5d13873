import { describe, expect, it } from "vitest";
import { changedSheets } from "../../src/excel/second-look";
import { sheet } from "../fixtures/sheets";

const cells = [
  ["分野", "状況"],
  ["行政", "達成"],
];

describe("changedSheets", () => {
  const seen = sheet("台帳", cells, { row: 2, column: 1 });
  const changed = (now: Parameters<typeof sheet>[1], place?: Parameters<typeof sheet>[2]): string[] =>
    changedSheets([seen], new Map([["台帳", sheet("台帳", now, place)]]));

  it("takes the same cells in the same place for unchanged", () => {
    expect(
      changed(
        cells.map((row) => [...row]),
        { row: 2, column: 1 },
      ),
    ).toEqual([]);
  });

  it.each([
    ["moved down", cells, { row: 3, column: 1 }],
    ["moved sideways", cells, { row: 2, column: 0 }],
    ["longer", [...cells, ["福祉", "中止"]], { row: 2, column: 1 }],
    ["shorter", cells.slice(0, 1), { row: 2, column: 1 }],
    ["wider", cells.map((row) => [...row, ""]), { row: 2, column: 1 }],
    ["of another value", [cells[0]!, ["行政", "未達成"]], { row: 2, column: 1 }],
    ["a number instead of its text", [cells[0]!, ["行政", 1]], { row: 2, column: 1 }],
  ])("sees what is %s", (_what, now, place) => {
    expect(changed(now, place)).toEqual(["台帳"]);
  });

  it("sees that a sheet is gone, unless it was blank", () => {
    const blank = sheet("分野", [["", ""]]);
    expect(changedSheets([seen, blank, sheet("計画", [])], new Map())).toEqual(["台帳"]);
  });
});
