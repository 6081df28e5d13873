import { areaAddress } from "../../../cells/cell";
import type { ConditionalFormatModel } from "../../model/model";
import { argb } from "../styles/colors";
import type { Colors } from "../styles/colors";
import type { FileStyles } from "../styles/read-styles";
import type { StyleBook } from "../styles/style-book";
import { formulaFromFile, formulaToFile } from "../workbook/formula-text";
import { parseAreas } from "../workbook/references";
import { child, childrenOf, escapeText, flag, number, setAttribute } from "../xml/xml";
import type { XmlElement } from "../xml/xml";
import type { SheetFrame } from "./sheet-frame";

/*
 * Conditional formats (ECMA-376-1 §18.3.1.18). Only formulas can be written; rules of other kinds are known and kept.
 */

const TYPES: Readonly<Record<string, string>> = {
  expression: "Custom",
  cellIs: "CellValue",
  colorScale: "ColorScale",
  dataBar: "DataBar",
  iconSet: "IconSet",
  top10: "TopBottom",
  containsText: "ContainsText",
};

/** What reading conditional formats needs to know of the file. */
export interface ConditionalContext {
  readonly styles: FileStyles;
  readonly colors: Colors;
  readonly newId: () => string;
}

/** The conditional formats of a sheet part, one a rule and area, in the file's order. */
export function readConditionalFormats(frame: XmlElement, context: ConditionalContext): ConditionalFormatModel[] {
  return childrenOf(frame, "conditionalFormatting").flatMap((element) => {
    const areas = parseAreas(element.attributes.get("sqref") ?? "");
    return childrenOf(element, "cfRule").flatMap((rule) => {
      const type = rule.attributes.get("type") ?? "expression";
      const formula = child(rule, "formula")?.text;
      const look = context.styles.differential[number(rule, "dxfId") ?? -1];
      return areas.map((area) => ({
        id: context.newId(),
        area,
        type: TYPES[type] ?? "PresetCriteria",
        formula: formula === undefined ? null : formulaFromFile(formula),
        fontColor: look?.fontColor ?? null,
        fill: look?.fill ?? null,
        stopIfTrue: flag(rule, "stopIfTrue"),
      }));
    });
  });
}

/** `<conditionalFormatting>` elements, the first of which goes before the others. */
export function conditionalFormatXml(formats: readonly ConditionalFormatModel[], book: StyleBook): string[] {
  return formats
    .filter((format) => format.formula !== null)
    .map((format, index) => {
      const stop = format.stopIfTrue ? ' stopIfTrue="1"' : "";
      const rule =
        `<cfRule type="expression" dxfId="${book.differentialIndex(lookXml(format))}" priority="${index + 1}"${stop}>` +
        `<formula>${escapeText(formulaToFile(format.formula!))}</formula></cfRule>`;
      return `<conditionalFormatting sqref="${areaAddress(format.area)}">${rule}</conditionalFormatting>`;
    });
}

function lookXml({ fontColor, fill }: ConditionalFormatModel): string {
  const font = fontColor === null ? "" : `<font><color rgb="${argb(fontColor)}"/></font>`;
  // A differential fill that is solid has its colour as the background one.
  const background =
    fill === null ? "" : `<fill><patternFill patternType="solid"><bgColor rgb="${argb(fill)}"/></patternFill></fill>`;
  return `<dxf>${font}${background}</dxf>`;
}

/**
 * Takes rules that are gone out of a part and adds new ones before those that stay, as Excel does.
 * @param idsBefore ids of the rules as they were read
 */
export function patchConditionalFormats(
  frame: SheetFrame,
  idsBefore: Iterable<string>,
  { added, removed }: { readonly added: readonly ConditionalFormatModel[]; readonly removed: ReadonlySet<string> },
  book: StyleBook,
): void {
  const xml = conditionalFormatXml(added, book);
  if (removed.size === 0 && xml.length === 0) return;
  // Ids were given rule by rule and area by area, so walking the rules again finds them.
  const ids = idsBefore[Symbol.iterator]();
  for (const element of childrenOf(frame.root, "conditionalFormatting")) {
    const areas = parseAreas(element.attributes.get("sqref") ?? "").length;
    const rules = childrenOf(element, "cfRule");
    const gone = rules.filter(() => {
      const own = Array.from({ length: areas }, () => (ids.next().value as string | undefined) ?? "");
      return own.some((id) => removed.has(id));
    });
    const cut = gone.length === rules.length ? [element] : gone;
    for (const each of cut) frame.edit({ start: each.start, end: each.end, text: "" });
    if (xml.length === 0) continue;
    for (const rule of rules.filter((each) => !gone.includes(each))) {
      frame.edit(setAttribute(frame.text, rule, "priority", String((number(rule, "priority") ?? 1) + xml.length)));
    }
  }
  for (const each of xml) frame.insert("conditionalFormatting", each);
}
