import { describe, expect, it } from "vitest";
import { readSharedStrings } from "../../../src/embedded/storage/shared-strings";
import { scanSheet } from "../../../src/embedded/storage/sheet-scanner";
import { cellKey } from "../../../src/embedded/workbook";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const sheet = (data: string): Uint8Array =>
  bytes(
    `<?xml version="1.0"?><worksheet><cols><col min="1"/></cols><sheetData>${data}</sheetData><extLst/></worksheet>`,
  );
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
    expect(readSharedStrings(part)).toEqual(["達成", "未 達成", "施策", "", "", "末"]);
  });
});
