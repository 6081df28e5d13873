import { areaAddress, type Area, type CellValue } from "../cells/cell";
import { ledgerSheets, RECORD_SHEETS } from "../ledger/own-sheets";
import { ACCEPTED_SHEET, CHECK_RECORD_SHEET, FIELDS_SHEET, PLAN_SHEET, SETTINGS_SHEET } from "../ledger/sheet-names";
import type { SheetSource, SheetStructure, SheetSummary, WorkbookSource } from "../ledger/source";
import { errorPlace, HostError, hostProblem, isTooLarge, toHostError } from "./errors";
import type { ExcelHost } from "./host";
import { supports, untracked } from "./support";
import type { StoredNote } from "./run-notes";

/** What one run reads of a workbook, with what only the adapter needs. */
export interface OpenWorkbook extends WorkbookSource {
  /** Excel's ids of the sheets by name, in workbook order. */
  readonly sheetIds: ReadonlyMap<string, string>;
  /** The workbook's settings, among them what interrupted runs left behind; see `findNotes`. */
  readonly stored: readonly StoredNote[];
  /** Whether the ledger's sheet did not fit into one answer of Excel. */
  readonly inParts: boolean;
  /** Whether Excel only calculates when it is told to. */
  readonly manualCalculation: boolean;
}

/** What to read besides the sheet list, 設定, 分野, 計画, 作成記録 and 検査記録. */
export interface ReadOptions {
  /** The ledger's sheet; the active sheet where absent. */
  readonly sheet?: string;
  /** Also formulas and what a check needs to know of the ledger's sheet. */
  readonly structure?: boolean;
  /** Answers without a ledger's cells where `sheet` is not there, instead of throwing; not together with `structure`. */
  readonly ifPresent?: boolean;
  /** Cells of one answer where the sheet is too large for a single one; for tests. */
  readonly chunkCells?: number;
}

const COMPANIONS = [SETTINGS_SHEET, FIELDS_SHEET, PLAN_SHEET, ...RECORD_SHEETS, CHECK_RECORD_SHEET, ACCEPTED_SHEET];
/** Rows of another sheet that are enough to see whether it has a ledger's header. */
const CANDIDATE_ROWS = 30;
/** Cells of one answer when a sheet has to be read in parts: well below 5 MB of JSON at usual text lengths. */
const CHUNK_CELLS = 50_000;
/** Cells from which on parts are asked first whether there is anything in them. */
const SPARSE_CELLS = 2_000_000;
/** Cells of a sheet's used range that are read at all; a hundred thousand rows of thirty columns are a seventh of it. */
const MOST_CELLS = 20_000_000;

/**
 * Reads everything a run needs, in one round trip where the ledger's sheet fits into one answer of Excel. Further trips
 * only for the areas of tables (structure), or in parts where Excel says the answer is too large.
 *
 * @throws HostError "not-found" where `sheet` is not there
 */
export async function readWorkbook(host: ExcelHost, options: ReadOptions = {}): Promise<OpenWorkbook> {
  try {
    const { first, scope } = await readAsMuch(host, options);
    const read = new Map(first.companions);
    if (first.ledger !== null) {
      const { name, extent } = first.ledger;
      read.set(name, first.ledger.source ?? (await readInParts(host, name, extent, options)));
    }
    if (options.structure === true && first.ledger !== null) {
      const { name, extent, source } = first.ledger;
      if (source !== null && !scope.merged) read.set(name, await withMergedAreas(host, source, extent));
      read.set(name, await withTables(host, read.get(name)!));
    }
    return { ...first.workbook, read, inParts: first.ledger?.source === null };
  } catch (error) {
    throw toHostError(error, options.sheet === undefined ? {} : { sheet: options.sheet });
  }
}

/** What the first round trip asks for besides what it always does. */
interface Scope {
  readonly cells: boolean;
  readonly active: boolean;
  readonly merged: boolean;
}

/** Asks for everything, and for less where Excel refuses some of it. */
async function readAsMuch(
  host: ExcelHost,
  options: ReadOptions,
): Promise<{ readonly first: FirstRead; readonly scope: Scope }> {
  for (let scope: Scope = { cells: true, active: true, merged: options.structure === true }; ;) {
    try {
      return { first: await readAll(host, options, scope), scope };
    } catch (error) {
      scope = lessThan(scope, options, error);
    }
  }
}

