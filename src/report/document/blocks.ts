import type { ChartKind, ChartSeriesPlan } from "../plan";

/*
 * The report as a document: what it says and in which order, without a page, a cell or a font. The booklet's sheets, the
 * Word document and the web page are written from it.
 */

/** A place that asks for attention: 【要記入】 where the officer still has to write, 【要確認】 where a number contradicts the tally. */
export type Mark = "missing" | "contradicted";

/** A heading below a chapter's title; `listed` where the contents name it. */
export interface HeadingBlock {
  readonly kind: "heading";
  readonly level: 2 | 3 | 4;
  readonly text: string;
  readonly listed?: true;
  readonly mark?: Mark;
}

/** Running text; each line feed in it begins a new paragraph. */
export interface ParagraphBlock {
  readonly kind: "paragraph";
  readonly text: string;
  readonly mark?: Mark;
  /** True where it stays with what follows. */
  readonly keepWithNext?: true;
}

/** A list entry. */
export interface BulletBlock {
  readonly kind: "bullet";
  readonly text: string;
}

/** An entry with a label of one letter (ア, イ, ウ). */
export interface LabelBlock {
  readonly kind: "label";
  readonly label: string;
  readonly text: string;
}

/** A line of the numbered tree: a 大項目 (depth 0), a 施策 (1) or a measure (2), with its status at the right edge where it has one. */
export interface EntryBlock {
  readonly kind: "entry";
  readonly depth: 0 | 1 | 2;
  readonly number: string;
  readonly name: string;
  readonly status: string | null;
  readonly mark?: Mark;
}

/** What a column of a table holds; counts and rates are set at the right edge. */
export type ColumnKind = "label" | "text" | "status" | "count" | "rate";

/** A column of a table. */
export interface DocumentColumn {
  readonly heading: string;
  readonly kind: ColumnKind;
}

/** A row of a table. A cell that is a number is a figure of the tally; texts stand as they are. */
export interface DocumentRow {
  readonly cells: readonly (string | number)[];
  /** True for 計, which is set off by a rule above. */
  readonly isTotal?: boolean;
  /** By column: cells that ask for attention. */
  readonly marks?: Readonly<Record<number, Mark>>;
}

/** A table with one header row; the first column of kind `label` names the rows. */
export interface TableBlock {
  readonly kind: "table";
  /** With its number: 「表1　分野別の達成状況（…）」. */
  readonly caption: string;
  /** 「（単位：項目、％）」, or "" where the headings say it. */
  readonly unit: string;
  readonly columns: readonly DocumentColumn[];
  readonly rows: readonly DocumentRow[];
  /** Decimals of the rates. */
  readonly decimals: number;
  /** Below the table, numbered. */
  readonly notes: readonly string[];
}

/** A chart as data. */
export interface ChartBlock {
  readonly kind: "chart";
  readonly chart: ChartData;
}

/** What a chart shows: per series one value a category; a doughnut has one series of one value a segment. */
export interface ChartData {
  readonly kind: ChartKind;
  /** With its number: 「図1　分野別の件数（98項目）」. */
  readonly title: string;
  readonly categories: readonly string[];
  readonly series: readonly (ChartSeriesPlan & { readonly values: readonly (number | null)[] })[];
  /** Colours of a doughnut's segments, one a category. */
  readonly segments?: readonly Omit<ChartSeriesPlan, "name">[];
  /** Decimals of the labels. */
  readonly decimals: number;
  /** Everything that the chart shows, in words and numbers. */
  readonly alternative: string;
}

/** A part of a chapter. */
export type Block = HeadingBlock | ParagraphBlock | BulletBlock | LabelBlock | EntryBlock | TableBlock | ChartBlock;

/** A chapter and what stands in it. */
export interface Chapter {
  /** Unique in the document, of letters a–z. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A line of the cover or of the colophon. */
export interface FrameLine {
  readonly text: string;
  readonly kind: "title" | "text";
  readonly mark?: Mark;
}

/** The whole report as a document. */
export interface ReportDocument {
  /** The plan's name, or what stands for it, and what the report is. */
  readonly title: string;
  readonly municipality: string;
  readonly author: string;
  /** When the figures are of. */
  readonly asOf: string;
  /** Said on every page; "" where there is nothing to say. */
  readonly notice: string;
  /** The cover's lines: above the title and date, then those at its foot; null where it has no cover. */
  readonly cover: { readonly head: readonly FrameLine[]; readonly foot: readonly FrameLine[] } | null;
  readonly hasContents: boolean;
  readonly chapters: readonly Chapter[];
  /** 奥付; null where it has none. */
  readonly colophon: readonly FrameLine[] | null;
}

/** A heading that the contents list. */
export interface ListedHeading {
  readonly level: 1 | 2;
  readonly text: string;
  readonly chapter: Chapter;
  /** Position in the chapter's blocks; -1 for the chapter's title. */
  readonly block: number;
}

/** What the contents list, in order. */
export function listedHeadings({ chapters }: Pick<ReportDocument, "chapters">): ListedHeading[] {
  return chapters.flatMap((chapter) => [
    { level: 1 as const, text: chapter.title, chapter, block: -1 },
    ...chapter.blocks.flatMap((block, at) =>
      block.kind === "heading" && block.listed === true
        ? [{ level: 2 as const, text: block.text, chapter, block: at }]
        : [],
    ),
  ]);
}

/** A heading, listed where it is of the second level. */
export function heading(level: HeadingBlock["level"], text: string, mark?: Mark): HeadingBlock {
  return {
    kind: "heading",
    level,
    text,
    ...(level === 2 ? { listed: true } : {}),
    ...(mark === undefined ? {} : { mark }),
  };
}

/** A paragraph of running text. */
export function paragraph(text: string, mark?: Mark): ParagraphBlock {
  return { kind: "paragraph", text, ...(mark === undefined ? {} : { mark }) };
}

/** A list entry. */
export function bullet(text: string): BulletBlock {
  return { kind: "bullet", text };
}
