import { describe, expect, it } from "vitest";
import { readSharedStrings } from "../../../../src/embedded/storage/strings/shared-strings";
import { scanSheet as scanText } from "../../../../src/embedded/storage/sheet/sheet-scanner";
import type { ScannedCells } from "../../../../src/embedded/storage/sheet/sheet-scanner";
import { xmlText } from "../../../../src/embedded/storage/xml/xml-encoding";
import { cellKey } from "../../../../src/embedded/model/grid";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const sheet = (data: string): Uint8Array =>
  bytes(
    `<?xml version="1.0"?><worksheet><cols><col min="1"/></cols><sheetData>${data}</sheetData><extLst/></worksheet>`,
  );
const scanSheet = (part: Uint8Array, strings: readonly string[]): ScannedCells =>
  scanText(xmlText(part, "sheet1.xml"), strings);
const STRINGS = ["共有", "二つ目"];

describe("scanSheet", () => {
  it.each([
    ["a number", '<c r="A1"><v>98</v></c>', 98],
    ["a fraction", '<c r="A1"><v>73.5</v></c>', 73.5],
    ["a negative number", '<c r="A1" t="n"><v>-0.25</v></c>', -0.25],
    ["an exponent", '<c r="A1"><v>1.5E-3</v></c>', 0.0015],
    ["seventeen digits", '<c r="A1"><v>12345678901234567</v></c>', 12345678901234568],
    ["a date, which stays a serial number", '<c r="A1" s="3"><v>45000</v></c>', 45000],
    ["a shared string", '<c r="A1" t="s"><v>1</v></c>', "二つ目"],
    ["true", '<c r="A1" t="b"><v>1</v></c>', true],
    ["false", '<c r="A1" t="b"><v>0</v></c>', false],
    ["an error", '<c r="A1" t="e"><v>#DIV/0!</v></c>', "#DIV/0!"],
    ["text of a formula", '<c r="A1" t="str"><f>B1</f><v>達成 </v></c>', "達成 "],
    ["inline text", '<c r="A1" t="inlineStr"><is><t>文字</t></is></c>', "文字"],
    [
      "inline rich text",
      '<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>太</t></r><r><t>字</t></r></is></c>',
      "太字",
    ],
    [
      "a character reference for each character",
      '<c r="A1" t="inlineStr"><is><t>&#26045;&#x7B56;&#x20bb7;</t></is></c>',
      "施策𠮷",
    ],
    ["entities", '<c r="A1" t="inlineStr"><is><t>&lt;A&amp;B&gt;&#12450;</t></is></c>', "<A&B>ア"],
    ["escaped characters", '<c r="A1" t="inlineStr"><is><t>a_x000D_b_x005F_x0041_</t></is></c>', "a\rb_x0041_"],
    ["a line break", '<c r="A1" t="inlineStr"><is><t>a\r\nb</t></is></c>', "a\nb"],
    ["CDATA", '<c r="A1" t="inlineStr"><is><t>a<![CDATA[<b>&amp;]]>c</t></is></c>', "a<b>&amp;c"],
    ["spaces that are kept", '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>', " a "],
    ["spaces that Excel drops", '<c r="A1" t="inlineStr"><is><t> a </t></is></c>', "a"],
    ["wide spaces, which Excel keeps", '<c r="A1" t="inlineStr"><is><t>　a　</t></is></c>', "　a　"],
    ["characters beyond the basic plane", '<c r="A1" t="inlineStr"><is><t>𠮷野家</t></is></c>', "𠮷野家"],
    ["single quotes and spaces in tags", "<c  r = 'A1'  t='s' ><v>0</v></c>", "共有"],
    ["no address", "<c><v>7</v></c>", 7],
    ["attributes it does not know", '<c r="A1" cm="1" vm="2" ph="1"><v>7</v></c>', 7],
  ])("reads %s", (_, cell, expected) => {
    expect(scanSheet(sheet(`<row r="1">${cell}</row>`), STRINGS).rows).toEqual([[expected]]);
  });

  it("leaves a cell blank whose shared string is not there", () => {
    expect(scanSheet(sheet('<row r="1"><c r="A1" t="s"><v>9</v></c></row>'), STRINGS).rows).toEqual([]);
  });

  it("reads prefixed elements", () => {
    const part = bytes(
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="2"><x:c r="B2" t="inlineStr"><x:is><x:t>値</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
    );
    expect(scanSheet(part, []).rows).toEqual([undefined, ["", "値"]]);
  });

  it.each([
    ["another prefix in the cells", '<sheetData xmlns:m="MAIN"><m:row><m:c><m:v>1</m:v></m:c></m:row></sheetData>'],
    ["no prefix in the cells", '<m:sheetData xmlns:m="MAIN"><row><c><v>1</v></c></row></m:sheetData>'],
    ["declarations on each element", '<sheetData><row xmlns="MAIN"><m:c xmlns:m="MAIN"><m:v>1</m:v></m:c></row></sheetData>'],
    ["the strict variant", '<s:sheetData xmlns:s="http://purl.oclc.org/ooxml/spreadsheetml/main"><s:row><s:c><s:v>1</s:v></s:c></s:row></s:sheetData>'],
    ["elements of others", '<sheetData><f:row><c><v>8</v></c></f:row><row><f:c r="A1"><v>8</v></f:c><c r="A1"><f:v>8</f:v><v>1</v></c><f:c/></row></sheetData>'],
    ["names of ours in what is others'", '<f:x><sheetData><row><c><v>8</v></c></row></sheetData></f:x><sheetData><row><c><v>1</v><extLst><ext><v>8</v></ext></extLst></c></row></sheetData>'],
    ["another default namespace inside", '<sheetData><row xmlns="urn:f"><c><v>8</v></c></row><row r="1"><c><v>1</v></c></row></sheetData>'],
    ["alternatives", '<sheetData><mc:AlternateContent><mc:Choice Requires="f"><row r="1"><c><v>8</v></c></row></mc:Choice><mc:Fallback><row r="1"><c><v>1</v></c></row></mc:Fallback></mc:AlternateContent></sheetData>'],
  ])("reads by namespace, not by prefix: %s", (_, data) => {
    const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const part =
      `<worksheet xmlns="${main}" xmlns:f="urn:f" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">` +
      `${data.replaceAll("MAIN", main)}</worksheet>`;
    expect(scanSheet(bytes(part), []).rows).toEqual([[1]]);
  }); // prettier-ignore

  it("counts cells whose shared string is not there", () => {
    const part = sheet('<row><c t="s"><v>0</v></c><c t="s"><v>2</v></c><c t="s"><v>x</v></c><c t="s"/></row>');
    expect(scanSheet(part, STRINGS).missingStrings).toBe(2);
  });

  it.each(["Infinity", "0x10", "NaN", "1e999", "١", "1_000"])("takes %s for text, as it is no number", (text) => {
    expect(scanSheet(sheet(`<row><c><v>${text}</v></c></row>`), []).rows).toEqual([[text]]);
  });

  it.each([
    ["closing tags that cross", "<row><c><v>1</c></v></row>"],
    ["an attribute twice", '<row r="1" r="2"/>'],
    ["an attribute without quotes", "<row r=1/>"],
    ["attributes without space between", '<row r="1"s="1"/>'],
    ["a tag in an attribute", '<row r="<"/>'],
    ["an entity nobody knows", '<row><c t="str"><v>&nbsp;</v></c></row>'],
    ["a reference to no character", '<row><c t="str"><v>&#0;</v></c></row>'],
    ["a reference beyond all characters", '<row><c t="str"><v>&#x110000;</v></c></row>'],
    ["an ampersand", '<row><c t="str"><v>A&B</v></c></row>'],
    ["a control character", '<row><c t="str"><v>\u0001</v></c></row>'],
    ["the end of a CDATA section", '<row><c t="str"><v>]]></v></c></row>'],
    ["a prefix nobody declares", "<x:row/>"],
    ["an attribute's prefix nobody declares", '<row x:a="1"/>'],
    ["two hyphens in a comment", "<!-- a -- b -->"],
    ["a name that begins with a digit", "<1/>"],
  ])("refuses %s", (_, data) => {
    expect(() => scanSheet(sheet(data), [])).toThrow(expect.objectContaining({ code: "damaged" }));
  });

  it.each([
    ["half a character", [0xe6, 0x96]],
    ["a character written too long", [0xc0, 0x80]],
    ["half a surrogate pair", [0xed, 0xa0, 0x80]],
    ["a byte of no character", [0xff]],
  ])("refuses bytes that are not UTF-8: %s", (_, broken) => {
    const [before, after] = ['<worksheet><sheetData><row><c t="str"><v>', "</v></c></row></sheetData></worksheet>"];
    const part = new Uint8Array([...bytes(before), ...broken, ...bytes(after)]);
    expect(() => scanSheet(part, [])).toThrow(expect.objectContaining({ code: "damaged" }));
  });

  it("places rows and cells by their addresses and by their order", () => {
    const { rows } = scanSheet(
      sheet('<row r="2"><c r="C2"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>'),
      [],
    );
    expect(rows).toEqual([undefined, ["", "", 1, 2], [3]]);
  });

  it("reads formulas: plain, shared, array, without a value", () => {
    const { formulas, rows } = scanSheet(
      sheet(
        '<row r="1"><c r="A1"><f>SUM(B1:C1)</f><v>3</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2</f><v>6</v></c><c r="D1"><f/></c></row>' +
          '<row r="2"><c r="B2"><f t="shared" si="0"/><v>0</v></c><c r="C2"><f t="array" ref="C2:C3">{1;2}</f><v>1</v></c></row>' +
          '<row r="3"><c r="B3" t="str"><f t="shared" si="0"></f><v></v></c></row>',
      ),
      [],
    );
    expect([...formulas]).toEqual([
      [cellKey(0, 0), "=SUM(B1:C1)"],
      [cellKey(0, 1), "=A1*2"],
      [cellKey(1, 1), "=A2*2"],
      [cellKey(1, 2), "={1;2}"],
      [cellKey(2, 1), "=A3*2"],
    ]);
    expect(rows[2]).toEqual(["", ""]);
  });

  it("reads styles, heights and hidden rows", () => {
    const found = scanSheet(
      sheet(
        '<row r="1" ht="21.5" customHeight="1"><c r="A1" s="4"/><c r="B1" s="0"><v>1</v></c></row><row r="3" hidden="1"/>',
      ),
      [],
    );
    expect([...found.styleIndexes]).toEqual([[0, 4]]);
    expect([...found.rowHeights]).toEqual([[0, 21.5]]);
    expect([...found.hiddenRows]).toEqual([2]);
    expect(found.rows[0]).toEqual(["", 1]);
  });

  it.each([
    ["a cut-off sheet", bytes('<worksheet><sheetData><row r="1"><c r="A1"><v>1')],
    ["no sheet data", bytes("<worksheet><cols/></worksheet>")],
    ["a row beyond the last", sheet('<row r="1048577"/>')],
    ["a column beyond the last", sheet('<row r="1"><c r="XFE1"><v>1</v></c></row>')],
    ["a cell outside a row", sheet('<c r="A1"><v>1</v></c>')],
    ["a document type", bytes('<!DOCTYPE x [<!ENTITY a "b">]><worksheet><sheetData/></worksheet>')],
  ])("refuses %s", (_, part) => {
    expect(() => scanSheet(part, [])).toThrow(expect.objectContaining({ code: "damaged" }));
  });
});

describe("readSharedStrings", () => {
  it("joins rich text and leaves readings out", () => {
    const part = bytes(
      '<sst count="4"><si><t>達成</t></si><si><r><t xml:space="preserve">未 </t></r><r><rPr><b/></rPr><t>達成</t></r></si>' +
        '<si><t>施策</t><rPh sb="0" eb="2"><t>シサク</t></rPh><phoneticPr fontId="1"/></si><si/><si><t/></si><si><t>末</t></si></sst>',
    );
    expect(readSharedStrings(xmlText(part, "sharedStrings.xml"))).toEqual(["達成", "未 達成", "施策", "", "", "末"]);
  });
});
