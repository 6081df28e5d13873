import ExcelJS from "exceljs";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { openWorkbook } from "../../../src/embedded/storage/open-workbook";
import { toStrict } from "../../../src/embedded/storage/xml/xml";
import { cellKey } from "../../../src/embedded/model/grid";
import { minimalParts, pack, relationships } from "./package";
import { RICH_PARTS, richWorkbook } from "./rich-workbook";

function declared(text: string, encoding: string): string {
  return `<?xml version="1.0" encoding="${encoding}"?>${text.replace(/^<\?xml[^]*?\?>/, "")}`;
}

function utf16(text: string, end: "<" | ">", mark: boolean): Uint8Array {
  const written = (mark ? "\ufeff" : "") + declared(text, "UTF-16");
  const bytes = new DataView(new ArrayBuffer(written.length * 2));
  for (let at = 0; at < written.length; at++) bytes.setUint16(at * 2, written.charCodeAt(at), end === "<");
  return new Uint8Array(bytes.buffer);
}

async function failure(bytes: Uint8Array): Promise<unknown> {
  return openWorkbook(bytes, "x.xlsx").then(
    () => "opened",
    (error: unknown) => (error as { code?: string }).code,
  );
}

describe("openWorkbook", () => {
  it("reads a workbook as Excel saves it", async () => {
    const { model } = await openWorkbook(richWorkbook(), "台帳.xlsx");
    expect(model.fileName).toBe("台帳.xlsx");
    // The chart sheet is none of the worksheets.
    expect(model.sheets.map((sheet) => [sheet.name, sheet.visibility, sheet.part])).toEqual([
      ["台帳", "Visible", "xl/worksheets/sheet1.xml"],
      ["集計 旧", "Hidden", "xl/worksheets/sheet2.xml"],
    ]);
    const [ledger, old] = model.sheets;
    expect(model.activeSheet).toBe(ledger!.id);
    expect(ledger!.rows).toEqual([
      ["計画の台帳"],
      ["番号", "個別事業", "状況", "期日"],
      [1, "健康まつり", "達成", 44286],
      [2, " 図書館 ", "未達成"],
      [3, "_x0041_&", "達成"],
      [4, "", "#N/A"],
    ]);
    expect([...old!.formulas.values()]).toEqual([
      "=COUNTIF(台帳!C:C,A1)",
      "=COUNTIF(台帳!$C$3:$C$6,A2)",
      "=COUNTIF(台帳!$C$3:$C$6,A3)",
      "=COUNTIF(台帳!$C$3:$C$6,A4)",
    ]);
    expect([old!.showGridlines, old!.showHeadings]).toEqual([false, false]);
    expect(model.properties.get("title")).toBe("総合計画");
    expect(model.properties.get("author")).toBe("企画課");
    expect([...model.customProperties]).toEqual([
      ["年度", 2021],
      ["確定", true],
    ]);
    expect(model.names).toEqual([
      { name: "旧表", formula: "='集計 旧'!$A$1:$B$4", comment: "", visible: true },
      { name: "状況", formula: "=台帳!$C$3:$C$6", comment: "達成の欄", visible: true },
    ]);
    expect(old!.names.map((name) => name.name)).toEqual(["合計"]);
  });

  it("reads what is on a sheet besides its cells", async () => {
    const ledger = (await openWorkbook(richWorkbook(), "")).model.sheets[0]!;
    expect(ledger.protected).toBe(true);
    expect([ledger.frozenRows, ledger.frozenColumns]).toEqual([2, 0]);
    expect(ledger.merged).toEqual([{ row: 0, column: 0, rows: 1, columns: 3 }]);
    expect(ledger.autoFilter).toEqual({ area: { row: 1, column: 0, rows: 5, columns: 3 }, filtered: true });
    expect([...ledger.hiddenRows]).toEqual([3]);
    expect([...ledger.hiddenColumns]).toEqual([4, 5]);
    expect([...ledger.rowHeights]).toEqual([[0, 30]]);
    // 8 pixels a digit with 游ゴシック 11: 40 characters are 320 pixels, 240 points.
    expect(ledger.columnWidths.get(1)).toBe(240);
    expect(ledger.tabColor).toMatch(/^#[0-9A-F]{6}$/);
    expect(ledger.tables).toMatchObject([
      {
        name: "台帳表",
        area: { row: 1, column: 0, rows: 5, columns: 3 },
        showHeaders: true,
        showTotals: false,
        style: "TableStyleLight9",
      },
    ]);
    expect(ledger.hyperlinks).toEqual([
      { row: 2, column: 1, address: "https://example.jp/?a=1&b=2", documentReference: null, screenTip: "説明" },
      { row: 3, column: 1, address: null, documentReference: "'集計 旧'!A1", screenTip: null },
    ]);
    expect(ledger.conditionalFormats).toMatchObject([
      {
        type: "Custom",
        formula: '=$C3="未達成"',
        fontColor: "#9C0006",
        fill: "#FFC7CE",
        stopIfTrue: true,
        area: { row: 2, rows: 4 },
      },
      { type: "Custom", area: { column: 4, rows: 1 } },
      { type: "ColorScale", formula: null, area: { row: 2, rows: 4 } },
      { type: "ColorScale" },
    ]);
    expect(ledger.validations.map((validation) => validation.rule)).toEqual([
      { list: { inCellDropDown: true, source: "達成,未達成,中止" } },
      { wholeNumber: { formula1: 1, operator: "GreaterThanOrEqualTo" } },
    ]);
    expect(ledger.page).toMatchObject({
      orientation: "Landscape",
      paperSize: "A4",
      scale: 80,
      fitWide: null,
      leftMargin: 36,
      centerHorizontally: true,
      firstPageNumber: 5,
      printArea: { row: 0, column: 0, rows: 6, columns: 4 },
      titleRows: { first: 0, last: 1 },
      headerLeft: '&"游ゴシック,標準"計画',
      headerRight: "&D",
      footerCenter: "- &P / &N -",
      rowBreaks: [4],
    });
  });

  it("reads looks by style", async () => {
    const { model } = await openWorkbook(richWorkbook(), "");
    const ledger = model.sheets[0]!;
    expect(ledger.styleIndexes!.get(cellKey(2, 3))).toBe(3);
    expect(ledger.styleIndexes!.has(cellKey(2, 0))).toBe(false);
    expect(model.fileFormats[3]).toMatchObject({ numberFormat: '[$-411]ggge"年"m"月"d"日"', locked: false });
    expect(model.fileFormats[1]).toMatchObject({
      fill: "#D9D9D9",
      wrapText: true,
      vertical: "Center",
      borders: { EdgeBottom: { style: "Continuous", weight: "Thin", color: "#000000" } },
    });
    expect(model.fileFormats[2]).toMatchObject({
      bold: true,
      fontSize: 14,
      fontName: "ＭＳ Ｐゴシック",
      fontColor: "#FF0000",
      horizontal: "Center",
      textOrientation: 180,
    });
  });

  it("reads charts", async () => {
    const [chart, ...rest] = (await openWorkbook(richWorkbook(), "")).model.sheets[0]!.charts;
    expect(rest).toEqual([]);
    expect(chart).toMatchObject({
      name: "円",
      chartType: "BarStacked",
      title: "状況の割合",
      titleFontName: "メイリオ",
      titleFontSize: 14,
      titleFontColor: "#333333",
      legendPosition: "Bottom",
      // Column A is 53 pixels, row 1 is 30 points; one point further down.
      left: 39.75,
      top: 31,
      width: 240,
      categoryAxis: { visible: true, reversePlotOrder: true },
      valueAxis: { visible: false, majorGridlines: true, maximum: 10 },
    });
    expect(chart!.series).toMatchObject([
      {
        name: "達成",
        nameRef: "='集計 旧'!$A$1",
        valuesRef: "='集計 旧'!$B$1:$B$2",
        categoriesRef: "='集計 旧'!$A$1:$A$2",
        fill: "#ED7D31",
        lineColor: "#FFFFFF",
        lineWeight: 1,
        hasDataLabels: true,
        gapWidth: 60,
        overlap: 100,
        labels: { showValue: true, showPercentage: false, numberFormat: "0;;;", position: "Center" },
      },
    ]);
  });

  it("reads what ExcelJS writes", async () => {
    const made = new ExcelJS.Workbook();
    const sheet = made.addWorksheet("計画", { views: [{ state: "frozen", xSplit: 1, ySplit: 2 }] });
    sheet.getCell("A1").value = "達成";
    sheet.getCell("B2").value = { richText: [{ text: "太" }, { font: { bold: true }, text: "字" }] };
    sheet.getCell("C3").value = new Date(Date.UTC(2021, 3, 1));
    sheet.getCell("D4").value = { formula: "SUM(A1:A3)", result: 3 };
    sheet.getCell("E5").value = true;
    sheet.getCell("F6").value = { error: "#DIV/0!" };
    sheet.getCell("A1").fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FF112233" } };
    const { model } = await openWorkbook(new Uint8Array(await made.xlsx.writeBuffer()), "");
    const read = model.sheets[0]!;
    expect(read.rows).toEqual([
      ["達成"],
      ["", "太字"],
      ["", "", 44287],
      ["", "", "", 3],
      ["", "", "", "", true],
      ["", "", "", "", "", "#DIV/0!"],
    ]);
    expect(read.formulas.get(cellKey(3, 3))).toBe("=SUM(A1:A3)");
    expect([read.frozenRows, read.frozenColumns]).toEqual([2, 1]);
    expect(model.fileFormats[read.styleIndexes!.get(0)!]!.fill).toBe("#112233");
  });

  it("reads the strict variant, prefixed elements and files without optional parts", async () => {
    const strict = Object.fromEntries(Object.entries(RICH_PARTS).map(([name, text]) => [name, toStrict(text)]));
    const plain = await openWorkbook(richWorkbook(), "");
    const other = await openWorkbook(pack(strict), "");
    expect(other.model.sheets).toEqual(plain.model.sheets);

    const prefixed = minimalParts("", {
      "xl/workbook.xml":
        '<x:workbook xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:rel="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="台帳" sheetId="1" rel:id="rId1"/></x:sheets></x:workbook>',
      "xl/worksheets/sheet1.xml":
        '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>98</x:v></x:c></x:row></x:sheetData><x:mergeCells count="1"><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>',
    });
    const { model } = await openWorkbook(pack(prefixed), "");
    expect(model.date1904).toBe(true);
    expect(model.sheets[0]).toMatchObject({ rows: [[98]], merged: [{ columns: 2 }] });
    // The default look that saving will write.
    expect(model.fileFormats).toMatchObject([{ fontName: "游ゴシック", fontSize: 11, fill: "" }]);
  });

  it.each([
    ["in UTF-16, little end first", (text: string) => utf16(text, "<", true)],
    ["in UTF-16, big end first", (text: string) => utf16(text, ">", true)],
    ["in UTF-16 without a mark", (text: string) => utf16(text, "<", false)],
    ["in UTF-8 with a mark", (text: string) => strToU8(`\ufeff${text}`)],
    ["in UTF-8 that says so", (text: string) => strToU8(declared(text, "utf-8"))],
  ])("reads parts %s", async (_, encode) => {
    const file = zipSync(Object.fromEntries(Object.entries(RICH_PARTS).map(([name, text]) => [name, encode(text)])));
    const plain = await openWorkbook(richWorkbook(), "");
    const other = await openWorkbook(file, "");
    expect(other.model.sheets).toEqual(plain.model.sheets);
    expect(other.model.fileFormats).toEqual(plain.model.fileFormats);
  });

  it("refuses parts in an encoding that the format does not have", async () => {
    const sheet = minimalParts("<sheetData/>")["xl/worksheets/sheet1.xml"]!;
    const file = pack(minimalParts("", { "xl/worksheets/sheet1.xml": declared(sheet, "Shift_JIS") }));
    expect(await failure(file)).toBe("damaged");
  });

  it.each([
    ["upper case", (name: string) => name.toUpperCase()],
    ["lower case", (name: string) => name.toLowerCase()],
    ["backslashes", (name: string) => name.replaceAll("/", "\\")],
    ["a slash before them", (name: string) => `/${name}`],
  ])("finds parts whose names are written with %s", async (_, spelled) => {
    const parts = Object.fromEntries(Object.entries(RICH_PARTS).map(([name, text]) => [spelled(name), text]));
    const plain = await openWorkbook(richWorkbook(), "");
    const other = await openWorkbook(pack(parts), "");
    const withoutPart = (sheets: typeof plain.model.sheets): object[] =>
      sheets.map((sheet) => ({ ...sheet, part: sheet.part!.toLowerCase() }));
    expect(withoutPart(other.model.sheets)).toEqual(withoutPart(plain.model.sheets));
    for (const sheet of other.model.sheets) expect(other.entries.get(sheet.part!)!.name).toBe(sheet.part);
  });

  it("finds parts by targets from the root, with backslashes and percent signs", async () => {
    const sheet = '<sheetData><row r="1"><c r="A1"><v>98</v></c></row></sheetData>';
    const { "xl/worksheets/sheet1.xml": part, ...rest } = minimalParts(sheet);
    for (const target of ["/xl/台 帳.xml", "%E5%8F%B0%20%E5%B8%B3.xml", "..\\xl\\台 帳.xml"]) {
      const list = relationships([["rId1", "worksheet", target]]);
      const file = pack({ ...rest, "xl/_rels/workbook.xml.rels": list, "xl/台 帳.xml": part! });
      expect((await openWorkbook(file, "")).model.sheets[0]!.rows).toEqual([[98]]);
    }
  });

  it("names what is wrong with a file", async () => {
    const ole = new Uint8Array(600);
    ole.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(await failure(ole)).toBe("encrypted");
    expect(await failure(new TextEncoder().encode("番号,分野,状況\n"))).toBe("not-a-workbook");
    expect(await failure(new Uint8Array(0))).toBe("not-a-workbook");
    expect(await failure(pack({ "content.xml": "<a/>" }))).toBe("not-a-workbook");
    expect(await failure(pack({ ...minimalParts(""), "xl/workbook.xml": "<document/>" }))).toBe("not-a-workbook");
    expect(
      await failure(
        pack({
          ...minimalParts(""),
          "_rels/.rels": relationships([["rId1", "officeDocument", "xl/workbook.bin"]]),
          "xl/workbook.bin": "x",
        }),
      ),
    ).toBe("not-a-workbook");
    expect(await failure(richWorkbook().slice(0, 3000))).toBe("damaged");
    expect(await failure(pack(minimalParts("<cols/>")))).toBe("damaged");
    expect(await failure(richWorkbook({ "xl/styles.xml": "<styleSheet>" }))).toBe("damaged");
    expect(
      await failure(
        pack({
          ...minimalParts("<sheetData/>"),
          "xl/_rels/workbook.xml.rels": relationships([["rId1", "worksheet", "worksheets/other.xml"]]),
        }),
      ),
    ).toBe("damaged");
    const bomb = '<!DOCTYPE a [<!ENTITY b "cccccccccc">]><workbook>&b;</workbook>';
    expect(await failure(pack({ ...minimalParts(""), "xl/workbook.xml": bomb }))).toBe("damaged");
    expect(await failure(pack(minimalParts(`<sheetData>${" ".repeat(30_000_000)}</sheetData>`)))).toBe("too-large");
  });
});
