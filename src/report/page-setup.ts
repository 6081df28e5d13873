import type { PlanProfile } from "../ledger/settings";
import { A4, columnCharacters, MIN_SCALE } from "./lengths";
import { usableHeight } from "./pages";
import type { PagePlan } from "./plan";

/**
 * Margins in points: those at the sides are what common office printers can still print; the white beside the tables comes
 * from centring, so that columns which another program draws a little wider stay on the page.
 */
export const MARGINS: PagePlan["margins"] = { top: 71, bottom: 62, left: 19, right: 19, header: 34, footer: 31 };

/** Width in points of tables and charts: leaves some 30 mm of white on either side of an A4 page. */
export const BLOCK_WIDTH = 413;

/** Widest that the columns of a portrait page may be, at the smallest scale that still reads well. */
const MAX_PORTRAIT_WIDTH = ((A4.width - MARGINS.left - MARGINS.right) * 100) / MIN_SCALE;

/** Height in points that a page has for rows at a scale in percent. */
export function pageHeight(orientation: PagePlan["orientation"], scale: number): number {
  const height = usableHeight(MARGINS) - (orientation === "Landscape" ? A4.height - A4.width : 0);
  return (height * 100) / scale;
}

/** How much wider than planned another program may draw a column, for want of the workbook's default font. */
const OVERRUN = 1.35;

/**
 * Orientation and scale for columns of a total width in points: upright unless that would shrink them too much, and small
 * enough for columns that are drawn too wide, as far as that still reads well.
 *
 * @param widest total width in points up to which the page is upright
 */
export function fitToPage(
  width: number,
  widest = MAX_PORTRAIT_WIDTH,
): { readonly orientation: PagePlan["orientation"]; readonly scale: number } {
  const orientation = width <= widest ? "Portrait" : "Landscape";
  const page = (orientation === "Portrait" ? A4.width : A4.height) - MARGINS.left - MARGINS.right;
  const fitting = Math.floor((page * 100) / width);
  const safe = Math.max(MIN_SCALE, Math.floor(fitting / OVERRUN));
  return { orientation, scale: Math.min(100, fitting, safe) };
}

/** Widest that the columns of a table may be for a page, upright or lying, that holds them even where they are drawn too wide. */
export const SAFE_WIDTH = {
  portrait: Math.floor(MAX_PORTRAIT_WIDTH / OVERRUN),
  landscape: Math.floor(((A4.height - MARGINS.left - MARGINS.right) * 100) / MIN_SCALE / OVERRUN),
} as const;

/** Most characters of a page header (Excel specifications and limits), less the code for its size and a few of an annex. */
const MAX_HEADER = 255 - 10;

/** The page's number at its foot. */
export const FOOTER = "- &P -";

/** Header and footer of every report sheet: the plan's name and 「- n -」. */
export function headerAndFooter(plan: PlanProfile): Pick<PagePlan, "header" | "footer"> {
  // An ampersand begins a code in a header unless it is doubled.
  const name = plan.name.replace(/\s+/g, " ").trim().replaceAll("&", "&&");
  if (name === "" || name.length > MAX_HEADER) return { footer: FOOTER };
  // "&9" sets 9 points; a digit right after it would be read as part of the size.
  return { footer: FOOTER, header: `&9${/^\d/.test(name) ? " " : ""}${name}` };
}

/** Widths of columns, in points, as a plan says them. */
export function columnWidths(points: readonly number[]): number[] {
  return points.map(columnCharacters);
}
