import { parseArea } from "../address";
import { fileWidthToPoints } from "../column-width";
import type { ConditionalFormatModel, HyperlinkModel, PageLayoutModel, SheetModel, ValidationModel } from "../model";
import { MAX_COLUMNS, newSheetModel } from "../workbook";
import type { Colors } from "./colors";
import { formulaFromFile } from "./formula-text";
import type { Relationship } from "./package-parts";
import { parseAreas } from "./references";
import type { FileStyles } from "./read-styles";
import { StorageError } from "./storage-error";
import { child, childrenOf, descend, flag, number } from "./xml";
import type { XmlElement } from "./xml";

/** What reading a sheet's frame needs to know of the rest of the file. */
export interface FrameContext {
  readonly styles: FileStyles;
  readonly colors: Colors;
  /** Pixels of a digit of the file's default font. */
  readonly digitPixels: number;
  readonly relationships: readonly Relationship[];
  /** An id for an object of the sheet, different from all given before. */
  readonly newId: () => string;
}

const POINTS_PER_INCH = 72;

/** Paper by number (ST_PaperSize as `pageSetup` has it) in the words of Excel's API; others by "Paper<number>". */
const PAPER_SIZES: readonly (readonly [file: number, api: string])[] = [
  [1, "Letter"],
  [2, "LetterSmall"],
  [3, "Tabloid"],
  [4, "Ledger"],
  [5, "Legal"],
  [6, "Statement"],
  [7, "Executive"],
  [8, "A3"],
  [9, "A4"],
  [10, "A4Small"],
  [11, "A5"],
  [12, "B4"],
  [13, "B5"],
];

/** The paper's number in a file; A4 for a word it does not know. */
export function paperNumber(word: string): number {
  return (
    PAPER_SIZES.find(([, api]) => api.toLowerCase() === word.toLowerCase())?.[0] ??
    (Number(word.replace(/^Paper/, "")) || 9)
  );
}

/** Everything a sheet part says besides its cells, as a model without cells. */
export function readFrame(frame: XmlElement, name: string, id: string, context: FrameContext): SheetModel {
  const sheet = newSheetModel(name, id);
  const properties = child(frame, "sheetPr");
  sheet.tabColor = context.colors.of(child(properties, "tabColor")) ?? "";
  const view = descend(frame, "sheetViews", "sheetView");
  sheet.showGridlines = flag(view, "showGridLines", true);
  sheet.showHeadings = flag(view, "showRowColHeaders", true);
  const pane = child(view, "pane");
  if (pane && (pane.attributes.get("state") ?? "split").startsWith("frozen")) {
    sheet.frozenRows = number(pane, "ySplit") ?? 0;
    sheet.frozenColumns = number(pane, "xSplit") ?? 0;
  }
  readColumns(frame, sheet, context.digitPixels);
  sheet.protected = flag(child(frame, "sheetProtection"), "sheet");
  sheet.merged = childrenOf(child(frame, "mergeCells"), "mergeCell")
    .map((each) => parseArea(each.attributes.get("ref") ?? ""))
    .filter((area) => area !== null);
  const filter = child(frame, "autoFilter");
  const filterArea = parseArea(filter?.attributes.get("ref") ?? "");
  if (filter && filterArea) {
    const filtered = childrenOf(filter, "filterColumn").length > 0 || flag(properties, "filterMode");
    sheet.autoFilter = { area: filterArea, filtered };
  }
  sheet.conditionalFormats = childrenOf(frame, "conditionalFormatting").flatMap((each) =>
    readConditional(each, context),
  );
  sheet.validations = childrenOf(child(frame, "dataValidations"), "dataValidation").flatMap(readValidation);
  const targets = new Map(context.relationships.map(({ id, target }) => [id, target]));
  sheet.hyperlinks = childrenOf(child(frame, "hyperlinks"), "hyperlink").flatMap((each) =>
    readHyperlink(each, targets),
  );
  readPage(frame, sheet.page);
  return sheet;
}

