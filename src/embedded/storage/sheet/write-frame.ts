import { areaAddress, cellAddress } from "../../../cells/cell";
import { boundingArea, contains, parseArea } from "../../model/address";
import { pointsToFileWidth } from "../../model/column-width";
import type { SheetModel } from "../../model/model";
import { usedArea } from "../../model/workbook";
import { addDrawing, patchDrawing } from "../drawing/drawing-xml";
import type { OpenedSheet } from "../open-workbook";
import type { Saving } from "../save-workbook";
import { argb } from "../styles/colors";
import { MAIN, RELATIONSHIPS, XML_HEAD } from "../xml/namespaces";
import { around, element, list } from "../xml/write-xml";
import { child, childrenOf, descend, grafted } from "../xml/xml";
import type { PackageEditor } from "../zip/package-editor";
import { partText, readRelationships } from "../zip/package-parts";
import { columnsXml } from "./columns";
import type { ColumnStyles } from "./columns";
import { writeConditionalFormats } from "./conditional-formats";
import { hyperlinksXml } from "./hyperlinks";
import { isFitted, pageXml } from "./page";
import { changedFacets, changedObjects } from "./sheet-facets";
import type { WholeFacet } from "./sheet-facets";
import type { SheetFrame } from "./sheet-frame";
import { addTables } from "./tables";
import { validationsXml } from "./validations";

/*
 * What a sheet part says besides its cells. Only what is no longer as it was is written into a part of the file; a new sheet
 * starts with a part that says nothing.
 */

/** The part of a new sheet, with nothing in it. */
export function blankSheet({ defaultColumnWidth, defaultRowHeight }: SheetModel, digitPixels: number): string {
  const defaultColWidth = pointsToFileWidth(defaultColumnWidth, digitPixels);
  return (
    `${XML_HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><dimension ref="A1"/>` +
    `<sheetViews><sheetView workbookViewId="0"/></sheetViews>${element("sheetFormatPr", { defaultColWidth, defaultRowHeight })}` +
    "<sheetData/></worksheet>"
  );
}

/** Elements that are written as a whole: name by name, "" for one that has nothing to say. */
type WholeElements = Readonly<Record<string, string>>;

/** Elements of a sheet that are replaced as a whole, by what they are about. */
export const WHOLE_ELEMENTS = {
  /** Excel's own choice when a sheet is protected without options: cells can be selected, nothing else. */
  protection: (sheet: SheetModel): WholeElements => ({
    sheetProtection: sheet.protected ? '<sheetProtection sheet="1" objects="1" scenarios="1"/>' : "",
  }),
  autoFilter: ({ autoFilter }: SheetModel): WholeElements => ({
    autoFilter: autoFilter ? element("autoFilter", { ref: areaAddress(autoFilter.area) }) : "",
  }),
  merged: ({ merged }: SheetModel): WholeElements => ({
    mergeCells: list(
      "mergeCells",
      merged.map((area) => element("mergeCell", { ref: areaAddress(area) })),
    ),
  }),
  validations: (sheet: SheetModel): WholeElements => ({ dataValidations: validationsXml(sheet) }),
  hyperlinks: (sheet: SheetModel, part: string, editor: PackageEditor): WholeElements => ({
    hyperlinks: hyperlinksXml(sheet, part, editor),
  }),
  printing: ({ page }: SheetModel): WholeElements => pageXml(page),
} as const;

/** Writes what is no longer as it was into the frame of a sheet. */
export function writeFrame(
  sheet: SheetModel,
  part: string,
  opened: OpenedSheet,
  frame: SheetFrame,
  columns: ColumnStyles,
  saving: Saving,
): void {
  const { base, editor, book } = saving;
  const changed = changedFacets(opened.facets, sheet);
  if (changed.has("hyperlinks")) {
    for (const link of childrenOf(child(frame.root, "hyperlinks"), "hyperlink")) {
      const id = link.attributes.get("r:id");
      if (id !== undefined) editor.unrelate(part, id);
    }
  }
  for (const facet of Object.keys(WHOLE_ELEMENTS) as WholeFacet[]) {
    if (!changed.has(facet)) continue;
    for (const [name, xml] of Object.entries(WHOLE_ELEMENTS[facet](sheet, part, editor))) frame.replace(name, xml);
  }
  if (changed.has("columns")) frame.replace("cols", columnsXml(sheet, base.digitPixels, columns));
  if (changed.has("properties")) writeProperties(sheet, frame);
  if (changed.has("view")) writeView(sheet, frame);
  writeConditionalFormats(sheet, opened, frame, book);
  writeTables(sheet, part, opened, frame, saving);
  writeCharts(sheet, part, opened, frame, saving);
}

