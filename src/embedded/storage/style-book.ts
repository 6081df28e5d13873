import type { CellFormat } from "../model";
import { borderWord, horizontalWord, orientationToFile, underlineWord, verticalWord } from "./format-words";
import { NUMBER_FORMAT_IDS } from "./number-formats";
import { appendInside, applyEdits, child, childrenOf, escapeAttribute, number, parseXml, setAttribute } from "./xml";
import type { TextEdit, XmlElement } from "./xml";

/*
 * The style sheet of the file that is being saved. Styles are only ever added, behind the ones that are there, so that
 * every cell that is copied unchanged keeps its meaning. A new style is a copy of an existing one with the properties
 * that were set laid over it; that is why it is not excelize that makes them: it would start from its own defaults and
 * number them in its own style sheet.
 */

/** Adds styles to a style sheet's text. */
export class StyleBook {
  private readonly root: XmlElement;
  private readonly baseFonts: XmlElement[];
  private readonly baseFills: XmlElement[];
  private readonly baseBorders: XmlElement[];
  private readonly baseStyles: XmlElement[];
  private readonly addedFonts: string[] = [];
  private readonly addedFills: string[] = [];
  private readonly addedBorders: string[] = [];
  private readonly addedNumberFormats: string[] = [];
  private readonly addedStyles: string[] = [];
  private readonly addedDifferential: string[] = [];
  private readonly known = new Map<string, number>();
  private readonly numberFormatIds = new Map<string, number>();
  private nextNumberFormat = 164;
  private readonly differentialCount: number;
  private readonly prefix: string;

  constructor(private readonly source: string) {
    this.root = parseXml(source);
    this.prefix = this.root.prefix;
    this.baseFonts = childrenOf(child(this.root, "fonts"), "font");
    this.baseFills = childrenOf(child(this.root, "fills"), "fill");
    this.baseBorders = childrenOf(child(this.root, "borders"), "border");
    this.baseStyles = childrenOf(child(this.root, "cellXfs"), "xf");
    this.differentialCount = childrenOf(child(this.root, "dxfs"), "dxf").length;
    for (const each of childrenOf(child(this.root, "numFmts"), "numFmt")) {
      const id = number(each, "numFmtId") ?? 0;
      this.nextNumberFormat = Math.max(this.nextNumberFormat, id + 1);
      this.numberFormatIds.set(each.attributes.get("formatCode") ?? "", id);
    }
  }

  /** Whether anything was added. */
  get changed(): boolean {
    return this.addedStyles.length > 0 || this.addedDifferential.length > 0;
  }

