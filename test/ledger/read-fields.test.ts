import { expect, test } from "vitest";
import { readFieldProfiles } from "../../src/ledger/read-fields";
import { sheet } from "../fixtures/sheets";

test("fields in the sheet's order, lines of 目標 and 実績 as entries without their bullets", () => {
  const source = sheet(
    "分野",
    [
      ["分野の一覧"],
      ["番号", "分野", "略称", "目標", "実績"],
      [1, "環境の保全", "環境", "・減らす\n・戻す\r\n\n", "● 減った\n○ 戻った\n○印は未了"],
      [2, "教育", "", "", ""],
      ["", "", "", "学ぶ", "学んだ"],
      ["", "", "", "", ""],
    ],
    { row: 1, column: 1 },
  );
  expect(readFieldProfiles(source)).toEqual({
    fields: [
      { name: "環境の保全", shortName: "環境", goals: ["減らす", "戻す"], results: ["減った", "戻った", "○印は未了"] },
      { name: "教育", shortName: "", goals: ["学ぶ"], results: ["学んだ"] },
    ],
    notices: [],
  });
});

test("a field given twice is one field and a notice", () => {
  const source = sheet("分野", [
    ["分野", "目標"],
    ["教育", "学ぶ"],
    ["教 育", "教える"],
  ]);
  expect(readFieldProfiles(source)).toEqual({
    fields: [{ name: "教育", shortName: "", goals: ["学ぶ", "教える"], results: [] }],
    notices: [{ kind: "repeated", sheet: "分野", cell: "A3", value: "教 育" }],
  });
});

test("no sheet, and a sheet without the header", () => {
  expect(readFieldProfiles(undefined)).toEqual({ fields: [], notices: [] });
  expect(readFieldProfiles(sheet("分野", [["名前"]]))).toEqual({
    fields: [],
    notices: [{ kind: "no-table", sheet: "分野", cell: "", value: "分野" }],
  });
});
