import { textLines } from "../../ledger/text-lines";
import type { Block, ReportDocument, TableBlock } from "../../report/document/blocks";
import { breakLines } from "../../report/text-layout";
import { fontSize } from "../../report/theme";
import { cellText } from "../cell-text";
import { drawChart } from "../chart/draw-chart";
import { LINE_EMS, LINE_HEIGHT, LINES_PER_PAGE, SPACES, TEXT_WIDTH } from "./measures";
import { columnWidths } from "./table";

/*
 * On which page each heading will stand. Word alone knows, and counts anew when the contents are updated; until then, and
 * where nobody updates them, the entries show what the known measures of lines, tables and charts add up to.
 */

const PAGE_HEIGHT = LINE_HEIGHT * LINES_PER_PAGE;

/** The pages of the headings of the first two levels, in their order; the first chapter begins on page 1. */
export function estimatePages(document: Pick<ReportDocument, "chapters">): number[] {
  const pages: number[] = [];
  let page = 0;
  for (const { blocks } of document.chapters) {
    page++;
    pages.push(page);
    let used: number = SPACES.heading1.line + SPACES.heading1.after;
    blocks.forEach((block, at) => {
      const items = heights(block);
      // A heading stays with the first line below it.
      const next = blocks[at + 1];
      const kept = block.kind === "heading" && next !== undefined ? (heights(next)[0] ?? 0) : 0;
      items.forEach((height, item) => {
        if (used + height + (item === 0 ? kept : 0) > PAGE_HEIGHT && used > 0) {
          page++;
          used = 0;
        }
        if (item === 0 && block.kind === "heading" && block.level === 2) pages.push(page);
        used += height;
        while (used > PAGE_HEIGHT) {
          page++;
          used -= PAGE_HEIGHT;
        }
      });
    });
  }
  return pages;
}

/** Heights in points of what a page may not cut. */
function heights(block: Block): number[] {
  const lines = (text: string, width: number): number => breakLines(text, width).length;
  switch (block.kind) {
    case "heading": {
      const { before, after, line } = block.level === 2 ? SPACES.heading2 : SPACES.heading3;
      return [
        before + after + line * lines(block.text, TEXT_WIDTH / fontSize(block.level === 2 ? "heading" : "subheading")),
      ];
    }
    case "paragraph":
      return textLines(block.text).flatMap((line) => new Array<number>(lines(`　${line}`, LINE_EMS)).fill(LINE_HEIGHT));
    case "bullet":
      return [LINE_HEIGHT * lines(block.text, LINE_EMS - 1)];
    case "label":
      return [LINE_HEIGHT * lines(block.text, LINE_EMS - 2)];
    case "entry": {
      if (block.depth === 0) return [SPACES.heading3.before + LINE_HEIGHT];
      return [LINE_HEIGHT * lines(`${block.name}${block.status ?? ""}`, LINE_EMS - (block.depth === 1 ? 4 : 6))];
    }
    case "table":
      return tableHeights(block);
    case "chart": {
      const { height } = drawChart(block.chart, TEXT_WIDTH);
      const { chart, chartCaption } = SPACES;
      return [chart.before + height + chartCaption.before + chartCaption.line + chartCaption.after];
    }
  }
}

/** Caption and header with the first row, the other rows one by one, then the notes; a short table as a whole. */
function tableHeights(table: TableBlock): number[] {
  const { columns, rows, decimals, notes } = table;
  const { before, after, line } = SPACES.cell;
  const widths = columnWidths(table);
  const rowHeight = (texts: readonly string[]): number => {
    const lines = texts.map((text, at) => {
      const room = (widths[at]! - 8) / fontSize("tableText");
      return text.split("\n").reduce((sum, one) => sum + breakLines(one, Math.max(1, room)).length, 0);
    });
    return before + after + line * Math.max(1, ...lines);
  };
  const header = rowHeight(columns.map(({ heading }) => heading));
  const body = rows.map(({ cells }) => rowHeight(cells.map((cell, at) => cellText(cell, columns[at]!.kind, decimals))));
  const caption = SPACES.tableCaption.before + SPACES.tableCaption.line + SPACES.tableCaption.after;
  const foot = Math.max(1, notes.length) * SPACES.note.line;
  const all = [caption + header + (body[0] ?? 0), ...body.slice(1)];
  if (rows.length <= 16) return [all.reduce((sum, height) => sum + height, 0), foot];
  return [...all, foot];
}
