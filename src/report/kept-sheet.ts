import { MARGINS } from "./page-setup";
import type { SheetPlan } from "./plan";

/** A sheet that keeps rows from one run to the next, where a person can see and delete them. */
export interface KeptSheet {
  readonly name: string;
  /** What it is and what a person may do with it, in sentences of a line each. */
  readonly purpose: readonly string[];
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** In characters. */
  readonly columnWidths: readonly number[];
}

const HEADER_ROW = 4;
/** Rows below the header whose font is set in advance. */
const ROWS_SET = 500;

/** Such a sheet with its first rows; later ones are appended below. */
export function keptSheet({ name, purpose, header, rows, columnWidths }: KeptSheet): SheetPlan {
  const columns = header.length;
  return {
    name,
    kind: "input",
    blocks: [
      { row: 0, column: 0, cells: [[name]] },
      { row: 1, column: 0, cells: purpose.map((sentence) => [sentence]) },
      { row: HEADER_ROW, column: 0, cells: [header, ...rows] },
    ],
    roles: [
      { role: "body", areas: [{ row: 0, column: 0, rows: HEADER_ROW + 1 + ROWS_SET, columns }] },
      { role: "title", areas: [{ row: 0, column: 0, rows: 1, columns: 1 }] },
      { role: "note", areas: [{ row: 1, column: 0, rows: purpose.length, columns: 1 }] },
      { role: "tableHeader", areas: [{ row: HEADER_ROW, column: 0, rows: 1, columns }] },
    ],
    columnWidths,
    rowHeights: [{ row: 0, rows: 1, height: 27 }],
    charts: [],
    links: [],
    page: {
      orientation: "Landscape",
      margins: MARGINS,
      printArea: { row: 0, column: 0, rows: HEADER_ROW + 1, columns },
      grows: true,
      titleRows: { first: HEADER_ROW, last: HEADER_ROW },
    },
    freezeRows: HEADER_ROW + 1,
  };
}
