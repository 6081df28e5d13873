import type { ChartModel, SheetModel, TableModel, WorkbookModel } from "../model";
import type { BuiltSheet } from "./build-frames";
import { chartXml } from "./chart-xml";
import { anchorsXml, drawingXml } from "./drawing-xml";
import type { PackageEditor } from "./package-editor";
import type { SheetFrame } from "./sheet-frame";
import type { StyleBook } from "./style-book";
import { allBelow, applyEdits, child, childrenOf, number, parseXml, setAttribute } from "./xml";
import type { TextEdit } from "./xml";

/*
 * Grafting: what was built apart from the user's package gets the numbers it has there (relationships, differential
 * formats, tables, parts).
 */

/** What grafting adds to. */
export interface Graft {
  readonly editor: PackageEditor;
  readonly book: StyleBook;
  readonly model: WorkbookModel;
  /** A table id that no table of the package has. */
  readonly nextTableId: () => number;
}

/** Renumbers the conditional formats of a built sheet after its differential formats were added to the style sheet. */
export function adoptDifferentialFormats(built: BuiltSheet, graft: Graft): void {
  const { frame } = built;
  for (const rule of allBelow(frame.root, "cfRule")) {
    const xml = built.differential[number(rule, "dxfId") ?? -1];
    if (xml === undefined) continue;
    frame.edit(setAttribute(frame.text, rule, "dxfId", String(graft.book.differentialIndex(xml))));
  }
}

/** Gives the sheet part the relationships of a built sheet's external links. */
export function adoptHyperlinks(built: BuiltSheet, part: string, graft: Graft): void {
  const { frame } = built;
  for (const link of allBelow(frame.root, "hyperlink")) {
    const found = built.relationships.find((each) => each.id === link.attributes.get("r:id"));
    if (!found) continue;
    const id = graft.editor.relate(part, { kind: "hyperlink", target: found.target, external: true });
    frame.edit(setAttribute(frame.text, link, "r:id", id));
  }
}

/**
 * Adds the parts of a built sheet's tables.
 * @param tables the tables, in the order in which they were built
 * @returns the `<tablePart>` elements that refer to them.
 */
export function addTables(tables: readonly TableModel[], built: BuiltSheet, part: string, graft: Graft): string {
  const references = childrenOf(child(built.frame.root, "tableParts"), "tablePart");
  return tables
    .map((table, index) => {
      const text = built.tables.get(references[index]?.attributes.get("r:id") ?? "") ?? "";
      const name = graft.editor.newPart("table");
      graft.editor.setGenerated(name, tableXml(text, table, graft.nextTableId()));
      return `<tablePart r:id="${graft.editor.relate(part, { kind: "table", target: name })}"/>`;
    })
    .join("");
}

/** A table part as excelize wrote it, with what it has no option for. */
function tableXml(source: string, table: TableModel, id: number): string {
  const root = parseXml(source);
  const edits: (TextEdit | null)[] = [setAttribute(source, root, "id", String(id))];
  const filter = child(root, "autoFilter");
  if (filter && !table.showFilterButton) edits.push({ start: filter.start, end: filter.end, text: "" });
  if (table.showTotals) {
    edits.push(setAttribute(source, root, "totalsRowCount", "1"));
    const range = filter?.attributes.get("ref");
    if (filter && range !== undefined && table.showFilterButton) {
      // The totals row is no part of what can be filtered.
      const shorter = range.replace(/\d+$/, (row) => String(Number(row) - 1));
      edits.push(setAttribute(source, filter, "ref", shorter));
    }
  }
  return applyEdits(
    source,
    edits.filter((edit) => edit !== null),
  );
}

/** Adds chart parts and a drawing for them; answers the id of the sheet's relationship to the drawing. */
export function addDrawing(sheet: SheetModel, charts: readonly ChartModel[], part: string, graft: Graft): string {
  const drawing = graft.editor.newPart("drawing");
  const ids = charts.map((chart) => addChart(chart, drawing, graft));
  graft.editor.setGenerated(drawing, drawingXml(sheet, charts, ids));
  return graft.editor.relate(part, { kind: "drawing", target: drawing });
}

/** Adds charts to a drawing of the file and takes others off it. `source` is the drawing's text. */
export function patchDrawing(
  source: string,
  drawing: string,
  sheet: SheetModel,
  changes: { readonly added: readonly ChartModel[]; readonly removedIds: ReadonlySet<string> },
  graft: Graft,
): void {
  const root = parseXml(source);
  const edits: TextEdit[] = [];
  let lastId = 1;
  for (const anchor of root.children) {
    for (const shape of allBelow(anchor, "xdr:cNvPr")) lastId = Math.max(lastId, number(shape, "id") ?? 0);
    const id = allBelow(anchor, "c:chart")[0]?.attributes.get("r:id");
    if (id === undefined || !changes.removedIds.has(id)) continue;
    edits.push({ start: anchor.start, end: anchor.end, text: "" });
    graft.editor.unrelate(drawing, id);
  }
  const ids = changes.added.map((chart) => addChart(chart, drawing, graft));
  const anchors = graft.editor.suited(anchorsXml(sheet, changes.added, ids, lastId + 1));
  edits.push({ start: root.innerEnd, end: root.innerEnd, text: anchors });
  graft.editor.setText(drawing, applyEdits(source, edits));
}

function addChart(chart: ChartModel, drawing: string, graft: Graft): string {
  const name = graft.editor.newPart("chart");
  graft.editor.setGenerated(name, chartXml(chart, graft.model));
  return graft.editor.relate(drawing, { kind: "chart", target: name });
}

/** Marks a sheet's tab as selected or not. */
export function selectTab(frame: SheetFrame, selected: boolean): void {
  const views = childrenOf(child(frame.root, "sheetViews"), "sheetView");
  for (const [index, view] of views.entries()) {
    frame.edit(setAttribute(frame.text, view, "tabSelected", selected && index === 0 ? "1" : null));
  }
}
