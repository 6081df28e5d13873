import { columnWidth, rowHeight } from "../../model/geometry";
import type { ChartModel, SheetModel } from "../../model/model";
import { MAX_COLUMNS, MAX_ROWS } from "../../../cells/cell";
import type { Saving } from "../save-workbook";
import { allBelow, appendInside, applyEdits, escapeAttribute, grafted, number, parseXml } from "../xml/xml";
import type { TextEdit, XmlElement } from "../xml/xml";
import { chartXml } from "./chart-xml";
import { EMU_PER_POINT } from "./read-chart";
import { CHART, DRAWING, RELATIONSHIPS, SHEET_DRAWING, XML_HEAD } from "../xml/namespaces";

/*
 * The drawing part: where each chart lies on its sheet. Corners are given as cells, so that a chart keeps covering its
 * cells in a program that measures columns a little differently.
 */

/** Adds a drawing of new charts to a sheet; answers the sheet's `<drawing>`. */
export function addDrawing(sheet: SheetModel, charts: readonly ChartModel[], part: string, saving: Saving): string {
  const drawing = saving.editor.newPart("drawing");
  const anchors = addCharts(sheet, charts, drawing, 2, saving);
  saving.editor.setGenerated(drawing, `${HEAD}${anchors.join("")}</xdr:wsDr>`);
  return `<drawing r:id="${saving.editor.relate(part, { kind: "drawing", target: drawing })}"/>`;
}

const HEAD =
  `${XML_HEAD}<xdr:wsDr xmlns:xdr="${SHEET_DRAWING}" xmlns:a="${DRAWING}" ` +
  `xmlns:r="${RELATIONSHIPS}" xmlns:c="${CHART}">`;

/** Adds charts to a drawing of the file and takes others off it. `source` is the drawing's text. */
export function patchDrawing(
  source: string,
  drawing: string,
  sheet: SheetModel,
  changes: { readonly added: readonly ChartModel[]; readonly removedIds: ReadonlySet<string> },
  saving: Saving,
): void {
  const root = parseXml(source);
  const edits: TextEdit[] = [];
  for (const anchor of root.children) {
    const id = allBelow(anchor, "c:chart")[0]?.attributes.get("r:id");
    if (id === undefined || !changes.removedIds.has(id)) continue;
    edits.push({ start: anchor.start, end: anchor.end, text: "" });
    saving.editor.unrelate(drawing, id);
  }
  const anchors = addCharts(sheet, changes.added, drawing, largestId(root) + 1, saving).map((xml) =>
    grafted(xml, root),
  );
  if (anchors.length > 0) edits.push(appendInside(source, root, anchors.join("")));
  saving.editor.setText(drawing, applyEdits(source, edits));
}

/** The largest id of a shape in a drawing, whichever of its alternates it stands in. */
function largestId(element: XmlElement): number {
  const own = element.name === "xdr:cNvPr" ? (number(element, "id") ?? 0) : 0;
  return element.children.reduce((most, each) => Math.max(most, largestId(each)), own);
}

/** Adds chart parts to a drawing; answers their anchors. Ids of shapes count from `firstId`. */
function addCharts(
  sheet: SheetModel,
  charts: readonly ChartModel[],
  drawing: string,
  firstId: number,
  { editor, model }: Saving,
): string[] {
  return charts.map((chart, index) => {
    const name = editor.newPart("chart");
    editor.setGenerated(name, chartXml(chart, model));
    return anchorXml(sheet, chart, firstId + index, editor.relate(drawing, { kind: "chart", target: name }));
  });
}

function anchorXml(sheet: SheetModel, chart: ChartModel, id: number, relationshipId: string): string {
  const [from, to] = corners(sheet, chart);
  return (
    `<xdr:twoCellAnchor><xdr:from>${cornerXml(from)}</xdr:from><xdr:to>${cornerXml(to)}</xdr:to>` +
    '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>' +
    // Readers that speak the page aloud name the chart by its description.
    `<xdr:cNvPr id="${id}" name="${escapeAttribute(chart.name)}" descr="${escapeAttribute(chart.title ?? "")}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${CHART}">` +
    `<c:chart r:id="${relationshipId}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`
  );
}

interface Corner {
  readonly row: number;
  readonly rowOffset: number;
  readonly column: number;
  readonly columnOffset: number;
}

function corners(sheet: SheetModel, chart: ChartModel): [Corner, Corner] {
  const { place } = chart;
  if (place) {
    return [
      { row: place.row, rowOffset: 0, column: place.column, columnOffset: 0 },
      { row: place.row + place.rows, rowOffset: 0, column: place.column + place.columns, columnOffset: 0 },
    ];
  }
  return [cornerAt(sheet, chart.left, chart.top), cornerAt(sheet, chart.left + chart.width, chart.top + chart.height)];
}

/** The cell at a place given in points, and how far into it the place lies. */
function cornerAt(sheet: SheetModel, left: number, top: number): Corner {
  const [column, columnOffset] = walk(left, MAX_COLUMNS, (index) => columnWidth(sheet, index));
  const [row, rowOffset] = walk(top, MAX_ROWS, (index) => rowHeight(sheet, index));
  return { row, rowOffset, column, columnOffset };
}

function walk(distance: number, count: number, sizeOf: (index: number) => number): [index: number, offset: number] {
  let rest = Math.max(0, distance);
  for (let index = 0; index < count; index++) {
    const size = sizeOf(index);
    if (rest < size) return [index, rest];
    rest -= size;
  }
  return [count - 1, 0];
}

function cornerXml(corner: Corner): string {
  const emu = (points: number): number => Math.round(points * EMU_PER_POINT);
  return (
    `<xdr:col>${corner.column}</xdr:col><xdr:colOff>${emu(corner.columnOffset)}</xdr:colOff>` +
    `<xdr:row>${corner.row}</xdr:row><xdr:rowOff>${emu(corner.rowOffset)}</xdr:rowOff>`
  );
}
