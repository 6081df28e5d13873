import { areaAddress, cellAddress } from "../../../cells/cell";
import { parseArea } from "../../model/address";
import { pointsToFileWidth } from "../../model/column-width";
import type { SheetModel } from "../../model/model";
import { newSheetModel, usedArea } from "../../model/workbook";
import { argb } from "../styles/colors";
import type { StyleBook } from "../styles/style-book";
import { child, childrenOf, descend, flag, number } from "../xml/xml";
import type { XmlElement } from "../xml/xml";
import type { PackageEditor } from "../zip/package-editor";
import type { Relationship } from "../zip/package-parts";
import { readColumns } from "./columns";
import { conditionalFormatXml, readConditionalFormats } from "./conditional-formats";
import type { ConditionalContext } from "./conditional-formats";
import { hyperlinksXml, readHyperlinks } from "./hyperlinks";
import { isFitted, PAGE_ELEMENTS, pageXml, readPage } from "./page";
import { readValidations, validationsXml } from "./validations";
import { MAIN, RELATIONSHIPS, XML_HEAD } from "../xml/namespaces";

/*
 * What a sheet part says besides its cells, columns, drawing and tables.
 */

/** What reading a sheet's frame needs to know of the rest of the file. */
export interface FrameContext extends ConditionalContext {
  /** Pixels of a digit of the file's default font. */
  readonly digitPixels: number;
  readonly relationships: readonly Relationship[];
}

/** Everything a sheet part says besides its cells, tables and charts, as a model without cells. */
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
  sheet.conditionalFormats = readConditionalFormats(frame, context);
  sheet.validations = readValidations(frame);
  sheet.hyperlinks = readHyperlinks(frame, context.relationships);
  readPage(frame, sheet.page);
  return sheet;
}

/** `<tabColor>` among a sheet's properties; "" where it has none. */
export function tabColorXml({ tabColor }: SheetModel): string {
  return tabColor === "" ? "" : `<tabColor rgb="${argb(tabColor)}"/>`;
}

/** `<pageSetUpPr>` among a sheet's properties; "" where its pages are not fitted. */
export function fittingXml({ page }: SheetModel): string {
  return isFitted(page) ? '<pageSetUpPr fitToPage="1"/>' : "";
}

/** `<pane>` of a sheet view; "" where nothing is frozen. */
export function paneXml({ frozenRows, frozenColumns }: SheetModel): string {
  if (frozenRows === 0 && frozenColumns === 0) return "";
  const active = frozenRows === 0 ? "topRight" : frozenColumns === 0 ? "bottomLeft" : "bottomRight";
  return (
    "<pane" +
    (frozenColumns === 0 ? "" : ` xSplit="${frozenColumns}"`) +
    (frozenRows === 0 ? "" : ` ySplit="${frozenRows}"`) +
    ` topLeftCell="${cellAddress(frozenRows, frozenColumns)}" activePane="${active}" state="frozen"/>`
  );
}

/** `<sheetViews>` of a sheet that has no view yet. @param selected whether its tab is */
export function viewsXml(sheet: SheetModel, selected: boolean): string {
  const attributes =
    (selected ? ' tabSelected="1"' : "") +
    (sheet.showGridlines ? "" : ' showGridLines="0"') +
    (sheet.showHeadings ? "" : ' showRowColHeaders="0"');
  const view = `<sheetView${attributes} workbookViewId="0"`;
  const pane = paneXml(sheet);
  return `<sheetViews>${pane === "" ? `${view}/>` : `${view}>${pane}</sheetView>`}</sheetViews>`;
}

/** Elements that are written as a whole: name by name, "" for one that has nothing to say. */
export type WholeElements = Readonly<Record<string, string>>;

/** Elements of a sheet that are replaced as a whole, by what they are about; see `WHOLE_FACETS`. */
export const WHOLE_ELEMENTS = {
  /** Excel's own choice when a sheet is protected without options: cells can be selected, nothing else. */
  protection: (sheet: SheetModel): WholeElements => ({
    sheetProtection: sheet.protected ? '<sheetProtection sheet="1" objects="1" scenarios="1"/>' : "",
  }),
  autoFilter: ({ autoFilter }: SheetModel): WholeElements => ({
    autoFilter: autoFilter ? `<autoFilter ref="${areaAddress(autoFilter.area)}"/>` : "",
  }),
  merged: ({ merged }: SheetModel): WholeElements => ({
    mergeCells:
      merged.length === 0
        ? ""
        : `<mergeCells count="${merged.length}">${merged.map((area) => `<mergeCell ref="${areaAddress(area)}"/>`).join("")}</mergeCells>`,
  }),
  validations: (sheet: SheetModel): WholeElements => ({ dataValidations: validationsXml(sheet) }),
  hyperlinks: (sheet: SheetModel, part: string, editor: PackageEditor): WholeElements => ({
    hyperlinks: hyperlinksXml(sheet, part, editor),
  }),
  printing: ({ page }: SheetModel): WholeElements => pageXml(page),
} as const;

/** What a new sheet's part holds before and after its cells, columns and what refers to other parts left to the caller. */
export interface NewFrame {
  readonly sheet: SheetModel;
  readonly part: string;
  readonly editor: PackageEditor;
  readonly book: StyleBook;
  readonly digitPixels: number;
  /** Whether its tab is the selected one. */
  readonly selected: boolean;
  /** `<cols>`, or "". */
  readonly columns: string;
  /** `<drawing>`, or "". */
  readonly drawing: string;
  /** `<tableParts>`, or "". */
  readonly tables: string;
}

/** The text of a new sheet part before and after its `<sheetData>`. */
export function newFrame({ sheet, part, editor, book, digitPixels, selected, ...parts }: NewFrame): {
  head: string;
  tail: string;
} {
  const properties = tabColorXml(sheet) + fittingXml(sheet);
  const filtered = sheet.autoFilter?.filtered === true ? ' filterMode="1"' : "";
  const used = usedArea(sheet);
  const width = pointsToFileWidth(sheet.defaultColumnWidth, digitPixels);
  const head =
    (properties + filtered === "" ? "" : `<sheetPr${filtered}>${properties}</sheetPr>`) +
    `<dimension ref="${used ? areaAddress(used) : "A1"}"/>${viewsXml(sheet, selected)}` +
    `<sheetFormatPr defaultColWidth="${width}" defaultRowHeight="${sheet.defaultRowHeight}"/>${parts.columns}`;
  const whole = Object.assign(
    {},
    ...Object.values(WHOLE_ELEMENTS).map((elements) => elements(sheet, part, editor)),
  ) as WholeElements;
  const named = (...names: readonly string[]): string => names.map((name) => whole[name] ?? "").join("");
  const tail =
    named("sheetProtection", "autoFilter", "mergeCells") +
    conditionalFormatXml(sheet.conditionalFormats, book).join("") +
    named("dataValidations", "hyperlinks", ...PAGE_ELEMENTS) +
    parts.drawing +
    parts.tables;
  return { head: `${OPENING}${head}`, tail: `${tail}</worksheet>` };
}

const OPENING = `${XML_HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">`;
