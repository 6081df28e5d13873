import type { CellFormat } from "../../model/model";
import {
  appendInside,
  applyEdits,
  child,
  childrenOf,
  copied,
  escapeAttribute,
  grafted,
  number,
  parseXml,
  placeFor,
  setAttribute,
} from "../xml/xml";
import type { TextEdit, XmlElement } from "../xml/xml";
import { argb } from "./colors";
import { borderWord, horizontalWord, orientationToFile, underlineWord, verticalWord } from "./format-words";
import { NUMBER_FORMAT_IDS } from "./number-formats";
import { MAIN, XML_HEAD } from "../xml/namespaces";

/*
 * The style sheet of the file that is being saved. Styles are only ever added, behind the ones that are there, so that
 * every cell that is copied unchanged keeps its meaning. A new style is a copy of an existing one with the properties
 * that were set laid over it.
 */

/** Collections of a style sheet in the order in which the format demands them (ECMA-376-1 §18.8.39). */
const ORDER = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
  "tableStyles",
  "colors",
  "extLst",
];

/** What a collection holds where the file has none: cells and styles that name nothing mean its first entry. */
const SEEDS = {
  numFmts: [],
  fonts: ['<font><sz val="11"/><name val="游ゴシック"/></font>'],
  // Excel takes the first two for these two, whatever they are.
  fills: ['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>'],
  borders: ["<border><left/><right/><top/><bottom/><diagonal/></border>"],
  cellXfs: ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'],
  dxfs: [],
} as const;

/** One collection of the style sheet, with what is added to it. */
class Collection {
  /** Entries that the file has, or the seeds where it has none. */
  readonly before: readonly XmlElement[];
  readonly count: number;
  private readonly added: string[] = [];
  private readonly known = new Map<string, number>();
  private readonly element: XmlElement | undefined;

  constructor(
    private readonly source: string,
    private readonly root: XmlElement,
    private readonly name: keyof typeof SEEDS,
  ) {
    this.element = child(root, name);
    this.before = childrenOf(this.element, ENTRY_NAMES[name]);
    this.count = this.before.length;
    for (const seed of this.count === 0 ? SEEDS[name] : []) this.add(seed);
  }

  /** Whether more than what a missing collection needs was added. */
  get changed(): boolean {
    return this.count + this.added.length > Math.max(this.count, SEEDS[this.name].length);
  }

  /** Index of an entry of this program's own. */
  add(xml: string): number {
    let index = this.known.get(xml);
    if (index === undefined) {
      index = this.count + this.added.length;
      this.added.push(grafted(xml, this.element ?? this.root));
      this.known.set(xml, index);
    }
    return index;
  }

  /** A piece of an entry of the file as it reads in an entry of this program's own, which declares no prefixes. */
  piece(element: XmlElement, entry: XmlElement): string {
    return copied(this.source, element, entry, this.element ?? this.root);
  }

  edits(): TextEdit[] {
    const { source, root, name, element, added } = this;
    if (added.length === 0) return [];
    const inside = added.join("");
    const count = String(this.count + added.length);
    if (element) {
      const counted = setAttribute(source, element, "count", count);
      return [...(counted ? [counted] : []), appendInside(source, element, inside)];
    }
    const at = placeFor(root, ORDER, name);
    const tag = root.prefix + name;
    return [{ start: at, end: at, text: `<${tag} count="${count}">${inside}</${tag}>` }];
  }
}

const ENTRY_NAMES = {
  numFmts: "numFmt",
  fonts: "font",
  fills: "fill",
  borders: "border",
  cellXfs: "xf",
  dxfs: "dxf",
} as const;

/** Adds styles to a style sheet's text. */
export class StyleBook {
  private readonly root: XmlElement;
  private readonly numberFormats: Collection;
  private readonly fonts: Collection;
  private readonly fills: Collection;
  private readonly borders: Collection;
  private readonly styles: Collection;
  private readonly differential: Collection;
  private readonly known = new Map<string, number>();
  private readonly numberFormatIds = new Map<string, number>();
  private nextNumberFormat = 164;

