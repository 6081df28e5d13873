import { parseArea } from "../address";
import type { TableModel } from "../model";
import { child, flag, number } from "./xml";
import type { XmlElement } from "./xml";

/** A table from its part; null where its area cannot be read. */
export function readTable(table: XmlElement): TableModel | null {
  const area = parseArea(table.attributes.get("ref") ?? "");
  if (!area) return null;
  const style = child(table, "tableStyleInfo");
  return {
    id: table.attributes.get("id") ?? "",
    name: table.attributes.get("displayName") ?? table.attributes.get("name") ?? "",
    area,
    showHeaders: (number(table, "headerRowCount") ?? 1) > 0,
    showTotals: (number(table, "totalsRowCount") ?? 0) > 0,
    style: style?.attributes.get("name") ?? "",
    showBandedRows: flag(style, "showRowStripes"),
    showFilterButton: child(table, "autoFilter") !== undefined,
  };
}
