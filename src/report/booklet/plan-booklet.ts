import type { Narrative } from "../../narrative/narrative";
import type { CountFormulas } from "../count-formulas";
import { headerAndFooter } from "../page-setup";
import type { SheetPlan } from "../plan";
import type { BookletSource, Chapter } from "./booklet";
import { annexSheet } from "./annex";
import { colophonLines } from "./colophon";
import { CONTENTS_COLUMNS, contentsLines } from "./contents";
import { COVER_COLUMNS, coverLines } from "./cover";
import { evaluationLines } from "./evaluation";
import { summaryFigures } from "./figures";
import { layOut, type FlowLine, type Heading, type PagedSheet, type SheetFrame } from "./flow";
import { goalsLines } from "./goals";
import { columnsOf } from "./grid";
import { LABEL_WIDTH } from "./lines";
import { measuresLines, treeGrid } from "./measures";
import { outlineLines } from "./outline";
import { BOOKLET_PARTS, type BookletPart } from "./parts";
import { SHEET_NAMES } from "./words";

/** What a booklet is made from. */
export interface BookletInput extends BookletSource {
  readonly narrative: Narrative;
  /** Makes the live counts of the table in 評価. */
  readonly formulas: CountFormulas;
  /** Sheets that are bound in after the chapters, such as 集計 and the field sheets, in order. */
  readonly annex?: readonly SheetPlan[];
}

/** A booklet: its sheets in reading order, annex included, and the page of every heading that 目次 lists. */
export interface Booklet {
  readonly sheets: readonly SheetPlan[];
  readonly headings: readonly Heading[];
}

const CHAPTERS = ["outline", "goals", "measures", "evaluation"] as const;

/**
 * Plans the booklet. Pages are numbered from 1 behind cover and contents, through all sheets; every page ends where the
 * plan says, so the numbers in 目次 are those at the foot of the pages.
 *
 * @param parts the sheets to make; chapters are numbered in the order of those that are made
 */
export function planBooklet(input: BookletInput, parts: readonly BookletPart[] = BOOKLET_PARTS): Booklet {
  const chosen = new Set(parts);
  const { header } = headerAndFooter(input.plan);
  const body: PagedSheet[] = [];
  let nextPage = 1;
  const add = (paged: PagedSheet): void => {
    body.push(paged);
    nextPage += paged.pages;
  };

  CHAPTERS.filter((kind) => chosen.has(kind)).forEach((kind, i) => {
    const chapter: Chapter = { number: i + 1, sheet: chapterSheetName(kind, i), firstPage: nextPage };
    const { lines, columns } = chapterContent(kind, input, chapter);
    add(layOut(lines, { name: chapter.sheet, columns, header, firstPage: nextPage }));
  });
  (input.annex ?? []).forEach((sheet, i) => {
    add(annexSheet(sheet, { header, firstPage: nextPage, first: i === 0 }));
  });

  const headings = body.flatMap((paged) => paged.headings);
  const unnumbered = (name: BookletPart, columns: readonly number[], lines: readonly FlowLine[]): SheetPlan => {
    const frame: SheetFrame = { name: SHEET_NAMES[name], columns, firstPage: null };
    return layOut(lines, frame).sheet;
  };
  return {
    headings,
    sheets: [
      ...(chosen.has("cover") ? [unnumbered("cover", COVER_COLUMNS, coverLines(input))] : []),
      ...(chosen.has("contents") ? [unnumbered("contents", CONTENTS_COLUMNS, contentsLines(headings, input))] : []),
      ...body.map((paged) => paged.sheet),
      ...(chosen.has("colophon") ? [unnumbered("colophon", TEXT_COLUMNS, colophonLines(input))] : []),
    ],
  };
}

/** Names of the booklet's own sheets, in reading order; no other sheet of the report may be called like one of them. */
export function bookletSheetNames(parts: readonly BookletPart[] = BOOKLET_PARTS): string[] {
  const chapters: readonly BookletPart[] = CHAPTERS.filter((kind) => parts.includes(kind));
  return BOOKLET_PARTS.filter((part) => parts.includes(part)).map((part) =>
    chapters.includes(part) ? chapterSheetName(part, chapters.indexOf(part)) : SHEET_NAMES[part],
  );
}

/** 「2 分野別」. */
function chapterSheetName(kind: BookletPart, index: number): string {
  return `${index + 1} ${SHEET_NAMES[kind]}`;
}

/** Columns of a sheet of running text: bullets and labels, then everything else. */
const TEXT_COLUMNS = columnsOf([LABEL_WIDTH]);

function chapterContent(
  kind: (typeof CHAPTERS)[number],
  input: BookletInput,
  chapter: Chapter,
): { readonly lines: readonly FlowLine[]; readonly columns: readonly number[] } {
  switch (kind) {
    case "outline":
      return { lines: outlineLines(input, chapter), columns: TEXT_COLUMNS };
    case "goals":
      return { lines: goalsLines(input, chapter), columns: TEXT_COLUMNS };
    case "measures": {
      const grid = treeGrid(input);
      return { lines: measuresLines(input, chapter, grid), columns: grid.columns };
    }
    case "evaluation": {
      const figures = summaryFigures(input, input.formulas);
      return { lines: evaluationLines(input, input.narrative, chapter, figures), columns: figures.columns };
    }
  }
}
