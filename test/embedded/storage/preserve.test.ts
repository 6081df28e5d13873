import { beforeEach, describe, expect, it } from "vitest";
import { openWorkbook } from "../../../src/embedded/storage/open-workbook";
import type { OpenedWorkbook } from "../../../src/embedded/storage/open-workbook";
import { relationshipsOf, relationshipsPart } from "../../../src/embedded/storage/zip/package-parts";
import { saveWorkbook } from "../../../src/embedded/storage/save-workbook";
import { parseXml, toStrict } from "../../../src/embedded/storage/xml/xml";
import { readZip } from "../../../src/embedded/storage/zip/zip";
import { newSheetModel, writeFormula, writeValues } from "../../../src/embedded/model/workbook";
import { cellKey } from "../../../src/embedded/model/grid";
import type { SheetModel } from "../../../src/embedded/model/model";
import { chart, series } from "./models";
import { minimalParts, pack, unpackText } from "./package";
import { RICH_PARTS, richWorkbook } from "./rich-workbook";

let opened: OpenedWorkbook;
let file: Uint8Array;

beforeEach(async () => {
  file = richWorkbook();
  opened = await openWorkbook(file, "台帳.xlsx");
});

const save = (): Promise<Uint8Array> => saveWorkbook(opened, opened.model);

/** Parts of the original that are not in the result with the very bytes they were compressed to. */
function changedParts(result: Uint8Array): string[] {
  const after = readZip(result);
  return [...readZip(file).values()]
    .filter(({ name, compressed }) => Buffer.compare(compressed, after.get(name)?.compressed ?? new Uint8Array()) !== 0)
    .map(({ name }) => name);
}

/** Every part is well-formed, every relationship leads to a part, every part that is meant to have a type has one. */
function expectSound(result: Uint8Array): void {
  const parts = unpackText(result);
  const types = parseXml(parts["[Content_Types].xml"]!).children;
  const overrides = types.map((each) => each.attributes.get("PartName")).filter((name) => name !== undefined);
  for (const name of overrides) expect(Object.keys(parts), "content type of a missing part").toContain(name.slice(1));
  expect(new Set(overrides).size).toBe(overrides.length);
  for (const [name, text] of Object.entries(parts)) {
    if (/\.(xml|rels|vml)$/.test(name)) parseXml(text);
    if (!name.endsWith(".rels")) continue;
    const owner = name.replace(/_rels\/([^/]+)\.rels$/, "$1").replace(/^_rels\/\.rels$/, "");
    const relationships = relationshipsOf(parseXml(text), owner);
    for (const each of relationships) {
      if (!each.external) expect(Object.keys(parts), `${owner} refers to it`).toContain(each.target);
    }
    expect(new Set(relationships.map((each) => each.id)).size).toBe(relationships.length);
    if (owner === "") continue;
    const used = [...parts[owner]!.matchAll(/\br:(?:id|embed)="([^"]+)"/g)].map((match) => match[1]);
    for (const id of used)
      expect(
        relationships.map((each) => each.id),
        `${owner} uses it`,
      ).toContain(id);
  }
  for (const name of Object.keys(parts)) {
    if (/^xl\/(worksheets|charts|drawings|tables)\/[^/]+\.xml$/.test(name)) expect(overrides).toContain(`/${name}`);
  }
}

function addReport(name = "集計"): SheetModel {
  const sheet = newSheetModel(name, `{${name}}`);
  writeValues(sheet, 0, 0, [
    ["分野", "達成"],
    ["健康", 5],
    ["教育", 3],
    ["産業", 8],
  ]);
  writeFormula(sheet, 4, 1, "=COUNTIF('台帳'!$C$3:$C$6,\"達成\")", 2);
  sheet.formats.push({ area: { row: 0, column: 0, rows: 1, columns: 2 }, format: { bold: true, fill: "#DDE6EF" } });
  sheet.charts.push(chart("BarStacked", [series(name, "B", "#1F5A92")]));
  sheet.tables.push({
    id: "x",
    name: "T_集計",
    area: { row: 0, column: 0, rows: 4, columns: 2 },
    showHeaders: true,
    showTotals: false,
    style: "TableStyleLight1",
    showBandedRows: true,
    showFilterButton: true,
  });
  sheet.hyperlinks.push({
    row: 1,
    column: 0,
    address: "https://example.jp/",
    documentReference: null,
    screenTip: null,
  });
  sheet.conditionalFormats.push({
    id: "c",
    area: { row: 1, column: 1, rows: 3, columns: 1 },
    type: "Custom",
    formula: "=B2>4",
    fontColor: "#006100",
    fill: "#C6EFCE",
    stopIfTrue: false,
  });
  sheet.page.printArea = { row: 0, column: 0, rows: 20, columns: 6 };
  opened.model.sheets.push(sheet);
  return sheet;
}

