import { columnLeft, rowTop } from "../../model/geometry";
import type { ChartModel, SheetModel } from "../../model/model";
import type { Colors } from "../styles/colors";
import { partText, readRelationships } from "../zip/package-parts";
import { EMU_PER_POINT, readChart } from "./read-chart";
import { StorageError } from "../storage-error";
import { allBelow, child, number, parseXml } from "../xml/xml";
import type { XmlElement } from "../xml/xml";
import type { ZipEntries } from "../zip/zip";

/** A chart with the id of the relationship by which its drawing refers to it. */
export interface DrawnChart {
  readonly chart: ChartModel;
  readonly relationshipId: string;
}

/** The charts of a drawing part, in drawing order. A chart part that cannot be read is left out; the file keeps it. */
export function readCharts(
  entries: ZipEntries,
  drawingPart: string,
  sheet: SheetModel,
  colors: Colors,
  newId: () => string,
): DrawnChart[] {
  const text = partText(entries, drawingPart);
  if (text === null) return [];
  const relationships = readRelationships(entries, drawingPart);
  return parseXml(text).children.flatMap((anchor) =>
    allBelow(anchor, "xdr:graphicFrame").flatMap((frame): DrawnChart[] => {
      const id = allBelow(frame, "c:chart")[0]?.attributes.get("r:id");
      const target = relationships.find((each) => each.id === id)?.target;
      const chartText = target === undefined ? null : partText(entries, target);
      if (id === undefined || chartText === null) return [];
      try {
        const chart = readChart(parseXml(chartText), colors);
        const name = allBelow(frame, "xdr:cNvPr")[0]?.attributes.get("name") ?? "";
        const model = { ...chart, id: newId(), name, ...anchorBox(anchor, sheet), place: null };
        return [{ chart: model, relationshipId: id }];
      } catch (error) {
        if (error instanceof StorageError) return [];
        throw error;
      }
    }),
  );
}

/** Where an anchor puts its object on the sheet, in points. */
function anchorBox(
  anchor: XmlElement,
  sheet: SheetModel,
): { left: number; top: number; width: number; height: number } {
  const extent = child(anchor, "xdr:ext");
  const position = child(anchor, "xdr:pos");
  const start = position
    ? { left: (number(position, "x") ?? 0) / EMU_PER_POINT, top: (number(position, "y") ?? 0) / EMU_PER_POINT }
    : corner(child(anchor, "xdr:from"), sheet);
  if (extent) {
    return {
      ...start,
      width: (number(extent, "cx") ?? 0) / EMU_PER_POINT,
      height: (number(extent, "cy") ?? 0) / EMU_PER_POINT,
    };
  }
  const end = corner(child(anchor, "xdr:to"), sheet);
  return { ...start, width: Math.max(0, end.left - start.left), height: Math.max(0, end.top - start.top) };
}

function corner(element: XmlElement | undefined, sheet: SheetModel): { left: number; top: number } {
  const value = (name: string): number => Number(child(element, name)?.text ?? 0) || 0;
  return {
    left: columnLeft(sheet, value("xdr:col")) + value("xdr:colOff") / EMU_PER_POINT,
    top: rowTop(sheet, value("xdr:row")) + value("xdr:rowOff") / EMU_PER_POINT,
  };
}
