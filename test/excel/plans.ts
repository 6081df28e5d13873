import type { SheetPlan } from "../../src/report/plan";

/** A plan with nothing on it. */
export function emptyPlan(name: string): SheetPlan {
  return {
    name,
    kind: "report",
    blocks: [],
    roles: [],
    columnWidths: [],
    rowHeights: [],
    charts: [],
    links: [],
    page: {
      orientation: "Portrait",
      margins: { top: 57, bottom: 57, left: 43, right: 43, header: 28, footer: 28 },
      printArea: { row: 0, column: 0, rows: 1, columns: 1 },
    },
  };
}
