import { describe, expect, it } from "vitest";
import type { WorkbookModel } from "../../src/embedded/model/model";
import { newWorkbookModel } from "../../src/embedded/model/workbook";
import { MOST_COLUMNS, MOST_ROWS, previewWindow } from "../../src/standalone/preview-window";
import { savedName } from "../../src/standalone/session";

function workbookOf(rows: number, columns: number): WorkbookModel {
  const values = Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (_, c) => `${r + 1}-${c + 1}`));
  return newWorkbookModel([{ name: "台帳", values }]);
}

function select(workbook: WorkbookModel, row: number, column: number, rows = 1, columns = 1): void {
  workbook.selection = { sheet: workbook.activeSheet, area: { row, column, rows, columns } };
}

function selected(workbook: WorkbookModel): string[] {
  return previewWindow(workbook).cells.flatMap((row) => row.flatMap((cell) => (cell.selected ? [cell.text] : [])));
}

describe("what the preview shows", () => {
  it.each([
    ["a small sheet whole", 30, 12, 4, 4, { row: 0, rows: 30, column: 0, columns: 12 }],
    ["an almost empty sheet with some blank cells", 1, 1, 0, 0, { row: 0, rows: 20, column: 0, columns: 8 }],
    ["the beginning of a long one", 5000, 3, 50, 0, { row: 0, rows: MOST_ROWS, column: 0, columns: 8 }],
    ["what is around the selection", 5000, 3, 2500, 0, { row: 2400, rows: MOST_ROWS, column: 0, columns: 8 }],
    ["the end of a long one", 5000, 3, 4999, 0, { row: 4800, rows: MOST_ROWS, column: 0, columns: 8 }],
    ["columns likewise", 1, 200, 0, 100, { row: 0, rows: 20, column: 80, columns: MOST_COLUMNS }],
    ["a selection past everything", 1, 1, 999, 0, { row: 800, rows: MOST_ROWS, column: 0, columns: 8 }],
  ])("is %s", (_, rows, columns, row, column, area) => {
    const workbook = workbookOf(rows, columns);
    select(workbook, row, column);
    const shown = previewWindow(workbook);
    expect(shown.area).toEqual(area);
    expect([shown.totalRows, shown.totalColumns]).toEqual([rows, columns]);
    expect(shown.cells.map((cells) => cells.length)).toEqual(new Array(area.rows).fill(area.columns));
    expect(selected(workbook)).toEqual([row < rows ? `${row + 1}-${column + 1}` : ""]);
  });

  it("marks every cell of a selected area, and of whole rows those in sight", () => {
    const workbook = workbookOf(5, 3);
    select(workbook, 1, 1, 2, 2);
    expect(selected(workbook)).toEqual(["2-2", "2-3", "3-2", "3-3"]);
    select(workbook, 4, 0, 1, 16_384);
    expect(selected(workbook)).toEqual(["5-1", "5-2", "5-3", "", "", "", "", ""]);
  });

  it("is a cell's text as its number format shows it", () => {
    const workbook = newWorkbookModel([{ name: "集計", values: [[0.735, true, "達成"]] }]);
    const area = { row: 0, column: 0, rows: 1, columns: 1 };
    workbook.sheets[0]!.formats.push({ area, format: { numberFormat: "0.0%", fill: "#DDEBF7" } });
    const [number, flag, text] = previewWindow(workbook).cells[0]!;
    expect(number).toMatchObject({ text: "73.5%", align: "right", fill: "#DDEBF7", color: "#000000" });
    expect(flag).toMatchObject({ text: "TRUE", align: "center", fill: "", color: "" });
    expect(text).toMatchObject({ text: "達成", align: "left", flow: "spill" });
    expect(previewWindow(workbook).selectedText).toBe("73.5%");
  });

  it("lets a text go on only where the cells beside it are blank", () => {
    const workbook = newWorkbookModel([{ name: "集計", values: [["一", "二", "", "三", "", "四", "五"]] }]);
    const align = (column: number, horizontal: string) => {
      workbook.sheets[0]!.formats.push({ area: { row: 0, column, rows: 1, columns: 1 }, format: { horizontal } });
    };
    align(3, "Center");
    align(5, "Right");
    align(6, "Right");
    const spilling = previewWindow(workbook).cells[0]!.filter(({ flow }) => flow === "spill");
    expect(spilling.map(({ text }) => text).filter((text) => text !== "")).toEqual(["二", "三", "四"]);
    workbook.sheets[0]!.formats.push({ area: { row: 0, column: 0, rows: 1, columns: 2 }, format: { wrapText: true } });
    const flows = previewWindow(workbook).cells[0]!.flatMap(({ text, flow }) => (text === "" ? [] : [flow]));
    expect(flows).toEqual(["wrap", "wrap", "spill", "spill", "cut"]);
  });

  it("is merged cells as one, also where the window cuts them", () => {
    const workbook = workbookOf(500, 3);
    workbook.sheets[0]!.merged.push(
      { row: 1, column: 0, rows: 2, columns: 2 },
      { row: 190, column: 2, rows: 20, columns: 1 },
    );
    select(workbook, 2, 1);
    const { cells } = previewWindow(workbook);
    expect(cells[1]!.map(({ column }) => column)).toEqual([0, 2, 3, 4, 5, 6, 7]);
    expect(cells[2]!.map(({ column }) => column)).toEqual([2, 3, 4, 5, 6, 7]);
    expect(cells[1]![0]).toMatchObject({ columns: 2, rows: 2, selected: true });
    expect(cells[190]!.find(({ column }) => column === 2)).toMatchObject({ rows: 10 });
  });
});

describe("the name a workbook is saved under", () => {
  it.each([
    ["台帳.xlsx", "台帳_報告書.xlsx"],
    ["台帳.v2.XLSX", "台帳.v2_報告書.XLSX"],
    ["台帳.xlsm", "台帳_報告書.xlsm"],
    ["新しいブック", "新しいブック_報告書.xlsx"],
  ])("%s becomes %s", (name, saved) => {
    expect(savedName(name, "_報告書")).toBe(saved);
  });
});
