import { cellAddress } from "../../cells/cell";
import type { Settings } from "../../ledger/settings";
import { breakLines } from "../text-layout";
import { fontSize } from "../theme";
import { withDigits, type BookletSource } from "./booklet";
import type { FlowCell, FlowLine, Heading } from "./flow";
import { columnsOf, emsInColumn, TEXT_WIDTH } from "./grid";
import { leader } from "./leader";
import { BELOW_TITLE, blankLine, headingLines, LINE_HEIGHT } from "./lines";
import { CONTENTS_TITLE } from "./words";

const PAGE_COLUMN_WIDTH = 36;
const ENTRY_WIDTH = TEXT_WIDTH - PAGE_COLUMN_WIDTH;
/** Em that an entry leaves for its leader. */
const LEADER_EMS = 2;

/** Widths of the contents' columns: entries with their leaders, page numbers. */
export const CONTENTS_COLUMNS = columnsOf([ENTRY_WIDTH]);

/** 目次: every chapter and section with the page it begins on, each a link to it. */
export function contentsLines(headings: readonly Heading[], { settings }: BookletSource): FlowLine[] {
  const ems = emsInColumn(ENTRY_WIDTH, fontSize("contentsEntry"));
  return [
    ...headingLines(CONTENTS_TITLE, "title"),
    { ...blankLine(BELOW_TITLE), keepWithNext: true },
    ...headings.flatMap((heading, h) => {
      const indent = "　".repeat((heading.level - 1) * 2);
      const lines = breakLines(heading.text, ems - indent.length - LEADER_EMS);
      return lines.map((line, i): FlowLine => {
        const text = indent + line;
        const last = i === lines.length - 1;
        const cells: FlowCell[] = [
          {
            column: 0,
            value: last ? text + leader(text, ems) : text,
            roles: ["contentsEntry"],
          },
        ];
        if (last) cells.push({ column: 1, value: pageNumber(heading.page, settings), roles: ["contentsPage"] });
        return {
          cells,
          link: { sheet: heading.sheet, cell: cellAddress(heading.row, 0) },
          height: LINE_HEIGHT,
          spaceBefore: heading.level === 1 && i === 0 ? 6 : 0,
          keepWithNext: !last || (heading.level === 1 && headings[h + 1]?.level === 2),
        };
      });
    }),
  ];
}

/** A number, unless 集計方法 asks for digits that only text has. */
function pageNumber(page: number, settings: Settings): number | string {
  const text = withDigits(String(page), settings);
  return text === String(page) ? page : text;
}
