/** The sheets of the booklet that can be chosen, in reading order; the annex stands before the colophon. */
export const BOOKLET_PARTS = ["cover", "contents", "outline", "goals", "measures", "evaluation", "colophon"] as const;

/** A sheet of the booklet. */
export type BookletPart = (typeof BOOKLET_PARTS)[number];