describe("what the file had", () => {
  it("stays byte for byte when nothing changed", async () => {
    expect(changedParts(await save())).toEqual([]);
  });

  it("stays byte for byte when a sheet is added, but for the parts that list sheets, styles and types", async () => {
    addReport();
    const result = await save();
    expectSound(result);
    expect(changedParts(result).sort()).toEqual([
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      "xl/styles.xml",
      "xl/workbook.xml",
    ]);
    const parts = unpackText(result);
    // What this program knows nothing of stays in the parts that were edited.
    expect(parts["xl/workbook.xml"]).toContain("x15ac:absPath");
    expect(parts["xl/workbook.xml"]).toContain("{140A7094-0E35-4892-8432-C4D2E57EDEB5}");
    expect(parts["xl/styles.xml"]).toContain('x14ac:knownFonts="1"');
    expect(parts["xl/styles.xml"]).toContain("{EB79DEF2-80B8-43e5-95BD-54CBDDF9020C}");
    const { model } = await openWorkbook(result, "");
    expect(model.sheets.map((sheet) => sheet.name)).toEqual(["台帳", "集計 旧", "集計"]);
    expect(model.sheets[0]).toEqual(opened.model.sheets[0]);
    expect(model.sheets[1]).toEqual(opened.model.sheets[1]);
    expect(model.names).toEqual(opened.model.names);
    const added = model.sheets[2]!;
    expect(added.tables[0]).toMatchObject({ id: "8", name: "T_集計" });
    expect(added.conditionalFormats[0]).toMatchObject({ fontColor: "#006100", fill: "#C6EFCE" });
    expect(added.charts).toMatchObject([{ chartType: "BarStacked", title: "分野別の達成状況（件）" }]);
    expect(added.page.printArea).toEqual({ row: 0, column: 0, rows: 20, columns: 6 });
    expect(model.fileFormats[added.styleIndexes!.get(0)!]).toMatchObject({
      bold: true,
      fill: "#DDE6EF",
      fontName: "游ゴシック",
    });
    // The chart sheet keeps its place between the worksheets.
    expect([...parts["xl/workbook.xml"]!.matchAll(/<sheet name="([^"]+)"/g)].map((match) => match[1])).toEqual([
      "台帳",
      "グラフ1",
      "集計 旧",
      "集計",
    ]);
  });

  it("stays when the same workbook is saved twice", async () => {
    addReport();
    const first = await save();
    expect(await save()).toEqual(first);
  });

  it("does not leave two tabs selected when another sheet is made active", async () => {
    const sheet = addReport();
    opened.model.activeSheet = sheet.id;
    const result = await save();
    expectSound(result);
    const parts = unpackText(result);
    expect(parts["xl/workbook.xml"]).toContain('activeTab="3"');
    expect(parts["xl/worksheets/sheet1.xml"]).toBe(
      RICH_PARTS["xl/worksheets/sheet1.xml"]!.replace(' tabSelected="1"', ""),
    );
    expect(parts["xl/worksheets/sheet3.xml"]).toContain('tabSelected="1"');
  });

  it("keeps names in step with the order of sheets", async () => {
    const sheet = addReport();
    const [ledger, old] = opened.model.sheets;
    opened.model.sheets = [sheet, ledger!, old!];
    const result = await save();
    expectSound(result);
    const { model } = await openWorkbook(result, "");
    expect(model.sheets.map((each) => each.name)).toEqual(["集計", "台帳", "集計 旧"]);
    expect(model.sheets[1]!.page.printArea).toEqual(ledger!.page.printArea);
    expect(model.sheets[0]!.page.printArea).toEqual(sheet.page.printArea);
    expect(model.sheets[2]!.names.map((name) => name.name)).toEqual(["合計"]);
  });
});

