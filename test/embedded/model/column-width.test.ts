import { describe, expect, it } from "vitest";
import { digitPixels, fileWidthToPoints, pointsToFileWidth } from "../../../src/embedded/model/column-width";

describe("column widths", () => {
  it("counts the padding in what a file stores", () => {
    // 64 pixels of 7 are 9.140625, the width Excel writes for its standard column.
    expect(pointsToFileWidth(48)).toBeCloseTo(9.140625, 2);
    expect(fileWidthToPoints(9.140625)).toBeCloseTo(48, 1);
    for (const points of [10, 33.3, 54, 200])
      expect(fileWidthToPoints(pointsToFileWidth(points, 8), 8)).toBeCloseTo(points, 1);
  });

  it.each([
    ["Calibri", 11, 7],
    ["游ゴシック", 11, 8],
    ["ＭＳ Ｐゴシック", 11, 8],
    ["Yu Gothic", 11, 8],
    ["Arial", 10, 6],
  ])("knows the digits of %s %d", (name, size, pixels) => {
    expect(digitPixels(name, size)).toBe(pixels);
  });
});
