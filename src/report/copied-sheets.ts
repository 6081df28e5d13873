import type { CellValue } from "../cells/cell";
import { MARGINS } from "./page-setup";
import type { Block, PagePlan, SheetPlan } from "./plan";

/** An empty sheet, to be filled with what another one holds. */
export function sheetCopy(name: string): SheetPlan {
  return plain(name, []);
}

/** What stood outside a table, one block below the other. */
export function movedOutSheet(name: string, blocks: readonly (readonly (readonly CellValue[])[])[]): SheetPlan {
  const placed: Block[] = [];
  let row = 0;
  for (const cells of blocks) {
    placed.push({ row, column: 0, cells });
    row += cells.length + 1;
  }
  return plain(name, placed);
}

function plain(name: string, blocks: readonly Block[]): SheetPlan {
  const printArea = { row: 0, column: 0, rows: 1, columns: 1 };
  const page: PagePlan = { orientation: "Landscape", margins: MARGINS, printArea, grows: true };
  return { name, kind: "input", blocks, roles: [], columnWidths: [], rowHeights: [], charts: [], links: [], page };
}
