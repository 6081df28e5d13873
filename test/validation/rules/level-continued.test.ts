import { describe, expect, it } from "vitest";
import type { CellValue } from "../../../src/cells/cell";
import { check, type Book } from "../check-rows";

const rows: CellValue[][] = [
  ["基本目標", "施策", "事業", "状況"],
  ["福祉", "見守り", "訪問", "達成"],
  ["", "", "電話", "達成"],
  ["", "居場所", "サロン", "達成"],
  ["教育", "学校", "給食", "達成"],
  ["", "", "図書", "達成"],
  ["", "", "体育", "達成"],
];
const found = (book: Book) => check(book).filter(({ rule }) => rule === "level-continued");

describe("level-continued", () => {
  it("is said once for a level and offers to fill every blank cell", () => {
    const [field, policy] = found({ ledger: rows });
    expect([field?.cell, policy?.cell]).toEqual(["A3", "B3"]);
    expect(field?.message).toContain("基本目標");
    const edits = field?.choices[0]?.edits.map(({ row, column, after }) => [row, column, after]);
    expect(edits).toEqual([
      [2, 0, "福祉"],
      [3, 0, "福祉"],
      [5, 0, "教育"],
      [6, 0, "教育"],
    ]);
  });

  it("offers nothing for cells that are merged", () => {
    const area = { row: 1, column: 0, rows: 3, columns: 1 };
    const [field] = found({ ledger: rows, structure: { mergedAreas: [area, { ...area, row: 4 }] } });
    expect(field).toMatchObject({ cell: "A3", severity: "info", fix: "manual", choices: [] });
  });

  it("is silent where every row says its level", () => {
    expect(
      found({ ledger: rows.map((row, at) => [at === 0 ? "基本目標" : "福祉", `施策${at}`, ...row.slice(2)]) }),
    ).toEqual([]);
  });
});
