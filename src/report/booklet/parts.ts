/** The parts of the booklet that can be chosen, in reading order. */
export const BOOKLET_PARTS = [
  "cover",
  "contents",
  "outline",
  "goals",
  "measures",
  "evaluation",
  "annex",
  "colophon",
] as const;

/** A part of the booklet. */
export type BookletPart = (typeof BOOKLET_PARTS)[number];

/** A part that is a sheet of the booklet's own; the annex is made of other sheets of the report. */
export type BookletSheet = Exclude<BookletPart, "annex">;

/** What a booklet has where nobody chose: all but the annex, which says at length what the chapters say in short. */
export const USUAL_BOOKLET: readonly BookletPart[] = BOOKLET_PARTS.filter((part) => part !== "annex");
