import type { CellFormat } from "../../model/model";
import { EditedXml } from "../xml/edited-xml";
import { element, list } from "../xml/write-xml";
import type { Attributes } from "../xml/write-xml";
import { child, childrenOf, copied, grafted, number } from "../xml/xml";
import type { XmlElement } from "../xml/xml";
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
  /** Entries that the file has. */
  readonly before: readonly XmlElement[];
  private readonly added: string[] = [];
  private readonly known = new Map<string, number>();
  private readonly list: XmlElement | undefined;

  constructor(
    private readonly edited: EditedXml,
    private readonly name: keyof typeof SEEDS,
  ) {
    this.list = child(edited.root, name);
    this.before = childrenOf(this.list, ENTRY_NAMES[name]);
    for (const seed of this.before.length === 0 ? SEEDS[name] : []) this.add(seed);
  }

  /** Whether more than what a missing collection needs was added. */
  get changed(): boolean {
    return this.added.length > (this.before.length === 0 ? SEEDS[this.name].length : 0);
  }

  /** Index of an entry of this program's own. */
  add(xml: string): number {
    let index = this.known.get(xml);
    if (index === undefined) {
      index = this.before.length + this.added.length;
      this.added.push(grafted(xml, this.list ?? this.edited.root));
      this.known.set(xml, index);
    }
    return index;
  }

  /** A piece of an entry of the file as it reads in an entry of this program's own, which declares no prefixes. */
  piece(element: XmlElement, entry: XmlElement): string {
    return copied(this.edited.text, element, entry, this.list ?? this.edited.root);
  }

  /** Writes what was added into the style sheet. */
  finish(): void {
    const { edited, added } = this;
    if (this.list && added.length > 0) {
      edited.set(this.list, "count", this.before.length + added.length);
      edited.append(this.list, added.join(""));
    } else edited.insert(this.name, list(this.name, added));
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
  private readonly edited: EditedXml;
  private readonly lists: Readonly<Record<keyof typeof SEEDS, Collection>>;
  private readonly known = new Map<string, number>();
  private readonly numberFormatIds = new Map<string, number>();
  private nextNumberFormat = 164;

  /** @throws StorageError damaged where the style sheet is not well-formed */
  constructor(source: string) {
    this.edited = new EditedXml(source, ORDER);
    const names = Object.keys(SEEDS) as (keyof typeof SEEDS)[];
    const lists = names.map((name) => [name, new Collection(this.edited, name)]);
    this.lists = Object.fromEntries(lists) as Record<keyof typeof SEEDS, Collection>;
    for (const each of this.lists.numFmts.before) {
      const id = number(each, "numFmtId") ?? 0;
      this.nextNumberFormat = Math.max(this.nextNumberFormat, id + 1);
      this.numberFormatIds.set(each.attributes.get("formatCode") ?? "", id);
    }
  }

  /** Whether anything was added. */
  get changed(): boolean {
    return this.lists.cellXfs.changed || this.lists.dxfs.changed;
  }

  /** Index of the style that looks like style `base` with `format` laid over it. */
  styleIndex(base: number, format: CellFormat): number {
    const key = `${base}|${JSON.stringify(format)}`;
    let index = this.known.get(key);
    if (index === undefined) {
      index = this.lists.cellXfs.add(this.styleXml(base, format));
      this.known.set(key, index);
    }
    return index;
  }

  /** Index of a differential format (for a conditional format) given as the element's XML without prefixes. */
  differentialIndex(xml: string): number {
    return this.lists.dxfs.add(xml);
  }

  /** The style sheet with everything that was added; to be asked for once, at the end. */
  text(): string {
    for (const each of Object.values(this.lists)) each.finish();
    return this.edited.result();
  }

  private styleXml(base: number, format: CellFormat): string {
    const style = this.lists.cellXfs.before[base] ?? this.lists.cellXfs.before[0];
    const fontId = this.fontIndex(number(style, "fontId") ?? 0, format);
    const fillId = format.fill === undefined ? (number(style, "fillId") ?? 0) : this.fillIndex(format.fill);
    const borderId = this.borderIndex(number(style, "borderId") ?? 0, format);
    const numberFormatId =
      format.numberFormat === undefined
        ? (number(style, "numFmtId") ?? 0)
        : this.numberFormatIndex(format.numberFormat);
    return element(
      "xf",
      {
        numFmtId: numberFormatId,
        fontId,
        fillId,
        borderId,
        xfId: number(style, "xfId"),
        quotePrefix: style?.attributes.get("quotePrefix") === "1",
        applyNumberFormat: true,
        applyFont: true,
        applyFill: true,
        applyBorder: true,
        applyAlignment: true,
        applyProtection: true,
      },
      alignmentXml(child(style, "alignment"), format) + protectionXml(child(style, "protection"), format),
    );
  }

  private numberFormatIndex(format: string): number {
    const builtIn = NUMBER_FORMAT_IDS.get(format) ?? this.numberFormatIds.get(format);
    if (builtIn !== undefined) return builtIn;
    const id = this.nextNumberFormat;
    this.nextNumberFormat += 1;
    this.numberFormatIds.set(format, id);
    this.lists.numFmts.add(element("numFmt", { numFmtId: id, formatCode: format }));
    return id;
  }

  private fillIndex(fill: string): number {
    if (fill === "") return 0;
    const color = `<fgColor rgb="${argb(fill)}"/><bgColor indexed="64"/>`;
    return this.lists.fills.add(`<fill><patternFill patternType="solid">${color}</patternFill></fill>`);
  }

  private fontIndex(base: number, format: CellFormat): number {
    const font = this.lists.fonts.before[base];
    const parts = new Map(font?.children.map((each) => [each.name, this.lists.fonts.piece(each, font)]) ?? []);
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
      parts.set("name", element("name", { val: format.fontName }));
      // Family and scheme belong to the font that was there; a scheme would override the name.
      for (const name of ["family", "scheme", "charset"]) parts.delete(name);
      // 128 is Shift_JIS: without it, older Excels substitute a font that has no kanji.
      if (/[\u3000-\uffef]|gothic|mincho|meiryo/i.test(format.fontName)) parts.set("charset", '<charset val="128"/>');
    }
    if ([...parts.values()].join("") === before) return base;
    const xml = FONT_ORDER.map((name) => parts.get(name) ?? "").join("");
    const rest = [...parts].filter(([name]) => !FONT_ORDER.includes(name)).map(([, text]) => text);
    return this.lists.fonts.add(`<font>${xml}${rest.join("")}</font>`);
  }

  private borderIndex(base: number, format: CellFormat): number {
    if (format.borders === undefined) return base;
    const border = this.lists.borders.before[base];
    const sides = BORDER_SIDES.map(([name, strict, edge]) => {
      const set = edge === null ? undefined : format.borders?.[edge];
      if (set === undefined) {
        const old = border?.children.find((each) => each.name === name || each.name === strict);
        return old ? this.lists.borders.piece(old, border!) : `<${name}/>`;
      }
      const word = borderWord(set);
      return word === null ? `<${name}/>` : `<${name} style="${word}"><color rgb="${argb(set.color)}"/></${name}>`;
    });
    return this.lists.borders.add(`<border>${sides.join("")}</border>`);
  }
}

