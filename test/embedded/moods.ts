import { ExcelError } from "../../src/embedded/editing/excel-error";
import type { Around } from "../../src/embedded/editing/host";
import { sheetOf } from "../../src/embedded/objects/member";
import type { Server } from "../../src/embedded/wire/server";

/*
 * Moods that Excel is documented, or known from its users' reports, to be in. Each stands around the uses of members while
 * it lasts; what it does not care about is done as ever.
 */

/** What a mood makes of the uses of members of a server. */
export type Mood = (server: Server) => Around;

/** Round trips, counted from 1, during which a mood lasts. */
interface Span {
  readonly from: number;
  readonly count: number;
}

const always: Span = { from: 1, count: Infinity };

/** Refuses members with a code. */
function refusing(members: RegExp, code: string, span: Span = always): Mood {
  return (server) => (member, _target, use) => {
    const trip = server.counters.roundTrips + 1;
    if (trip >= span.from && trip < span.from + span.count && members.test(member)) throw new ExcelError(code);
    return use();
  };
}

/** Several moods at once. */
export function together(...moods: readonly Mood[]): Mood {
  return (server) => {
    const all = moods.map((mood) => mood(server));
    return (member, target, use) =>
      all.reduce<() => unknown>((inner, around) => () => around(member, target, inner), use)();
  };
}

/** Another workbook is in front: what is documented to fail then does, for so many round trips. */
export function otherWorkbookInFront(span: Span): Mood {
  return together(
    refusing(
      /^(WorksheetCollection\.add|Worksheet\.(activate|showGridlines=)|WorksheetFreezePanes\..*)$/,
      "GeneralException",
      span,
    ),
    refusing(/^(Worksheet\.delete|Workbook\.get(ActiveCell|SelectedRanges?)|Range\.select)$/, "InvalidSelection", span),
  );
}

/** The sheet in front is a chart's own, which is no worksheet. */
export const chartSheetInFront: Mood = refusing(/\.getActiveWorksheet$/, "UnsupportedSheet");

/** Without a printer Excel may know neither paper nor margins. */
export const noPrinter: Mood = refusing(/^PageLayout\.(paperSize=|setPrintMargins)$/, "GeneralException");

/** No page can be set up at all. */
export const noPages: Mood = refusing(/^(PageLayout|PageBreak|HeaderFooter)/, "InvalidArgument");

/** Charts of a kind that the API does not know cannot be read. */
export const unreadableCharts = (sheetName: string): Mood => {
  return () => (member, target, use) => {
    if (/^Chart/.test(member) && sheetOf(target)?.name === sheetName) throw new ExcelError("GeneralException");
    return use();
  };
};

/** Freezing panes brings the sheet to the front. */
export const freezingActivates: Mood = (server) => (member, target, use) => {
  const result = use();
  const sheet = sheetOf(target);
  if (member.startsWith("WorksheetFreezePanes.") && sheet !== undefined) server.workbook.activeSheet = sheet.id;
  return result;
};

/** Fitting to the page's width is taken and not applied (https://github.com/OfficeDev/office-js/issues/1860). */
export const fitNotApplied: Mood = () => (member, target, use) => {
  const result = use();
  const sheet = sheetOf(target);
  if (member === "PageLayout.zoom=" && sheet !== undefined) sheet.page.fitWide = null;
  return result;
};

/** Heights and widths are whole pixels of a screen of that scale. */
export const wholePixels = (percent: number): Mood => {
  const pixel = (0.75 * 100) / percent;
  return () => (member, target, use) => {
    const result = use();
    const sheet = sheetOf(target);
    if (/^Range\.set(Row|Column)Properties$|\.(rowHeight|columnWidth)=$/.test(member) && sheet !== undefined) {
      for (const sizes of [sheet.rowHeights, sheet.columnWidths]) {
        for (const [at, points] of sizes) sizes.set(at, Math.round(points / pixel) * pixel);
      }
    }
    return result;
  };
};