function readColumns(frame: XmlElement, sheet: SheetModel, digitPixels: number): void {
  const format = child(frame, "sheetFormatPr");
  const width = number(format, "defaultColWidth");
  if (width !== null) sheet.defaultColumnWidth = fileWidthToPoints(width, digitPixels);
  else {
    const pixels = (number(format, "baseColWidth") ?? 8) * digitPixels + 5;
    // Without a stated width Excel rounds the default up to a multiple of 8 pixels.
    sheet.defaultColumnWidth = Math.ceil(pixels / 8) * 8 * 0.75;
  }
  sheet.defaultRowHeight = number(format, "defaultRowHeight") ?? sheet.defaultRowHeight;
  let said = 0;
  for (const each of childrenOf(child(frame, "cols"), "col")) {
    const first = Math.max(0, (number(each, "min") ?? 1) - 1);
    const last = Math.min(number(each, "max") ?? first + 1, MAX_COLUMNS) - 1;
    said += Math.max(0, last - first + 1);
    // Each column is said once in a file of Excel's; a few that overlap are no harm.
    if (said > 4 * MAX_COLUMNS) throw new StorageError("too-large", "columns said over and over");
    const points = number(each, "width");
    for (let column = first; column <= last; column++) {
      if (points !== null) sheet.columnWidths.set(column, fileWidthToPoints(points, digitPixels));
      if (flag(each, "hidden")) sheet.hiddenColumns.add(column);
    }
  }
}

function readConditional(element: XmlElement, context: FrameContext): ConditionalFormatModel[] {
  const areas = parseAreas(element.attributes.get("sqref") ?? "");
  return childrenOf(element, "cfRule").flatMap((rule) => {
    const type = rule.attributes.get("type") ?? "expression";
    const formula = child(rule, "formula")?.text;
    const look = context.styles.differential[number(rule, "dxfId") ?? -1];
    return areas.map((area) => ({
      id: context.newId(),
      area,
      type: CONDITIONAL_TYPES[type] ?? "PresetCriteria",
      formula: formula === undefined ? null : formulaFromFile(formula),
      fontColor: look?.fontColor ?? null,
      fill: look?.fill ?? null,
      stopIfTrue: flag(rule, "stopIfTrue"),
    }));
  });
}

const CONDITIONAL_TYPES: Readonly<Record<string, string>> = {
  expression: "Custom",
  cellIs: "CellValue",
  colorScale: "ColorScale",
  dataBar: "DataBar",
  iconSet: "IconSet",
  top10: "TopBottom",
  containsText: "ContainsText",
};

/** Kinds of validation: the format's word and the member of Excel's DataValidationRule. */
export const VALIDATION_KINDS: readonly (readonly [file: string, api: string])[] = [
  ["whole", "wholeNumber"],
  ["decimal", "decimal"],
  ["date", "date"],
  ["time", "time"],
  ["textLength", "textLength"],
];

/** Operators of validations: the format's word and Excel's. */
export const VALIDATION_OPERATORS: readonly (readonly [file: string, api: string])[] = [
  ["between", "Between"],
  ["notBetween", "NotBetween"],
  ["equal", "EqualTo"],
  ["notEqual", "NotEqualTo"],
  ["greaterThan", "GreaterThan"],
  ["lessThan", "LessThan"],
  ["greaterThanOrEqual", "GreaterThanOrEqualTo"],
  ["lessThanOrEqual", "LessThanOrEqualTo"],
];

function readValidation(element: XmlElement): ValidationModel[] {
  const type = element.attributes.get("type") ?? "none";
  const formula1 = child(element, "formula1")?.text ?? "";
  const formula2 = child(element, "formula2")?.text;
  let rule: Record<string, unknown> = {};
  if (type === "list") {
    const literal = /^"([^]*)"$/.exec(formula1);
    const source = literal ? literal[1]!.replaceAll('""', '"') : formulaFromFile(formula1);
    // The format's showDropDown hides the arrow.
    rule = { list: { inCellDropDown: !flag(element, "showDropDown"), source } };
  } else if (type === "custom") rule = { custom: { formula: formulaFromFile(formula1) } };
  else {
    const kind = VALIDATION_KINDS.find(([file]) => file === type)?.[1];
    const word = element.attributes.get("operator") ?? "between";
    const operator = VALIDATION_OPERATORS.find(([file]) => file === word)?.[1] ?? "Between";
    if (kind !== undefined) {
      rule = {
        [kind]: {
          formula1: operand(formula1),
          ...(formula2 === undefined ? {} : { formula2: operand(formula2) }),
          operator,
        },
      };
    }
  }
  const style = element.attributes.get("errorStyle") ?? "stop";
  const common = {
    rule,
    errorAlert: {
      showAlert: flag(element, "showErrorMessage"),
      style: `${style.charAt(0).toUpperCase()}${style.slice(1)}`,
      title: element.attributes.get("errorTitle") ?? "",
      message: element.attributes.get("error") ?? "",
    },
    prompt: {
      showPrompt: flag(element, "showInputMessage"),
      title: element.attributes.get("promptTitle") ?? "",
      message: element.attributes.get("prompt") ?? "",
    },
    ignoreBlanks: flag(element, "allowBlank"),
  };
  return parseAreas(element.attributes.get("sqref") ?? "").map((area) => ({ area, ...common }));
}