/** What to ask for after a refusal; throws where nothing of it can be done without. */
function lessThan(scope: Scope, options: ReadOptions, error: unknown): Scope {
  const place = errorPlace(error);
  if (isTooLarge(error) && scope.cells) return { ...scope, cells: false };
  if (scope.merged && mayBeMerged(error)) return { ...scope, merged: false };
  // A chart's own sheet in front is no worksheet.
  const needsActive = options.sheet === undefined || !scope.active;
  if (!needsActive && (place.endsWith(".getActiveWorksheet") || toHostError(error).problem.kind === "chart-sheet")) {
    return { ...scope, active: false };
  }
  throw error;
}

/** Whether it was the merged areas, or may have been, that Excel refused: it answers no more than 512. */
function mayBeMerged(error: unknown): boolean {
  const place = errorPlace(error);
  if (place !== "") return place.endsWith(".getMergedAreasOrNullObject");
  return ["failed", "refused"].includes(toHostError(error).problem.kind);
}

interface FirstRead {
  readonly workbook: Omit<OpenWorkbook, "read" | "inParts">;
  readonly companions: ReadonlyMap<string, SheetSource>;
  /** The ledger's sheet; `source` is null where its cells have to be read in parts. */
  readonly ledger: { readonly name: string; readonly extent: Area; readonly source: SheetSource | null } | null;
}

async function readAll(host: ExcelHost, options: ReadOptions, scope: Scope): Promise<FirstRead> {
  return host.run(async (context) => {
    const { workbook } = context;
    const sheets = workbook.worksheets;
    workbook.load("name,readOnly");
    workbook.protection.load("protected");
    sheets.load("items/id,items/name,items/visibility,items/protection/protected");
    workbook.application.load("calculationMode");
    const active = scope.active ? sheets.getActiveWorksheet() : null;
    active?.load("name");
    workbook.settings.load("items/key,items/value");
    // Nothing can be asked of a null object, so what has a structure to be read must be there: the sheet, and a range of it,
    // which in an empty sheet is A1.
    const withStructure = scope.cells && options.structure === true;
    const chosen =
      options.sheet === undefined
        ? active!
        : withStructure
          ? sheets.getItem(options.sheet)
          : sheets.getItemOrNullObject(options.sheet);
    if (options.sheet !== undefined) chosen.load("name");
    const range = untracked(withStructure ? chosen.getUsedRange(true) : chosen.getUsedRangeOrNullObject(true));
    const structure = withStructure ? loadStructure(host, chosen, range, scope.merged) : null;
    range.load(
      scope.cells
        ? structure === null
          ? "rowIndex,columnIndex,values"
          : "rowIndex,columnIndex,values,formulas"
        : "rowIndex,columnIndex,rowCount,columnCount",
    );
    const companions = COMPANIONS.filter((name) => name !== options.sheet).map((name) => {
      const companion = untracked(sheets.getItemOrNullObject(name).getUsedRangeOrNullObject(true));
      companion.load("rowIndex,columnIndex,values");
      return { name, range: companion };
    });
    await context.sync();

    const missing = options.sheet !== undefined && chosen.isNullObject;
    if (missing && options.ifPresent !== true) {
      throw new HostError(hostProblem("not-found", { sheet: options.sheet }));
    }
    const names = new Set(sheets.items.map((sheet) => sheet.name));
    const summaries = sheets.items.map((sheet): SheetSummary => ({
      name: sheet.name,
      visible: sheet.visibility === "Visible",
      protected: sheet.protection.protected,
    }));
    return {
      workbook: {
        sheets: summaries,
        activeSheet: active?.name ?? "",
        fileName: workbook.name,
        readOnly: workbook.readOnly,
        structureProtected: workbook.protection.protected,
        manualCalculation: workbook.application.calculationMode === "Manual",
        sheetIds: new Map(sheets.items.map((sheet) => [sheet.name, sheet.id])),
        stored: workbook.settings.items.map(({ key, value }): StoredNote => ({ key, value })),
      },
      companions: new Map(
        companions.filter(({ name }) => names.has(name)).map((one) => [one.name, sourceOf(one.name, one.range)]),
      ),
      ledger: missing ? null : ledgerOf(chosen.name, range, scope.cells, structure),
    };
  });
}

