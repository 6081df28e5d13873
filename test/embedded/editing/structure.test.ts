import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createClient } from "../../../src/embedded/wire/client";
import { enterCells } from "../../../src/embedded/editing/cell-entry";
import { Host } from "../../../src/embedded/editing/host";
import { deleteCells, insertCells } from "../../../src/embedded/editing/structure";
import { newWorkbookModel, readValue, readValues } from "../../../src/embedded/model/workbook";
import type { CellValue } from "../../../src/cells/cell";
import { serve, TODAY } from "../hosts";

const SIZE = 5;
const WIDTH = 12;
const at = fc.record({
  row: fc.nat(SIZE - 1),
  column: fc.nat(SIZE - 1),
  rows: fc.integer({ min: 1, max: 3 }),
  columns: fc.integer({ min: 1, max: 3 }),
});

describe("inserting and deleting cells", () => {
  it("moves exactly the cells behind the area", () => {
    fc.assert(
      fc.property(at, fc.constantFrom("Down", "Right", "Up", "Left"), (area, shift) => {
        const cells = Array.from({ length: SIZE }, (_, r) => Array.from({ length: SIZE }, (__, c) => `${r}/${c}`));
        const workbook = newWorkbookModel([{ name: "a", values: cells }]);
        const sheet = workbook.sheets[0]!;
        const host = new Host(workbook, () => TODAY);
        const before = (r: number, c: number): CellValue => cells[r]?.[c] ?? "";
        const inRows = (r: number): boolean => r >= area.row && r < area.row + area.rows;
        const inColumns = (c: number): boolean => c >= area.column && c < area.column + area.columns;
        const expected = (r: number, c: number): CellValue => {
          switch (shift) {
            case "Down":
              return !inColumns(c) || r < area.row ? before(r, c) : inRows(r) ? "" : before(r - area.rows, c);
            case "Up":
              return !inColumns(c) || r < area.row ? before(r, c) : before(r + area.rows, c);
            case "Right":
              return !inRows(r) || c < area.column ? before(r, c) : inColumns(c) ? "" : before(r, c - area.columns);
            default:
              return !inRows(r) || c < area.column ? before(r, c) : before(r, c + area.columns);
          }
        };
        if (shift === "Down" || shift === "Right") insertCells(host, sheet, area, shift);
        else deleteCells(host, sheet, area, shift);
        const result = readValues(sheet, { row: 0, column: 0, rows: WIDTH, columns: WIDTH });
        result.forEach((row, r) => {
          row.forEach((value, c) => {
            expect(value, `${r}/${c}`).toBe(expected(r, c));
          });
        });
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ["=A3", "=A5", "=A2"],
    ["=$A$3", "=$A$5", "=$A$2"],
    ["=SUM(A1:A9)", "=SUM(A1:A11)", "=SUM(A1:A8)"],
    ["=SUM(A2:A2)", "=SUM(A4:A4)", "=SUM(#REF!)"],
    ["=SUM(A:A)", "=SUM(A:A)", "=SUM(A:A)"],
    ["=SUM(3:4)", "=SUM(5:6)", "=SUM(2:3)"],
    ['="A3"&A1', '="A3"&A1', '="A3"&A1'],
    ["=別!A3", "=別!A3", "=別!A3"],
  ])("%s becomes %s when two rows come in at row 2, %s when it goes", (formula, inserted, deleted) => {
    for (const [change, expected] of [
      [(host: Host) => { insertCells(host, host.workbook.sheets[0]!, { row: 1, column: 0, rows: 2, columns: 16_384 }, "Down"); }, inserted],
      [(host: Host) => { deleteCells(host, host.workbook.sheets[0]!, { row: 1, column: 0, rows: 1, columns: 16_384 }, "Up"); }, deleted],
    ] as const) {
      const workbook = newWorkbookModel([{ name: "台帳" }, { name: "別" }]);
      const host = new Host(workbook, () => TODAY);
      enterCells(host, workbook.sheets[0]!, { row: 0, column: 3, rows: 1, columns: 1 }, [[formula]]);
      change(host);
      expect(workbook.sheets[0]!.formulas.get(3)).toBe(expected);
    }
  });

  it("takes tables, validations, links, heights and hidden rows along", async () => {
    const server = serve([{ name: "台帳", values: [["題"], ["見出し"], ["一"], ["二"]] }]);
    await createClient(server).run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.tables.add("A2:A4", true);
      sheet.getRange("A3:A4").dataValidation.rule = { list: { inCellDropDown: true, source: "一,二" } };
      sheet.getRange("A4").hyperlink = { documentReference: "'台帳'!A1" };
      sheet.getRange("A3").format.rowHeight = 33;
      sheet.getRange("A4").rowHidden = true;
      sheet.getRange("A4").format.fill.color = "red";
      await context.sync();
      sheet.getRange("1:1").insert("Down");
      await context.sync();
    });
    const sheet = server.workbook.sheets[0]!;
    expect(sheet.tables[0]!.area).toEqual({ row: 2, column: 0, rows: 3, columns: 1 });
    expect(sheet.validations[0]!.area.row).toBe(3);
    expect(sheet.hyperlinks[0]!.row).toBe(4);
    expect([...sheet.rowHeights]).toEqual([[3, 33]]);
    expect([...sheet.hiddenRows]).toEqual([4]);
    expect(sheet.formats.find((run) => run.format.fill === "#FF0000")?.area.row).toBe(4);
  });

  it("calculates what moved", () => {
    const workbook = newWorkbookModel([{ name: "台帳", values: [[1], [2], [3]] }]);
    const sheet = workbook.sheets[0]!;
    const host = new Host(workbook, () => TODAY);
    enterCells(host, sheet, { row: 0, column: 1, rows: 1, columns: 1 }, [["=SUM(A1:A3)"]]);
    deleteCells(host, sheet, { row: 1, column: 0, rows: 1, columns: 1 }, "Up");
    host.calculate();
    expect(readValue(sheet, 0, 1)).toBe(4);
  });
}); // prettier-ignore

describe("renaming a sheet", () => {
  it("to the name it has leaves the formulas that look at it as they were typed", async () => {
    const server = serve([{ name: "台帳", values: [[1]] }, { name: "集計" }]);
    const [, summary] = server.workbook.sheets;
    await createClient(server).run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.getItem("集計").getRange("A1").formulas = [["='台帳'!A1"]];
      worksheets.getItem("台帳").name = "台帳";
      await context.sync();
    });
    expect([...summary!.formulas.values()]).toEqual(["='台帳'!A1"]);
  });
});