function operand(formula: string): string | number {
  const value = Number(formula);
  return formula.trim() !== "" && Number.isFinite(value) ? value : formulaFromFile(formula);
}

function readHyperlink(element: XmlElement, targets: ReadonlyMap<string, string>): HyperlinkModel[] {
  const area = parseArea(element.attributes.get("ref") ?? "");
  if (!area) return [];
  const id = element.attributes.get("r:id");
  return [
    {
      row: area.row,
      column: area.column,
      address: targets.get(id ?? "") ?? null,
      documentReference: element.attributes.get("location") ?? null,
      screenTip: element.attributes.get("tooltip") ?? null,
    },
  ];
}

function readPage(frame: XmlElement, page: PageLayoutModel): void {
  const options = child(frame, "printOptions");
  page.centerHorizontally = flag(options, "horizontalCentered");
  page.centerVertically = flag(options, "verticalCentered");
  page.printGridlines = flag(options, "gridLines");
  const margins = child(frame, "pageMargins");
  const inches = (name: string, fallback: number): number => {
    const points = (number(margins, name) ?? fallback) * POINTS_PER_INCH;
    return Math.round(points * 1000) / 1000;
  };
  page.topMargin = inches("top", 0.75);
  page.bottomMargin = inches("bottom", 0.75);
  page.leftMargin = inches("left", 0.7);
  page.rightMargin = inches("right", 0.7);
  page.headerMargin = inches("header", 0.3);
  page.footerMargin = inches("footer", 0.3);
  const setup = child(frame, "pageSetup");
  page.orientation = setup?.attributes.get("orientation") === "landscape" ? "Landscape" : "Portrait";
  const paper = number(setup, "paperSize") ?? 1;
  page.paperSize = PAPER_SIZES.find(([file]) => file === paper)?.[1] ?? `Paper${paper}`;
  if (flag(descend(frame, "sheetPr", "pageSetUpPr"), "fitToPage")) {
    // 0 means as many pages as needed.
    page.fitWide = (number(setup, "fitToWidth") ?? 1) || null;
    page.fitTall = (number(setup, "fitToHeight") ?? 1) || null;
  } else page.scale = number(setup, "scale");
  page.firstPageNumber = flag(setup, "useFirstPageNumber") ? number(setup, "firstPageNumber") : null;
  page.blackAndWhite = flag(setup, "blackAndWhite");
  const header = splitHeaderFooter(descend(frame, "headerFooter", "oddHeader")?.text ?? "");
  const footer = splitHeaderFooter(descend(frame, "headerFooter", "oddFooter")?.text ?? "");
  [page.headerLeft, page.headerCenter, page.headerRight] = header;
  [page.footerLeft, page.footerCenter, page.footerRight] = footer;
  page.rowBreaks = readBreaks(child(frame, "rowBreaks"));
  page.columnBreaks = readBreaks(child(frame, "colBreaks"));
}

function readBreaks(breaks: XmlElement | undefined): number[] {
  return childrenOf(breaks, "brk")
    .filter((each) => flag(each, "man"))
    .map((each) => number(each, "id") ?? 0)
    .filter((id) => id > 0);
}

/** Left, centre and right section of a header or footer ("&L…&C…&R…"; without a code it is the centre). */
function splitHeaderFooter(text: string): [string, string, string] {
  const sections: [string, string, string] = ["", "", ""];
  let section: 0 | 1 | 2 = 1;
  // Codes are taken whole, so that the "&&" of a written ampersand does not hide the letter behind it.
  for (const [piece] of text.matchAll(/&[^]|[^&]+|&$/g)) {
    if (piece === "&L") section = 0;
    else if (piece === "&C") section = 1;
    else if (piece === "&R") section = 2;
    else sections[section] += piece;
  }
  return sections;
}