function ledgerOf(
  name: string,
  range: Excel.Range,
  withCells: boolean,
  structure: LoadedStructure | null,
): NonNullable<FirstRead["ledger"]> {
  if (range.isNullObject) {
    return {
      name,
      extent: { row: 0, column: 0, rows: 0, columns: 0 },
      source: { name, row: 0, column: 0, values: [] },
    };
  }
  const { rowIndex, columnIndex } = range;
  if (!withCells) {
    const extent = { row: rowIndex, column: columnIndex, rows: range.rowCount, columns: range.columnCount };
    return { name, extent, source: null };
  }
  // Above its cell limit Excel may answer null instead of failing.
  const values = range.values as CellValue[][] | null;
  if (values === null) throw new HostError(hostProblem("too-large", { sheet: name }));
  const extent = { row: rowIndex, column: columnIndex, rows: values.length, columns: values[0]?.length ?? 0 };
  const source: SheetSource = { name, row: rowIndex, column: columnIndex, values };
  return {
    name,
    extent,
    source:
      structure === null
        ? source
        : { ...source, formulas: range.formulas as CellValue[][], structure: structureOf(structure, extent) },
  };
}

function sourceOf(name: string, range: Excel.Range): SheetSource {
  if (range.isNullObject) return { name, row: 0, column: 0, values: [] };
  return { name, row: range.rowIndex, column: range.columnIndex, values: range.values as CellValue[][] };
}

interface LoadedStructure {
  readonly rows: OfficeExtension.ClientResult<Excel.RowProperties[]>;
  readonly columns: OfficeExtension.ClientResult<Excel.ColumnProperties[]>;
  readonly filter: Excel.AutoFilter;
  readonly tables: Excel.TableCollection;
  readonly merged: Excel.RangeAreas | null;
}

function loadStructure(
  host: ExcelHost,
  sheet: Excel.Worksheet,
  range: Excel.Range,
  withMerged: boolean,
): LoadedStructure {
  const rows = range.getRowProperties({
    rowHidden: true,
    format: { fill: { color: true }, font: { color: true, strikethrough: true } },
  });
  const columns = range.getColumnProperties({ columnHidden: true });
  sheet.autoFilter.load("isDataFiltered");
  sheet.tables.load("items/name,items/showTotals");
  const merged = withMerged ? loadMerged(host, range) : null;
  return { rows, columns, filter: sheet.autoFilter, tables: sheet.tables, merged };
}

function loadMerged(host: ExcelHost, range: Excel.Range): Excel.RangeAreas | null {
  if (!supports(host, "1.13", range, "getMergedAreasOrNullObject")) return null;
  const merged = untracked(range.getMergedAreasOrNullObject());
  merged.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
  return merged;
}

function mergedAreasOf(merged: Excel.RangeAreas): Area[] {
  if (merged.isNullObject) return [];
  return merged.areas.items.map((area) => ({
    row: area.rowIndex,
    column: area.columnIndex,
    rows: area.rowCount,
    columns: area.columnCount,
  }));
}

/** Fills in the merged areas where Excel would not answer them together with the cells. */
async function withMergedAreas(host: ExcelHost, source: SheetSource, extent: Area): Promise<SheetSource> {
  if (source.structure === undefined) return source;
  return { ...source, structure: { ...source.structure, mergedAreas: await readMerged(host, source.name, extent) } };
}

/** Rows that merged areas are asked for together, where a sheet has too many. */
const BAND_ROWS = 256;

/** The merged areas of a sheet, by bands of rows that are halved where Excel refuses; null where one row is too much. */
async function readMerged(host: ExcelHost, name: string, extent: Area): Promise<readonly Area[] | null> {
  const found = new Map<string, Area>();
  const bands: Area[] = [];
  for (let row = extent.row; row < extent.row + extent.rows; row += BAND_ROWS) {
    bands.push({ ...extent, row, rows: Math.min(BAND_ROWS, extent.row + extent.rows - row) });
  }
  for (let band = bands.shift(); band !== undefined; band = bands.shift()) {
    try {
      // An area that reaches into several bands may be answered for each of them.
      for (const area of (await mergedIn(host, name, band)) ?? []) found.set(areaAddress(area), area);
    } catch (error) {
      if (!mayBeMerged(error) && !isTooLarge(error)) throw error;
      if (band.rows === 1) return null;
      const half = Math.ceil(band.rows / 2);
      bands.unshift({ ...band, rows: half }, { ...band, row: band.row + half, rows: band.rows - half });
    }
  }
  return [...found.values()];
}

