import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  daysInMonth,
  ERAS,
  fiscalYearOf,
  formatEraDate,
  formatEraMonth,
  formatFiscalYear,
  formatFiscalYearInBoth,
  formatPeriod,
  otherFiscalYearName,
  serialDate,
  tokyoDate,
  tokyoTime,
  type CalendarDate,
} from "../../src/ledger/wareki";
import { readDate } from "../../src/ledger/parse-wareki";

function day(text: string): CalendarDate {
  const [year = 0, month = 0, date = 0] = text.split("-").map(Number);
  return { year, month, day: date };
}

/** The short form of JIS X 0301, the year without a leading zero, as it is read. */
function shortEraDate({ year, month, day: date }: CalendarDate): string {
  const stamp = (at: CalendarDate) => Date.UTC(at.year, at.month - 1, at.day);
  const { letter, firstDay } = ERAS.find((one) => stamp(one.firstDay) <= stamp({ year, month, day: date }))!;
  const digits = (number: number) => String(number).padStart(2, "0");
  return `${letter}${year - firstDay.year + 1}.${digits(month)}.${digits(date)}`;
}

describe("a day in its era", () => {
  test.each([
    ["1912-07-29", "明治45年7月29日", "M45.07.29", "明治45年度"],
    ["1912-07-30", "大正元年7月30日", "T1.07.30", "明治45年度"],
    ["1926-12-24", "大正15年12月24日", "T15.12.24", "大正15年度"],
    ["1926-12-25", "昭和元年12月25日", "S1.12.25", "大正15年度"],
    ["1989-01-07", "昭和64年1月7日", "S64.01.07", "昭和63年度"],
    ["1989-01-08", "平成元年1月8日", "H1.01.08", "昭和63年度"],
    ["1989-04-01", "平成元年4月1日", "H1.04.01", "平成元年度"],
    ["2001-04-01", "平成13年4月1日", "H13.04.01", "平成13年度"],
    ["2011-03-31", "平成23年3月31日", "H23.03.31", "平成22年度"],
    ["2019-03-31", "平成31年3月31日", "H31.03.31", "平成30年度"],
    ["2019-04-01", "平成31年4月1日", "H31.04.01", "平成31年度"],
    ["2019-04-30", "平成31年4月30日", "H31.04.30", "平成31年度"],
    ["2019-05-01", "令和元年5月1日", "R1.05.01", "令和元年度"],
    ["2020-03-31", "令和2年3月31日", "R2.03.31", "令和元年度"],
    ["2020-04-01", "令和2年4月1日", "R2.04.01", "令和2年度"],
    ["2026-03-31", "令和8年3月31日", "R8.03.31", "令和7年度"],
  ])("%s is %s, %s, in %s", (text, long, short, fiscal) => {
    const date = day(text);
    expect([formatEraDate(date), shortEraDate(date)]).toEqual([long, short]);
    const fiscalYear = fiscalYearOf(date);
    expect([formatFiscalYear(fiscalYear), otherFiscalYearName(fiscalYear)]).toContain(fiscal);
    expect(formatEraMonth(date)).toBe(long.replace(/月.*/, "月"));
  });

  test("every day reads back as itself, long and short", () => {
    const days = fc.date({ min: new Date("1873-01-01"), max: new Date("2050-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(days, (moment) => {
        const date = day(moment.toISOString().slice(0, 10));
        const value = { precision: "day", ...date };
        expect(readDate(formatEraDate(date))).toEqual({ kind: "ok", value });
        expect(readDate(shortEraDate(date))).toEqual({ kind: "ok", value });
      }),
    );
  });
});

test("eras follow one another, each with a name and a letter of its own", () => {
  const starts = ERAS.map(({ firstDay: { year, month, day: date } }) => Date.UTC(year, month - 1, date));
  expect([...starts].sort((a, b) => b - a)).toEqual(starts);
  expect(new Set(ERAS.flatMap(({ name, letter }) => [name, letter])).size).toBe(2 * ERAS.length);
  for (const { firstDay, firstFiscalYear } of ERAS) expect([0, 1]).toContain(firstFiscalYear - firstDay.year);
});

describe("fiscal years", () => {
  test("2019 has two names, every other year one", () => {
    const twoNames = Array.from({ length: 200 }, (_, index) => 1868 + index).filter(otherFiscalYearName);
    expect(twoNames).toEqual([2019]);
    expect([formatFiscalYear(2019), otherFiscalYearName(2019)]).toEqual(["令和元年度", "平成31年度"]);
    expect([formatFiscalYear(2018), otherFiscalYearName(2018)]).toEqual(["平成30年度", null]);
  });

  test("run from April to March", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1950, max: 2100 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        expect(fiscalYearOf({ year, month, day: 1 })).toBe(month >= 4 ? year : year - 1);
      }),
    );
  });

  test("a plan's period in both calendars", () => {
    expect(formatFiscalYearInBoth(2001)).toBe("平成13年度（2001年度）");
    expect(formatPeriod(2001, 2010)).toBe("平成13年度（2001年度）から平成22年度（2010年度）までの10か年");
  });
});

test.each([
  ["2019-04-30T14:59:59Z", "2019-04-30"],
  ["2019-04-30T15:00:00Z", "2019-05-01"],
  ["2026-12-31T20:00:00Z", "2027-01-01"],
])("the moment %s is %s in Japan", (moment, expected) => {
  expect(tokyoDate(new Date(moment))).toEqual(day(expected));
});

test.each([
  [61, "1900-03-01"],
  [40_603, "2011-03-01"],
  [43_586, "2019-05-01"],
  [45_000.75, "2023-03-15"],
])("Excel's serial number %s is %s", (serial, expected) => {
  expect(serialDate(serial)).toEqual(day(expected));
});

test("leap years", () => {
  expect([1900, 2000, 2023, 2024].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29]);
});

test("agrees with the platform's calendar of Asia/Tokyo at any moment", () => {
  const platform = new Intl.DateTimeFormat("en-CA", {
    timeZone: "Asia/Tokyo",
    dateStyle: "short",
    timeStyle: "short",
    hourCycle: "h23",
  });
  for (let index = 0; index < 500; index++) {
    const moment = new Date(Date.UTC(1952, 0, 1) + index * 86_400_000 * 61 + index * 7_777_777);
    const { year, month, day: date } = tokyoDate(moment);
    const two = (value: number): string => String(value).padStart(2, "0");
    expect(platform.format(moment)).toBe(`${year}-${two(month)}-${two(date)}, ${tokyoTime(moment)}`);
  }
});
