import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ERAS } from "../../src/ledger/wareki";
import { escapeText, withoutIllegalCharacters } from "../../src/excel/escape-text";

describe("escapeText", () => {
  it.each([
    ["=1+1"],
    ["+81"],
    ["-5"],
    ["@SUM(A1)"],
    ["'already"],
    ["\t=1"],
    ["\n=1"],
    ["＝１＋１"],
    ["＋81"],
    ["－5"],
    ["＠home"],
    ["  =1"],
    ["TRUE"],
    ["false"],
    ["ＴＲＵＥ"],
    ["#N/A"],
    ["#REF!"],
    ["#DIV/0!"],
    ["007"],
    ["12"],
    ["１２"],
    ["3.14"],
    ["1-2"],
    ["3/4"],
    ["12%"],
    ["(5)"],
    ["1e5"],
    ["1E+5"],
    ["¥1,000"],
    ["$5"],
    ["2011/3/31"],
    ["平成22年3月"],
    ["平成２２年３月"],
    ["令和元年5月1日"],
    ["R4.4.1"],
    ["H22"],
    ...ERAS.flatMap(({ name, letter }) => [[`${name}元年4月1日`], [`${letter}4.4.1`], [`${name[0]!}3`]]),
    ["10:30"],
    ["午後3時"],
    ["10:30 PM"],
    ["5-Mar-2010"],
    ["March 2010"],
  ])("keeps %j from being taken for something else", (text) => {
    expect(escapeText(text)).toBe(`'${text}`);
  });

  it.each([
    [""],
    ["達成"],
    ["ホームページの充実"],
    ["i-mode等携帯端末"],
    ["98項目のうち72項目"],
    ["一課1ホームページの実現"],
    ["平成22年度末の達成状況"],
    ["集計（2）"],
    ["A1"],
    ["trueish"],
    ["#1 の事業"],
    ["第3次計画"],
  ])("leaves %j as it is", (text) => {
    expect(escapeText(text)).toBe(text);
  });

  it("makes every line end a line feed", () => {
    expect(escapeText("一\r\n二\r三\n四")).toBe("一\n二\n三\n四");
    expect(escapeText("\r\n=1")).toBe("'\n=1");
  });

  it("only guards the apostrophe in a cell formatted as text", () => {
    expect(escapeText("007", true)).toBe("007");
    expect(escapeText("=1", true)).toBe("=1");
    expect(escapeText("'x", true)).toBe("''x");
  });

  it("never lets a text begin with a sign of a formula, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(escapeText(text)).not.toMatch(/^[=+\-@\t\r\n]/);
        expect(escapeText(text).replace(/^'/, "")).toBe(
          text.startsWith("'") ? text.replace(/\r\n?/g, "\n") : text.replace(/\r\n?/g, "\n"),
        );
      }),
    );
  });
});

describe("withoutIllegalCharacters", () => {
  it.each([
    ["a\u0000b\u0008c\u000bd\u001fe", "abcde"],
    ["x\ufffey\uffffz", "xyz"],
    ["half \ud842 pair", "half  pair"],
    ["half \udfb7 pair", "half  pair"],
    ["𠮷野家\tand\nlines\r", "𠮷野家\tand\nlines\r"],
    ["\udfb7𠮷\ud842", "𠮷"],
  ])("turns %j into %j", (text, expected) => {
    expect(withoutIllegalCharacters(text)).toBe(expected);
  });
});
