import { describe, expect, it } from "vitest";
import { formulaFromFile, formulaShift, formulaToFile } from "../../../../src/embedded/storage/workbook/formula-text";

describe("formulaShift", () => {
  it.each([
    ["A1+B2", 1, 0, "A2+B3"],
    ["$A1+A$1+$A$1", 2, 3, "$A3+D$1+$A$1"],
    ["SUM(A1:B2)", 0, 1, "SUM(B1:C2)"],
    ["SUM(A:A,2:3,$C:D)", 1, 1, "SUM(B:B,3:4,$C:E)"],
    ["'A1 の表'!A1&\"A1\"", 1, 0, "'A1 の表'!A2&\"A1\""],
    ["台帳!A1", 1, 1, "台帳!B2"],
    ["LOG10(A1)+ROW1x", 1, 0, "LOG10(A2)+ROW1x"],
    ["達成A1+_A1+A1.b", 1, 0, "達成A1+_A1+A1.b"],
    ["表1[[#This Row],[A1]]+A1", 1, 0, "表1[[#This Row],[A1]]+A2"],
    ["A1", -1, 0, "#REF!"],
    ["A1", 0, -1, "#REF!"],
    ["XFD1", 0, 1, "#REF!"],
    ['"a""A1"&A1', 1, 0, '"a""A1"&A2'],
  ])("%s by %i rows and %i columns", (text, rows, columns, expected) => {
    expect(formulaShift(text)(rows, columns)).toBe(expected);
  });
});

describe("functions newer than the format", () => {
  it.each([
    ["=IFS(A1,1)", "_xlfn.IFS(A1,1)"],
    ['=1+TEXTJOIN("、",TRUE,SORT(A1:A3))', '1+_xlfn.TEXTJOIN("、",TRUE,_xlfn._xlws.SORT(A1:A3))'],
    ['=COUNTIFS(A:A,"IFS(x)")', 'COUNTIFS(A:A,"IFS(x)")'],
    ["=SUMIFS(A1,B1)", "SUMIFS(A1,B1)"],
  ])("%s", (formula, file) => {
    expect(formulaToFile(formula)).toBe(file);
    expect(formulaFromFile(file)).toBe(formula);
  });
});
