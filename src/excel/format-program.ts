import type { Area } from "../cells/cell";
import { columnPoints } from "../report/lengths";
import type { SheetPlan } from "../report/plan";
import {
  accepts,
  assign,
  BOX_KEYS,
  DEFAULTS,
  looksOf,
  TEXT_KEYS,
  valueOf,
  type LookBand,
  type Look,
  type LookKey,
  type EdgeLine,
} from "./looks";
import type { Grid } from "./sheet-content";

/*
 * A report sheet has a few dozen areas with roles. Setting each role's properties area by area would take hundreds of
 * actions a sheet, and in Excel's API it is the number of actions and objects that costs, in bytes and in time. So the
 * look of every cell is worked out first, and then said in as few words as possible: what most cells of a column have in
 * common goes with the column's width, what a whole row (or a table's part of it) has goes with its height, and only the
 * rest is set by areas.
 */

/** Areas that get the same properties. */
export interface LookGroup {
  readonly areas: readonly Area[];
  readonly look: Look;
  /** Points; set on whole rows. */
  readonly rowHeight?: number;
  /** Lines between the rows of each area. */
  readonly innerLines?: EdgeLine;
}

/** An area and the number format of each of its columns, from left to right. */
export interface NumberFormatArea {
  readonly area: Area;
  readonly formats: readonly string[];
}

/** Consecutive rows of an area, one entry per row; `{}` leaves a row as it is. */
interface RowEntries {
  readonly area: Area;
  readonly entries: readonly Excel.SettableRowProperties[];
}

/** Everything that makes a sheet look as planned, in the order it has to be done. */
export interface FormatProgram {
  readonly area: Area;
  /** What every column has in common, and the height in points of every row that nothing else sets. */
  readonly whole: Look;
  readonly rowHeight: number | null;
  /** One entry per column of `area`. */
  readonly columns: readonly Excel.SettableColumnProperties[];
  readonly rows: readonly RowEntries[];
  readonly groups: readonly LookGroup[];
  readonly numberFormats: readonly NumberFormatArea[];
}

const BASE_KEYS = ["fontName", "fontSize", "fontColor", "vertical", "horizontal", "wrapText", "bold"] as const;

/** What one entry of a row costs beyond its properties, and an action, an object and a range, in bytes both ways. */
const ENTRY_COST = 12;
const EMPTY_ENTRY_COST = 3;
const ACTION_COST = 125;
const OBJECT_COST = 170;
const RANGE_COST = 330;

type AreasByLook = Map<string, { readonly look: Look; readonly areas: Area[] }>;
/** Entries by row, for each run of columns that they are for. */
type EntriesBySpan = Map<string, { readonly column: number; readonly columns: number; readonly entries: EntryMap }>;
type EntryMap = Map<number, Excel.SettableRowProperties>;

/**
 * Works out the cheapest way to make a sheet look as planned.
 *
 * @param rateDecimals decimals of percentages, as `roleFormat` takes them
 */
