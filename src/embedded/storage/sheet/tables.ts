import { areaAddress } from "../../../cells/cell";
import { parseArea } from "../../model/address";
import type { SheetModel, TableModel } from "../../model/model";
import type { Saving } from "../save-workbook";
import { escapeStringAttribute } from "../strings/cell-text";
import { element, list } from "../xml/write-xml";
import { child, flag, number } from "../xml/xml";
import type { XmlElement } from "../xml/xml";
import { MAIN, XML_HEAD } from "../xml/namespaces";

/*
 * Table parts (ECMA-376-1 §18.5).
 */

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

/**
 * `<tableParts>` of a sheet; "" where it has no table. Adds the parts of tables that are new.
 * @param kept relationship ids of the tables that the sheet's part has and keeps
 */
export function addTables(
  sheet: SheetModel,
  added: readonly TableModel[],
  kept: readonly string[],
  part: string,
  { editor, nextTableId }: Saving,
): string {
  const ids = added.map((table) => {
    const name = editor.newPart("table");
    editor.setGenerated(name, tableXml(sheet, table, nextTableId()));
    return editor.relate(part, { kind: "table", target: name });
  });
  return list(
    "tableParts",
    [...kept, ...ids].map((id) => element("tablePart", { "r:id": id })),
  );
}

/** A table's part. @param id a number that no other table of the workbook has. */
function tableXml(sheet: SheetModel, table: TableModel, id: number): string {
  const { name, area, showHeaders, showTotals } = table;
  const counts = {
    headerRowCount: showHeaders ? null : 0,
    totalsRowCount: showTotals,
    totalsRowShown: showTotals ? null : 0,
  };
  const attributes = { xmlns: MAIN, id, name, displayName: name, ref: areaAddress(area), ...counts };
  // The totals row is no part of what can be filtered.
  const filtered = areaAddress({ ...area, rows: area.rows - (showTotals ? 1 : 0) });
  const columns = columnNames(sheet, table).map(
    (each, index) => `<tableColumn id="${index + 1}" name="${escapeStringAttribute(each)}"/>`,
  );
  const style = table.style === "" ? {} : { name: table.style };
  const shown = {
    showFirstColumn: 0,
    showLastColumn: 0,
    showRowStripes: Number(table.showBandedRows),
    showColumnStripes: 0,
  };
  return (
    XML_HEAD +
    element("table", attributes, [
      showHeaders && table.showFilterButton ? element("autoFilter", { ref: filtered }) : "",
      list("tableColumns", columns),
      element("tableStyleInfo", { ...style, ...shown }),
    ])
  );
}

/** Names of a table's columns: what its header cells say, none blank and none twice, or Excel repairs the file. */
function columnNames(sheet: SheetModel, { area, showHeaders }: TableModel): string[] {
  const taken = new Set<string>();
  return Array.from({ length: area.columns }, (_, index) => {
    const header = showHeaders ? String(sheet.rows[area.row]?.[area.column + index] ?? "") : "";
    const base = header === "" ? `列${index + 1}` : header;
    let name = base;
    for (let copy = 2; taken.has(name.toLowerCase()); copy++) name = `${base}${copy}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
