import { describe, expect, it } from "vitest";
import { EMPTY_PLAN } from "../../src/ledger/settings";
import { asOfText } from "../../src/report/as-of";

describe("when figures are of", () => {
  it.each([
    ["平成22年度", "平成23年3月", "平成22年度末"],
    ["平成22年度", "平成23年2月", "平成23年2月現在"],
    ["平成22年度", "", "平成22年度末"],
    ["H22", "平成23年3月", "平成22年度末"],
    ["2010年度", "2011年3月", "2010年度末"],
    ["2010", "", "平成22年度末"],
    ["令和12年度", "令和7年10月", "令和7年10月現在"],
    ["令和12年度", "", "【要記入】いつ現在"],
    ["", "", "【要記入】いつ現在"],
    ["未定", "公表前", "公表前現在"],
  ])("of a plan that ends in %s, published %s: %s", (endYear, published, expected) => {
    expect(
      asOfText({ ...EMPTY_PLAN, endYear, published }, { asOf: "", year: null }, new Date("2026-03-31T16:00:00Z")),
    ).toBe(expected);
  });

  it.each([
    ["令和7年度末", null, "令和7年度末"],
    ["令和8年3月31日", null, "令和8年3月31日現在"],
    ["", 2025, "令和7年度"],
  ])("above the ledger %s, ledger of %s: %s", (asOf, year, expected) => {
    const ledger = { asOf, year: year === null ? null : { year, by: "title" as const } };
    expect(asOfText(EMPTY_PLAN, ledger, new Date("2026-03-31T16:00:00Z"))).toBe(expected);
  });
});
