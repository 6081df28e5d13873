import { CHART, COLORS, fontSize } from "../../report/theme";
import { AlignmentType, LineRuleType, TabStopType, LeaderType, type IStylesOptions } from "./library";
import { ems, LINE_HEIGHT, SPACES, TEXT_SIZE, TEXT_WIDTH, twips } from "./measures";

/* Styles by which a clerk goes on editing: Word's own headings, contents and captions, and a few with Japanese names. */

const MINCHO = "游明朝";
const GOTHIC = CHART.fontName;

const fonts = (name: string) => ({ ascii: name, hAnsi: name, eastAsia: name, cs: name });
const color = (value: string) => value.slice(1);
const exact = (points: number) => ({ line: twips(points), lineRule: LineRuleType.EXACT });

interface Space {
  readonly before: number;
  readonly after: number;
  readonly line?: number;
}

const spacing = ({ before, after, line }: Space) => ({
  before: twips(before),
  after: twips(after),
  ...(line === undefined ? {} : exact(line)),
});

const headingStyle = (name: string, size: number, space: Space, ink: string, outlineLevel: number) => ({
  name,
  basedOn: "Normal",
  next: STYLE.text,
  quickFormat: true,
  run: { font: fonts(GOTHIC), size: size * 2, bold: true, color: color(ink) },
  paragraph: { keepNext: true, keepLines: true, outlineLevel, spacing: spacing(space) },
});

/** Ids of the styles that paragraphs are given. */
export const STYLE = {
  text: "ReportText",
  bullet: "ReportBullet",
  label: "ReportLabel",
  policy: "ReportPolicy",
  measure: "ReportMeasure",
  tableCaption: "ReportTableCaption",
  chart: "ReportChart",
  chartCaption: "ReportChartCaption",
  cell: "ReportCell",
  note: "ReportNote",
  contentsTitle: "ReportContentsTitle",
  coverTitle: "ReportCoverTitle",
  coverText: "ReportCoverText",
  frame: "ReportFrame",
  running: "ReportRunning",
} as const;

/** The right edge of the text, to which dots lead. */
const leadingTab = { type: TabStopType.RIGHT, position: twips(TEXT_WIDTH), leader: LeaderType.DOT };

/** All styles of a document. */
export function documentStyles(): IStylesOptions {
  const gothic = (size: number, ink: string = COLORS.ink) => ({
    font: fonts(GOTHIC),
    size: size * 2,
    color: color(ink),
  });
  const style = (id: string, name: string, rest: object) => ({
    id,
    name,
    basedOn: "Normal",
    quickFormat: true,
    ...rest,
  });
  return {
    default: {
      document: {
        run: {
          font: fonts(MINCHO),
          size: TEXT_SIZE * 2,
          language: { value: "en-US", eastAsia: "ja-JP", bidirectional: "ar-SA" },
        },
        paragraph: { spacing: exact(LINE_HEIGHT), alignment: AlignmentType.BOTH },
      },
      heading1: headingStyle("heading 1", fontSize("title"), SPACES.heading1, COLORS.accent, 0),
      heading2: headingStyle("heading 2", fontSize("heading"), SPACES.heading2, COLORS.accent, 1),
      heading3: headingStyle("heading 3", fontSize("subheading"), SPACES.heading3, COLORS.ink, 2),
    },
    paragraphStyles: [
      { id: "Normal", name: "Normal", quickFormat: true },
      style(STYLE.text, "報告書本文", { paragraph: { indent: { firstLine: ems(1), firstLineChars: 100 } } }),
      style(STYLE.bullet, "報告書箇条書き", { paragraph: { indent: { left: ems(1), hanging: ems(1) } } }),
      style(STYLE.label, "報告書記号付き", { paragraph: { indent: { left: ems(2), hanging: ems(2) } } }),
      style(STYLE.policy, "報告書施策", {
        paragraph: {
          alignment: AlignmentType.LEFT,
          indent: { left: ems(3), hanging: ems(2) },
          tabStops: [{ type: TabStopType.LEFT, position: ems(3) }, leadingTab],
        },
      }),
      style(STYLE.measure, "報告書個別事業", {
        paragraph: {
          alignment: AlignmentType.LEFT,
          indent: { left: ems(5), hanging: ems(1) },
          tabStops: [leadingTab],
        },
      }),
      style(STYLE.tableCaption, "報告書表題", {
        run: { ...gothic(9.5), bold: true },
        paragraph: {
          keepNext: true,
          alignment: AlignmentType.LEFT,
          spacing: spacing(SPACES.tableCaption),
          tabStops: [{ type: TabStopType.RIGHT, position: twips(TEXT_WIDTH) }],
        },
      }),
      style(STYLE.chart, "報告書図", {
        paragraph: {
          keepNext: true,
          alignment: AlignmentType.CENTER,
          spacing: { ...spacing(SPACES.chart), line: 240, lineRule: LineRuleType.AUTO },
        },
      }),
      style(STYLE.chartCaption, "報告書図題", {
        run: { ...gothic(9.5), bold: true },
        paragraph: { alignment: AlignmentType.CENTER, spacing: spacing(SPACES.chartCaption) },
      }),
      style(STYLE.cell, "報告書表", {
        run: gothic(fontSize("tableText")),
        paragraph: { alignment: AlignmentType.LEFT, spacing: spacing(SPACES.cell) },
      }),
      style(STYLE.note, "報告書注", {
        run: gothic(fontSize("note"), COLORS.quiet),
        paragraph: {
          alignment: AlignmentType.LEFT,
          spacing: spacing(SPACES.note),
          indent: { left: twips(25), hanging: twips(25) },
        },
      }),
      style(STYLE.contentsTitle, "報告書目次題", {
        run: { ...gothic(fontSize("title"), COLORS.accent), bold: true },
        paragraph: { keepNext: true, spacing: spacing(SPACES.heading1) },
      }),
      style(STYLE.coverTitle, "報告書表紙題", {
        run: { ...gothic(fontSize("coverTitle"), COLORS.accent), bold: true },
        paragraph: { alignment: AlignmentType.CENTER, spacing: exact(39) },
      }),
      style(STYLE.coverText, "報告書表紙", {
        run: { size: fontSize("coverText") * 2 },
        paragraph: { alignment: AlignmentType.CENTER, spacing: exact(27) },
      }),
      style(STYLE.frame, "報告書奥付", { paragraph: { alignment: AlignmentType.LEFT } }),
      style(STYLE.running, "報告書柱", {
        run: gothic(9),
        paragraph: { alignment: AlignmentType.CENTER, spacing: exact(13) },
      }),
      style("TOC1", "toc 1", {
        paragraph: {
          alignment: AlignmentType.LEFT,
          spacing: { before: twips(4), ...exact(LINE_HEIGHT) },
          tabStops: [leadingTab],
        },
      }),
      style("TOC2", "toc 2", {
        paragraph: { alignment: AlignmentType.LEFT, indent: { left: ems(2) }, tabStops: [leadingTab] },
      }),
    ],
  };
}
