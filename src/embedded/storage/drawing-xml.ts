import { columnWidth, rowHeight } from "../geometry";
import type { ChartModel, SheetModel } from "../model";
import { MAX_COLUMNS, MAX_ROWS } from "../workbook";
import { EMU_PER_POINT } from "./read-chart";
import { escapeAttribute } from "./xml";

/*
 * The drawing part: where each chart lies on its sheet. Corners are given as cells, so that a chart keeps covering its
 * cells in a program that measures columns a little differently.
 */

const NAMESPACES =
  'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"';
const HEAD = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<xdr:wsDr ${NAMESPACES}>`;

/** A drawing part with charts; `relationshipIds` are theirs, in the same order. */
export function drawingXml(
  sheet: SheetModel,
  charts: readonly ChartModel[],
  relationshipIds: readonly string[],
): string {
  return `${HEAD}${anchorsXml(sheet, charts, relationshipIds, 2)}</xdr:wsDr>`;
}

/** Anchors for a drawing that is there already; each declares its namespaces itself. Ids of shapes count from `firstId`. */
export function anchorsXml(
  sheet: SheetModel,
  charts: readonly ChartModel[],
  relationshipIds: readonly string[],
  firstId: number,
): string {
  return charts.map((chart, index) => anchorXml(sheet, chart, firstId + index, relationshipIds[index]!)).join("");
}

function anchorXml(sheet: SheetModel, chart: ChartModel, id: number, relationshipId: string): string {
  const [from, to] = corners(sheet, chart);
  return (
    `<xdr:twoCellAnchor ${NAMESPACES}><xdr:from>${cornerXml(from)}</xdr:from><xdr:to>${cornerXml(to)}</xdr:to>` +
    '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>' +
    // Readers that speak the page aloud name the chart by its description.
    `<xdr:cNvPr id="${id}" name="${escapeAttribute(chart.name)}" descr="${escapeAttribute(chart.title ?? "")}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">' +
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