  /** Index of the style that looks like style `base` with `format` laid over it. */
  styleIndex(base: number, format: CellFormat): number {
    const key = `xf${base}|${JSON.stringify(format)}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const style = this.baseStyles[base] ?? this.baseStyles[0];
    const fontId = this.fontIndex(number(style, "fontId") ?? 0, format);
    const fillId = format.fill === undefined ? (number(style, "fillId") ?? 0) : this.fillIndex(format.fill);
    const borderId = this.borderIndex(number(style, "borderId") ?? 0, format);
    const numberFormatId =
      format.numberFormat === undefined
        ? (number(style, "numFmtId") ?? 0)
        : this.numberFormatIndex(format.numberFormat);
    const alignment = alignmentXml(child(style, "alignment"), format, this.prefix);
    const protection = protectionXml(child(style, "protection"), format, this.prefix);
    const parent = number(style, "xfId") ?? 0;
    const quote = style?.attributes.get("quotePrefix") === "1" ? ' quotePrefix="1"' : "";
    const tag =
      `<${this.prefix}xf numFmtId="${numberFormatId}" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="${parent}"${quote}` +
      ' applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"';
    const inside = alignment + protection;
    const xml = inside === "" ? `${tag}/>` : `${tag}>${inside}</${this.prefix}xf>`;
    const index = this.add(this.addedStyles, xml, this.baseStyles.length);
    this.known.set(key, index);
    return index;
  }

  /** Index of a differential format (for a conditional format) given as the element's XML without prefixes. */
  differentialIndex(xml: string): number {
    const suited = this.prefix === "" ? xml : xml.replace("<dxf", `<dxf xmlns="${MAIN}"`);
    return this.add(this.addedDifferential, suited, this.differentialCount);
  }

  /** The style sheet with everything that was added. */
  text(): string {
    const edits: TextEdit[] = [];
    const collections: readonly (readonly [name: string, added: readonly string[], before: readonly string[]])[] = [
      ["numFmts", this.addedNumberFormats, ["fonts"]],
      ["fonts", this.addedFonts, ["fills"]],
      ["fills", this.addedFills, ["borders"]],
      ["borders", this.addedBorders, ["cellStyleXfs", "cellXfs"]],
      ["cellXfs", this.addedStyles, ["cellStyles", "dxfs", "tableStyles", "colors", "extLst"]],
      ["dxfs", this.addedDifferential, ["tableStyles", "colors", "extLst"]],
    ];
    for (const [name, added, before] of collections) {
      if (added.length === 0) continue;
      const collection = child(this.root, name);
      if (collection) {
        edits.push(appendInside(this.source, collection, added.join("")));
        const count = setAttribute(this.source, collection, "count", String(collection.children.length + added.length));
        if (count) edits.push(count);
      } else {
        const next = this.root.children.find((each) => before.includes(each.name));
        const at = next?.start ?? this.root.innerEnd;
        const tag = this.prefix + name;
        edits.push({ start: at, end: at, text: `<${tag} count="${added.length}">${added.join("")}</${tag}>` });
      }
    }
    return applyEdits(this.source, edits);
  }

  private add(added: string[], xml: string, offset: number): number {
    const key = `${added === this.addedStyles ? "style" : added === this.addedDifferential ? "dxf" : "part"}|${xml}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    added.push(xml);
    const index = offset + added.length - 1;
    this.known.set(key, index);
    return index;
  }

  private numberFormatIndex(format: string): number {
    const builtIn = NUMBER_FORMAT_IDS.get(format) ?? this.numberFormatIds.get(format);
    if (builtIn !== undefined) return builtIn;
    const id = this.nextNumberFormat;
    this.nextNumberFormat += 1;
    this.numberFormatIds.set(format, id);
    this.addedNumberFormats.push(`<${this.prefix}numFmt numFmtId="${id}" formatCode="${escapeAttribute(format)}"/>`);
    return id;
  }

  private fillIndex(fill: string): number {
    if (fill === "") return 0;
    const p = this.prefix;
    const color = `<${p}fgColor rgb="${argb(fill)}"/><${p}bgColor indexed="64"/>`;
    const xml = `<${p}fill><${p}patternFill patternType="solid">${color}</${p}patternFill></${p}fill>`;
    return this.add(this.addedFills, xml, this.baseFills.length);
  }

  private fontIndex(base: number, format: CellFormat): number {
    const font = this.baseFonts[base];
    const parts = new Map(font?.children.map((each) => [each.name, this.source.slice(each.start, each.end)]) ?? []);
    const before = [...parts.values()].join("");
    const p = this.prefix;
    const toggle = (name: string, on: boolean | undefined): void => {
      if (on === true) parts.set(name, `<${p}${name}/>`);
      else if (on === false) parts.delete(name);
    };
    toggle("b", format.bold);
    toggle("i", format.italic);
    toggle("strike", format.strikethrough);
    if (format.underline !== undefined) {
      const word = underlineWord.toFile(format.underline) ?? "none";
      if (word === "none") parts.delete("u");
      else parts.set("u", word === "single" ? `<${p}u/>` : `<${p}u val="${word}"/>`);
    }
    if (format.fontSize !== undefined) parts.set("sz", `<${p}sz val="${format.fontSize}"/>`);
    if (format.fontColor !== undefined) parts.set("color", `<${p}color rgb="${argb(format.fontColor)}"/>`);
    if (format.fontName !== undefined) {
      parts.set("name", `<${p}name val="${escapeAttribute(format.fontName)}"/>`);
      // Family and scheme belong to the font that was there; a scheme would override the name.
      for (const name of ["family", "scheme", "charset"]) parts.delete(name);
      // 128 is Shift_JIS: without it, older Excels substitute a font that has no kanji.
      if (/[\u3000-\uffef]|gothic|mincho|meiryo/i.test(format.fontName))
        parts.set("charset", `<${p}charset val="128"/>`);
    }
    const xml = FONT_ORDER.map((name) => parts.get(name) ?? "").join("");
    const rest = [...parts].filter(([name]) => !FONT_ORDER.includes(name)).map(([, text]) => text);
    if ([...parts.values()].join("") === before) return base;
    return this.add(this.addedFonts, `<${p}font>${xml}${rest.join("")}</${p}font>`, this.baseFonts.length);
  }