describe("a sheet that is taken away", () => {
  it("goes with the parts that only it used", async () => {
    opened.model.sheets.splice(1, 1);
    const result = await save();
    expectSound(result);
    const parts = unpackText(result);
    for (const part of [
      "xl/worksheets/sheet2.xml",
      "xl/worksheets/_rels/sheet2.xml.rels",
      "xl/drawings/drawing2.xml",
      "xl/charts/chart2.xml",
      "xl/calcChain.xml",
    ]) {
      expect(parts[part], part).toBeUndefined();
      expect(parts["[Content_Types].xml"]).not.toContain(`/${part}"`);
    }
    for (const part of ["xl/charts/chart1.xml", "xl/media/image1.png", "customXml/item1.xml", "xl/comments1.xml"]) {
      expect(parts[part], part).toBe(RICH_PARTS[part]);
    }
    // Names of the sheet go; names that pointed at it point nowhere.
    expect(parts["xl/workbook.xml"]).not.toContain("合計");
    expect(parts["xl/workbook.xml"]).toContain('<definedName name="旧表">#REF!</definedName>');
    expect(parts["xl/workbook.xml"]).toContain("グラフ1");
  });

  it("makes room for one of the same name", async () => {
    opened.model.sheets.splice(1, 1);
    addReport("集計 旧");
    const result = await save();
    expectSound(result);
    const { model } = await openWorkbook(result, "");
    expect(model.sheets.map((sheet) => sheet.name)).toEqual(["台帳", "集計 旧"]);
    expect(model.sheets[1]!.rows[1]).toEqual(["健康", 5]);
  });

  it("takes its table out of the package", async () => {
    opened.model.sheets.splice(0, 1);
    opened.model.sheets[0]!.visibility = "Visible";
    opened.model.activeSheet = opened.model.sheets[0]!.id;
    const result = await save();
    expectSound(result);
    const parts = unpackText(result);
    for (const part of [
      "xl/tables/table1.xml",
      "xl/media/image1.png",
      "xl/comments1.xml",
      "xl/drawings/vmlDrawing1.vml",
      "xl/printerSettings/printerSettings1.bin",
    ]) {
      expect(parts[part], part).toBeUndefined();
    }
    expect(parts["xl/workbook.xml"]).not.toContain("_xlnm");
  });
});

describe("a sheet that is renamed, hidden or shown", () => {
  it("changes in the list of sheets and in names only", async () => {
    const old = opened.model.sheets[1]!;
    old.name = "旧 '集計' 表";
    old.visibility = "Visible";
    const result = await save();
    expectSound(result);
    expect(changedParts(result)).toEqual(["xl/workbook.xml"]);
    const text = unpackText(result)["xl/workbook.xml"]!;
    expect(text).toContain(`<sheet name="旧 '集計' 表" sheetId="4" r:id="rId2"/>`);
    expect(text).toContain("'旧 ''集計'' 表'!$A$1:$B$4");
  });
});

