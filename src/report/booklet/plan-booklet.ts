import { BOOKLET_SHEETS } from "../../ledger/sheet-names";
import type { Narrative } from "../../narrative/narrative";
import type { CountFormulas } from "../count-formulas";
import { measuresBlocks } from "../document/measures";
import { headerAndFooter } from "../page-setup";
import { MAX_BREAKS } from "../pages";
import type { PlanCell, SheetPlan } from "../plan";
import type { ReportProblem } from "../report-problem";
import { ledgerUnchanged, staleCell } from "../stale-line";
import type { BookletSource, Chapter } from "./booklet";
import { annexSheet } from "./annex";
import { colophonLines } from "./colophon";
import { CONTENTS_COLUMNS, contentsLines } from "./contents";
import { COVER_COLUMNS, coverLines } from "./cover";
import { evaluationLines } from "./evaluation";
import { summaryFigures } from "./figures";
import { layOut, PAGE_HEIGHT, type FlowLine, type Heading, type PagedSheet, type FlowSheet } from "./flow";
import { goalsLines } from "./goals";
import { columnsOf } from "./grid";
import { BACK_TO_CONTENTS } from "./words";
import { LABEL_WIDTH, LINE_HEIGHT } from "./lines";
import { measuresLines, treeGrid } from "./measures";
import { outlineLines } from "./outline";
import { BOOKLET_PARTS, USUAL_BOOKLET, type BookletPart, type BookletSheet } from "./parts";

/** What a booklet is made from. */
export interface BookletInput extends BookletSource {
  readonly narrative: Narrative;
  /** Makes the live counts of the table in 評価. */
  readonly formulas: CountFormulas;
  /** Sheets that are bound in after the chapters where the annex is chosen, and stand behind the booklet where it is not. */
  readonly annex?: readonly SheetPlan[];
}

/** A booklet: its sheets in reading order, those of the annex included, and the page of every heading that 目次 lists. */
export interface Booklet {
  readonly sheets: readonly SheetPlan[];
  readonly headings: readonly Heading[];
  readonly problems: readonly ReportProblem[];
}

/** Pages of one sheet whose ends can be fixed. */
const MAX_PAGES = MAX_BREAKS + 1;

const CHAPTERS = ["outline", "goals", "measures", "evaluation"] as const;

/**
 * Plans the booklet. Pages are numbered from 1 behind cover and contents, through all sheets; every page ends where the
 * plan says, so the numbers in 目次 are those at the foot of the pages. Where 3 実施状況 would have more pages than Excel can
 * fix, it is left out and named in `problems`.
 *
 * @param parts the sheets to make; chapters are numbered in the order of those that are made
 */
export function planBooklet(input: BookletInput, parts: readonly BookletPart[] = USUAL_BOOKLET): Booklet {
  // One line a measure at the least: what cannot fit needs no layout to know it.
  const fewest = Math.ceil(input.tally.total.total / Math.floor(PAGE_HEIGHT / LINE_HEIGHT));
  if (parts.includes("measures") && fewest > MAX_PAGES) return withoutMeasures(input, parts, fewest);
  const chosen = new Set(parts);
  const { header } = headerAndFooter(input.plan);
  const body: PagedSheet[] = [];
  let nextPage = 1;
  const add = (paged: PagedSheet): void => {
    body.push(paged);
    nextPage += paged.pages;
  };

  const stale = staleCell(ledgerUnchanged(input.tally, input.formulas));
  CHAPTERS.filter((kind) => chosen.has(kind)).forEach((kind, i) => {
    const chapter: Chapter = { number: i + 1, sheet: chapterSheetName(kind, i), firstPage: nextPage };
    const { lines, columns, repeated } = chapterContent(kind, input, chapter, stale);
    add(layOut(lines, { name: chapter.sheet, columns, header, firstPage: nextPage, repeated }));
  });
  const measures = body.find(({ pages }) => pages > MAX_PAGES);
  if (measures !== undefined && chosen.has("measures")) return withoutMeasures(input, parts, measures.pages);
  const { annex = [] } = input;
  if (chosen.has("annex")) {
    annex.forEach((sheet, i) => {
      add(annexSheet(sheet, { header, firstPage: nextPage, first: i === 0 }));
    });
  }

  const headings = body.flatMap((paged) => paged.headings);
  const unnumbered = (name: BookletSheet, columns: readonly number[], lines: readonly FlowLine[]): SheetPlan => {
    const about: FlowSheet = { name: BOOKLET_SHEETS[name], columns, firstPage: null };
    return layOut(lines, about).sheet;
  };
  return {
    headings,
    problems: [],
    sheets: [
      ...(chosen.has("cover") ? [unnumbered("cover", COVER_COLUMNS, coverLines(input))] : []),
      ...(chosen.has("contents") ? [unnumbered("contents", CONTENTS_COLUMNS, contentsLines(headings, input))] : []),
      ...body.map((paged) => paged.sheet),
      ...(chosen.has("colophon") ? [unnumbered("colophon", TEXT_COLUMNS, colophonLines(input))] : []),
      ...(chosen.has("annex") ? [] : annex),
    ].map((sheet) => (chosen.has("contents") ? withWayBack(sheet) : sheet)),
  };
}