/** A style sheet for a file that has none. */
export const MINIMAL_STYLES =
  XML_HEAD +
  element("styleSheet", { xmlns: MAIN }, [
    list("fonts", SEEDS.fonts),
    list("fills", SEEDS.fills),
    list("borders", SEEDS.borders),
    list("cellStyleXfs", SEEDS.cellXfs),
    list("cellXfs", ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>']),
    list("cellStyles", ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
  ]);

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
  const { horizontal, vertical, wrapText, shrinkToFit, indent, textOrientation } = format;
  return overlaid("alignment", base, [
    ["horizontal", horizontal && horizontalWord.toFile(horizontal), "general"],
    ["vertical", vertical && verticalWord.toFile(vertical), "bottom"],
    ["wrapText", wrapText, false],
    ["shrinkToFit", shrinkToFit, false],
    ["indent", indent, 0],
    ["textRotation", textOrientation && orientationToFile(textOrientation), 0],
  ]);
}

function protectionXml(base: XmlElement | undefined, { locked }: CellFormat): string {
  return overlaid("protection", base, [["locked", locked === false ? 0 : locked, true]]);
}

/** An element with the attributes it had and others laid over them, as far as they are set; its defaults are not written. */
function overlaid(
  name: string,
  base: XmlElement | undefined,
  over: readonly (readonly [name: string, value: Attributes[string], none: Attributes[string]])[],
): string {
  const attributes = new Map<string, Attributes[string]>(base?.attributes);
  for (const [each, value, none] of over) {
    if (value === none) attributes.delete(each);
    else if (value !== undefined) attributes.set(each, value);
  }
  return attributes.size === 0 ? "" : element(name, Object.fromEntries(attributes));
}