describe("cells that changed in a sheet of the file", () => {
  it("are patched into its text; their style and everything else stay", async () => {
    const ledger = opened.model.sheets[0]!;
    const change = (row: number, column: number, value: string | number | boolean): void => {
      (ledger.rows[row] ??= [])[column] = value;
      ledger.changed.cells.add(cellKey(row, column));
    };
    change(3, 2, "達成");
    change(5, 1, "公園 <新>");
    change(5, 2, "");
    change(8, 3, 7);
    const result = await save();
    expectSound(result);
    expect(changedParts(result).sort()).toEqual([
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      "xl/calcChain.xml",
      "xl/workbook.xml",
      "xl/worksheets/sheet1.xml",
    ]);
    const expected = RICH_PARTS["xl/worksheets/sheet1.xml"]!.replace(
      '<row r="4" spans="1:4" hidden="1">',
      '<row r="4" hidden="1">',
    )
      .replace('<dimension ref="A1:D6"/>', '<dimension ref="A1:D9"/>')
      .replace('<c r="C4" t="s"><v>7</v></c>', '<c r="C4" t="inlineStr"><is><t>達成</t></is></c>')
      .replace(
        '<c r="C6" t="e"><v>#N/A</v></c></row>',
        '<c r="B6" s="1" t="inlineStr"><is><t>公園 &lt;新&gt;</t></is></c><c r="C6"/></row><row r="9"><c r="D9"><v>7</v></c></row>',
      );
    expect(unpackText(result)["xl/worksheets/sheet1.xml"]).toBe(expected);
    expect(unpackText(result)["xl/workbook.xml"]).toContain('fullCalcOnLoad="1"');
    const { model } = await openWorkbook(result, "");
    expect(model.sheets[0]!.rows[5]).toEqual([4, "公園 <新>"]);
  });

  it("keep the formulas that shared one of theirs", async () => {
    const old = opened.model.sheets[1]!;
    writeValues(old, 1, 1, [[99]]);
    old.changed.cells.add(cellKey(1, 1));
    const result = await save();
    expectSound(result);
    const { model } = await openWorkbook(result, "");
    const read = model.sheets[1]!;
    expect(read.rows[1]).toEqual(["未達成", 99]);
    expect([...read.formulas]).toEqual([
      [cellKey(0, 1), "=COUNTIF(台帳!C:C,A1)"],
      [cellKey(2, 1), "=COUNTIF(台帳!$C$3:$C$6,A3)"],
      [cellKey(3, 1), "=COUNTIF(台帳!$C$3:$C$6,A4)"],
    ]);
  });

  it("are patched into prefixed parts", async () => {
    const prefixed = pack(
      minimalParts("", {
        "xl/worksheets/sheet1.xml":
          '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>98</x:v></x:c><x:c r="B1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>',
      }),
    );
    const workbook = await openWorkbook(prefixed, "");
    const sheet = workbook.model.sheets[0]!;
    sheet.rows[0]![0] = "新";
    sheet.changed.cells.add(0);
    sheet.changed.other = true;
    sheet.merged.push({ row: 4, column: 0, rows: 1, columns: 2 });
    const result = await saveWorkbook(workbook, workbook.model);
    const { model } = await openWorkbook(result, "");
    expect(model.sheets[0]).toMatchObject({ rows: [["新", 1]], merged: [{ row: 4, columns: 2 }] });
  });
});

