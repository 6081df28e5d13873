import { ACCEPTED_SHEET } from "../ledger/sheet-names";
import { ACCEPTANCE_HEADERS } from "../validation/acceptances";
import { MARGINS } from "./page-setup";
import type { SheetPlan } from "./plan";

const PURPOSE = [
  "検査で「要確認」となったもののうち、このままでよいと確かめたものの記録です。だれが確かめたかは記録されません。",
  "セルの値が変わると、その行は無効になり、もう一度検査の結果に出ます。「状態」に何か書いた行も無効です。",
];
const HEADER_ROW = 4;
const ROWS_SET = 500;

/** 確認済み with its first rows. */
export function acceptanceSheet(rows: readonly (readonly string[])[]): SheetPlan {
  const header = Object.values(ACCEPTANCE_HEADERS).map(([text]) => text);
  const columns = header.length;
  return {
    name: ACCEPTED_SHEET,
    kind: "input",
    blocks: [
      { row: 0, column: 0, cells: [[ACCEPTED_SHEET]] },
      { row: 1, column: 0, cells: PURPOSE.map((sentence) => [sentence]) },
      { row: HEADER_ROW, column: 0, cells: [header, ...rows] },
    ],
    roles: [
      { role: "body", areas: [{ row: 0, column: 0, rows: HEADER_ROW + 1 + ROWS_SET, columns }] },
      { role: "title", areas: [{ row: 0, column: 0, rows: 1, columns: 1 }] },
      { role: "note", areas: [{ row: 1, column: 0, rows: PURPOSE.length, columns: 1 }] },
      { role: "tableHeader", areas: [{ row: HEADER_ROW, column: 0, rows: 1, columns }] },
    ],
    columnWidths: [18, 14, 9, 22, 26, 40, 12, 20],
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
