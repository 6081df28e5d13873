import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateParts, dateSerial, readEntry } from "../../../src/embedded/text/entry";
import { formatValue } from "../../../src/embedded/text/number-format";
import { TODAY } from "../hosts";

const rules = { date1904: false, today: () => TODAY };

describe("text typed into a cell", () => {
  it.each<[string, number | boolean, string | undefined]>([
    ["0", 0, undefined],
    ["007", 7, undefined],
    ["-3", -3, undefined],
    ["+3.50", 3.5, undefined],
    [".5", 0.5, undefined],
    ["(12)", -12, undefined],
    ["1,234,567", 1_234_567, "#,##0"],
    ["１２３", 123, undefined],
    ["￥1,000", 1000, "¥#,##0"],
    ["1E5", 100_000, "0.00E+00"],
    ["12%", 0.12, "0%"],
    ["29%", 0.29, "0%"],
    ["73.5%", 0.735, "0.00%"],
    ["TRUE", true, undefined],
    ["false", false, undefined],
    ["1 1/2", 1.5, "# ?/?"],
    ["2010/3/1", 40_238, "yyyy/m/d"],
    ["2010-03-01", 40_238, "yyyy/m/d"],
    ["10/3/1", 40_238, "yyyy/m/d"],
    ["2010年3月1日", 40_238, 'yyyy"年"m"月"d"日"'],
    ["平成22年3月1日", 40_238, '[$-411]ggge"年"m"月"d"日"'],
    ["H22.3.1", 40_238, "[$-411]ge.m.d"],
    ["h22/3/1", 40_238, "[$-411]ge.m.d"],
    ["令和元年5月1日", 43_586, '[$-411]ggge"年"m"月"d"日"'],
    ["平成33年4月1日", 44_287, '[$-411]ggge"年"m"月"d"日"'],
    ["1/2", 45_293, 'm"月"d"日"'],
    ["3月1日", 45_352, 'm"月"d"日"'],
    ["2010/3", 40_238, "mmm-yy"],
    ["9:30", 9.5 / 24, "h:mm"],
    ["2010/3/1 12:00", 40_238.5, "yyyy/m/d h:mm"],
  ])("%s", (text, value, numberFormat) => {
    const entry = readEntry(text, rules);
    expect(entry?.value).toBe(value);
    expect(entry?.numberFormat).toBe(numberFormat);
  });

  it.each(["", "達成", "1-2-3-4", "2010/2/30", "13/32", "平成0x年", "H22.13.1", "1,23", "12 34", "1.2.3", "1e", "abc", "true!", "１－２－３－４", "m", "－"])(
    "%j stays text",
    (text) => {
      expect(readEntry(text, rules)).toBeNull();
    },
  ); // prettier-ignore

  it("counts from 1904 where the workbook does", () => {
    expect(readEntry("2010/3/1", { ...rules, date1904: true })?.value).toBe(40_238 - 1462);
  });

  it("a day's number leads back to the day", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 9999 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        (year, month, day) => {
          const serial = dateSerial(year, month, day)!;
          const parts = dateParts(serial)!;
          expect([parts.year, parts.month, parts.day]).toEqual([year, month, day]);
        },
      ),
    );
  });

  it("what a date or number shows is taken for the same again", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 40_000, max: 50_000 }),
        fc.constantFrom("yyyy/m/d", "[$-411]ge.m.d", '[$-411]ggge"年"m"月"d"日"'),
        (serial, format) => {
          expect(readEntry(formatValue(serial, format), rules)?.value).toBe(serial);
        },
      ),
    );
  });
});

describe("what a cell shows", () => {
  it.each<[number | string | boolean, string, string]>([
    [1234.5, "General", "1234.5"],
    [0.1 + 0.2, "General", "0.3"],
    [123_456_789_012, "General", "1.23457E+11"],
    [true, "0", "TRUE"],
    ["文字", "0", "文字"],
    ["文字", "@", "文字"],
    ["文字", '0;-0;0;"「"@"」"', "「文字」"],
    [1234.5, "#,##0", "1,235"],
    [1234.5, "0.00", "1234.50"],
    [0.735, "0.0%", "73.5%"],
    [1.005, "0.00", "1.01"],
    [0, "0;;;", ""],
    [3, "0;;;", "3"],
    [-3, "0;;;", ""],
    [-3, "0.0;△0.0", "△3.0"],
    [98, '0"項目"', "98項目"],
    [5, "000", "005"],
    [0, "#", ""],
    [1234567, "#,##0,", "1,235"],
    [12345, "0.00E+00", "1.23E+04"],
    [1.5, "# ?/?", "1 1/2"],
    [40_238, "yyyy/m/d", "2010/3/1"],
    [40_238, "yyyy-mm-dd", "2010-03-01"],
    [40_238, '[$-411]ggge"年"m"月"d"日"', "平成22年3月1日"],
    [43_586, "[$-411]ge.m.d", "R1.5.1"],
    [43_585, "ggge", "平成31"],
    [40_238, "yyyy年m月d日(aaa)", "2010年3月1日(月)"],
    [0.395833333333333, "h:mm", "9:30"],
    [1.5, "[h]:mm", "36:00"],
    [0.75, "h:mm AM/PM", "6:00 PM"],
    [150, "[>100]0;[<=100]0.0", "150"],
    [50, "[>100]0;[<=100]0.0", "50.0"],
    [1000, "[$¥-411]#,##0", "¥1,000"],
  ])("%j as %s is %s", (value, format, text) => {
    expect(formatValue(value, format)).toBe(text);
  });
});
