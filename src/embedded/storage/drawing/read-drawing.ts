import { columnLeft, rowTop } from "../../model/geometry";
import type { ChartModel, SheetModel } from "../../model/model";
import type { Colors } from "../styles/colors";
import { partXml, readRelationships } from "../zip/package-parts";
import { EMU_PER_POINT } from "./chart-words";
import { readChart } from "./read-chart";
import { allBelow, child, number } from "../xml/xml";
import type { XmlElement } from "../xml/xml";
import type { ZipEntries } from "../zip/zip";

/** A chart with the id of the relationship by which its drawing refers to it. */
interface DrawnChart {
  readonly chart: ChartModel;
  readonly relationshipId: string;
}

/** The charts of a drawing part, in drawing order. */
export function readCharts(
  entries: ZipEntries,
  drawingPart: string,
  sheet: SheetModel,
  colors: Colors,
  newId: () => string,
): DrawnChart[] {
  const relationships = readRelationships(entries, drawingPart);
  return (partXml(entries, drawingPart)?.children ?? []).flatMap((anchor) =>
    allBelow(anchor, "xdr:graphicFrame").flatMap((frame): DrawnChart[] => {
      const id = allBelow(frame, "c:chart")[0]?.attributes.get("r:id");
      const target = relationships.find((each) => each.id === id)?.target;
      const space = target === undefined ? null : partXml(entries, target);
      if (id === undefined || !space) return [];
      const name = allBelow(frame, "xdr:cNvPr")[0]?.attributes.get("name") ?? "";
      const model = { ...readChart(space, colors), id: newId(), name, ...anchorBox(anchor, sheet), place: null };
      return [{ chart: model, relationshipId: id }];
    }),
  );
}

/** Where an anchor puts its object on the sheet, in points. */
function anchorBox(anchor: XmlElement, sheet: SheetModel): Pick<ChartModel, "left" | "top" | "width" | "height"> {
  const points = (name: string, attribute: string): number => {
    return (number(child(anchor, name), attribute) ?? 0) / EMU_PER_POINT;
  };
  const start = child(anchor, "xdr:pos")
    ? { left: points("xdr:pos", "x"), top: points("xdr:pos", "y") }
    : corner(child(anchor, "xdr:from"), sheet);
  if (child(anchor, "xdr:ext")) return { ...start, width: points("xdr:ext", "cx"), height: points("xdr:ext", "cy") };
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