describe("other changes to a sheet of the file", () => {
  async function reopened(): Promise<SheetModel> {
    const result = await save();
    expectSound(result);
    return (await openWorkbook(result, "")).model.sheets[0]!;
  }

  it("marks keep the cells' own looks", async () => {
    const ledger = opened.model.sheets[0]!;
    ledger.changed.other = true;
    ledger.formats.push({ area: { row: 2, column: 2, rows: 3, columns: 2 }, format: { fill: "#FFFF00" } });
    const result = await save();
    expectSound(result);
    const { model } = await openWorkbook(result, "");
    const read = model.sheets[0]!;
    expect(read.rows).toEqual(ledger.rows);
    const look = (row: number, column: number): unknown =>
      model.fileFormats[read.styleIndexes!.get(cellKey(row, column)) ?? 0];
    expect(look(2, 2)).toMatchObject({ fill: "#FFFF00", numberFormat: "General" });
    expect(look(2, 3)).toMatchObject({ fill: "#FFFF00", numberFormat: '[$-411]ggge"年"m"月"d"日"', locked: false });
    expect(look(4, 3)).toMatchObject({ fill: "#FFFF00" });
    expect(look(5, 2)).toMatchObject({ fill: "" });
    // Everything else on the sheet is the text it was.
    const text = unpackText(result)["xl/worksheets/sheet1.xml"]!;
    const tail = RICH_PARTS["xl/worksheets/sheet1.xml"]!.split("</sheetData>")[1]!;
    expect(text.split("</sheetData>")[1]).toBe(tail);
    // Rows without a mark are untouched.
    expect(text).toContain('<row r="2" spans="1:4"><c r="A2" s="1" t="s">');
  });

  it("facets are replaced one by one", async () => {
    const ledger = opened.model.sheets[0]!;
    ledger.changed.other = true;
    ledger.merged.push({ row: 7, column: 0, rows: 1, columns: 2 });
    ledger.protected = false;
    ledger.tabColor = "#00B050";
    ledger.showGridlines = false;
    ledger.frozenColumns = 1;
    ledger.columnWidths.set(2, 90);
    ledger.rowHeights.set(2, 50).delete(0);
    ledger.hiddenRows.add(4).delete(3);
    ledger.hyperlinks.push({
      row: 4,
      column: 1,
      address: "https://example.org/",
      documentReference: null,
      screenTip: null,
    });
    ledger.page.orientation = "Portrait";
    ledger.page.titleRows = { first: 1, last: 1 };
    const read = await reopened();
    for (const key of [
      "merged",
      "protected",
      "tabColor",
      "showGridlines",
      "frozenColumns",
      "frozenRows",
      "rowHeights",
      "hiddenRows",
      "hyperlinks",
      "page",
      "rows",
      "validations",
      "tables",
    ] as const) {
      expect(read[key], key).toEqual(ledger[key]);
    }
    expect(read.columnWidths.get(1)).toBeCloseTo(240, 1);
    expect(read.columnWidths.get(2)).toBeCloseTo(90, 1);
    expect(read.charts).toHaveLength(1);
    const text = unpackText(await save())["xl/worksheets/sheet1.xml"]!;
    // Zoom, column styles, rules and extensions are still there.
    for (const kept of [
      'zoomScale="85"',
      'style="1"',
      "colorScale",
      "x14:dataValidations",
      'codeName="Sheet1"',
      'imeMode="off"',
      "<legacyDrawing",
    ]) {
      expect(text).toContain(kept);
    }
  });

  it("objects are added beside those that are there, and taken away", async () => {
    const ledger = opened.model.sheets[0]!;
    ledger.changed.other = true;
    ledger.conditionalFormats = ledger.conditionalFormats.filter((each) => each.type !== "Custom");
    ledger.conditionalFormats.push({
      id: "new",
      area: { row: 2, column: 0, rows: 4, columns: 1 },
      type: "Custom",
      formula: "=$A3=2",
      fontColor: null,
      fill: "#FFFF00",
      stopIfTrue: false,
    });
    ledger.charts.push(
      chart("Doughnut", [{ ...series("集計 旧", "B", null), pointFills: new Map([[0, "#FF0000"]]) }], { name: "新" }),
    );
    writeValues(ledger, 10, 0, [
      ["区分", "値"],
      ["a", 1],
    ]);
    for (const key of [cellKey(10, 0), cellKey(10, 1), cellKey(11, 0), cellKey(11, 1)]) ledger.changed.cells.add(key);
    ledger.tables.push({
      id: "n",
      name: "T_新",
      area: { row: 10, column: 0, rows: 2, columns: 2 },
      showHeaders: true,
      showTotals: false,
      style: "TableStyleLight1",
      showBandedRows: true,
      showFilterButton: false,
    });
    const read = await reopened();
    expect(read.conditionalFormats.map((each) => [each.type, each.formula])).toEqual([
      ["ColorScale", null],
      ["ColorScale", null],
      ["Custom", "=$A3=2"],
    ]);
    expect(read.charts.map((each) => [each.name, each.chartType])).toEqual([
      ["円", "BarStacked"],
      ["新", "Doughnut"],
    ]);
    expect(read.tables.map((table) => [table.id, table.name])).toEqual([
      ["7", "台帳表"],
      ["8", "T_新"],
    ]);

    opened = await openWorkbook(await save(), "");
    const second = opened.model.sheets[0]!;
    second.changed.other = true;
    second.charts.shift();
    second.tables.shift();
    const after = await reopened();
    expect(after.charts.map((each) => each.name)).toEqual(["新"]);
    expect(after.tables.map((table) => table.name)).toEqual(["T_新"]);
    const parts = unpackText(await save());
    expect(parts["xl/charts/chart1.xml"]).toBeUndefined();
    expect(parts["xl/tables/table1.xml"]).toBeUndefined();
    expect(parts["xl/media/image1.png"]).toBeDefined();
  });
});

describe("the strict variant", () => {
  it("gets new sheets of its own kind", async () => {
    file = pack(Object.fromEntries(Object.entries(RICH_PARTS).map(([name, text]) => [name, toStrict(text)])));
    opened = await openWorkbook(file, "");
    addReport();
    const result = await save();
    expectSound(result);
    const parts = unpackText(result);
    for (const part of [
      "xl/worksheets/sheet3.xml",
      "xl/charts/chart3.xml",
      "xl/drawings/drawing3.xml",
      "xl/_rels/workbook.xml.rels",
      relationshipsPart("xl/worksheets/sheet3.xml"),
    ]) {
      expect(parts[part], part).not.toMatch(/schemas\.openxmlformats\.org\/(spreadsheetml|drawingml|officeDocument)/);
    }
    expect((await openWorkbook(result, "")).model.sheets[2]!.charts).toHaveLength(1);
  });
});
