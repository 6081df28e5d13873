/**
 * The parts of the report that can be asked for, in reading order. With the booklet the other sheets are its annex, and the
 * narrative is its chapter 評価 instead of a sheet of its own.
 */
export const REPORT_PARTS = ["booklet", "summary", "fields", "narrative"] as const;

/** A part of the report that can be asked for. */
export type ReportPart = (typeof REPORT_PARTS)[number];
