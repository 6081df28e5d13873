import type { Narrative } from "../narrative/narrative";
import { columnWidths, fitToPage, headerAndFooter, MARGINS, pageHeight } from "./page-setup";
import { MAX_BREAKS } from "./pages";
import type { SheetPlan } from "./plan";
import type { ReportContext } from "./report-context";
import { SheetDraft } from "./sheet-draft";
import { breakLines, CELL_PADDING, MAX_ROW_HEIGHT } from "./text-layout";
import { emsIn, textWidth } from "./text-width";
import { fontSize, rowHeight } from "./theme";
import { contradictionLine, WORDS } from "./words";

/** Full-width letters to a line. */
const LINE_EMS = 38;
/** Free space below a paragraph, in points. */
const PARAGRAPH_GAP = 6;
const BOLD = 1.05;

/**
 * 評価: the narrative in one wide column, each paragraph in a cell that wraps and is as high as its lines. A paragraph higher
 * than Excel's tallest row goes on in the next row; where the officer still has to write, the cell is tinted.
 */
export function narrativeSheet(context: ReportContext, narrative: Narrative): SheetPlan {
  const size = fontSize("paragraph");
  const width = LINE_EMS * size + CELL_PADDING + 2;
  const draft = new SheetDraft(1);
  const linesPerRow = Math.floor((MAX_ROW_HEIGHT - PARAGRAPH_GAP) / rowHeight("paragraph"));

  addTitle(draft, narrative.title, width);
  draft.add([], 9);
  const bodyStart = draft.next;
  for (const { text, missing, contradicted, contradictions } of narrative.paragraphs) {
    const lines = breakLines(`　${text}`, LINE_EMS);
    for (let start = 0; start < lines.length; start += linesPerRow) {
      const part = lines.slice(start, start + linesPerRow);
      const isEnd = start + linesPerRow >= lines.length;
      const row = draft.add([part.join("")], rowHeight("paragraph", part.length) + (isEnd ? PARAGRAPH_GAP : 0));
      draft.role("paragraph", row, 0, 1);
      if (missing) draft.role("missing", row, 0, 1);
      if (contradicted) draft.role("contradicted", row, 0, 1);
    }
    for (const contradiction of contradictions ?? []) {
      const line = contradictionLine(contradiction, context.settings);
      const lineCount = breakLines(line, LINE_EMS).length;
      const row = draft.add([line], rowHeight("paragraph", lineCount));
      draft.role("paragraph", row, 0, 1);
      draft.role("contradicted", row, 0, 1);
    }
  }

  const { orientation, scale } = fitToPage(width);
  draft.bind(0, bodyStart);
  return {
    name: WORDS.narrativeSheet,
    kind: "report",
    blocks: draft.blocks(),
    roles: draft.roles("body"),
    columnWidths: columnWidths([width]),
    rowHeights: draft.rowHeights(),
    charts: [],
    links: [],
    page: {
      orientation,
      margins: MARGINS,
      printArea: draft.area(),
      breaksBefore: draft.pageBreaks(pageHeight(orientation, scale)).breaks.slice(0, MAX_BREAKS),
      scale,
      centerHorizontally: true,
      ...headerAndFooter(context.plan),
    },
  };
}

/** The title in as many rows as it needs; it is never wrapped, because it is larger than the lines below. */
function addTitle(draft: SheetDraft, title: string, width: number): void {
  const room = (role: "title" | "heading"): number => emsIn(width - CELL_PADDING, fontSize(role)) / BOLD;
  const role = textWidth(title) <= room("title") ? "title" : "heading";
  for (const line of breakLines(title, room(role))) {
    const row = draft.add([line], role === "title" ? 30 : 24);
    draft.role(role, row, 0, 1);
  }
}
