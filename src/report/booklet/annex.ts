import { FOOTER } from "../page-setup";
import type { PlanCell, SheetPlan } from "../plan";
import type { Heading, PagedSheet } from "./flow";
import { ANNEX_TITLE } from "./words";

/** Where an annex sheet stands in the booklet; `header` is that of the chapters. */
interface AnnexPlace {
  readonly header: string | undefined;
  readonly firstPage: number;
  /** True for the first sheet of the annex, before which the contents name the annex itself. */
  readonly first: boolean;
}

/**
 * Binds a report sheet into the booklet: the pages go on counting, and the contents list it by its title.
 *
 * @param sheet a sheet with a fixed scale, whose pages end exactly at its `breaksBefore`
 */
export function annexSheet(sheet: SheetPlan, { header, firstPage, first }: AnnexPlace): PagedSheet {
  const { row, text } = titleOf(sheet);
  const heading: Heading = { text, level: 2, sheet: sheet.name, row, page: firstPage };
  return {
    sheet: {
      ...sheet,
      page: {
        ...sheet.page,
        firstPageNumber: firstPage,
        footer: FOOTER,
        header: header === undefined ? ANNEX_TITLE : `${header}　${ANNEX_TITLE}`,
      },
    },
    headings: first ? [{ ...heading, text: ANNEX_TITLE, level: 1 }, heading] : [heading],
    pages: (sheet.page.breaksBefore?.length ?? 0) + 1,
  };
}

/** What stands on top of the sheet as its title, or as a heading where it takes several lines; otherwise the sheet's name. */
function titleOf(sheet: SheetPlan): { readonly row: number; readonly text: string } {
  for (const { role, areas } of sheet.roles) {
    const area = areas[0];
    if ((role !== "title" && role !== "heading") || area === undefined) continue;
    const lines = Array.from({ length: area.rows }, (_, i) => cellAt(sheet, area.row + i, area.column));
    const text = lines.map(shownText).join("");
    // 目次 says no counts: they would not follow the ledger as the title itself does.
    if (text !== "") return { row: area.row, text: text.replace(/（[^（）]*、[^（）]*）$/, "") };
  }
  return { row: 0, text: sheet.name };
}

function shownText(cell: PlanCell | undefined): string {
  if (typeof cell === "object" && cell !== null) return String(cell.value);
  return typeof cell === "string" ? cell : "";
}

function cellAt(sheet: SheetPlan, row: number, column: number): PlanCell | undefined {
  for (const block of sheet.blocks) {
    const cell = block.cells[row - block.row]?.[column - block.column];
    if (cell !== undefined && cell !== null) return cell;
  }
  return undefined;
}