export function formatProgram(plan: SheetPlan, grid: Grid, rateDecimals: number): FormatProgram {
  const ends = plan.roles.flatMap(({ areas }) => areas);
  const rows = [...ends, ...plan.rowHeights].reduce(
    (most, { row, rows: count }) => Math.max(most, row + count),
    Math.max(1, grid.rows.length),
  );
  const columns = ends.reduce(
    (most, area) => Math.max(most, area.column + area.columns),
    Math.max(1, grid.columns, plan.columnWidths.length),
  );
  const bands = looksOf(plan, grid, rows, columns, rateDecimals);
  const base = columnBases(bands, columns);
  const boxes: AreasByLook = new Map();
  const texts: AreasByLook = new Map();
  const rest: AreasByLook = new Map();
  const kinds = new Map<LookBand["cells"], BandKind>();
  for (const { row, rows: count, cells } of bands) {
    let kind = kinds.get(cells);
    if (kind === undefined) kinds.set(cells, (kind = bandKind(cells, base, columns)));
    for (const [into, parts] of [
      [boxes, kind.boxes],
      [texts, kind.texts],
      [rest, kind.rests],
    ] as const) {
      for (const part of parts) addArea(into, part, { row, column: part.column, rows: count, columns: part.columns });
    }
  }

  const entries: EntriesBySpan = new Map();
  const groups = [...boxes.values(), ...texts.values()].flatMap(({ look, areas }) => {
    const format = cellFormat(look);
    const count = areas.reduce((sum, area) => sum + area.rows, 0);
    const joined = joinDown(areas);
    if (count * (JSON.stringify(format).length + ENTRY_COST) > groupCost(look, joined.length)) {
      return borderSafeGroups(joined, look);
    }
    for (const area of areas) addEntries(entries, area, format);
    return [];
  });
  for (const { look, areas } of rest.values()) groups.push({ areas: joinDown(areas), look });
  const rowHeight = commonHeight(plan, rows);
  groups.push(...addHeights(plan, rowHeight, entries, columns));
  const whole = commonBase(base);
  return {
    area: { row: 0, column: 0, rows, columns },
    whole,
    rowHeight,
    columns: columnProperties(plan, base, whole, columns),
    rows: [...entries.values()].flatMap((span) => entryRuns(span, rows, columns)),
    groups,
    numberFormats: numberFormatAreas(bands, columns),
  };
}

/** A run of a band's columns that gets the same properties; `key` is the same for the same look. */
interface BandPart {
  readonly column: number;
  readonly columns: number;
  readonly look: Look;
  readonly key: string;
}

/** What all bands of one kind need beyond their columns' bases. */
interface BandKind {
  readonly boxes: readonly BandPart[];
  readonly texts: readonly BandPart[];
  readonly rests: readonly BandPart[];
}

function bandKind(cells: LookBand["cells"], base: readonly Look[], columns: number): BandKind {
  const spans = bandSpans(cells, columns).map((span) => ({ ...span, text: sharedText(cells, base, span) }));
  const part = (span: Omit<Span, "box">, look: Look): BandPart[] =>
    Object.keys(look).length === 0
      ? []
      : [{ column: span.column, columns: span.columns, look, key: JSON.stringify(look) }];
  return {
    boxes: spans.flatMap((span) => part(span, span.box)),
    texts: spans.flatMap((span) => part(span, span.text)),
    rests: restParts(
      cells,
      base,
      (column) => spans.find((span) => column >= span.column && column < span.column + span.columns)?.text ?? {},
    ),
  };
}

/** Per column and property, the value that most of its rows have. */
function columnBases(bands: readonly LookBand[], columns: number): Look[] {
  const rowsByKind = new Map<LookBand["cells"], number>();
  for (const { rows, cells } of bands) rowsByKind.set(cells, (rowsByKind.get(cells) ?? 0) + rows);
  return Array.from({ length: columns }, (_, column) => {
    const base: Look = {};
    for (const key of BASE_KEYS) {
      const weights = new Map<Look[LookKey], number>();
      for (const [cells, rows] of rowsByKind) {
        const value = valueOf(cells[column], key);
        if (value !== undefined) weights.set(value, (weights.get(value) ?? 0) + rows);
      }
      const [most] = [...weights].sort((a, b) => b[1] - a[1]);
      if (most !== undefined && most[0] !== DEFAULTS[key]) assign(base, key, most[0]);
    }
    return base;
  });
}

/** Alignments that all columns share: one setting of the whole sheet instead of one of each column. */
function commonBase(base: readonly Look[]): Look {
  const common: Look = {};
  for (const key of ["vertical", "horizontal", "wrapText"] as const) {
    const value = base[0]?.[key];
    if (value !== undefined && base.length > 1 && base.every((look) => look[key] === value)) assign(common, key, value);
  }
  return common;
}

function baseOf(base: Look | undefined, key: LookKey): Look[LookKey] {
  return base?.[key] ?? DEFAULTS[key];
}