/** Tab colour and fitting to pages; the rest of `sheetPr` stays. */
function writeProperties({ tabColor, page, autoFilter }: SheetModel, frame: SheetFrame): void {
  const properties = child(frame.root, "sheetPr");
  const color = tabColor === "" ? "" : element("tabColor", { rgb: argb(tabColor) });
  const fitting = isFitted(page) ? '<pageSetUpPr fitToPage="1"/>' : "";
  if (properties) {
    const outline = child(properties, "outlinePr");
    const kept = outline ? frame.xmlOf(outline) : "";
    frame.fill(properties, grafted(color, properties) + kept + grafted(fitting, properties));
  } else if (autoFilter?.filtered === true) {
    frame.insert("sheetPr", element("sheetPr", { filterMode: true }, color + fitting));
  } else frame.insert("sheetPr", around("sheetPr", {}, color + fitting));
}

/** Gridlines, headings and frozen panes; zoom and what else the view says stay. */
function writeView({ showGridlines, showHeadings, frozenRows, frozenColumns }: SheetModel, frame: SheetFrame): void {
  const shown = { showGridLines: showGridlines ? null : "0", showRowColHeaders: showHeadings ? null : "0" };
  const isFrozen = frozenRows + frozenColumns > 0;
  const pane = element("pane", {
    xSplit: frozenColumns || null,
    ySplit: frozenRows || null,
    topLeftCell: cellAddress(frozenRows, frozenColumns),
    activePane: frozenRows === 0 ? "topRight" : frozenColumns === 0 ? "bottomLeft" : "bottomRight",
    state: "frozen",
  });
  const view = descend(frame.root, "sheetViews", "sheetView");
  if (!view) {
    const own = element("sheetView", { ...shown, workbookViewId: 0 }, isFrozen ? pane : "");
    frame.replace("sheetViews", element("sheetViews", {}, own));
    return;
  }
  for (const [name, value] of Object.entries(shown)) frame.set(view, name, value);
  const kept = view.children.filter((each) => each.name !== "pane" && each.name !== "selection");
  frame.fill(view, (isFrozen ? grafted(pane, view) : "") + kept.map((each) => frame.xmlOf(each)).join(""));
}

function writeTables(sheet: SheetModel, part: string, opened: OpenedSheet, frame: SheetFrame, saving: Saving): void {
  const { added, removed } = changedObjects(opened.facets.tables, sheet.tables);
  if (added.length === 0 && removed.size === 0) return;
  const relationships = readRelationships(saving.base.entries, part).filter((each) => each.kind === "table");
  // Tables were read in the order of the relationships.
  const idsBefore = [...opened.facets.tables.keys()];
  const gone = new Set(relationships.filter((_, index) => removed.has(idsBefore[index] ?? "")).map((each) => each.id));
  for (const id of gone) saving.editor.unrelate(part, id);
  const kept = childrenOf(child(frame.root, "tableParts"), "tablePart")
    .map((each) => each.attributes.get("r:id") ?? "")
    .filter((id) => !gone.has(id));
  frame.replace("tableParts", addTables(sheet, added, kept, part, saving));
}

function writeCharts(sheet: SheetModel, part: string, opened: OpenedSheet, frame: SheetFrame, saving: Saving): void {
  const { entries } = saving.base;
  const { added, removed } = changedObjects(opened.facets.charts, sheet.charts);
  if (added.length === 0 && removed.size === 0) return;
  const id = child(frame.root, "drawing")?.attributes.get("r:id");
  const drawing = readRelationships(entries, part).find((each) => each.id === id)?.target;
  const source = drawing === undefined ? null : partText(entries, drawing);
  if (drawing === undefined || source === null) {
    frame.insert("drawing", addDrawing(sheet, added, part, saving));
    return;
  }
  const removedIds = new Set([...removed].map((chart) => opened.charts.get(chart) ?? ""));
  patchDrawing(source, drawing, sheet, { added, removedIds }, saving);
}

/** Widens the area that a part says it has: cells beyond it are taken for lost by some readers. */
export function widenDimension(sheet: SheetModel, frame: SheetFrame): void {
  const said = parseArea(child(frame.root, "dimension")?.attributes.get("ref") ?? "");
  const used = usedArea(sheet);
  if (!said || !used || contains(said, used)) return;
  frame.replace("dimension", element("dimension", { ref: areaAddress(boundingArea(said, used)) }));
}

/** Marks a sheet's tab as selected or not. */
export function selectTab(frame: SheetFrame, selected: boolean): void {
  const views = childrenOf(child(frame.root, "sheetViews"), "sheetView");
  for (const [index, view] of views.entries()) frame.set(view, "tabSelected", selected && index === 0 ? "1" : null);
}
