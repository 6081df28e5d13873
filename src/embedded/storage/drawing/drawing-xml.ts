import { columnWidth, rowHeight } from "../../model/geometry";
import type { ChartModel, SheetModel } from "../../model/model";
import { MAX_COLUMNS, MAX_ROWS } from "../../../cells/cell";
import type { Saving } from "../save-workbook";
import { EditedXml } from "../xml/edited-xml";
import { element } from "../xml/write-xml";
import { allBelow, grafted, number } from "../xml/xml";
import type { XmlElement } from "../xml/xml";
import { chartXml } from "./chart-xml";
import { EMU_PER_POINT } from "./chart-words";
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
  const edited = new EditedXml(source);
  const { root } = edited;
  for (const anchor of root.children) {
    const id = allBelow(anchor, "c:chart")[0]?.attributes.get("r:id");
    if (id === undefined || !changes.removedIds.has(id)) continue;
    edited.remove(anchor);
    saving.editor.unrelate(drawing, id);
  }
  for (const anchor of addCharts(sheet, changes.added, drawing, largestId(root) + 1, saving)) {
    edited.append(root, grafted(anchor, root));
  }
  saving.editor.setText(drawing, edited.result());
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
  const { place, left, top, width, height } = chart;
  const columnAt = (points: number): Place => placeAt(points, MAX_COLUMNS, (index) => columnWidth(sheet, index));
  const rowAt = (points: number): Place => placeAt(points, MAX_ROWS, (index) => rowHeight(sheet, index));
  const from = place
    ? cornerXml("xdr:from", [place.column, 0], [place.row, 0])
    : cornerXml("xdr:from", columnAt(left), rowAt(top));
  const to = place
    ? cornerXml("xdr:to", [place.column + place.columns, 0], [place.row + place.rows, 0])
    : cornerXml("xdr:to", columnAt(left + width), rowAt(top + height));
  // Readers that speak the page aloud name the chart by its description.
  const about = element("xdr:cNvPr", { id, name: chart.name, descr: chart.title ?? "" });
  return (
    `<xdr:twoCellAnchor>${from}${to}<xdr:graphicFrame macro="">` +
    `<xdr:nvGraphicFramePr>${about}<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${CHART}"><c:chart r:id="${relationshipId}"/></a:graphicData></a:graphic>` +
    "</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>"
  );
}

/** A column or row, and how many points into it. */
type Place = readonly [index: number, offset: number];

/** The column or row at a distance in points from the sheet's edge. */
function placeAt(distance: number, count: number, sizeOf: (index: number) => number): Place {
  let rest = Math.max(0, distance);
  for (let index = 0; index < count; index++) {
    const size = sizeOf(index);
    if (rest < size) return [index, rest];
    rest -= size;
  }
  return [count - 1, 0];
}

function cornerXml(name: string, column: Place, row: Place): string {
  const emu = (points: number): number => Math.round(points * EMU_PER_POINT);
  return (
    `<${name}><xdr:col>${column[0]}</xdr:col><xdr:colOff>${emu(column[1])}</xdr:colOff>` +
    `<xdr:row>${row[0]}</xdr:row><xdr:rowOff>${emu(row[1])}</xdr:rowOff></${name}>`
  );
}
