import { areaAddress } from "../../../cells/cell";
import { parseArea } from "../../model/address";
import type { SheetModel, TableModel } from "../../model/model";
import type { Saving } from "../save-workbook";
import { escapeStringAttribute } from "../strings/cell-text";
import { child, escapeAttribute, flag, number } from "../xml/xml";
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
  const all = [...kept, ...ids];
  if (all.length === 0) return "";
  return `<tableParts count="${all.length}">${all.map((id) => `<tablePart r:id="${id}"/>`).join("")}</tableParts>`;
}

/** A table's part. @param id a number that no other table of the workbook has. */
function tableXml(sheet: SheetModel, table: TableModel, id: number): string {
  const name = escapeAttribute(table.name);
  const counts =
    (table.showHeaders ? "" : ' headerRowCount="0"') +
    (table.showTotals ? ' totalsRowCount="1"' : ' totalsRowShown="0"');
  // The totals row is no part of what can be filtered.
  const filtered = { ...table.area, rows: table.area.rows - (table.showTotals ? 1 : 0) };
  const filter = table.showHeaders && table.showFilterButton ? `<autoFilter ref="${areaAddress(filtered)}"/>` : "";
  const columns = columnNames(sheet, table).map(
    (each, index) => `<tableColumn id="${index + 1}" name="${escapeStringAttribute(each)}"/>`,
  );
  const style = table.style === "" ? "" : ` name="${escapeAttribute(table.style)}"`;
  return (
    `${XML_HEAD}<table xmlns="${MAIN}"` +
    ` id="${id}" name="${name}" displayName="${name}" ref="${areaAddress(table.area)}"${counts}>${filter}` +
    `<tableColumns count="${columns.length}">${columns.join("")}</tableColumns>` +
    `<tableStyleInfo${style} showFirstColumn="0" showLastColumn="0" showRowStripes="${table.showBandedRows ? 1 : 0}" showColumnStripes="0"/></table>`
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