  private borderIndex(base: number, format: CellFormat): number {
    if (format.borders === undefined) return base;
    const p = this.prefix;
    const border = this.baseBorders[base];
    const sides = BORDER_SIDES.map(([name, strict, edge]) => {
      const set = edge === null ? undefined : format.borders?.[edge];
      if (set === undefined) {
        const old = border?.children.find((each) => each.name === name || each.name === strict);
        return old ? this.source.slice(old.start, old.end) : `<${p}${name}/>`;
      }
      const word = borderWord(set);
      if (word === null) return `<${p}${name}/>`;
      return `<${p}${name} style="${word}"><${p}color rgb="${argb(set.color)}"/></${p}${name}>`;
    });
    return this.add(this.addedBorders, `<${p}border>${sides.join("")}</${p}border>`, this.baseBorders.length);
  }
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** A style sheet for a file that has none. */
export const MINIMAL_STYLES =
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${MAIN}">` +
  '<fonts count="1"><font><sz val="11"/><name val="游ゴシック"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

/** Order of a font's children as Excel writes it. */
const FONT_ORDER = ["b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name", "family", "charset", "scheme"]; // prettier-ignore

const BORDER_SIDES = [
  ["left", "start", "EdgeLeft"],
  ["right", "end", "EdgeRight"],
  ["top", "top", "EdgeTop"],
  ["bottom", "bottom", "EdgeBottom"],
  ["diagonal", "diagonal", null],
] as const;

/** "#RRGGBB" as the format writes it. */
export function argb(color: string): string {
  const digits = /^#?([0-9a-f]{6})$/i.exec(color)?.[1] ?? "000000";
  return `FF${digits.toUpperCase()}`;
}

function alignmentXml(base: XmlElement | undefined, format: CellFormat, prefix: string): string {
  const attributes = new Map(base?.attributes);
  const set = (name: string, value: string | undefined, none: string): void => {
    if (value === undefined) return;
    if (value === none) attributes.delete(name);
    else attributes.set(name, value);
  };
  set("horizontal", format.horizontal === undefined ? undefined : horizontalWord.toFile(format.horizontal), "general");
  set("vertical", format.vertical === undefined ? undefined : verticalWord.toFile(format.vertical), "bottom");
  set("wrapText", format.wrapText === undefined ? undefined : format.wrapText ? "1" : "0", "0");
  set("shrinkToFit", format.shrinkToFit === undefined ? undefined : format.shrinkToFit ? "1" : "0", "0");
  set("indent", format.indent === undefined ? undefined : String(format.indent), "0");
  const rotation = format.textOrientation;
  set("textRotation", rotation === undefined ? undefined : String(orientationToFile(rotation)), "0");
  return attributesXml(`${prefix}alignment`, attributes);
}

function protectionXml(base: XmlElement | undefined, format: CellFormat, prefix: string): string {
  const attributes = new Map(base?.attributes);
  if (format.locked === true) attributes.delete("locked");
  else if (format.locked === false) attributes.set("locked", "0");
  return attributesXml(`${prefix}protection`, attributes);
}

function attributesXml(tag: string, attributes: ReadonlyMap<string, string>): string {
  if (attributes.size === 0) return "";
  return `<${tag}${[...attributes].map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`).join("")}/>`;
}
