import type { CellValue } from "../cells/cell";
import { MARGINS } from "./page-setup";
import type { SheetPlan } from "./plan";

/** One sheet of the sample as assets/sample-ledger.json has it; rows are zero-based, widths are characters. */
export interface SampleSheet {
  readonly name: string;
  readonly titles: readonly number[];
  readonly headers: readonly number[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** The sheets of the sample, as a user would have made them. */
export function sampleSheets(sheets: readonly SampleSheet[]): SheetPlan[] {
  return sheets.map(({ name, titles, headers, widths, rows }) => {
    const columns = widths.length;
    const area = (row: number) => ({ row, column: 0, rows: 1, columns });
    const header = headers[0] ?? 0;
    return {
      name,
      kind: "input",
      blocks: [
        { row: 0, column: 0, cells: rows.map((cells) => Array.from(widths, (_, column) => cells[column] ?? "")) },
      ],
      roles: [
        { role: "input", areas: [{ row: 0, column: 0, rows: rows.length, columns }] },
        { role: "heading", areas: titles.map(area) },
        { role: "tableHeader", areas: headers.map(area) },
      ],
      columnWidths: widths,
      rowHeights: [],
      charts: [],
      links: [],
      page: {
        orientation: "Landscape",
        margins: MARGINS,
        printArea: { row: 0, column: 0, rows: rows.length, columns },
        titleRows: { first: header, last: header },
      },
      freezeRows: header + 1,
    };
  });
}
