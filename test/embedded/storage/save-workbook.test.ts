import ExcelJS from "exceljs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CellValue } from "../../../src/cells/cell";
import { formatAt } from "../../../src/embedded/model/formats";
import type { CellFormat, SheetModel, WorkbookModel } from "../../../src/embedded/model/model";
import { openWorkbook } from "../../../src/embedded/storage/open-workbook";
import { saveWorkbook } from "../../../src/embedded/storage/save-workbook";
import { newWorkbookModel, writeFormula } from "../../../src/embedded/model/workbook";
import { MAX_COLUMNS, MAX_ROWS } from "../../../src/cells/cell";
import { minimalParts, pack, unpackText } from "./package";

const save = (model: WorkbookModel): Promise<Uint8Array> => saveWorkbook(null, model);

async function throughExcelJs(model: WorkbookModel): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-argument -- its Buffer type is older than Node's
  await workbook.xlsx.load(Buffer.from(await save(model)) as any);
  return workbook;
}

async function again(model: WorkbookModel): Promise<WorkbookModel> {
  return (await openWorkbook(await save(model), "")).model;
}

const VALUES: CellValue[][] = [
  ["分野", "達成", 98, 73.5, -0.25, true, false],
  ["=数式ではない", "<a&b> \"引用\" 'x'", " 前後 ", "改行\nあり", "タブ\tあり", "_x0041_", "𠮷"],
  ["#N/A", "制御\u0001文字", 1e21, 1.5e-7, "", "０１２", "007"],
];