  /** @throws StorageError damaged where the style sheet is not well-formed */
  constructor(private readonly source: string) {
    this.root = parseXml(source);
    const collection = (name: keyof typeof SEEDS): Collection => new Collection(source, this.root, name);
    this.numberFormats = collection("numFmts");
    this.fonts = collection("fonts");
    this.fills = collection("fills");
    this.borders = collection("borders");
    this.styles = collection("cellXfs");
    this.differential = collection("dxfs");
    for (const each of this.numberFormats.before) {
      const id = number(each, "numFmtId") ?? 0;
      this.nextNumberFormat = Math.max(this.nextNumberFormat, id + 1);
      this.numberFormatIds.set(each.attributes.get("formatCode") ?? "", id);
    }
  }

  /** Whether anything was added. */
  get changed(): boolean {
    return this.styles.changed || this.differential.changed;
  }

  /** Index of the style that looks like style `base` with `format` laid over it. */
  styleIndex(base: number, format: CellFormat): number {
    const key = `${base}|${JSON.stringify(format)}`;
    let index = this.known.get(key);
    if (index === undefined) {
      index = this.styles.add(this.styleXml(base, format));
      this.known.set(key, index);
    }
    return index;
  }

  /** Index of a differential format (for a conditional format) given as the element's XML without prefixes. */
  differentialIndex(xml: string): number {
    return this.differential.add(xml);
  }

  /** The style sheet with everything that was added. */
  text(): string {
    const { numberFormats, fonts, fills, borders, styles, differential } = this;
    const collections = [numberFormats, fonts, fills, borders, styles, differential];
    return applyEdits(
      this.source,
      collections.flatMap((each) => each.edits()),
    );
  }

  private styleXml(base: number, format: CellFormat): string {
    const style = this.styles.before[base] ?? this.styles.before[0];
    const fontId = this.fontIndex(number(style, "fontId") ?? 0, format);
    const fillId = format.fill === undefined ? (number(style, "fillId") ?? 0) : this.fillIndex(format.fill);
    const borderId = this.borderIndex(number(style, "borderId") ?? 0, format);
    const numberFormatId =
      format.numberFormat === undefined
        ? (number(style, "numFmtId") ?? 0)
        : this.numberFormatIndex(format.numberFormat);
    const inside = alignmentXml(child(style, "alignment"), format) + protectionXml(child(style, "protection"), format);
    const parent = number(style, "xfId");
    const tag =
      `<xf numFmtId="${numberFormatId}" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}"` +
      (parent === null ? "" : ` xfId="${parent}"`) +
      (style?.attributes.get("quotePrefix") === "1" ? ' quotePrefix="1"' : "") +
      ' applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"';
    return inside === "" ? `${tag}/>` : `${tag}>${inside}</xf>`;
  }

  private numberFormatIndex(format: string): number {
    const builtIn = NUMBER_FORMAT_IDS.get(format) ?? this.numberFormatIds.get(format);
    if (builtIn !== undefined) return builtIn;
    const id = this.nextNumberFormat;
    this.nextNumberFormat += 1;
    this.numberFormatIds.set(format, id);
    this.numberFormats.add(`<numFmt numFmtId="${id}" formatCode="${escapeAttribute(format)}"/>`);
    return id;
  }

  private fillIndex(fill: string): number {
    if (fill === "") return 0;
    const color = `<fgColor rgb="${argb(fill)}"/><bgColor indexed="64"/>`;
    return this.fills.add(`<fill><patternFill patternType="solid">${color}</patternFill></fill>`);
  }

