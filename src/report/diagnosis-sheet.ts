import { MARGINS } from "./page-setup";
import type { SheetPlan } from "./plan";
import { SheetDraft } from "./sheet-draft";
import { rowHeight } from "./theme";

/** What stands on the sheet, in words. */
export interface DiagnosisLines {
  readonly name: string;
  readonly notes: readonly string[];
  readonly header: readonly string[];
  /** One line for each fact and each probe, as wide as the header. */
  readonly rows: readonly (readonly (string | number)[])[];
}

const WIDTHS = [30, 16, 30, 30, 10];

/** The sheet 自己診断: what this Excel is and does. */
export function diagnosisSheet({ name, notes, header, rows }: DiagnosisLines): SheetPlan {
  const columns = WIDTHS.length;
  const draft = new SheetDraft(columns);
  draft.role("title", draft.add([name], rowHeight("title")), 0, columns);
  for (const note of notes) draft.role("note", draft.add([note]), 0, columns);
  draft.role("tableHeader", draft.add(header, rowHeight("tableHeader")), 0, columns);
  const first = draft.next;
  for (const row of rows) draft.add(row);
  draft.role("tableText", first, 0, columns - 1, rows.length);
  draft.role("tableCount", first, columns - 1, 1, rows.length);
  draft.role("tableLast", first + rows.length - 1, 0, columns);
  return {
    name,
    kind: "report",
    blocks: draft.blocks(),
    roles: draft.roles("body"),
    columnWidths: WIDTHS,
    rowHeights: draft.rowHeights(),
    charts: [],
    links: [],
    page: { orientation: "Landscape", margins: MARGINS, printArea: draft.area() },
  };
}
