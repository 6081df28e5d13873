import { SUBMISSION_SHEET } from "../ledger/sheet-names";
import type { Submission } from "../validation/submission";
import { A4, columnPoints } from "./lengths";
import { MARGINS } from "./page-setup";
import type { SheetPlan } from "./plan";
import { textWidth } from "./text-width";

/** Width of a column in characters: as its header and its first texts need it, between these. */
const NARROWEST = 6;
const WIDEST = 40;
const SAMPLE = 200;

/** The sheet 提出用: the clean ledger from A1 on, one header row and nothing else, without any format. */
export function submissionSheet({ header, rows }: Submission): SheetPlan {
  const columnWidths = header.map((text, column) => {
    const texts = [text, ...rows.slice(0, SAMPLE).map((cells) => String(cells[column] ?? ""))];
    const widest = texts.reduce((most, one) => Math.max(most, textWidth(one)), 0);
    return Math.min(WIDEST, Math.max(NARROWEST, Math.ceil(widest * 2) + 1));
  });
  const width = columnWidths.reduce((sum, characters) => sum + columnPoints(characters), 0);
  return {
    name: SUBMISSION_SHEET,
    kind: "input",
    blocks: [{ row: 0, column: 0, cells: [header, ...rows] }],
    roles: [],
    columnWidths,
    rowHeights: [],
    charts: [],
    links: [],
    page: {
      orientation: width > A4.width ? "Landscape" : "Portrait",
      margins: MARGINS,
      printArea: { row: 0, column: 0, rows: rows.length + 1, columns: Math.max(1, header.length) },
      titleRows: { first: 0, last: 0 },
    },
  };
}
