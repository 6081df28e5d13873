import type { SheetModel } from "../../model/model";
import { addDrawing, patchDrawing } from "../drawing/drawing-xml";
import type { OpenedSheet } from "../open-workbook";
import type { Saving } from "../save-workbook";
import { appendInside, child, childrenOf, descend, grafted, setAttribute } from "../xml/xml";
import { partText, readRelationships } from "../zip/package-parts";
import { columnsXml, describedColumns } from "./columns";
import type { ColumnStyles } from "./columns";
import { patchConditionalFormats } from "./conditional-formats";
import { fittingXml, paneXml, tabColorXml, viewsXml, WHOLE_ELEMENTS } from "./frame";
import { changedFacets, changedObjects, chartText } from "./sheet-facets";
import type { WholeFacet } from "./sheet-facets";
import type { SheetFrame } from "./sheet-frame";
import { addTables } from "./tables";

/** Writes what is no longer as it was into the frame of a sheet of the file. */
export function patchFrame(
  sheet: SheetModel,
  opened: OpenedSheet,
  frame: SheetFrame,
  styleOf: ColumnStyles,
  saving: Saving,
): void {
  const part = sheet.part!;
  const { base, editor } = saving;
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
  if (changed.has("columns"))
    frame.replace("cols", columnsXml(sheet, base.digitPixels, styleOf, describedColumns(frame.root)));
  if (changed.has("properties")) patchProperties(sheet, frame);
  if (changed.has("view")) patchView(sheet, frame);
  const { conditionalFormats } = opened.facets;
  const rules = changedObjects(conditionalFormats, sheet.conditionalFormats);
  patchConditionalFormats(frame, conditionalFormats.keys(), rules, saving.book);
  patchTables(sheet, opened, frame, saving);
  patchCharts(sheet, opened, frame, saving);
}

/** Tab colour and fitting to pages; the rest of `sheetPr` stays. */
function patchProperties(sheet: SheetModel, frame: SheetFrame): void {
  const properties = child(frame.root, "sheetPr");
  if (!properties) {
    frame.replace("sheetPr", `<sheetPr>${tabColorXml(sheet)}${fittingXml(sheet)}</sheetPr>`);
    return;
  }
  const outline = child(properties, "outlinePr");
  const inside =
    grafted(tabColorXml(sheet), properties) +
    (outline ? frame.xmlOf(outline) : "") +
    grafted(fittingXml(sheet), properties);
  if (properties.selfClosing) frame.edit(appendInside(frame.text, properties, inside));
  else frame.edit({ start: properties.innerStart, end: properties.innerEnd, text: inside });
}

/** Gridlines, headings and frozen panes; zoom and what else the view says stay. */
function patchView(sheet: SheetModel, frame: SheetFrame): void {
  const view = descend(frame.root, "sheetViews", "sheetView");
  if (!view) {
    frame.replace("sheetViews", viewsXml(sheet, false));
    return;
  }
  frame.edit(setAttribute(frame.text, view, "showGridLines", sheet.showGridlines ? null : "0"));
  frame.edit(setAttribute(frame.text, view, "showRowColHeaders", sheet.showHeadings ? null : "0"));
  const kept = view.children.filter((each) => each.name !== "pane" && each.name !== "selection");
  const inside = grafted(paneXml(sheet), view) + kept.map((each) => frame.xmlOf(each)).join("");
  if (view.selfClosing) {
    if (inside !== "") frame.edit(appendInside(frame.text, view, inside));
  } else frame.edit({ start: view.innerStart, end: view.innerEnd, text: inside });
}

function patchTables(sheet: SheetModel, opened: OpenedSheet, frame: SheetFrame, saving: Saving): void {
  const { added, removed } = changedObjects(opened.facets.tables, sheet.tables);
  if (added.length === 0 && removed.size === 0) return;
  const part = sheet.part!;
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

function patchCharts(sheet: SheetModel, opened: OpenedSheet, frame: SheetFrame, saving: Saving): void {
  const { base } = saving;
  const { added, removed } = changedObjects(opened.facets.charts, sheet.charts, chartText);
  if (added.length === 0 && removed.size === 0) return;
  const part = sheet.part!;
  const id = child(frame.root, "drawing")?.attributes.get("r:id");
  const drawing = readRelationships(base.entries, part).find((each) => each.id === id)?.target;
  const source = drawing === undefined ? null : partText(base.entries, drawing);
  if (drawing === undefined || source === null) {
    frame.insert("drawing", addDrawing(sheet, added, part, saving));
    return;
  }
  const removedIds = new Set([...removed].map((chart) => opened.charts.get(chart) ?? ""));
  patchDrawing(source, drawing, sheet, { added, removedIds }, saving);
}

/** Marks a sheet's tab as selected or not. */
export function selectTab(frame: SheetFrame, selected: boolean): void {
  const views = childrenOf(child(frame.root, "sheetViews"), "sheetView");
  for (const [index, view] of views.entries()) {
    frame.edit(setAttribute(frame.text, view, "tabSelected", selected && index === 0 ? "1" : null));
  }
}
