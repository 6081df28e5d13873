import type { BorderModel } from "../../model/model";

/*
 * The words the file format uses for a cell's look, beside those of Excel's API.
 */

export const horizontalWord = translator([
  ["General", "general"],
  ["Left", "left"],
  ["Center", "center"],
  ["Right", "right"],
  ["Fill", "fill"],
  ["Justify", "justify"],
  ["CenterAcrossSelection", "centerContinuous"],
  ["Distributed", "distributed"],
]);
export const verticalWord = translator([
  ["Top", "top"],
  ["Center", "center"],
  ["Bottom", "bottom"],
  ["Justify", "justify"],
  ["Distributed", "distributed"],
]);
export const underlineWord = translator([
  ["None", "none"],
  ["Single", "single"],
  ["Double", "double"],
  ["SingleAccountant", "singleAccounting"],
  ["DoubleAccountant", "doubleAccounting"],
]);

/** Line styles and weights of Excel's API by the format's one word for both. */
const BORDERS: readonly (readonly [file: string, style: string, weight: string])[] = [
  ["hair", "Continuous", "Hairline"],
  ["thin", "Continuous", "Thin"],
  ["medium", "Continuous", "Medium"],
  ["thick", "Continuous", "Thick"],
  ["dashed", "Dash", "Thin"],
  ["mediumDashed", "Dash", "Medium"],
  ["dotted", "Dot", "Thin"],
  ["double", "Double", "Thick"],
  ["dashDot", "DashDot", "Thin"],
  ["mediumDashDot", "DashDot", "Medium"],
  ["dashDotDot", "DashDotDot", "Thin"],
  ["mediumDashDotDot", "DashDotDot", "Medium"],
  ["slantDashDot", "SlantDashDot", "Medium"],
];

/** The format's word for a border; null for none. */
export function borderWord(border: BorderModel): string | null {
  if (border.style === "None") return null;
  const same = BORDERS.filter(([, style]) => style === border.style);
  return (same.find(([, , weight]) => weight === border.weight) ?? same[0] ?? BORDERS[1]!)[0];
}

/** A border from the format's word; null for none. */
export function borderFromWord(word: string | undefined, color: string | null): BorderModel | null {
  const found = BORDERS.find(([file]) => file === word);
  return found ? { style: found[1], weight: found[2], color: color ?? "#000000" } : null;
}

/** Degrees as Excel's API has them (-90…90, 180 is stacked) from the format's `textRotation`. */
export function orientationFromFile(rotation: number): number {
  if (rotation === 255) return 180;
  return rotation > 90 ? 90 - rotation : rotation;
}

/** The inverse of `orientationFromFile`. */
export function orientationToFile(orientation: number): number {
  if (orientation === 180) return 255;
  return orientation < 0 ? 90 - orientation : orientation;
}

interface Translator {
  toFile(word: string): string | undefined;
  toApi(word: string): string | undefined;
}

function translator(pairs: readonly (readonly [api: string, file: string])[]): Translator {
  const toFile = new Map(pairs);
  const toApi = new Map(pairs.map(([api, file]) => [file, api]));
  return { toFile: (word) => toFile.get(word), toApi: (word) => toApi.get(word) };
}
