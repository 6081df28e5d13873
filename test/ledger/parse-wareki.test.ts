import { describe, expect, test } from "vitest";
import { readDate, readFiscalYear, readPeriod, type DateReading } from "../../src/ledger/parse-wareki";

/** "ok 2011-03-31", "ok 2010 fiscal-year", "warning era-over 2019-05-01", "error no-such-day". */
function inWords(reading: DateReading): string {
  if (reading.kind === "error") return `error ${reading.error}`;
  const label = reading.kind === "ok" ? "ok" : `warning ${reading.warning}`;
  const { value } = reading;
  if (!value) return label;
  const two = (number: number) => String(number).padStart(2, "0");
  switch (value.precision) {
    case "day":
      return `${label} ${value.year}-${two(value.month)}-${two(value.day)}`;
    case "month":
      return `${label} ${value.year}-${two(value.month)}`;
    default:
      return `${label} ${value.year} ${value.precision}`;
  }
}

describe("readDate", () => {
  test.each([
    ["平成31年5月1日", "warning era-over 2019-05-01"],
    ["平成40年1月1日", "warning era-over 2028-01-01"],
    ["平成33年度", "ok 2021 fiscal-year"],
    ["令和0年1月1日", "error no-such-year"],
    ["昭和64年1月8日", "warning era-over 1989-01-08"],
    ["昭和64年1月7日", "ok 1989-01-07"],
    ["平成元年1月7日", "warning era-not-begun 1989-01-07"],
    ["令和7年2月30日", "error no-such-day"],
    ["令和7年13月1日", "error no-such-day"],
    ["平成22年度", "ok 2010 fiscal-year"],
    ["平成31年度", "ok 2019 fiscal-year"],
    ["令和元年度", "ok 2019 fiscal-year"],
    ["H22", "warning year-or-fiscal-year 2010 year"],
    ["平成22年", "ok 2010 year"],
    ["平成33年", "warning era-over 2021 year"],
    ["平成31年", "ok 2019 year"],
    ["平成二十二年三月", "ok 2010-03"],
    ["平成十年十月十日", "ok 1998-10-10"],
    ["二〇一一年三月", "ok 2011-03"],
    ["平成23年3月", "ok 2011-03"],
    ["平成31年4月", "ok 2019-04"],
    ["平成31年5月", "warning era-over 2019-05"],
    ["㍻23年3月1日", "ok 2011-03-01"],
    ["Ｈ２３．３．３１", "ok 2011-03-31"],
    ["H23.03.31", "ok 2011-03-31"],
    ["h23-3-31", "ok 2011-03-31"],
    ["R7/4/1", "ok 2025-04-01"],
    ["令和 元 年 5 月 1 日", "ok 2019-05-01"],
    ["㋿7年度", "ok 2025 fiscal-year"],
    ["元年度", "error no-era"],
    ["22年度", "warning no-era"],
    ["22年", "warning no-era"],
    ["03/04/01", "warning no-era"],
    ["22", "error not-a-date"],
    ["1/2", "error not-a-date"],
    ["2011-03-31", "ok 2011-03-31"],
    ["2011/3/31", "ok 2011-03-31"],
    ["2011年3月31日", "ok 2011-03-31"],
    ["2021年度", "ok 2021 fiscal-year"],
    ["2021", "ok 2021 year"],
    ["1234", "error not-a-date"],
    ["令和2025年", "error no-such-year"],
    ["未定", "error not-a-date"],
    ["", "error not-a-date"],
    ["平成13年度～平成22年度", "error not-a-date"],
  ])("%s: %s", (text, expected) => {
    expect(inWords(readDate(text))).toBe(expected);
  });

  test("the column decides what a bare year is", () => {
    expect(inWords(readDate("H22", "fiscal-year"))).toBe("ok 2010 fiscal-year");
    expect(inWords(readDate("H22", "year"))).toBe("ok 2010 year");
  });
});

describe("readPeriod", () => {
  const tenYears = { kind: "ok", value: { start: 2001, end: 2010 } };
  test.each([
    "平成13年度～平成22年度",
    "平成13年度〜平成22年度",
    "平成13年度-平成22年度",
    "平成13年度－平成22年度",
    "平成13年度−平成22年度",
    "平成13年度ー平成22年度",
    "平成13～22年度",
    "H13～H22",
    "2001～2010年度",
    "平成13年度から平成22年度まで",
    "平成13年度から平成22年度までの10ヵ年",
    "平成13年度（2001年度）から平成22年度（2010年度）までの10か年",
    "平成十三年度から平成二十二年度までの十か年",
    "平成13年度から平成22年度までの10年間",
  ])("%s", (text) => {
    expect(readPeriod(text)).toEqual(tenYears);
  });

  test("a number of years that does not fit is a warning", () => {
    expect(readPeriod("平成13年度から平成22年度までの9か年")).toEqual({
      kind: "warning",
      warning: "year-count",
      value: { start: 2001, end: 2010 },
    });
  });

  test("the end before the start, and what is no period", () => {
    expect(readPeriod("平成22年度～平成13年度")).toEqual({ kind: "error", error: "end-before-start" });
    for (const text of ["平成22年度", "2001-04-01", "今年から来年", ""]) {
      expect(readPeriod(text)).toEqual({ kind: "error", error: "not-a-date" });
    }
  });
});

test.each([
  ["平成13年度", 2001],
  ["平成13年", 2001],
  ["H13", 2001],
  ["2001年度", 2001],
  ["２００１", 2001],
  ["平成13年4月", null],
  ["13年度", null],
  ["", null],
])("the year of %s is %s", (text, expected) => {
  expect(readFiscalYear(text)).toBe(expected);
});
