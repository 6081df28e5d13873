import { describe, expect, it } from "vitest";
import { countText, countWithUnit, percentText } from "../../src/narrative/numbers";

const style = { digits: "half", unit: "項目", decimals: 1 } as const;

describe("numbers in prose", () => {
  it.each([
    [0, "half", "0"],
    [7, "half", "7"],
    [7, "full", "７"],
    [7, "single-full", "７"],
    [98, "single-full", "98"],
    [98, "full", "９８"],
    [1234, "half", "1,234"],
    [1234567, "half", "1,234,567"],
    [1234, "full", "１，２３４"],
    [100, "half", "100"],
  ] as const)("%d in %s digits is %s", (count, digits, expected) => {
    expect(countText(count, { ...style, digits })).toBe(expected);
  });

  it.each([
    [73.5, 1, "half", "73.5％"],
    [100, 1, "half", "100.0％"],
    [73.47, 2, "full", "７３．４７％"],
    [8, 0, "single-full", "８％"],
    [8, 1, "single-full", "8.0％"],
  ] as const)("%d with %d decimals in %s digits is %s", (rate, decimals, digits, expected) => {
    expect(percentText(rate, { ...style, digits, decimals })).toBe(expected);
  });

  it("puts the plan's own unit behind a count", () => {
    expect(countWithUnit(72, { ...style, unit: "事業" })).toBe("72事業");
  });
});
