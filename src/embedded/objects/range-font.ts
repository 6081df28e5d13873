import { invalidArgument } from "../editing/excel-error";
import { asColor, asFlag, asNumber, asOneOf, asText, defineClass } from "./member";
import { look } from "./range-format";
import type { RangeTarget } from "./targets";

const UNDERLINES = ["None", "Single", "Double", "SingleAccountant", "DoubleAccountant"] as const;
const MAX_FONT_NAME = 31;
const MAX_FONT_SIZE = 409;
/** Standard font of Japanese Excel. */
const STANDARD_FONT = "游ゴシック";
const STANDARD_SIZE = 11;

/** Excel.RangeFont */
export const rangeFont = defineClass<RangeTarget>({
  name: "RangeFont",
  members: {
    bold: look("1.1", "bold", false, asFlag),
    color: look("1.1", "fontColor", "#000000", asColor),
    italic: look("1.1", "italic", false, asFlag),
    name: look("1.1", "fontName", STANDARD_FONT, fontName),
    size: look("1.1", "fontSize", STANDARD_SIZE, fontSize),
    strikethrough: look("1.9", "strikethrough", false, asFlag),
    underline: look("1.1", "underline", "None", (value) => asOneOf(value, UNDERLINES)),
  },
});

/** A font's name: 1 to 31 characters. */
export function fontName(value: unknown): string {
  const name = asText(value);
  if (name === "" || name.length > MAX_FONT_NAME) throw invalidArgument("font name");
  return name;
}

/** A font's size in points: 1 to 409. */
export function fontSize(value: unknown): number {
  const size = asNumber(value);
  if (size < 1 || size > MAX_FONT_SIZE) throw invalidArgument("font size");
  return size;
}