interface Span {
  readonly column: number;
  readonly columns: number;
  readonly box: Look;
}

/** The runs of a band's columns that have fill and lines in common; the whole band where none has any. */
function bandSpans(cells: LookBand["cells"], columns: number): Span[] {
  const boxes = Array.from({ length: columns }, (_, column) => {
    const box: Look = {};
    for (const key of BOX_KEYS) {
      const value = valueOf(cells[column], key);
      if (value !== undefined) assign(box, key, value);
    }
    return { box, key: JSON.stringify(box) };
  });
  const spans: Span[] = [];
  for (let column = 0; column < columns;) {
    const { box, key } = boxes[column]!;
    let end = column + 1;
    while (end < columns && boxes[end]!.key === key) end++;
    if (key !== "{}") spans.push({ column, columns: end - column, box });
    column = end;
  }
  return spans.length > 0 ? spans : [{ column: 0, columns, box: {} }];
}

/** What all cells of a span can have in common and their columns do not give them already. */
function sharedText(cells: LookBand["cells"], base: readonly Look[], span: Span): Look {
  const shared: Look = {};
  const columns = Array.from({ length: span.columns }, (_, index) => span.column + index);
  for (const key of TEXT_KEYS) {
    if (columns.every((column) => accepts(cells[column], key, baseOf(base[column], key)))) continue;
    const wanted = columns
      .map((column) => valueOf(cells[column], key))
      .find((value) => columns.every((column) => accepts(cells[column], key, value)));
    if (wanted !== undefined) assign(shared, key, wanted);
  }
  return shared;
}

/** What neither column nor span gives a band's cells, neighbours with the same rest joined. */
function restParts(cells: LookBand["cells"], base: readonly Look[], sharedAt: (column: number) => Look): BandPart[] {
  const rests = cells.map((cell, column) => {
    const rest: Look = {};
    const shared = sharedAt(column);
    for (const key of TEXT_KEYS) {
      const value = valueOf(cell, key);
      if (value === undefined || accepts(cell, key, shared[key] ?? baseOf(base[column], key))) continue;
      assign(rest, key, value);
    }
    return { rest, key: JSON.stringify(rest) };
  });
  const parts: BandPart[] = [];
  for (let column = 0; column < rests.length;) {
    const { rest, key } = rests[column]!;
    let end = column + 1;
    while (end < rests.length && rests[end]!.key === key) end++;
    if (key !== "{}") parts.push({ column, columns: end - column, look: rest, key });
    column = end;
  }
  return parts;
}

function addArea(groups: AreasByLook, { key, look }: BandPart, area: Area): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, { look, areas: [area] });
  else group.areas.push(area);
}

/** Joins areas, given from top to bottom, that stand one below the other. */
function joinDown(areas: readonly Area[]): Area[] {
  const joined: Area[] = [];
  const lastAt = new Map<string, number>();
  for (const area of areas) {
    const columns = `${area.column}:${area.columns}`;
    const index = lastAt.get(columns);
    const above = index === undefined ? undefined : joined[index];
    if (above !== undefined && above.row + above.rows === area.row) {
      joined[index!] = { ...above, rows: above.rows + area.rows };
    } else {
      lastAt.set(columns, joined.push(area) - 1);
    }
  }
  return joined;
}

/** Inner lines exist only in areas of several rows, so single rows with lines are kept apart from them. */
function borderSafeGroups(areas: readonly Area[], look: Look): LookGroup[] {
  if (look.top === undefined && look.bottom === undefined) return [{ areas, look }];
  if (Object.keys(look).length === 1 && look.bottom !== undefined) {
    // Lines below rows are the inner lines of the area that reaches one row further: one setting instead of two.
    return [{ areas: areas.map((area) => ({ ...area, rows: area.rows + 1 })), look: {}, innerLines: look.bottom }];
  }
  return [areas.filter((area) => area.rows === 1), areas.filter((area) => area.rows > 1)]
    .filter((members) => members.length > 0)
    .map((members) => ({ areas: members, look }));
}

