import { describe, expect, it } from "vitest";
import {
  charactersToPoints,
  digitPixels,
  fileWidthToPoints,
  pointsToCharacters,
  pointsToFileWidth,
} from "../../../src/embedded/model/column-width";

describe("column widths", () => {
  it.each([
    // Excel's standard column with Calibri 11: 8.43 characters are 64 pixels; one with 20 characters is 145 pixels.
    [8.43, 7, 48],
    [20, 7, 108.75],
    [1, 7, 9],
    [0.5, 7, 4.5],
    [0, 7, 0],
    // Japanese Excel's: 8.38 characters are 72 pixels.
    [8.375, 8, 54],
  ])("%d characters of %d pixels are %d points", (characters, digit, points) => {
    expect(charactersToPoints(characters, digit)).toBeCloseTo(points, 1);
    expect(pointsToCharacters(points, digit)).toBeCloseTo(characters, 1);
  });

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
