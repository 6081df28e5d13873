import { cellAddress } from "../../ledger/cell";
import type { SheetModel } from "../model";
import type { BuiltSheet } from "./build-frames";
import { columnsXml, describedColumns } from "./columns-xml";
import type { ColumnStyles } from "./columns-xml";
import { addDrawing, addTables, adoptDifferentialFormats, adoptHyperlinks, patchDrawing } from "./graft";
import type { Graft } from "./graft";
import type { OpenedSheet, OpenedWorkbook } from "./open-workbook";
import { partText, readRelationships } from "./package-parts";
import { parseAreas } from "./references";
import { changedFacets, changedObjects, chartText, WHOLE_FACETS } from "./sheet-facets";
import type { WholeFacet } from "./sheet-facets";
import type { SheetFrame } from "./sheet-frame";
import { appendInside, child, childrenOf, descend, setAttribute } from "./xml";

/** The part of a changed sheet that excelize has to build: its facets as they are now, but only those objects that are new. */
export function additions(sheet: SheetModel, before: OpenedSheet): SheetModel {
  const { facets } = before;
  return {
    ...sheet,
    conditionalFormats: changedObjects(facets.conditionalFormats, sheet.conditionalFormats).added,
    tables: changedObjects(facets.tables, sheet.tables).added,
    charts: [],
  };
}

/** Writes what is no longer as it was into the frame of a sheet of the file. */
export function patchFrame(
  sheet: SheetModel,
  base: OpenedWorkbook,
  frame: SheetFrame,
  built: BuiltSheet,
  styleOf: ColumnStyles,
  graft: Graft,
): void {
  const part = sheet.part!;
  const opened = base.sheets.get(part)!;
  const changed = changedFacets(opened.facets, sheet);
  adoptDifferentialFormats(built, graft);
  if (changed.has("hyperlinks")) adoptHyperlinks(built, part, graft);
  const source = built.frame.settled();
  for (const facet of Object.keys(WHOLE_FACETS) as WholeFacet[]) {
    if (!changed.has(facet)) continue;
    for (const name of WHOLE_FACETS[facet]) {
      const element = child(source.root, name);
      frame.replace(name, element ? source.xmlOf(element) : "");
    }
  }
  if (changed.has("columns"))
    frame.replace("cols", columnsXml(sheet, base.digitPixels, styleOf, describedColumns(frame.root)));
  if (changed.has("properties")) patchProperties(sheet, frame, source);
  if (changed.has("view")) patchView(sheet, frame, source);
  patchConditionalFormats(sheet, opened, frame, source);
  patchTables(sheet, opened, base, frame, built, graft);
  patchCharts(sheet, opened, base, frame, graft);
}

/** Tab colour and fitting to pages; the rest of `sheetPr` stays. */
function patchProperties(sheet: SheetModel, frame: SheetFrame, source: SheetFrame): void {
  const properties = child(frame.root, "sheetPr");
  const built = child(source.root, "sheetPr");
  if (!properties) {
    if (built) frame.replace("sheetPr", source.xmlOf(built));
    return;
  }
  const p = frame.prefix;
  const outline = child(properties, "outlinePr");
  const inside =
    (sheet.tabColor === "" ? "" : `<${p}tabColor rgb="FF${sheet.tabColor.replace("#", "")}"/>`) +
    (outline ? frame.xmlOf(outline) : "") +
    (sheet.page.fitWide === null && sheet.page.fitTall === null ? "" : `<${p}pageSetUpPr fitToPage="1"/>`);
  if (properties.selfClosing) frame.edit(appendInside(frame.text, properties, inside));
  else frame.edit({ start: properties.innerStart, end: properties.innerEnd, text: inside });
}

/** Gridlines, headings and frozen panes; zoom and what else the view says stay. */
function patchView(sheet: SheetModel, frame: SheetFrame, source: SheetFrame): void {
  const view = descend(frame.root, "sheetViews", "sheetView");
  const built = child(source.root, "sheetViews");
  if (!view) {
    if (built) frame.replace("sheetViews", source.xmlOf(built));
    return;
  }
  frame.edit(setAttribute(frame.text, view, "showGridLines", sheet.showGridlines ? null : "0"));
  frame.edit(setAttribute(frame.text, view, "showRowColHeaders", sheet.showHeadings ? null : "0"));
  const kept = view.children.filter((each) => each.name !== "pane" && each.name !== "selection");
  const inside = paneXml(sheet, frame.prefix) + kept.map((each) => frame.xmlOf(each)).join("");
  if (view.selfClosing) {
    if (inside !== "") frame.edit(appendInside(frame.text, view, inside));
  } else frame.edit({ start: view.innerStart, end: view.innerEnd, text: inside });
}