function groupCost(look: Look, areas: number): number {
  const keys = Object.keys(look);
  const lines = keys.filter((key) => key === "top" || key === "bottom").length;
  const has = (...names: LookKey[]): number => (names.some((name) => name in look) ? OBJECT_COST : 0);
  return (
    RANGE_COST +
    areas * 8 +
    OBJECT_COST +
    has("fontName", "fontSize", "bold", "fontColor", "underline") +
    has("fill") +
    has("top", "bottom") +
    (keys.length === 1 && "bottom" in look ? 1 : 2) * lines * (OBJECT_COST + 3 * ACTION_COST) +
    (keys.length - lines) * ACTION_COST
  );
}

function addEntries(spans: EntriesBySpan, area: Area, format: Excel.CellPropertiesFormat): void {
  const key = `${area.column}:${area.columns}`;
  const span = spans.get(key) ?? { column: area.column, columns: area.columns, entries: new Map() as EntryMap };
  spans.set(key, span);
  for (let row = area.row; row < area.row + area.rows; row++) {
    span.entries.set(row, { format: { ...span.entries.get(row)?.format, ...format } });
  }
}

/** The height that most rows have, where the plan gives every row one. */
function commonHeight(plan: SheetPlan, rows: number): number | null {
  const weights = new Map<number, number>();
  let planned = 0;
  for (const { rows: count, height } of plan.rowHeights) {
    weights.set(height, (weights.get(height) ?? 0) + count);
    planned += count;
  }
  if (planned < rows) return null;
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** Adds the heights that differ from the common one to entries of their rows; long runs come back as groups. */
function addHeights(plan: SheetPlan, common: number | null, spans: EntriesBySpan, columns: number): LookGroup[] {
  const byHeight = new Map<number, { row: number; rows: number }[]>();
  for (const { row, rows, height } of plan.rowHeights) {
    if (height === common) continue;
    const runs = byHeight.get(height) ?? [];
    runs.push({ row, rows });
    byHeight.set(height, runs);
  }
  const groups: LookGroup[] = [];
  for (const [rowHeight, runs] of byHeight) {
    const areas = runs.map(({ row, rows }) => ({ row, column: 0, rows, columns }));
    const count = runs.reduce((sum, run) => sum + run.rows, 0);
    if (count * 2 * ENTRY_COST > groupCost({}, runs.length) + ACTION_COST) groups.push({ areas, look: {}, rowHeight });
    else for (const area of areas) addHeight(spans, area, rowHeight);
  }
  return groups;
}

function addHeight(spans: EntriesBySpan, area: Area, rowHeight: number): void {
  for (let row = area.row; row < area.row + area.rows; row++) {
    // The height belongs to the whole row, whichever span says it.
    const span = [...spans.values()].find(({ entries }) => entries.has(row));
    if (span === undefined) addEntries(spans, { ...area, row, rows: 1 }, { rowHeight } as Excel.CellPropertiesFormat);
    else span.entries.set(row, { format: { ...span.entries.get(row)?.format, rowHeight } });
  }
}

/** Runs of entries, blank ones between them as long as that is cheaper than another call. */
function entryRuns(
  { column, columns, entries }: { readonly column: number; readonly columns: number; readonly entries: EntryMap },
  sheetRows: number,
  sheetColumns: number,
): RowEntries[] {
  const maxGap = Math.floor((RANGE_COST + ACTION_COST) / EMPTY_ENTRY_COST);
  const runs: { row: number; entries: Excel.SettableRowProperties[] }[] = [];
  for (const row of [...entries.keys()].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last === undefined || row - (last.row + last.entries.length) > maxGap) {
      runs.push({ row, entries: [entries.get(row)!] });
    } else {
      while (last.row + last.entries.length < row) last.entries.push({});
      last.entries.push(entries.get(row)!);
    }
  }
  const [only] = runs;
  const isWhole = columns === sheetColumns && (sheetRows - (only?.entries.length ?? 0)) * EMPTY_ENTRY_COST < RANGE_COST;
  if (only !== undefined && runs.length === 1 && isWhole) {
    // The same area as that of the columns: a range that is there already.
    const above = Array.from({ length: only.row }, () => ({}));
    const below = Array.from({ length: sheetRows - only.row - only.entries.length }, () => ({}));
    runs[0] = { row: 0, entries: [...above, ...only.entries, ...below] };
  }
  return runs.map((run) => ({
    area: { row: run.row, column, rows: run.entries.length, columns },
    entries: run.entries,
  }));
}

