import type { Clipped } from "./detail-table";
import { SAFE_WIDTH } from "./page-setup";
import { clippedLabels, type PlannedSheet } from "./report-problem";
import type { ReportContext } from "./report-context";
import { finishSheet } from "./report-sheet";
import type { SheetDraft } from "./sheet-draft";

/** A sheet of one long table without charts: its header on every page, the names that do not fit told. */
export function listSheet(
  draft: SheetDraft,
  { plan, settings }: Pick<ReportContext, "plan" | "settings">,
  { name, columns, page, header, clipped }: ListSheet,
): PlannedSheet {
  const sheet = finishSheet(draft, {
    name,
    columns,
    charts: [],
    plan,
    rateDecimals: settings.decimals,
    printArea: draft.area(),
    breaks: draft.pageBreaks(page).breaks,
    titleRow: header,
    widest: SAFE_WIDTH.portrait,
  });
  return { sheet, problems: clippedLabels(name, { clipped }) };
}

interface ListSheet {
  readonly name: string;
  /** Widths in points. */
  readonly columns: readonly number[];
  /** Height of a page in points. */
  readonly page: number;
  /** Zero-based row of the table's header. */
  readonly header: number;
  readonly clipped: readonly Clipped[];
}
