import { NARRATIVE_SHEET } from "../ledger/sheet-names";
import type { Narrative } from "../narrative/narrative";
import type { SheetPlan } from "./plan";
import type { ReportContext } from "./report-context";
import { addTitle, finishSheet, rowsHeight, STALE_HEIGHT } from "./report-sheet";
import { SheetDraft } from "./sheet-draft";
import { ledgerUnchanged, staleCell } from "./stale-line";
import { breakLines, CELL_PADDING, MAX_ROW_HEIGHT } from "./text-layout";
import { fontSize, rowHeight } from "./theme";
import { contradictionLine, outdatedLine } from "./words";

/** Full-width letters to a line. */
const LINE_EMS = 38;
/** Free space below a paragraph, in points. */
const PARAGRAPH_GAP = 6;

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
  const stale = draft.add([staleCell(ledgerUnchanged(context.tally, context.formulas))], STALE_HEIGHT);
  draft.role("stale", stale, 0, 1);
  draft.bind(stale);
  for (const { text, missing, contradicted, contradictions, outdated, automatic } of narrative.paragraphs) {
    const lines = breakLines(`　${text}`, LINE_EMS);
    for (let start = 0; start < lines.length; start += linesPerRow) {
      const part = lines.slice(start, start + linesPerRow);
      const isEnd = start + linesPerRow >= lines.length;
      const row = draft.add([part.join("")], rowHeight("paragraph", part.length) + (isEnd ? PARAGRAPH_GAP : 0));
      draft.role("paragraph", row, 0, 1);
      if (missing) draft.role("missing", row, 0, 1);
      if (contradicted || outdated === true) draft.role("contradicted", row, 0, 1);
    }
    const remarks = (contradictions ?? []).map((one) => contradictionLine(one, context.settings));
    if (outdated === true) remarks.push(outdatedLine(automatic ?? ""));
    for (const line of remarks) {
      const lineCount = breakLines(line, LINE_EMS).length;
      const row = draft.add([line], rowHeight("paragraph", lineCount));
      draft.role("paragraph", row, 0, 1);
      draft.role("contradicted", row, 0, 1);
    }
  }

  return finishSheet(draft, {
    name: NARRATIVE_SHEET,
    columns: [width],
    charts: [],
    plan: context.plan,
    rateDecimals: context.settings.decimals,
    printArea: draft.area(),
    breaks: draft.pageBreaks(rowsHeight([width])).breaks,
  });
}