describe("saveWorkbook of a new workbook", () => {
  it("writes values that an independent reader reads", async () => {
    const model = newWorkbookModel([{ name: "集計", values: VALUES }]);
    writeFormula(model.sheets[0]!, 3, 0, "=SUM(C1:D1)", 171.5);
    writeFormula(model.sheets[0]!, 3, 1, '=IF(C1>1,"達成","")', "達成");
    writeFormula(model.sheets[0]!, 3, 2, "=1/0", "#DIV/0!");
    writeFormula(model.sheets[0]!, 3, 3, "=1=1", true);
    const sheet = (await throughExcelJs(model)).getWorksheet("集計")!;
    const read = (address: string): unknown => sheet.getCell(address).value;
    expect(["A1", "B1", "C1", "D1", "E1", "F1", "G1"].map(read)).toEqual(VALUES[0]);
    expect(read("A2")).toBe("=数式ではない");
    expect(read("B2")).toBe("<a&b> \"引用\" 'x'");
    expect(read("C2")).toBe(" 前後 ");
    expect(read("D2")).toBe("改行\nあり");
    expect(read("G2")).toBe("𠮷");
    expect(read("A3")).toEqual({ error: "#N/A" });
    expect(read("C3")).toBe(1e21);
    expect(read("G3")).toBe("007");
    expect(read("A4")).toEqual({ formula: "SUM(C1:D1)", result: 171.5 });
    expect(read("B4")).toMatchObject({ formula: 'IF(C1>1,"達成","")', result: "達成" });
    expect(read("C4")).toMatchObject({ formula: "1/0", result: { error: "#DIV/0!" } });
    expect(read("D4")).toMatchObject({ formula: "1=1", result: true });
  });

  it("reads back every value as it was", async () => {
    const model = newWorkbookModel([{ name: "集計", values: VALUES }]);
    expect((await again(model)).sheets[0]!.rows).toEqual(VALUES);
  });

  it("gives text of any characters back (property)", async () => {
    const text = fc.string({ unit: "binary", maxLength: 12 }).filter((value) => !value.startsWith("#"));
    const value = fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.integer());
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(value, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        async (values) => {
          const rows = (await again(newWorkbookModel([{ name: "S", values }]))).sheets[0]!.rows;
          values.forEach((row, r) => {
            row.forEach((cell, c) => {
              // The format knows no negative zero.
              expect(rows[r]?.[c] ?? "").toEqual(cell === 0 ? 0 : cell);
            });
          });
        },
      ),
      { numRuns: 25 },
    );
  });

  it("writes looks as they are laid over each other", async () => {
    const model = newWorkbookModel([
      {
        name: "集計",
        values: [
          ["a", "b"],
          ["c", "d"],
        ],
      },
    ]);
    const sheet = model.sheets[0]!;
    const line = { style: "Continuous", weight: "Medium", color: "#112233" };
    sheet.formats = [
      {
        area: { row: 0, column: 0, rows: 3, columns: 3 },
        format: { fontName: "游ゴシック", fontSize: 10, wrapText: true, vertical: "Top" },
      },
      {
        area: { row: 0, column: 0, rows: 1, columns: 3 },
        format: { bold: true, fill: "#DDE6EF", horizontal: "Center", borders: { EdgeBottom: line } },
      },
      {
        area: { row: 0, column: 1, rows: 2, columns: 1 },
        format: { numberFormat: '#,##0"件"', fontColor: "#C00000", borders: { EdgeTop: line } },
      },
      {
        area: { row: 5, column: 5, rows: 1, columns: 1 },
        format: {
          underline: "Double",
          strikethrough: true,
          italic: true,
          indent: 2,
          locked: false,
          textOrientation: -45,
        },
      },
    ];
    const read = (await throughExcelJs(model)).getWorksheet("集計")!;
    expect(read.getCell("A1").font).toMatchObject({ name: "游ゴシック", size: 10, bold: true });
    expect(read.getCell("A1").fill).toMatchObject({ pattern: "solid", fgColor: { argb: "FFDDE6EF" } });
    expect(read.getCell("A1").alignment).toMatchObject({ horizontal: "center", vertical: "top", wrapText: true });
    expect(read.getCell("B1").numFmt).toBe('#,##0"件"');
    expect(read.getCell("B1").border).toMatchObject({
      top: { style: "medium", color: { argb: "FF112233" } },
      bottom: { style: "medium" },
    });
    expect(read.getCell("B2").border).toMatchObject({ top: { style: "medium" } });
    expect(read.getCell("B2").border.bottom).toBeUndefined();
    expect(read.getCell("C3").font).toMatchObject({ name: "游ゴシック", size: 10 });
    expect(read.getCell("F6").font).toMatchObject({ underline: "double", strike: true, italic: true });
    expect(read.getCell("F6").alignment).toMatchObject({ indent: 2, textRotation: -45 });
    expect(read.getCell("F6").protection).toMatchObject({ locked: false });
  });

  it("gives any pile of looks back, cell by cell (property)", async () => {
    const format: fc.Arbitrary<CellFormat> = fc.record(
      {
        bold: fc.boolean(),
        fill: fc.constantFrom("", "#FF0000", "#00FF00"),
        fontColor: fc.constantFrom("#000000", "#123456"),
        numberFormat: fc.constantFrom("General", "0.0%", "@", '0"件"'),
        horizontal: fc.constantFrom("General", "Left", "Right"),
        wrapText: fc.boolean(),
      },
      { requiredKeys: [] },
    );
    const area = fc.record({
      row: fc.nat(4),
      column: fc.nat(4),
      rows: fc.integer({ min: 1, max: 4 }),
      columns: fc.integer({ min: 1, max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ area, format }), { maxLength: 8 }), async (formats) => {
        const model = newWorkbookModel([{ name: "S", values: [["x"]] }]);
        model.sheets[0]!.formats = formats;
        const read = await again(model);
        for (let row = 0; row < 8; row++) {
          for (let column = 0; column < 8; column++) {
            const expected = formatAt(model, model.sheets[0]!, row, column);
            // What was never set is read as the default.
            const defaults = {
              bold: false,
              fill: "",
              fontColor: "#000000",
              numberFormat: "General",
              horizontal: "General",
              wrapText: false,
            };
            expect({ ...defaults, ...formatAt(read, read.sheets[0]!, row, column) }).toMatchObject({
              ...defaults,
              ...expected,
            });
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it("writes looks of whole columns and rows without writing their cells", async () => {
    const model = newWorkbookModel([{ name: "集計", values: [["a"]] }]);
    const sheet = model.sheets[0]!;
    sheet.formats = [
      { area: { row: 0, column: 1, rows: MAX_ROWS, columns: 2 }, format: { fill: "#EEEEEE" } },
      { area: { row: 4, column: 0, rows: 1, columns: MAX_COLUMNS }, format: { bold: true } },
    ];
    sheet.columnWidths.set(1, 100);
    const file = await save(model);
    const text = unpackText(file)["xl/worksheets/sheet1.xml"]!;
    expect(text.length).toBeLessThan(3000);
    const read = new ExcelJS.Workbook();
    // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-argument -- see above
    await read.xlsx.load(Buffer.from(file) as any);
    expect(read.worksheets[0]!.getColumn(2).fill).toMatchObject({ fgColor: { argb: "FFEEEEEE" } });
    expect(read.worksheets[0]!.getColumn(3).fill).toMatchObject({ fgColor: { argb: "FFEEEEEE" } });
  });

  it("leaves looks that nobody sees on blank cells to the column where there are very many", async () => {
    const values = Array.from({ length: 20_000 }, (_, row) => [row, "", row % 5000 === 0 ? "x" : ""]);
    const model = newWorkbookModel([{ name: "一覧", values }]);
    const sheet = model.sheets[0]!;
    sheet.formats = [
      { area: { row: 0, column: 0, rows: 20_000, columns: 4 }, format: { fontName: "游明朝", fontSize: 10 } },
      { area: { row: 7, column: 0, rows: 1, columns: 4 }, format: { fill: "#EEEEEE" } },
      { area: { row: 9, column: 1, rows: 1, columns: 1 }, format: { bold: true } },
    ];
    const text = unpackText(await save(model))["xl/worksheets/sheet1.xml"]!;
    expect([...text.matchAll(/<c [^>]*\/>/g)].map((cell) => /r="(\w+)"/.exec(cell[0])![1])).toEqual([
      "B8",
      "C8",
      "D8",
      "B10",
    ]);
    expect(text).toMatch(/<col min="1" max="4" [^>]*style="1"\/>/);
    expect(text).toContain('<c r="C1" s="1" t="inlineStr">');
  });

  it("writes what is on a sheet besides its cells, and reads it back", async () => {
    const model = newWorkbookModel([
      {
        name: "集計",
        values: [
          ["名", "値"],
          ["a", 1],
          ["b", 2],
        ],
      },
      { name: "隠し" },
      { name: "設定 1" },
    ]);
    const sheet = model.sheets[0]!;
    model.sheets[1]!.visibility = "VeryHidden";
    Object.assign(sheet, {
      showGridlines: false,
      showHeadings: false,
      tabColor: "#1F4E79",
      frozenRows: 1,
      frozenColumns: 2,
    } satisfies Partial<SheetModel>);
    sheet.columnWidths.set(0, 120).set(1, 60);
    sheet.hiddenColumns.add(3);
    sheet.rowHeights.set(0, 24).set(9, 40.5);
    sheet.hiddenRows.add(7);
    sheet.merged.push({ row: 10, column: 0, rows: 2, columns: 2 });
    sheet.tables.push({
      id: "",
      name: "T_設定",
      area: { row: 0, column: 0, rows: 3, columns: 2 },
      showHeaders: true,
      showTotals: false,
      style: "TableStyleLight1",
      showBandedRows: false,
      showFilterButton: false,
    });
    sheet.hyperlinks.push(
      { row: 1, column: 0, address: null, documentReference: "'設定 1'!A1", screenTip: "設定へ" },
      { row: 2, column: 0, address: "https://example.jp/?a=1&b=2", documentReference: null, screenTip: null },
    );
    sheet.validations.push({
      area: { row: 1, column: 1, rows: 5, columns: 1 },
      rule: { list: { inCellDropDown: true, source: "='設定 1'!$A$1:$A$3" } },
      errorAlert: { showAlert: true, style: "Stop", title: "区分", message: "一覧から <選ぶ>" },
      prompt: { showPrompt: true, title: "入力", message: "区分" },
      ignoreBlanks: true,
    });
    sheet.conditionalFormats.push({
      id: "1",
      area: { row: 1, column: 0, rows: 2, columns: 2 },
      type: "Custom",
      formula: '=$A2="a"',
      fontColor: "#9C0006",
      fill: "#FFC7CE",
      stopIfTrue: true,
    });
    sheet.names.push({ name: "値", formula: "='集計'!$B$2:$B$3", comment: "", visible: true });
    model.names.push({ name: "施策_状況", formula: "='集計'!$A$2:$A$3", comment: "説明", visible: false });
    Object.assign(sheet.page, {
      orientation: "Landscape", printArea: { row: 0, column: 0, rows: 20, columns: 4 }, titleRows: { first: 0, last: 1 }, fitWide: 1,
      firstPageNumber: 3, blackAndWhite: true, centerHorizontally: true, headerLeft: "左", headerRight: "&D", footerCenter: "- &P -",
      topMargin: 72, leftMargin: 36, rowBreaks: [5, 12], columnBreaks: [2],
    } satisfies Partial<SheetModel["page"]>); // prettier-ignore
    model.sheets[2]!.page.scale = 85;
    model.sheets[2]!.protected = true;
    model.sheets[2]!.autoFilter = { area: { row: 0, column: 0, rows: 5, columns: 2 }, filtered: false };
    model.activeSheet = model.sheets[2]!.id;

    const read = await again(model);
    expect(read.sheets.map((each) => [each.name, each.visibility])).toEqual([
      ["集計", "Visible"],
      ["隠し", "VeryHidden"],
      ["設定 1", "Visible"],
    ]);
    expect(read.activeSheet).toBe(read.sheets[2]!.id);
    const first = read.sheets[0]!;
    for (const key of [
      "tabColor",
      "showGridlines",
      "showHeadings",
      "frozenRows",
      "frozenColumns",
      "merged",
      "hyperlinks",
      "validations",
      "names",
      "hiddenRows",
      "hiddenColumns",
      "rowHeights",
    ] as const) {
      expect(first[key], key).toEqual(sheet[key]);
    }
    expect(first.page).toEqual(sheet.page);
    expect(first.columnWidths.get(0)).toBeCloseTo(120, 1);
    expect(first.defaultColumnWidth).toBeCloseTo(sheet.defaultColumnWidth, 1);
    expect(first.tables).toMatchObject([{ ...sheet.tables[0], id: "1" }]);
    expect(first.conditionalFormats).toMatchObject([
      { ...sheet.conditionalFormats[0], id: expect.any(String) as string },
    ]);
    expect(read.names).toEqual(model.names);
    expect(read.sheets[2]).toMatchObject({
      protected: true,
      page: { scale: 85, fitWide: null },
      autoFilter: { filtered: false },
    });

    const other = (await throughExcelJs(model)).getWorksheet("集計")!;
    expect(other.pageSetup).toMatchObject({
      orientation: "landscape",
      paperSize: 9,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      firstPageNumber: 3,
      printArea: "A1:D20",
      printTitlesRow: "1:2",
    });
    expect(other.properties.tabColor).toEqual({ argb: "FF1F4E79" });
    expect(other.views[0]).toMatchObject({ state: "frozen", xSplit: 2, ySplit: 1, showGridLines: false });
    expect(other.headerFooter.oddFooter).toBe("&C- &P -");
  });

  it("gives the same bytes every time and does not change the model", async () => {
    const model = newWorkbookModel([{ name: "集計", values: VALUES }]);
    const first = await save(model);
    expect(await save(model)).toEqual(first);
    expect(model.sheets[0]!.part).toBeNull();
  });

  it("gives a file without a style sheet one under the name that openpyxl looks for", async () => {
    const opened = await openWorkbook(pack(minimalParts("<sheetData/>")), "");
    const added = newWorkbookModel([{ name: "集計", values: [["a"]] }]).sheets[0]!;
    added.formats = [{ area: { row: 0, column: 0, rows: 1, columns: 1 }, format: { bold: true } }];
    opened.model.sheets.push({ ...added, id: "{00000000-7FFF-0000-0000-000000000000}" });
    expect(unpackText(await saveWorkbook(opened, opened.model))["xl/styles.xml"]).toContain("<b/>");
  });
});