function paneXml(sheet: SheetModel, prefix: string): string {
  const { frozenRows, frozenColumns } = sheet;
  if (frozenRows === 0 && frozenColumns === 0) return "";
  const active = frozenRows === 0 ? "topRight" : frozenColumns === 0 ? "bottomLeft" : "bottomRight";
  return (
    `<${prefix}pane` +
    (frozenColumns === 0 ? "" : ` xSplit="${frozenColumns}"`) +
    (frozenRows === 0 ? "" : ` ySplit="${frozenRows}"`) +
    ` topLeftCell="${cellAddress(frozenRows, frozenColumns)}" activePane="${active}" state="frozen"/>`
  );
}

/** Takes rules that are gone out of the part and adds new ones; kinds of rule this program cannot write stay as they are. */
function patchConditionalFormats(sheet: SheetModel, opened: OpenedSheet, frame: SheetFrame, source: SheetFrame): void {
  const { added, removed } = changedObjects(opened.facets.conditionalFormats, sheet.conditionalFormats);
  if (removed.size > 0) {
    // Ids were given rule by rule and area by area, so walking the rules again finds them.
    const ids = opened.facets.conditionalFormats.keys();
    for (const element of childrenOf(frame.root, "conditionalFormatting")) {
      const areas = parseAreas(element.attributes.get("sqref") ?? "").length;
      const rules = childrenOf(element, "cfRule");
      const gone = rules.filter(() => {
        const own = Array.from({ length: areas }, () => ids.next().value ?? "");
        return own.some((id) => removed.has(id));
      });
      const cut = gone.length === rules.length ? [element] : gone;
      for (const each of cut) frame.edit({ start: each.start, end: each.end, text: "" });
    }
  }
  if (added.length === 0) return;
  for (const element of childrenOf(source.root, "conditionalFormatting")) {
    frame.insert("conditionalFormatting", source.xmlOf(element));
  }
}

function patchTables(
  sheet: SheetModel,
  opened: OpenedSheet,
  base: OpenedWorkbook,
  frame: SheetFrame,
  built: BuiltSheet,
  graft: Graft,
): void {
  const { added, removed } = changedObjects(opened.facets.tables, sheet.tables);
  if (added.length === 0 && removed.size === 0) return;
  const part = sheet.part!;
  const relationships = readRelationships(base.entries, part).filter((each) => each.kind === "table");
  // Tables were read in the order of the relationships.
  const idsBefore = [...opened.facets.tables.keys()];
  const gone = new Set(relationships.filter((_, index) => removed.has(idsBefore[index] ?? "")).map((each) => each.id));
  for (const id of gone) graft.editor.unrelate(part, id);
  const references = childrenOf(child(frame.root, "tableParts"), "tablePart")
    .map((each) => each.attributes.get("r:id") ?? "")
    .filter((id) => !gone.has(id));
  const kept = references.map((id) => `<tablePart r:id="${id}"/>`).join("");
  const inside = kept + addTables(added, built, part, graft);
  const count = references.length + added.length;
  frame.replace("tableParts", count === 0 ? "" : `<tableParts count="${count}">${inside}</tableParts>`);
}

function patchCharts(
  sheet: SheetModel,
  opened: OpenedSheet,
  base: OpenedWorkbook,
  frame: SheetFrame,
  graft: Graft,
): void {
  const { added, removed } = changedObjects(opened.facets.charts, sheet.charts, chartText);
  if (added.length === 0 && removed.size === 0) return;
  const part = sheet.part!;
  const id = child(frame.root, "drawing")?.attributes.get("r:id");
  const drawing = readRelationships(base.entries, part).find((each) => each.id === id)?.target;
  const source = drawing === undefined ? null : partText(base.entries, drawing);
  if (drawing === undefined || source === null) {
    frame.insert("drawing", `<drawing r:id="${addDrawing(sheet, added, part, graft)}"/>`);
    return;
  }
  const removedIds = new Set([...removed].map((chart) => opened.charts.get(chart) ?? ""));
  patchDrawing(source, drawing, sheet, { added, removedIds }, graft);
}
