import type { CellValue } from "../cells/cell";
import type { RecordEntry } from "../ledger/own-sheets";
import { isTooLarge, toHostError } from "./errors";
import type { ExcelHost } from "./host";
import { contentFingerprint, sheetContent, sheetsLookedAt, type ChartContent } from "./sheet-content";
import { untracked } from "./support";

/** Cells of one answer where a sheet does not fit into a single one. */
const CHUNK_CELLS = 50_000;

/** What sheets say now, as `sheetContent` has it. */
interface SheetContents {
  /** In the order asked for; null for a sheet that is not there. */
  readonly contents: readonly (readonly (readonly CellValue[])[] | null)[];
  /** Whether they did not fit into one answer of Excel. */
  readonly inParts: boolean;
}

/** Sheets that still are what the record says was written on them, and that no edited one looks at. */
interface UneditedSheets {
  readonly names: ReadonlySet<string>;
  /** Whether the sheets did not fit into one answer of Excel. */
  readonly inParts: boolean;
}

/**
 * Which of the sheets still are what the record says was written on them. One round trip for all of them; a sheet that is
 * too large for it is read in parts. Sheets that meanwhile are gone count as edited, and so do those that the formulas of an
 * edited sheet look at: without them, it would show #REF! to the one who edited it.
 *
 * @throws HostError
 */
export async function uneditedSheets(
  host: ExcelHost,
  entries: readonly Pick<RecordEntry, "sheet" | "contentFingerprint">[],
): Promise<UneditedSheets> {
  if (entries.length === 0) return { names: new Set(), inParts: false };
  const { contents, inParts } = await readContents(
    host,
    entries.map(({ sheet }) => sheet),
  );
  const names = new Set<string>();
  const edited: SheetContents["contents"][number][] = [];
  entries.forEach((entry, index) => {
    const content = contents[index];
    if (content && contentFingerprint(content) === entry.contentFingerprint) names.add(entry.sheet);
    else edited.push(content ?? null);
  });
  for (let content = edited.pop(); content !== undefined; content = edited.pop()) {
    for (const name of sheetsLookedAt(content ?? [], names)) {
      names.delete(name);
      edited.push(contents[entries.findIndex(({ sheet }) => sheet === name)] ?? null);
    }
  }
  return { names, inParts };
}

/**
 * Reads what sheets say, in one round trip; a sheet that is too large for it is read in parts.
 *
 * @throws HostError
 */
export async function readContents(host: ExcelHost, names: readonly string[]): Promise<SheetContents> {
  try {
    return { contents: await readTogether(host, names), inParts: false };
  } catch (error) {
    if (isUnreadable(error)) return { contents: await readOneByOne(host, names), inParts: false };
    if (!isTooLarge(error)) throw toHostError(error);
  }
  const contents = [];
  for (const name of names) contents.push(await readContentInParts(host, name));
  return { contents, inParts: true };
}

/** Whether something on a sheet, such as a chart of a kind that Excel's API does not know, may be what cannot be read. */
function isUnreadable(error: unknown): boolean {
  return ["failed", "refused", "old-excel", "unexpected"].includes(toHostError(error).problem.kind);
}

/** A sheet that cannot be read stands for one that is not what was written: it stays. */
async function readOneByOne(host: ExcelHost, names: readonly string[]): Promise<SheetContents["contents"]> {
  const contents: SheetContents["contents"][number][] = [];
  for (const name of names) {
    const [content] = await readTogether(host, [name]).catch((error: unknown) => {
      if (isUnreadable(error)) return [null];
      throw toHostError(error);
    });
    contents.push(content ?? null);
  }
  return contents;
}

async function readTogether(host: ExcelHost, names: readonly string[]): Promise<SheetContents["contents"]> {
  return host.run(async (context) => {
    const loaded = names.map((name) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(name);
      return { sheet, content: loadContent(sheet) };
    });
    await context.sync();
    return loaded.map(({ sheet, content }) => (sheet.isNullObject ? null : content()));
  });
}

/** Asks for what a sheet says at this point of the batch; the function returned has it after the sync. */
export function loadContent(sheet: Excel.Worksheet): () => readonly (readonly CellValue[])[] {
  const range = untracked(sheet.getUsedRangeOrNullObject(true));
  range.load("rowIndex,columnIndex,formulas");
  sheet.charts.load("items/name,items/chartType,items/title/text");
  return () => {
    const charts = chartContents(sheet.charts);
    if (range.isNullObject) return sheetContent(0, 0, [], charts);
    return sheetContent(range.rowIndex, range.columnIndex, range.formulas as CellValue[][], charts);
  };
}

function chartContents(charts: Excel.ChartCollection): ChartContent[] {
  return charts.items.map((chart) => ({ name: chart.name, type: chart.chartType, title: chart.title.text }));
}

async function readContentInParts(host: ExcelHost, name: string): Promise<readonly (readonly CellValue[])[] | null> {
  const frame = await host.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    const range = untracked(sheet.getUsedRangeOrNullObject(true));
    range.load("rowIndex,columnIndex,rowCount,columnCount");
    sheet.charts.load("items/name,items/chartType,items/title/text");
    await context.sync();
    if (sheet.isNullObject || range.isNullObject) return null;
    const { rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns } = range;
    return { row, column, rows, columns, charts: chartContents(sheet.charts) };
  });
  if (frame === null) return null;
  const formulas: CellValue[][] = [];
  let rows = Math.max(1, Math.floor(CHUNK_CELLS / frame.columns));
  while (formulas.length < frame.rows) {
    const row = frame.row + formulas.length;
    const count = Math.min(rows, frame.rows - formulas.length);
    try {
      for (const cells of await readFormulas(host, name, row, frame.column, count, frame.columns)) formulas.push(cells);
    } catch (error) {
      if (!isTooLarge(error) || rows === 1) throw toHostError(error, { sheet: name });
      rows = Math.max(1, Math.floor(rows / 2));
    }
  }
  return sheetContent(frame.row, frame.column, formulas, frame.charts);
}

async function readFormulas(
  host: ExcelHost,
  name: string,
  row: number,
  column: number,
  rows: number,
  columns: number,
): Promise<CellValue[][]> {
  return host.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    const range = untracked(sheet.getRangeByIndexes(row, column, rows, columns));
    range.load("formulas");
    await context.sync();
    return range.formulas as CellValue[][];
  });
}