function columnProperties(
  plan: SheetPlan,
  base: readonly Look[],
  whole: Look,
  columns: number,
): readonly Excel.SettableColumnProperties[] {
  return Array.from({ length: columns }, (_, column) => {
    const width = plan.columnWidths[column];
    const own = Object.entries(base[column] ?? {}).filter(([key]) => !(key in whole));
    const format = cellFormat(Object.fromEntries(own));
    return { format: width === undefined ? format : { ...format, columnWidth: columnPoints(width) } };
  });
}

/** Areas with number formats; neighbours of the same rows are one area. */
function numberFormatAreas(bands: readonly LookBand[], columns: number): NumberFormatArea[] {
  const byFormats = new Map<string, { readonly formats: readonly string[]; readonly areas: Area[] }>();
  for (const band of bands) {
    for (let column = 0; column < columns;) {
      const formats: string[] = [];
      for (let at = column; at < columns; at++) {
        const format = band.cells[at]?.numberFormat;
        if (format === undefined) break;
        formats.push(format);
      }
      if (formats.length > 0) {
        const key = `${column}:${formats.join("\u0000")}`;
        const group = byFormats.get(key) ?? { formats, areas: [] };
        group.areas.push({ row: band.row, column, rows: band.rows, columns: formats.length });
        byFormats.set(key, group);
      }
      column += Math.max(1, formats.length);
    }
  }
  return [...byFormats.values()].flatMap(({ formats, areas }) =>
    joinDown(areas).flatMap((area): NumberFormatArea[] => {
      const different = new Set(formats).size > 1;
      // Many rows of different formats are cheaper column by column, each with a single text.
      if (!different || area.rows * formats.join().length < RANGE_COST) return [{ area, formats }];
      return sameFormatRuns(formats).map(({ at, length }) => ({
        area: { ...area, column: area.column + at, columns: length },
        formats: formats.slice(at, at + length),
      }));
    }),
  );
}

function sameFormatRuns(formats: readonly string[]): { at: number; length: number }[] {
  const runs: { at: number; length: number }[] = [];
  formats.forEach((format, at) => {
    const last = runs[runs.length - 1];
    if (last !== undefined && formats[last.at] === format) last.length++;
    else runs.push({ at, length: 1 });
  });
  return runs;
}

function cellFormat(look: Look): Excel.CellPropertiesFormat {
  const font: Excel.CellPropertiesFont = {
    ...(look.fontName !== undefined && { name: look.fontName }),
    ...(look.fontSize !== undefined && { size: look.fontSize }),
    ...(look.bold !== undefined && { bold: look.bold }),
    ...(look.fontColor !== undefined && { color: look.fontColor }),
    ...(look.underline !== undefined && { underline: look.underline }),
  };
  return {
    ...(Object.keys(font).length > 0 && { font }),
    ...(look.fill !== undefined && { fill: { color: look.fill } }),
    ...(look.horizontal !== undefined && { horizontalAlignment: look.horizontal }),
    ...(look.vertical !== undefined && { verticalAlignment: look.vertical }),
    ...(look.wrapText !== undefined && { wrapText: look.wrapText }),
    ...(look.indentLevel !== undefined && { indentLevel: look.indentLevel }),
    ...((look.top !== undefined || look.bottom !== undefined) && {
      borders: { ...(look.top && { top: look.top }), ...(look.bottom && { bottom: look.bottom }) },
    }),
  };
}
