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
export const MAX_PORTRAIT_WIDTH = ((A4.width - MARGINS.left - MARGINS.right) * 100) / MIN_SCALE;

/** Height in points that a page has for rows at a scale in percent. */
export function pageHeight(orientation: PagePlan["orientation"], scale: number): number {
  const height = usableHeight(MARGINS) - (orientation === "Landscape" ? A4.height - A4.width : 0);
  return (height * 100) / scale;
}

/** Orientation and scale for columns of a total width in points: upright unless that would shrink them too much. */
export function fitToPage(width: number): { readonly orientation: PagePlan["orientation"]; readonly scale: number } {
  const orientation = width <= MAX_PORTRAIT_WIDTH ? "Portrait" : "Landscape";
  const page = (orientation === "Portrait" ? A4.width : A4.height) - MARGINS.left - MARGINS.right;
  return { orientation, scale: Math.min(100, Math.floor((page * 100) / width)) };
}

/** Most characters of a page header (Excel specifications and limits). */
const MAX_HEADER = 255;

/** Header and footer of every report sheet: the plan's name and 「- n -」. */
export function headerAndFooter(plan: PlanProfile): Pick<PagePlan, "header" | "footer"> {
  // An ampersand begins a code in a header unless it is doubled.
  const name = plan.name.replace(/\s+/g, " ").trim().replaceAll("&", "&&");
  return { footer: "- &P -", ...(name === "" || name.length > MAX_HEADER ? {} : { header: name }) };
}

/** Widths of columns, in points, as a plan says them. */
export function columnWidths(points: readonly number[]): number[] {
  return points.map(columnCharacters);
}