async function mergedIn(host: ExcelHost, name: string, area: Area): Promise<Area[] | null> {
  return host.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    const merged = loadMerged(host, untracked(sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns)));
    await context.sync();
    return merged === null ? null : mergedAreasOf(merged);
  });
}

function structureOf(loaded: LoadedStructure, extent: Area): SheetStructure {
  const rows = loaded.rows.value;
  const columns = loaded.columns.value;
  return {
    mergedAreas: loaded.merged === null ? null : mergedAreasOf(loaded.merged),
    hiddenRows: rows.flatMap((row, index) => (row.rowHidden === true ? [extent.row + index] : [])),
    hiddenColumns: columns.flatMap((column, index) => (column.columnHidden === true ? [extent.column + index] : [])),
    filtered: loaded.filter.isDataFiltered,
    // Their areas need the names first; `withTables` fills them in.
    tables: loaded.tables.items.map((table) => ({ name: table.name, area: extent, showTotals: table.showTotals })),
    rowFills: rows.map((row) => rowLook(row.format)),
  };
}

/** The fill of a row, and what its letters look like where all of them are struck through or in one colour. */
function rowLook(format: Excel.RowProperties["format"]): string | null {
  const fill = rowFill(format?.fill?.color);
  const color = format?.font?.color?.toUpperCase() ?? BLACK;
  const marks = `${format?.font?.strikethrough === true ? " struck" : ""}${color === "" || color === BLACK ? "" : ` ${color}`}`;
  return marks === "" ? fill : `${fill ?? ""}${marks}`;
}

const BLACK = "#000000";

/** Excel answers white for cells without fill, and nothing where the cells of a row differ. */
function rowFill(color: string | null | undefined): string | null {
  if (color === null || color === undefined || color === "") return null;
  return color.toUpperCase() === "#FFFFFF" ? "" : color.toUpperCase();
}

/** Fills in the areas of the sheet's tables; one more round trip, only where there are tables. */
async function withTables(host: ExcelHost, source: SheetSource): Promise<SheetSource> {
  const { structure } = source;
  const tables = structure?.tables ?? [];
  if (structure === undefined || tables.length === 0) return source;
  return host.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(source.name);
    const ranges = tables.map(({ name }) => {
      const range = untracked(sheet.tables.getItem(name).getRange());
      range.load("rowIndex,columnIndex,rowCount,columnCount");
      return range;
    });
    await context.sync();
    const areas = ranges.map((range) => ({
      row: range.rowIndex,
      column: range.columnIndex,
      rows: range.rowCount,
      columns: range.columnCount,
    }));
    return {
      ...source,
      structure: { ...structure, tables: tables.map((table, index) => ({ ...table, area: areas[index]! })) },
    };
  });
}

/** Reads a large sheet by runs of rows, with fewer rows at a time whenever Excel says it is too much. */
async function readInParts(host: ExcelHost, name: string, extent: Area, options: ReadOptions): Promise<SheetSource> {
  const values: CellValue[][] = [];
  const formulas: CellValue[][] = [];
  const parts: SheetStructure[] = [];
  let rows = Math.max(1, Math.floor((options.chunkCells ?? CHUNK_CELLS) / Math.max(1, extent.columns)));
  const cells = extent.rows * extent.columns;
  if (cells > MOST_CELLS) throw new HostError(hostProblem("too-large", { sheet: name }));
  const blank = cells > SPARSE_CELLS ? await blankParts(host, name, extent, rows) : new Set<number>();
  let withMerged = true;
  const blankRow = new Array<CellValue>(extent.columns).fill("");
  while (values.length < extent.rows) {
    if (blank.has(values.length)) {
      for (let row = Math.min(rows, extent.rows - values.length); row > 0; row--) {
        values.push(blankRow);
        if (options.structure === true) formulas.push(blankRow);
      }
      continue;
    }
    const area = { ...extent, row: extent.row + values.length, rows: Math.min(rows, extent.rows - values.length) };
    try {
      const part = await readPart(host, name, area, options.structure === true, withMerged);
      for (const row of part.values) values.push(row);
      for (const row of part.formulas) formulas.push(row);
      if (part.structure !== null) parts.push(part.structure);
    } catch (error) {
      if (withMerged && options.structure === true && mayBeMerged(error)) {
        withMerged = false;
        continue;
      }
      if (!isTooLarge(error) || rows === 1) throw error;
      rows = Math.max(1, Math.floor(rows / 2));
      // Other parts than those that were looked at.
      blank.clear();
    }
  }
  const source: SheetSource = { name, row: extent.row, column: extent.column, values };
  const [first] = parts;
  if (first === undefined) return source;
  const joined = <T>(pick: (part: SheetStructure) => readonly T[] | null): readonly T[] | null =>
    parts.every((part) => pick(part) !== null) ? parts.flatMap((part) => pick(part) ?? []) : null;
  return {
    ...source,
    formulas,
    structure: {
      ...first,
      mergedAreas: withMerged ? joined((part) => part.mergedAreas) : await readMerged(host, name, extent),
      hiddenRows: joined((part) => part.hiddenRows),
      rowFills: joined((part) => part.rowFills),
    },
  };
}

