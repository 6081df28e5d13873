import type { PagePlan } from "./plan";
import { A4 } from "./lengths";

/*
 * Where printed pages end, known before anything is printed: rows have fixed heights, the scale is fixed, so a page's rows
 * are a sum. Excel and LibreOffice then get each page's end as a manual page break and have nothing left to decide.
 */

/** Most manual page breaks of a sheet: Excel holds 1,026 (its specifications and limits), its file format 1,023. */
export const MAX_BREAKS = 1000;

/** Part of a page's height that stays free, because printer drivers round the lengths they are given. */
const SLACK = 0.02;

/** Something with a height that a page holds whole: a row, or rows that stand together. Lengths are points. */
export interface PageItem {
  readonly height: number;
  /** Free space above, left out at the top of a page. */
  readonly spaceBefore?: number;
  /** True for what may not be the last of a page, such as a heading. */
  readonly keepWithNext?: boolean;
  /**
   * Neighbours with the same number belong together: they go to the next page as a whole where they fit one and the page that
   * they leave is not all but empty.
   */
  readonly group?: number;
}

/** Part of a page that is filled at least, or nothing ends it before its time. */
export const LEAST_FILL = 0.25;

/** Height in points that rows may take of an A4 portrait page with these margins. */
export function usableHeight(margins: PagePlan["margins"]): number {
  return (A4.height - margins.top - margins.bottom) * (1 - SLACK);
}

/**
 * Puts items on pages, in order.
 *
 * @param pageHeight in points
 * @returns zero-based page of each item. Items bound by `keepWithNext` go to the next page together; only a chain that no
 *   page can hold is parted, and an item higher than a page has one to itself.
 */
export function paginate(items: readonly PageItem[], pageHeight: number): number[] {
  const pages: number[] = [];
  let page = 0;
  let used = 0;
  for (let start = 0; start < items.length;) {
    const end = chainEnd(items, start);
    const together = groupEnd(items, start);
    if (
      together > end &&
      used >= pageHeight * LEAST_FILL &&
      used + chainHeight(items, start, together, false) > pageHeight &&
      chainHeight(items, start, together, true) <= pageHeight
    ) {
      page++;
      used = 0;
    }
    if (
      used > 0 &&
      used + chainHeight(items, start, end, false) > pageHeight &&
      chainHeight(items, start, end, true) <= pageHeight
    ) {
      page++;
      used = 0;
    }
    for (let i = start; i < end; i++) {
      const { height, spaceBefore = 0 } = items[i]!;
      if (used > 0 && used + spaceBefore + height > pageHeight) {
        page++;
        used = 0;
      }
      used += height + (used > 0 ? spaceBefore : 0);
      pages.push(page);
    }
    start = end;
  }
  return pages;
}

/** Index after the last item of a group that begins with item `start`; `start` where none does. */
function groupEnd(items: readonly PageItem[], start: number): number {
  const { group } = items[start]!;
  if (group === undefined || items[start - 1]?.group === group) return start;
  let end = start + 1;
  while (end < items.length && items[end]!.group === group) end++;
  return end;
}

/** Index after the last item that must share a page with item `start`. */
function chainEnd(items: readonly PageItem[], start: number): number {
  let end = start + 1;
  while (end < items.length && items[end - 1]!.keepWithNext === true) end++;
  return end;
}

function chainHeight(items: readonly PageItem[], start: number, end: number, atTop: boolean): number {
  let height = 0;
  for (let i = start; i < end; i++)
    height += items[i]!.height + (atTop && i === start ? 0 : (items[i]!.spaceBefore ?? 0));
  return height;
}
