import { areaAddress } from "../../../cells/cell";
import type { ConditionalFormatModel, SheetModel } from "../../model/model";
import type { OpenedSheet } from "../open-workbook";
import { argb } from "../styles/colors";
import type { Colors } from "../styles/colors";
import type { FileStyles } from "../styles/read-styles";
import type { StyleBook } from "../styles/style-book";
import { formulaFromFile, formulaToFile } from "../workbook/formula-text";
import { parseAreas } from "../workbook/references";
import { around, element, escapeText } from "../xml/write-xml";
import { child, childrenOf, flag, number } from "../xml/xml";
import type { XmlElement } from "../xml/xml";
import { changedObjects } from "./sheet-facets";
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

/** Takes rules that are gone out of a part and adds new ones before those that stay, as Excel does. */
export function writeConditionalFormats(
  { conditionalFormats }: SheetModel,
  { facets }: OpenedSheet,
  frame: SheetFrame,
  book: StyleBook,
): void {
  const { added, removed } = changedObjects(facets.conditionalFormats, conditionalFormats);
  const written = added.filter((format) => format.formula !== null);
  if (removed.size === 0 && written.length === 0) return;
  // Ids were given rule by rule and area by area, so walking the rules again finds them.
  const ids = facets.conditionalFormats.keys();
  for (const formatting of childrenOf(frame.root, "conditionalFormatting")) {
    const areas = parseAreas(formatting.attributes.get("sqref") ?? "");
    const rules = childrenOf(formatting, "cfRule");
    const gone = rules.filter(() => areas.map(() => ids.next().value ?? "").some((id) => removed.has(id)));
    for (const each of gone.length === rules.length ? [formatting] : gone) frame.remove(each);
    if (written.length === 0 || gone.length === rules.length) continue;
    for (const rule of rules.filter((each) => !gone.includes(each))) {
      frame.set(rule, "priority", (number(rule, "priority") ?? 1) + written.length);
    }
  }
  for (const [index, format] of written.entries()) {
    frame.insert("conditionalFormatting", formatXml(format, index + 1, book));
  }
}

function formatXml(
  { area, formula, fontColor, fill, stopIfTrue }: ConditionalFormatModel,
  priority: number,
  book: StyleBook,
): string {
  const colored = (name: string, color: string): string => element(name, { rgb: argb(color) });
  const font = fontColor === null ? "" : element("font", {}, colored("color", fontColor));
  // A differential fill that is solid has its colour as the background one.
  const pattern = fill === null ? "" : element("patternFill", { patternType: "solid" }, colored("bgColor", fill));
  const dxfId = book.differentialIndex(element("dxf", {}, font + around("fill", {}, pattern)));
  const rule = element(
    "cfRule",
    { type: "expression", dxfId, priority, stopIfTrue },
    element("formula", {}, escapeText(formulaToFile(formula!))),
  );
  return element("conditionalFormatting", { sqref: areaAddress(area) }, rule);
}