/**
 * First rows, counted within `extent`, of the parts without any value: one cell typed by mistake far below a ledger makes
 * a million rows of nothing. One round trip.
 */
async function blankParts(host: ExcelHost, name: string, extent: Area, rows: number): Promise<Set<number>> {
  return host.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    const parts: { readonly first: number; readonly used: Excel.Range }[] = [];
    for (let first = 0; first < extent.rows; first += rows) {
      const count = Math.min(rows, extent.rows - first);
      const part = sheet.getRangeByIndexes(extent.row + first, extent.column, count, extent.columns);
      const used = untracked(part.getUsedRangeOrNullObject(true));
      used.load("rowIndex");
      parts.push({ first, used });
    }
    await context.sync();
    return new Set(parts.filter(({ used }) => used.isNullObject).map(({ first }) => first));
  });
}

interface Part {
  readonly values: CellValue[][];
  readonly formulas: CellValue[][];
  readonly structure: SheetStructure | null;
}

async function readPart(
  host: ExcelHost,
  name: string,
  area: Area,
  withStructure: boolean,
  withMerged: boolean,
): Promise<Part> {
  return host.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    const range = untracked(sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns));
    const structure = withStructure ? loadStructure(host, sheet, range, withMerged) : null;
    range.load(withStructure ? "values,formulas" : "values");
    await context.sync();
    const values = range.values as CellValue[][] | null;
    if (values === null) throw new HostError(hostProblem("too-large", { sheet: name }));
    return {
      values,
      formulas: withStructure ? (range.formulas as CellValue[][]) : [],
      structure: structure === null ? null : structureOf(structure, area),
    };
  });
}

/**
 * The workbook with the first rows of every sheet that could be a ledger and was not read yet; one round trip where there
 * are any.
 *
 * @throws HostError
 */
export async function readCandidates(host: ExcelHost, workbook: OpenWorkbook): Promise<OpenWorkbook> {
  const names = ledgerSheets(workbook).map(({ name }) => name);
  return { ...workbook, read: await readMore(host, workbook.read, names, CANDIDATE_ROWS) };
}

/**
 * A sheet of the workbook as it was read, or read now where it was not; one round trip.
 *
 * @returns undefined where it is not there
 * @throws HostError
 */
export async function readSheet(
  host: ExcelHost,
  workbook: OpenWorkbook,
  name: string,
): Promise<SheetSource | undefined> {
  if (!workbook.sheetIds.has(name)) return undefined;
  return (await readMore(host, workbook.read, [name])).get(name);
}

/** What was read with those of the sheets that are missing in it. @param rows the first so many rows of each, or all */
async function readMore(
  host: ExcelHost,
  read: OpenWorkbook["read"],
  names: readonly string[],
  rows?: number,
): Promise<OpenWorkbook["read"]> {
  const others = names.filter((name) => !read.has(name));
  if (others.length === 0) return read;
  try {
    return await host.run(async (context) => {
      const ranges = others.map((name) => {
        const sheet = context.workbook.worksheets.getItem(name);
        const head = rows === undefined ? sheet : untracked(sheet.getRange(`1:${rows}`));
        const range = untracked(head.getUsedRangeOrNullObject(true));
        range.load("rowIndex,columnIndex,values");
        return { name, range };
      });
      await context.sync();
      return new Map([...read, ...ranges.map(({ name, range }) => [name, sourceOf(name, range)] as const)]);
    });
  } catch (error) {
    throw toHostError(error);
  }
}
