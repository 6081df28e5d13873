import { readdirSync, readFileSync } from "node:fs";
import { zipSync, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { saveWorkbook } from "../../../../src/embedded/storage/save-workbook";
import { newWorkbookModel } from "../../../../src/embedded/model/workbook";
import { packagesJudged } from "../../../config/judge-saved-packages";
import { minimalParts, pack, unpackText } from "../package";
import { sheetsIn } from "./cell-areas";
import { checkPackage } from "./check-package";
import { faultsOfSaving } from "./judge-saving";

const fixtures = new URL("../../../fixtures/producers/", import.meta.url);
const read = (name: string): Uint8Array => readFileSync(new URL(`${name}.xlsx`, fixtures));
/** A file with a chart, and one with a table, rules, a chain of calculation and extensions; both without a fault. */
const WITH_CHART = read("xlsxwriter");
const WITH_TABLE = read("excel-windows");

const SHEET = "xl/worksheets/sheet1.xml";
const BOOK = "xl/workbook.xml";
const BOOK_LINKS = "xl/_rels/workbook.xml.rels";
const STYLES = "xl/styles.xml";
const TYPES = "[Content_Types].xml";
const TABLE = "xl/tables/table1.xml";
const CHART = "xl/charts/chart1.xml";
const DRAWING = "xl/drawings/drawing1.xml";

/** A file with a text of one of its parts replaced. */
function planted(file: Uint8Array, part: string, from: string | RegExp, to: string): Uint8Array {
  const parts = unpackText(file);
  const text = parts[part]!.replace(from, to);
  expect(text, "something was planted").not.toBe(parts[part]);
  return pack({ ...parts, [part]: text });
}

type Planted = readonly [part: string, from: string | RegExp, to: string, fault: string];

const IN_CHART_FILE: readonly Planted[] = [
  // Parts as XML.
  [SHEET, "</worksheet>", "", "sheet1.xml: is not well-formed"],
  [SHEET, '<c r="A4">', '<c r="A4" q:id="1">', 'unbound namespace prefix: "q"'],
  [BOOK, ' xmlns:r="http', ' xmlns:rel="http', 'unbound namespace prefix: "r"'],
  [BOOK, 'encoding="UTF-8"', 'encoding="UTF-16"', "workbook.xml: is declared as UTF-16 but is UTF-8"],
  [BOOK, 'encoding="UTF-8"', 'encoding="Shift_JIS"', "workbook.xml: is declared as Shift_JIS but is UTF-8"],
  [BOOK, "<workbook", "<!DOCTYPE workbook><workbook", "workbook.xml: has a document type"],
  [SHEET, "<v>101</v>", "<v>\u0001</v>", "sheet1.xml: is not well-formed"],
  [
    BOOK,
    "<workbook ",
    '<workbook xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x15" ',
    "names the prefix x15, which is not declared",
  ],
  [
    SHEET,
    "<sheetData>",
    '<sheetData xmlns:z="urn:z"><z:row/>',
    "<sheetData> has <row> of urn:z, which is not ignorable",
  ],
  [SHEET, '<row r="2"', '<row xmlns:z="urn:z" z:id="1" r="2"', "<row> has {urn:z}id, which is not ignorable"],
  // The package.
  [
    BOOK_LINKS,
    "worksheets/sheet2.xml",
    "worksheets/sheet9.xml",
    "rId2 leads to xl/worksheets/sheet9.xml, which is not there",
  ],
  [
    BOOK_LINKS,
    "worksheets/sheet2.xml",
    "worksheets/Sheet2.xml",
    "rId2 writes xl/worksheets/sheet2.xml with other letter case",
  ],
  [BOOK_LINKS, 'Id="rId2"', 'Id="rId1"', "has the relationship rId1 twice"],
  [BOOK_LINKS, "relationships/theme", "relationships/styles", "has two relationships to styles"],
  [BOOK, 'r:id="rId2"', 'r:id="rId99"', "<sheet> refers to relationship rId99, which is not there"],
  [
    TYPES,
    '<Override PartName="/xl/worksheets/sheet2.xml"',
    '<Override PartName="/xl/worksheets/SHEET2.xml"',
    "writes xl/worksheets/sheet2.xml with other letter case",
  ],
  [
    TYPES,
    "/xl/worksheets/sheet2.xml",
    "/xl/worksheets/sheet1.xml",
    "tells the type of /xl/worksheets/sheet1.xml twice",
  ],
  [
    TYPES,
    "/xl/worksheets/sheet2.xml",
    "/xl/worksheets/sheet9.xml",
    "tells the type of /xl/worksheets/sheet9.xml, which is not there",
  ],
  [TYPES, /<Default Extension="vml"[^>]*>/, "", "vmlDrawing1.vml: has no content type"],
  [TYPES, "spreadsheetml.sheet.main+xml", "x", "is a officeDocument, but its content type is"],
  [
    TYPES,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    "macroEnabled",
  ],
  [BOOK_LINKS, /<Relationship Id="rId4".*?\/>/, "", "theme1.xml: is reached by no relationship"],
  // The workbook.
  [BOOK, 'name="設定"', `name="${"設".repeat(32)}"`, "has a name of 32 characters"],
  [BOOK, 'name="設定"', 'name="設/定"', "has a character in its name that Excel forbids"],
  [BOOK, 'name="設定"', 'name="台帳"', "has two sheets called 台帳"],
  [BOOK, 'sheetId="2"', 'sheetId="1"', "has the sheetId 1 twice"],
  [BOOK, /<sheet name="設定".*?\/>/, "", "has a relationship to xl/worksheets/sheet2.xml, which it does not list"],
  [BOOK, 'r:id="rId2"', 'r:id="rId1"', "lists xl/worksheets/sheet1.xml twice"],
  [BOOK, "<workbookView ", '<workbookView activeTab="3" ', "makes tab 3 the active one of 3"],
  [BOOK, 'sheetId="1"', 'sheetId="1" state="hidden"', "makes a hidden sheet the active one"],
  [BOOK, /<sheet name="(台帳|設定|前年度)"/g, '<sheet state="hidden" name="$1"', "has no visible sheet"],
  [BOOK, "<workbookView ", '<workbookView activeTab="1" ', "has 台帳 selected, which is not the active sheet"],
  [BOOK, "台帳!$3:$3", "台帖!$3:$3", "name _xlnm.Print_Titles refers to the sheet 台帖, which is not there"],
  [BOOK, 'localSheetId="0"', 'localSheetId="7"', "belongs to sheet 7 of 3"],
  [
    BOOK,
    "</definedNames>",
    "<definedName name='_xlnm.print_titles' localSheetId='0'>台帳!$1:$1</definedName></definedNames>",
    "twice",
  ],
  [
    BOOK,
    "</definedNames>",
    "<definedName name='達成 率'>1</definedName></definedNames>",
    'has the name "達成 率", which Excel forbids',
  ],
  [
    BOOK,
    "</definedNames>",
    "<definedName name='AB12'>1</definedName></definedNames>",
    'has the name "AB12", which Excel forbids',
  ],
  [BOOK, /<sheets>.*<\/sheets>(<definedNames>.*<\/definedNames>)/, "$1$&", "<workbook> has <definedNames> 2 times"],
  [BOOK, /(<calcPr.*?\/>)/, "$1<fileVersion/>", "in <workbook>, <fileVersion> comes too late"],
  // Styles.
  [STYLES, '<cellXfs count="4">', '<cellXfs count="5">', "<cellXfs> has count 5; there are 4"],
  [STYLES, 'fontId="2" fillId="2"', 'fontId="9" fillId="2"', "cellXfs 3 has fontId 9 of 4"],
  [STYLES, 'numFmtId="164" fontId', 'numFmtId="170" fontId', "cellXfs 2 has number format 170, which is not there"],
  [
    STYLES,
    '<cellStyle name="Normal" xfId="0"',
    '<cellStyle name="Normal" xfId="1"',
    "cellStyle Normal has xfId 1 of 1",
  ],
  [STYLES, /(<fonts.*<\/fonts>)(<fills.*<\/fills>)/, "$2$1", "in <styleSheet>, <fonts> comes too late"],
  [
    STYLES,
    '<alignment horizontal="center"/>',
    '<protection locked="0"/><alignment/>',
    "in <xf>, <alignment> comes too late",
  ],
  // Strings.
  ["xl/sharedStrings.xml", /uniqueCount="\d+"/, 'uniqueCount="7"', "has uniqueCount 7; there are 58"],
  ["xl/sharedStrings.xml", "<t>柱", "<t> 柱", "loses the spaces around it"],
  // Rows and cells.
  [SHEET, "<v>42</v>", "<v>58</v>", "G4 refers to the shared string 58 of 58"],
  [SHEET, 's="3"', 's="4"', "A3 has the style 4 of 4"],
  [SHEET, '<row r="5"', '<row r="4"', "has row 4 after row 4"],
  [SHEET, '<c r="B4"', '<c r="A4"', "has the cell A4 twice"],
  [SHEET, /(<c r="A4">.*?<\/c>)(<c r="B4".*?<\/c>)/, "$2$1", "has the cell A4 after B4"],
  [SHEET, '<c r="B4"', '<c r="B5"', "has the cell B5 in row 4"],
  [SHEET, '<c r="A4"><v>101</v>', '<c r="A4"><v>百一</v>', "A4 is no number: 百一"],
  [
    SHEET,
    '<c r="A4"><v>101</v>',
    '<c r="A4" t="str"><v>百一</v>',
    "A4 has a text as a formula's result, but no formula",
  ],
  [SHEET, '<c r="B4" t="s"><v>9</v>', '<c r="B4" t="s"><f>A1</f><v>9</v>', "B4 has a formula in a text"],
  [
    SHEET,
    '<c r="B4" t="s"><v>9</v>',
    '<c r="B4" t="inlineStr"><f>A1</f><is><t>x</t></is>',
    "B4 has a formula in a text",
  ],
  [SHEET, '<c r="B4" t="s"><v>9</v>', '<c r="B4" t="inlineStr"><v>x</v>', "B4 has no text"],
  [SHEET, '<c r="B4" t="s"><v>9</v>', '<c r="B4" t="s"><is><t>x</t></is>', "B4 has a text of its own but is of type s"],
  [
    SHEET,
    '<c r="B4" t="s"><v>9</v>',
    `<c r="B4" t="inlineStr"><is><t>${"長".repeat(32_768)}</t></is>`,
    "B4 has 32768 characters",
  ],
  [SHEET, '<c r="B4" t="s"><v>9</v>', '<c r="B4" t="inlineStr"><is><t> x</t></is>', "loses the spaces around it"],
  [SHEET, '<c r="A4"><v>101</v>', "<c r='A4'><v>101</v><f>1</f>", "in <c>, <f> comes too late"],
  [SHEET, '<c r="A4"><v>101</v>', `<c r='A4'><f>${"1+".repeat(4100)}1</f><v>1</v>`, "has a formula of 8201 characters"],
  [SHEET, '<c r="A4"><v>101</v>', "<c r='A4'><f>=1</f><v>1</v>", "A4 has a formula that begins with ="],
  [
    SHEET,
    '<c r="A4"><v>101</v>',
    "<c r='A4'><f>'旧 台帳'!A1</f><v>1</v>",
    "A4 refers to the sheet 旧 台帳, which is not there",
  ],
  [
    SHEET,
    '<c r="A4"><v>101</v>',
    "<c r='A4'><f t='shared' si='3'/><v>1</v>",
    "shares the formula 3, which none has told before",
  ],
  [SHEET, '<c r="A4"><v>101</v>', "<c r='A4' t='e'><v>#ERR</v>", "A4 is no error value: #ERR"],
  [SHEET, '<c r="A4"><v>101</v>', "<c r='A4' t='b'><v>yes</v>", "A4 is neither true nor false: yes"],
  [SHEET, '<c r="A4"><v>101</v>', "<c r='A4' t='x'><v>1</v>", "A4 is of type x"],
  [SHEET, '<row r="14" spans="1:7">', '<row r="1048577">', "has the row 1048577"],
  [SHEET, 'ht="30"', 'ht="410"', "row 3 is higher than 409.5 points"],
  // The rest of the sheet.
  [SHEET, 'ref="A1:G14"', 'ref="A1:G13"', "has cells outside its dimension A1:G13"],
  [SHEET, 'ref="A1:G14"', 'ref="A1:H20"', "has no cells at the edges of its dimension A1:H20"],
  [
    SHEET,
    /(<mergeCells.*<\/mergeCells>)(<pageMargins.*?\/>)/,
    "$2$1",
    "in <worksheet>, <pageMargins> comes too late".replace("pageMargins", "mergeCells"),
  ],
  [SHEET, /(<pageMargins.*?\/>)(<pageSetup.*?\/>)/, "$2$1", "in <worksheet>, <pageMargins> comes too late"],
  [SHEET, "<sheetPr>", "<sheetPr><tabColour/>", "<sheetPr> may not have <tabColour>"],
  [SHEET, '<mergeCells count="1">', '<mergeCells count="2">', "<mergeCells> has count 2; there are 1"],
  [
    SHEET,
    '<mergeCells count="1">',
    '<mergeCells count="2"><mergeCell ref="G1:H2"/>',
    "merges A1:G1, which overlaps another merge",
  ],
  [SHEET, 'mergeCell ref="A1:G1"', 'mergeCell ref="A1"', "merges A1"],
  [SHEET, "</cols>", '<col min="4" max="5" width="9"/></cols>', "has the columns 4 to 5 after column 4"],
  [SHEET, 'width="30.7109375"', 'width="300"', "column 4 is wider than 255 characters"],
  [SHEET, "<pageSetup ", '<pageSetup scale="5" ', "prints at 5 percent"],
  [
    SHEET,
    "<legacyDrawing",
    `<headerFooter><oddHeader>${"長".repeat(256)}</oddHeader></headerFooter><legacyDrawing`,
    "<oddHeader> has 256 characters",
  ],
  [
    SHEET,
    "<legacyDrawing",
    '<rowBreaks count="1" manualBreakCount="2"><brk id="4" man="1"/></rowBreaks><legacyDrawing',
    "<rowBreaks> has manualBreakCount 2; there are 1",
  ],
  [SHEET, "<pageMargins", '<hyperlinks><hyperlink ref="A1"/></hyperlinks><pageMargins', "the link at A1 leads nowhere"],
  [SHEET, "legacyDrawing r:id", "drawing r:id", "<drawing> refers to rId1, which is a vmlDrawing"],
  [SHEET, "<sheetView ", '<sheetView zoomScale="5" ', "shows at 5 percent"],
  ["xl/worksheets/sheet2.xml", "<sheetView ", '<sheetView tabSelected="1" ', "has 2 sheets selected"],
  ["xl/worksheets/sheet3.xml", /<drawing r:id="rId1"\/>/, "", "has a drawing that nothing on it refers to"],
  // Drawings and charts.
  [DRAWING, /(<xdr:twoCellAnchor>.*<\/xdr:twoCellAnchor>)/, "$1$1", "has two shapes with the id 2"],
  [DRAWING, "<xdr:clientData/>", "", "<twoCellAnchor> lacks <clientData>"],
  [DRAWING, /<c:chart .*?\/>/, "", "has a chart that nothing on it refers to"],
  [CHART, /(<c:barDir.*?\/>)(<c:grouping.*?\/>)/, "$2$1", "in <barChart>, <barDir> comes too late"],
  [CHART, /(<c:cat>.*<\/c:cat>)(<c:val>.*<\/c:val>)/, "$2$1", "in <ser>, <cat> comes too late"],
  [CHART, '<c:order val="0"/>', '<c:order val="0"/><c:smooth val="0"/>', "<ser> may not have <smooth>"],
  [CHART, /(<c:ser>.*<\/c:ser>)/, "$1$1", "has two series with the idx 0"],
  [CHART, '<c:axId val="50010001"/>', '<c:axId val="5"/>', "<barChart> has the axis 5, which is not there"],
  [CHART, '<c:crossAx val="50010002"/>', '<c:crossAx val="5"/>', "<catAx> crosses the axis 5, which is not there"],
  [
    CHART,
    '<c:order val="0"/>',
    '<c:order val="0"/><c:dLbls><c:dLblPos val="t"/></c:dLbls>',
    "<barChart> has labels at t",
  ],
  [
    CHART,
    '<c:grouping val="clustered"/>',
    '<c:grouping val="stacked"/><c:dLbls><c:dLblPos val="outEnd"/></c:dLbls>',
    "<barChart> has labels at outEnd",
  ],
  [CHART, '<c:ptCount val="4"/>', '<c:ptCount val="3"/>', "<strCache> has a point beyond its count 3"],
  [CHART, "前年度!$B$1:$B$4", "旧年度!$B$1:$B$4", "refers to the sheet 旧年度, which is not there"],
  [CHART, "<c:plotVisOnly", "<c:txPr><a:p/></c:txPr><c:plotVisOnly", "<chart> may not have <txPr>"],
];

const IN_TABLE_FILE: readonly Planted[] = [
  [TABLE, 'displayName="進捗"', 'displayName="進 捗"', 'has the name "進 捗", which Excel forbids'],
  [TABLE, 'ref="A3:H13" totals', 'ref="A3:G13" totals', "has 8 columns and the area A3:G13"],
  [TABLE, '<autoFilter ref="A3:H13"', '<autoFilter ref="A4:H13"', "filters A4:H13, its area is A3:H13"],
  [TABLE, 'name="分野"', 'name="番号"', "has two columns called 番号"],
  [TABLE, 'name="分野"', 'name="柱"', 'B3 has "分野"; the table 進捗 has 柱 there'],
  [TABLE, '<tableColumn id="2"', '<tableColumn id="1"', "has two columns with the id 1"],
  [TABLE, '<tableColumns count="8">', '<tableColumns count="7">', "<tableColumns> has count 7; there are 8"],
  [
    BOOK,
    "</definedNames>",
    "<definedName name='進捗'>台帳!$A$1</definedName></definedNames>",
    "is called 進捗 like a defined name",
  ],
  [SHEET, /<tableParts.*<\/tableParts>/, "", "has a table that nothing on it refers to"],
  [SHEET, 'dxfId="0"', 'dxfId="1"', "<cfRule> has dxfId 1 of 1"],
  [SHEET, 'priority="1"', "", "the conditional format at E4:E13 has no priority"],
  [
    SHEET,
    '<formula>"未達成"</formula>',
    "<formula>旧表!A1</formula>",
    "the conditional format at E4:E13 refers to the sheet 旧表",
  ],
  [SHEET, /"達成,未達成,中止"/, `"${"長".repeat(256)}"`, "the validation at E4:E13 lists 256 characters"],
  [
    SHEET,
    /(<conditionalFormatting.*<\/conditionalFormatting>)(<dataValidations.*<\/dataValidations>)/,
    "$2$1",
    "in <worksheet>, <conditionalFormatting> comes too late",
  ],
  ["xl/calcChain.xml", 'r="B2"', 'r="A2"', "lists A2 of sheet 3, which has no formula"],
  [SHEET, 'mc:Ignorable="x14ac xr xr2 xr3"', 'mc:Ignorable="xr xr2 xr3"', "which is not ignorable"],
];

describe("checkPackage", () => {
  it("finds nothing in a sound file", () => {
    expect(checkPackage(WITH_CHART)).toEqual([]);
    expect(checkPackage(WITH_TABLE)).toEqual([]);
  });

  it.each(IN_CHART_FILE)("finds what is wrong in %s: %s → %s", (part, from, to, fault) => {
    expect(checkPackage(planted(WITH_CHART, part, from, to)).join("\n")).toContain(fault);
  });

  it.each(IN_TABLE_FILE)("finds what is wrong in %s: %s → %s", (part, from, to, fault) => {
    expect(checkPackage(planted(WITH_TABLE, part, from, to)).join("\n")).toContain(fault);
  });

  it("finds tables and parts that are there twice", () => {
    const parts = unpackText(WITH_TABLE);
    const links = "xl/worksheets/_rels/sheet1.xml.rels";
    const twice = pack({
      ...parts,
      [links]: parts[links]!.replace(
        /<Relationship Id="rId4".*?\/>/,
        (table) => table + table.replace("rId4", "rId9").replace("table1", "table2"),
      ),
      [SHEET]: parts[SHEET]!.replace('<tablePart r:id="rId4"/>', '<tablePart r:id="rId4"/><tablePart r:id="rId9"/>'),
      "xl/tables/table2.xml": parts[TABLE]!,
      "XL/styles.xml": parts[STYLES]!,
    });
    const faults = checkPackage(twice).join("\n");
    expect(faults).toContain("table2.xml: overlaps the table 進捗");
    expect(faults).toContain("table2.xml: is called 進捗 like another table");
    expect(faults).toContain("table2.xml: has the id 1, as another table has");
    expect(faults).toContain("XL/styles.xml: is there as xl/styles.xml too");
    expect(faults).toContain("<tableParts> has count 1; there are 2");
  });

  it("finds bytes that are not what the zip's directory says", () => {
    const stored = zipSync(unzipSync(WITH_CHART), { level: 0 });
    const at = Buffer.from(stored).indexOf("<sheetData>");
    stored[at + 1] = "S".charCodeAt(0);
    expect(checkPackage(stored).join("\n")).toContain("sheet1.xml has a wrong CRC");
    expect(checkPackage(stored.subarray(0, stored.length - 30)).join("\n")).toContain("zip: cannot be read");
    expect(checkPackage(new TextEncoder().encode("番号,分野")).join("\n")).toContain("no end of central directory");
  });

  it("knows which sheets a formula names", () => {
    expect(sheetsIn(`SUM('集計 旧'!A1:B2,台帳!C3,"無い!A1",'それ''ぞれ'!D4)+#REF!A1+T[列]`)).toEqual([
      "集計 旧",
      "台帳",
      "それ'ぞれ",
    ]);
    expect(sheetsIn("'[1]外部'!A1+[2]外部!B2+一月:三月!C1")).toEqual(["一月", "三月"]);
  });

  it("has files to judge", () => {
    expect(readdirSync(fixtures).filter((name) => name.endsWith(".xlsx")).length).toBeGreaterThanOrEqual(16);
  });
});

describe("faultsOfSaving", () => {
  const model = newWorkbookModel([{ name: "台帳", values: [["分野", 5]] }]);
  const file = (value: string): Uint8Array =>
    pack(
      minimalParts(
        `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${value}</t></is></c><c r="B1"><v>5</v></c></row></sheetData>`,
      ),
    );

  it("finds values that other readers read otherwise", async () => {
    expect(await faultsOfSaving({ before: null, after: file("分野"), model })).toEqual([]);
    expect(await faultsOfSaving({ before: null, after: file("方面"), model })).toEqual([
      'ExcelJS: 台帳!A1 is "方面", not "分野"',
      'SheetJS: 台帳!A1 is "方面", not "分野"',
    ]);
  });

  it("asks of a sheet that was kept only what other readers saw in it before", async () => {
    const [sheet] = model.sheets;
    const kept = { ...model, sheets: [{ ...sheet!, part: "xl/worksheets/sheet1.xml" }] };
    const before = file("方面");
    expect(await faultsOfSaving({ before, after: before, model: kept })).toEqual([]);
    expect(await faultsOfSaving({ before, after: file("分野"), model: kept })).toHaveLength(2);
  });

  it("leaves a fault to the file that had it", async () => {
    const before = planted(file("分野"), "[Content_Types].xml", /<Override PartName="\/xl\/worksheets.*?\/>/, "");
    expect(await faultsOfSaving({ before, after: before, model })).toEqual([]);
    expect(await faultsOfSaving({ before: file("分野"), after: before, model })).not.toEqual([]);
  });

  it("stands before every workbook that a test saves", async () => {
    const judged = packagesJudged();
    await saveWorkbook(null, model);
    expect(packagesJudged()).toBe(judged + 1);
  });
});