  private fontIndex(base: number, format: CellFormat): number {
    const font = this.fonts.before[base];
    const parts = new Map(font?.children.map((each) => [each.name, this.fonts.piece(each, font)]) ?? []);
    const before = [...parts.values()].join("");
    const toggle = (name: string, on: boolean | undefined): void => {
      if (on === true) parts.set(name, `<${name}/>`);
      else if (on === false) parts.delete(name);
    };
    toggle("b", format.bold);
    toggle("i", format.italic);
    toggle("strike", format.strikethrough);
    if (format.underline !== undefined) {
      const word = underlineWord.toFile(format.underline) ?? "none";
      if (word === "none") parts.delete("u");
      else parts.set("u", word === "single" ? "<u/>" : `<u val="${word}"/>`);
    }
    if (format.fontSize !== undefined) parts.set("sz", `<sz val="${format.fontSize}"/>`);
    if (format.fontColor !== undefined) parts.set("color", `<color rgb="${argb(format.fontColor)}"/>`);
    if (format.fontName !== undefined) {
      parts.set("name", `<name val="${escapeAttribute(format.fontName)}"/>`);
      // Family and scheme belong to the font that was there; a scheme would override the name.
      for (const name of ["family", "scheme", "charset"]) parts.delete(name);
      // 128 is Shift_JIS: without it, older Excels substitute a font that has no kanji.
      if (/[\u3000-\uffef]|gothic|mincho|meiryo/i.test(format.fontName)) parts.set("charset", '<charset val="128"/>');
    }
    if ([...parts.values()].join("") === before) return base;
    const xml = FONT_ORDER.map((name) => parts.get(name) ?? "").join("");
    const rest = [...parts].filter(([name]) => !FONT_ORDER.includes(name)).map(([, text]) => text);
    return this.fonts.add(`<font>${xml}${rest.join("")}</font>`);
  }

  private borderIndex(base: number, format: CellFormat): number {
    if (format.borders === undefined) return base;
    const border = this.borders.before[base];
    const sides = BORDER_SIDES.map(([name, strict, edge]) => {
      const set = edge === null ? undefined : format.borders?.[edge];
      if (set === undefined) {
        const old = border?.children.find((each) => each.name === name || each.name === strict);
        return old ? this.borders.piece(old, border!) : `<${name}/>`;
      }
      const word = borderWord(set);
      return word === null ? `<${name}/>` : `<${name} style="${word}"><color rgb="${argb(set.color)}"/></${name}>`;
    });
    return this.borders.add(`<border>${sides.join("")}</border>`);
  }
}

/** A style sheet for a file that has none. */
export const MINIMAL_STYLES =
  `${XML_HEAD}<styleSheet xmlns="${MAIN}">` +
  collectionXml("fonts", SEEDS.fonts) +
  collectionXml("fills", SEEDS.fills) +
  collectionXml("borders", SEEDS.borders) +
  collectionXml("cellStyleXfs", SEEDS.cellXfs) +
  collectionXml("cellXfs", ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>']) +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

function collectionXml(name: string, entries: readonly string[]): string {
  return `<${name} count="${entries.length}">${entries.join("")}</${name}>`;
}

/** Order of a font's children as Excel writes it. */
const FONT_ORDER = ["b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name", "family", "charset", "scheme"]; // prettier-ignore

const BORDER_SIDES = [
  ["left", "start", "EdgeLeft"],
  ["right", "end", "EdgeRight"],
  ["top", "top", "EdgeTop"],
  ["bottom", "bottom", "EdgeBottom"],
  ["diagonal", "diagonal", null],
] as const;

function alignmentXml(base: XmlElement | undefined, format: CellFormat): string {
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
  return attributesXml("alignment", attributes);
}

function protectionXml(base: XmlElement | undefined, format: CellFormat): string {
  const attributes = new Map(base?.attributes);
  if (format.locked === true) attributes.delete("locked");
  else if (format.locked === false) attributes.set("locked", "0");
  return attributesXml("protection", attributes);
}

function attributesXml(tag: string, attributes: ReadonlyMap<string, string>): string {
  if (attributes.size === 0) return "";
  return `<${tag}${[...attributes].map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`).join("")}/>`;
}