/** The sheet with a link to 目次 beside what it prints. */
function withWayBack(sheet: SheetPlan): SheetPlan {
  const { contents } = BOOKLET_SHEETS;
  if (sheet.name === contents) return sheet;
  const link = { row: 0, column: sheet.columnWidths.length, text: BACK_TO_CONTENTS, sheet: contents, cell: "A1" };
  return { ...sheet, links: [...sheet.links, link] };
}

function withoutMeasures(input: BookletInput, parts: readonly BookletPart[], pages: number): Booklet {
  const sheet = chapterSheetName("measures", CHAPTERS.filter((kind) => parts.includes(kind)).indexOf("measures"));
  const rest = planBooklet(
    input,
    parts.filter((part) => part !== "measures"),
  );
  return { ...rest, problems: [{ kind: "too-many-pages", sheet, pages }, ...rest.problems] };
}

/** Names of the booklet's own sheets, in reading order; no other sheet of the report may be called like one of them. */
export function bookletSheetNames(parts: readonly BookletPart[] = USUAL_BOOKLET): string[] {
  const chapters: readonly BookletPart[] = CHAPTERS.filter((kind) => parts.includes(kind));
  return BOOKLET_PARTS.filter((part) => part !== "annex")
    .filter((part) => parts.includes(part))
    .map((part) => (chapters.includes(part) ? chapterSheetName(part, chapters.indexOf(part)) : BOOKLET_SHEETS[part]));
}

/** 「2 分野別」. */
function chapterSheetName(kind: BookletSheet, index: number): string {
  return `${index + 1} ${BOOKLET_SHEETS[kind]}`;
}

/** Columns of a sheet of running text: bullets and labels, then everything else. */
const TEXT_COLUMNS = columnsOf([LABEL_WIDTH]);

function chapterContent(
  kind: (typeof CHAPTERS)[number],
  input: BookletInput,
  chapter: Chapter,
  stale: PlanCell,
): {
  readonly lines: readonly FlowLine[];
  readonly columns: readonly number[];
  readonly repeated?: FlowSheet["repeated"];
} {
  switch (kind) {
    case "outline":
      return { lines: outlineLines(input, chapter), columns: TEXT_COLUMNS };
    case "goals":
      return { lines: goalsLines(input, chapter, stale), columns: TEXT_COLUMNS };
    case "measures": {
      const blocks = measuresBlocks(input);
      const grid = treeGrid(blocks);
      return { lines: measuresLines(input, chapter, { blocks, grid }, stale), columns: grid.columns };
    }
    case "evaluation": {
      const figures = summaryFigures(input, input.formulas);
      return {
        lines: evaluationLines(input, input.narrative, chapter, figures, stale),
        columns: figures.columns,
        repeated: figures.repeated,
      };
    }
  }
}
