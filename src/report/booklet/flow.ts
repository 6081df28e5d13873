import { columnCharacters } from "../lengths";
import { FOOTER } from "../page-setup";
import { MAX_BREAKS, paginate, usableHeight, type PageItem } from "../pages";
import type { ChartPlan, PagePlan, PlanCell, Role, SheetPlan } from "../plan";
import { SheetDraft } from "../sheet-draft";
import { SIDE_MARGINS } from "./grid";

/** A cell of a flow line. */
export interface FlowCell {
  /** Zero-based column of the sheet. */
  readonly column: number;
  /** A function where it depends on where other lines come to stand: it is asked when all of them do. */
  readonly value: PlanCell | (() => PlanCell);
  readonly roles?: readonly Role[];
  /** True where the roles cover the whole rest of the line, not only this cell. */
  readonly wide?: boolean;
}

/** One row of a booklet sheet before it is known where it stands. Lengths are points. */
export interface FlowLine extends PageItem {
  readonly cells: readonly FlowCell[];
  /** A place in another sheet that the line's first cell leads to. */
  readonly link?: { readonly sheet: string; readonly cell: string };
  /** Set on the first line of a heading that the contents list. */
  readonly heading?: { readonly text: string; readonly level: 1 | 2 };
  /**
   * Set on the first of several lines that are written together, such as a table's: adds exactly their rows, and returns
   * what gives the charts that stand on them once all lines have their place. The other lines are `written`.
   */
  readonly write?: (draft: SheetDraft) => () => readonly ChartPlan[];
  readonly written?: true;
}

/** A heading where it is printed. */
export interface Heading {
  readonly text: string;
  readonly level: 1 | 2;
  readonly sheet: string;
  /** Zero-based row on its sheet. */
  readonly row: number;
  /** The number at the foot of its page. */
  readonly page: number;
}

/** A sheet whose pages are known. */
export interface PagedSheet {
  readonly sheet: SheetPlan;
  readonly headings: readonly Heading[];
  /** Number of printed pages, at least 1. */
  readonly pages: number;
}

/** What a booklet sheet is besides its lines. */
export interface FlowSheet {
  readonly name: string;
  /** Widths in points of all columns from A on. */
  readonly columns: readonly number[];
  /** Text at the head of each page, in Excel's codes; none where it is absent. */
  readonly header?: string | undefined;
  /** Number of the first page; null where pages carry no number. */
  readonly firstPage: number | null;
  /** Row that is repeated on every page after its own, and its height, where a table of the sheet goes over several pages. */
  readonly repeated?: { readonly row: () => number; readonly height: number } | undefined;
}

/** Margins of a booklet page in points, 25 mm above and below. */
const MARGINS: PagePlan["margins"] = { top: 71, bottom: 71, ...SIDE_MARGINS, header: 34, footer: 34 };

/** Height in points that the lines of a booklet page may take. */
export const PAGE_HEIGHT = usableHeight(MARGINS);

/** Turns lines into a sheet: rows, free rows between them, page breaks, and where each heading stands. */
export function layOut(lines: readonly FlowLine[], about: FlowSheet): PagedSheet {
  const { repeated } = about;
  const pages = paginate(lines, PAGE_HEIGHT - (repeated?.height ?? 0));
  const draft = new SheetDraft(about.columns.length);
  const headings: Heading[] = [];
  const breaksBefore: number[] = [];
  const charts: ChartPlan[] = [];
  const late: (() => void)[] = [];

  let writtenRow = 0;
  lines.forEach((line, i) => {
    const page = pages[i]!;
    const startsPage = i === 0 || page !== pages[i - 1]!;
    if (line.written === true) {
      writtenRow++;
      if (startsPage) breaksBefore.push(writtenRow);
      return;
    }
    if (startsPage && i > 0) breaksBefore.push(draft.next);
    if (!startsPage && line.spaceBefore !== undefined && line.spaceBefore > 0) draft.add([], line.spaceBefore);
    const row = draft.next;
    if (line.write !== undefined) {
      writtenRow = row;
      const made = line.write(draft);
      late.push(() => charts.push(...made()));
      return;
    }
    const cells = new Array<PlanCell>(about.columns.length).fill(null);
    for (const { column, value, roles = [], wide = false } of line.cells) {
      if (typeof value === "function") {
        late.push(() => {
          draft.set(row, column, value());
        });
      } else cells[column] = value;
      for (const role of roles) draft.role(role, row, column, wide ? about.columns.length - 1 - column : 1);
    }
    draft.add(cells, line.height);
    const text = cells[0];
    if (line.link !== undefined && typeof text === "string") draft.links.push({ row, column: 0, text, ...line.link });
    if (line.heading !== undefined) {
      headings.push({ ...line.heading, sheet: about.name, row, page: (about.firstPage ?? 1) + page });
    }
  });

  for (const fill of late) fill();

  return {
    headings,
    pages: (pages[pages.length - 1] ?? 0) + 1,
    sheet: {
      name: about.name,
      blocks: draft.blocks(),
      roles: draft.roles("line"),
      columnWidths: about.columns.map(columnCharacters),
      rowHeights: draft.rowHeights(),
      charts,
      links: draft.links,
      kind: "report",
      page: {
        orientation: "Portrait",
        margins: MARGINS,
        printArea: draft.area(),
        breaksBefore: breaksBefore.slice(0, MAX_BREAKS),
        scale: 100,
        centerHorizontally: true,
        ...(repeated === undefined ? {} : { titleRows: { first: repeated.row(), last: repeated.row() } }),
        ...(about.header === undefined ? {} : { header: about.header }),
        ...(about.firstPage === null ? {} : { footer: FOOTER, firstPageNumber: about.firstPage }),
      },
    },
  };
}
