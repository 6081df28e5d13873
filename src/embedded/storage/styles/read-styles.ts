import type { CellFormat } from "../../model/model";
import type { Colors } from "./colors";
import { borderFromWord, horizontalWord, orientationFromFile, underlineWord, verticalWord } from "./format-words";
import { BUILT_IN_NUMBER_FORMATS } from "./number-formats";
import { StorageError } from "../storage-error";
import { child, childrenOf, descend, flag, number } from "../xml/xml";
import type { XmlElement } from "../xml/xml";

/** What a file's style sheet says of its cells. */
export interface FileStyles {
  /** Looks by style index (`cellXfs`). */
  readonly formats: CellFormat[];
  /** Font of the Normal style, which column widths are counted in. */
  readonly defaultFont: { readonly name: string; readonly size: number };
  /** Fill and font colour of differential formats (conditional formats), by index. */
  readonly differential: readonly { readonly fontColor: string | null; readonly fill: string | null }[];
}

/** Excel itself has 65,490 (its specifications and limits). */
const MAX_CELL_STYLES = 65_536;

/** Reads the style sheet. @throws StorageError too-large */
export function readStyles(styleSheet: XmlElement, colors: Colors): FileStyles {
  const numberFormats = new Map(BUILT_IN_NUMBER_FORMATS);
  for (const each of childrenOf(child(styleSheet, "numFmts"), "numFmt")) {
    numberFormats.set(number(each, "numFmtId") ?? -1, each.attributes.get("formatCode") ?? "General");
  }
  const fonts = childrenOf(child(styleSheet, "fonts"), "font").map((font) => readFont(font, colors));
  const fills = childrenOf(child(styleSheet, "fills"), "fill").map((fill) => readFill(fill, colors));
  const borders = childrenOf(child(styleSheet, "borders"), "border").map((border) => readBorders(border, colors));
  const cellStyles = childrenOf(child(styleSheet, "cellXfs"), "xf");
  if (cellStyles.length > MAX_CELL_STYLES) throw new StorageError("too-large", `${cellStyles.length} cell styles`);
  const formats = cellStyles.map((xf): CellFormat => {
    return {
      ...fonts[number(xf, "fontId") ?? 0],
      fill: fills[number(xf, "fillId") ?? 0] ?? "",
      borders: borders[number(xf, "borderId") ?? 0] ?? {},
      numberFormat: numberFormats.get(number(xf, "numFmtId") ?? 0) ?? "General",
      ...readAlignment(child(xf, "alignment")),
      locked: flag(child(xf, "protection"), "locked", true),
    };
  });
  const normal = descend(styleSheet, "cellStyleXfs")?.children[0];
  const font = fonts[number(normal, "fontId") ?? 0];
  return {
    formats: formats.length > 0 ? formats : [{}],
    defaultFont: { name: font?.fontName ?? "Calibri", size: font?.fontSize ?? 11 },
    differential: childrenOf(child(styleSheet, "dxfs"), "dxf").map((dxf) => ({
      fontColor: colors.of(descend(dxf, "font", "color")),
      fill:
        colors.of(descend(dxf, "fill", "patternFill", "bgColor")) ??
        colors.of(descend(dxf, "fill", "patternFill", "fgColor")),
    })),
  };
}

function readFont(font: XmlElement, colors: Colors): CellFormat {
  const format: CellFormat = {
    fontName: child(font, "name")?.attributes.get("val") ?? "Calibri",
    fontSize: number(child(font, "sz"), "val") ?? 11,
    bold: isOn(child(font, "b")),
    italic: isOn(child(font, "i")),
    strikethrough: isOn(child(font, "strike")),
    fontColor: colors.of(child(font, "color")) ?? "#000000",
  };
  const underline = child(font, "u");
  format.underline = underline
    ? (underlineWord.toApi(underline.attributes.get("val") ?? "single") ?? "Single")
    : "None";
  return format;
}

/** `<b/>` is on, `<b val="0"/>` is off. */
function isOn(element: XmlElement | undefined): boolean {
  return element !== undefined && flag(element, "val", true);
}

function readFill(fill: XmlElement, colors: Colors): string {
  const pattern = child(fill, "patternFill");
  const type = pattern?.attributes.get("patternType") ?? "none";
  if (!pattern || type === "none") return "";
  return (type === "solid" ? colors.of(child(pattern, "fgColor")) : colors.of(child(pattern, "bgColor"))) ?? "";
}

function readBorders(border: XmlElement, colors: Colors): NonNullable<CellFormat["borders"]> {
  const borders: NonNullable<CellFormat["borders"]> = {};
  for (const [edge, names] of BORDER_EDGES) {
    const element = names.map((name) => child(border, name)).find((each) => each !== undefined);
    const model = borderFromWord(element?.attributes.get("style"), colors.of(child(element, "color")));
    if (model) borders[edge] = model;
  }
  return borders;
}

/** Edges with the names transitional and strict files use. */
const BORDER_EDGES = [
  ["EdgeLeft", ["left", "start"]],
  ["EdgeRight", ["right", "end"]],
  ["EdgeTop", ["top"]],
  ["EdgeBottom", ["bottom"]],
] as const;

function readAlignment(alignment: XmlElement | undefined): CellFormat {
  return {
    horizontal: horizontalWord.toApi(alignment?.attributes.get("horizontal") ?? "general") ?? "General",
    vertical: verticalWord.toApi(alignment?.attributes.get("vertical") ?? "bottom") ?? "Bottom",
    wrapText: flag(alignment, "wrapText"),
    shrinkToFit: flag(alignment, "shrinkToFit"),
    indent: number(alignment, "indent") ?? 0,
    textOrientation: orientationFromFile(number(alignment, "textRotation") ?? 0),
  };
}
