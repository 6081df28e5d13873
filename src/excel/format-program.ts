import type { Area } from "../ledger/cell";
import { columnPoints } from "../report/lengths";
import type { SheetPlan } from "../report/plan";
import { roleFormat, type RoleFormat } from "../report/theme";

/*
 * A report sheet has a few dozen areas with roles. Setting each role's properties area by area would take hundreds of
 * actions a sheet, and in Excel's API it is the number of actions and objects that costs, in bytes and in time. So the
 * look of every cell is worked out first, and then said in as few words as possible: what most cells of a column have in
 * common goes with the column's width, what a whole row has goes with its height, and only the rest is set by areas.
 */

/** A line at the edge of a cell. */
export interface Rule {
  readonly style: "Continuous";
  readonly weight: "Hairline" | "Thin" | "Medium";
  readonly color: string;
}

/** How a cell looks, all roles applied. */
export interface Look {
  fontName?: string;
  fontSize?: number;
  bold?: boolean;
  fontColor?: string;
  underline?: "None";
  fill?: string;
  horizontal?: "General" | "Left" | "Center" | "Right";
  vertical?: "Top" | "Center" | "Bottom";
  wrapText?: boolean;
  indentLevel?: number;
  top?: Rule;
  bottom?: Rule;
}

/** Areas that get the same properties. */
export interface LookGroup {
  readonly areas: readonly Area[];
  readonly look: Look;
  /** Points; set on whole rows. */
  readonly rowHeight?: number;
}

/** Areas that get the same number format. */
export interface NumberFormatGroup {
  readonly areas: readonly Area[];
  readonly format: string;
}

/** Everything that makes a sheet look as planned, in the order it has to be done. */
export interface FormatProgram {
  readonly area: Area;
  /** One entry per column of `area`. */
  readonly columns: readonly Excel.SettableColumnProperties[];
  /** Runs of consecutive rows of `area`, one entry per row; `{}` leaves a row as it is. */
  readonly rows: readonly { readonly row: number; readonly entries: readonly Excel.SettableRowProperties[] }[];
  readonly groups: readonly LookGroup[];
  readonly numberFormats: readonly NumberFormatGroup[];
}

type LookKey = keyof Look;
const BASE_KEYS = ["fontName", "fontSize", "fontColor", "vertical", "horizontal", "wrapText"] as const;
const OTHER_KEYS = ["bold", "underline", "fill", "indentLevel", "top", "bottom"] as const;
const DEFAULTS: Look = { fontColor: "#000000", vertical: "Bottom", horizontal: "General", wrapText: false };

interface Cell {
  readonly look: Look;
  numberFormat?: string;
}

type AreasByLook = Map<string, { readonly look: Look; readonly areas: Area[] }>;

interface Band {
  readonly row: number;
  readonly rows: number;
  readonly cells: (Cell | undefined)[];
}

/**
 * Works out the cheapest way to make a sheet look as planned.
 *
 * @param rows rows and
 * @param columns columns of the sheet that hold or show something
 * @param rateDecimals decimals of percentages, as `roleFormat` takes them
 */
export function formatProgram(plan: SheetPlan, rows: number, columns: number, rateDecimals: number): FormatProgram {
  const bands = paint(plan, rows, columns, rateDecimals);
  const base = columnBases(bands, columns);
  const rowGroups: AreasByLook = new Map();
  const cellGroups: AreasByLook = new Map();
  for (const band of bands) {
    const shared = rowLook(band, base, columns);
    if (Object.keys(shared).length > 0)
      addArea(rowGroups, shared, { row: band.row, column: 0, rows: band.rows, columns });
    restAreas(band, base, shared, columns, cellGroups);
  }

  const entries = new Map<number, Excel.SettableRowProperties>();
  const groups: LookGroup[] = [];
  for (const { look, areas } of rowGroups.values()) {
    const joined = joinDown(areas);
    const count = areas.reduce((sum, area) => sum + area.rows, 0);
    const format = cellFormat(look);
    if (count * (JSON.stringify(format).length + ENTRY_COST) <= groupCost(look, joined.length)) {
      for (const area of areas) for (let row = 0; row < area.rows; row++) entries.set(area.row + row, { format });
    } else {
      groups.push(...borderSafeGroups(joined, look));
    }
  }
  for (const { look, areas } of cellGroups.values()) groups.push(...borderSafeGroups(joinDown(areas), look));
  groups.push(...heightGroups(plan, entries, columns));
  return {
    area: { row: 0, column: 0, rows, columns },
    columns: columnProperties(plan, base, columns),
    rows: entryRuns(entries),
    groups,
    numberFormats: numberFormatGroups(bands, columns),
  };
}

/** What one entry of a row costs beyond its properties, and an action, an object and a range, in bytes both ways. */
const ENTRY_COST = 12;
const ACTION_COST = 125;
const OBJECT_COST = 170;
const RANGE_COST = 330;
/** Empty rows (3 bytes each) beyond which a second call is cheaper than one long one. */
const MAX_ENTRY_GAP = 150;

function groupCost(look: Look, areas: number): number {
  const keys = Object.keys(look);
  const has = (...names: LookKey[]): number => (names.some((name) => name in look) ? OBJECT_COST : 0);
  const borders = keys.filter((key) => key === "top" || key === "bottom").length;
  return (
    RANGE_COST +
    areas * 8 +
    OBJECT_COST +
    has("fontName", "fontSize", "bold", "fontColor", "underline") +
    has("fill") +
    has("top", "bottom") +
    borders * 2 * (OBJECT_COST + 3 * ACTION_COST) +
    (keys.length - borders) * ACTION_COST
  );
}

/** The looks of all cells, in bands of rows within which every row looks the same. */
function paint(plan: SheetPlan, rows: number, columns: number, rateDecimals: number): Band[] {
  const formats = new Map(plan.roles.map(({ role }) => [role, roleFormat(role, rateDecimals)]));
  const cuts = new Set([0, rows]);
  const cut = (...at: number[]): void => {
    for (const row of at) if (row > 0 && row < rows) cuts.add(row);
  };
  for (const { role, areas } of plan.roles) {
    const bordered = formats.get(role)?.borders !== undefined;
    for (const area of areas) {
      const end = area.row + area.rows;
      cut(area.row, end);
      if (bordered) cut(area.row - 1, area.row + 1, end - 1, end + 1);
    }
  }
  const starts = [...cuts].sort((a, b) => a - b);
  const bandAt = new Map(starts.map((row, index) => [row, index]));
  const bands = starts.slice(0, -1).map((row, index): Band => ({ row, rows: starts[index + 1]! - row, cells: [] }));
  for (const { role, areas } of plan.roles) {
    const format = formats.get(role)!;
    for (const area of areas) {
      const first = bandAt.get(area.row) ?? bands.length;
      const end = bandAt.get(Math.min(area.row + area.rows, rows)) ?? bands.length;
      for (let index = first; index < end; index++) {
        for (let column = area.column; column < Math.min(area.column + area.columns, columns); column++) {
          paintCell(bands, index, column, format, index === first, index === end - 1);
        }
      }
    }
  }
  return bands;
}

function paintCell(
  bands: readonly Band[],
  index: number,
  column: number,
  format: RoleFormat,
  isFirst: boolean,
  isLast: boolean,
): void {
  const { numberFormat, borders, ...plain } = format;
  const cells = bands[index]!.cells;
  const cell = (cells[column] ??= { look: {} });
  Object.assign(cell.look, plain);
  if (numberFormat !== undefined) cell.numberFormat = numberFormat;
  for (const { edge, style, weight, color } of borders ?? []) {
    const rule: Rule = { style, weight, color };
    // Two cells share the line between them: what is set last is what shows, whichever cell it was set on.
    if (edge === "EdgeTop" && isFirst) {
      cell.look.top = rule;
      delete bands[index - 1]?.cells[column]?.look.bottom;
    } else if (edge === "EdgeBottom" ? isLast : edge === "InsideHorizontal" && !isLast) {
      cell.look.bottom = rule;
      delete bands[index + 1]?.cells[column]?.look.top;
    }
  }
}

/** Per column and property, the value that most of its rows have. */
function columnBases(bands: readonly Band[], columns: number): Look[] {
  return Array.from({ length: columns }, (_, column) => {
    const base: Look = {};
    for (const key of BASE_KEYS) {
      const weights = new Map<Look[LookKey], number>();
      for (const band of bands) {
        const value = valueOf(band.cells[column], key);
        if (value !== undefined) weights.set(value, (weights.get(value) ?? 0) + band.rows);
      }
      const [most] = [...weights].sort((a, b) => b[1] - a[1]);
      if (most !== undefined && most[0] !== DEFAULTS[key]) assign(base, key, most[0]);
    }
    return base;
  });
}

/** A cell's property, or Excel's own where no role says anything; undefined where no role touches the cell. */
function valueOf(cell: Cell | undefined, key: LookKey): Look[LookKey] {
  return cell === undefined ? undefined : (cell.look[key] ?? DEFAULTS[key]);
}

function baseOf(base: Look | undefined, key: LookKey): Look[LookKey] {
  return base?.[key] ?? DEFAULTS[key];
}

/** What all cells of a band have in common and their columns do not give them already. */
function rowLook(band: Band, base: readonly Look[], columns: number): Look {
  const shared: Look = {};
  for (const key of [...BASE_KEYS, ...OTHER_KEYS]) {
    const values = Array.from({ length: columns }, (_, column) => valueOf(band.cells[column], key));
    // Cells without any role take what the row has, unless it would show although they are blank.
    const relevant = (BASE_KEYS as readonly LookKey[]).includes(key)
      ? values.filter((value) => value !== undefined)
      : values;
    const [first] = relevant;
    if (first === undefined || !relevant.every((value) => same(value, first))) continue;
    if (values.some((value, column) => value !== undefined && !same(value, baseOf(base[column], key)))) {
      assign(shared, key, first);
    }
  }
  return shared;
}

/** Adds what neither column nor row gives a band's cells, neighbours with the same rest joined. */
function restAreas(band: Band, base: readonly Look[], shared: Look, columns: number, into: AreasByLook): void {
  const rests = Array.from({ length: columns }, (_, column) => {
    const rest: Look = {};
    for (const key of [...BASE_KEYS, ...OTHER_KEYS]) {
      const value = valueOf(band.cells[column], key);
      if (value !== undefined && !same(value, shared[key] ?? baseOf(base[column], key))) assign(rest, key, value);
    }
    return { rest, key: JSON.stringify(rest) };
  });
  for (let column = 0; column < columns;) {
    const { rest, key } = rests[column]!;
    let end = column + 1;
    while (end < columns && rests[end]!.key === key) end++;
    if (key !== "{}") addArea(into, rest, { row: band.row, column, rows: band.rows, columns: end - column });
    column = end;
  }
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
  return [areas.filter((area) => area.rows === 1), areas.filter((area) => area.rows > 1)]
    .filter((members) => members.length > 0)
    .map((members) => ({ areas: members, look }));
}

function heightGroups(
  plan: SheetPlan,
  entries: Map<number, Excel.SettableRowProperties>,
  columns: number,
): LookGroup[] {
  const byHeight = new Map<number, { row: number; rows: number }[]>();
  for (const { row, rows, height } of plan.rowHeights) {
    const runs = byHeight.get(height) ?? [];
    runs.push({ row, rows });
    byHeight.set(height, runs);
  }
  const groups: LookGroup[] = [];
  for (const [rowHeight, runs] of byHeight) {
    const count = runs.reduce((sum, run) => sum + run.rows, 0);
    if (count * 28 <= RANGE_COST + OBJECT_COST + ACTION_COST + runs.length * 8) {
      for (const run of runs) {
        for (let row = run.row; row < run.row + run.rows; row++) {
          entries.set(row, { format: { ...entries.get(row)?.format, rowHeight } });
        }
      }
    } else {
      groups.push({ areas: runs.map(({ row, rows }) => ({ row, column: 0, rows, columns })), look: {}, rowHeight });
    }
  }
  return groups;
}

function entryRuns(entries: ReadonlyMap<number, Excel.SettableRowProperties>): FormatProgram["rows"] {
  const runs: { row: number; entries: Excel.SettableRowProperties[] }[] = [];
  for (const row of [...entries.keys()].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last === undefined || row - (last.row + last.entries.length) > MAX_ENTRY_GAP) {
      runs.push({ row, entries: [entries.get(row)!] });
    } else {
      while (last.row + last.entries.length < row) last.entries.push({});
      last.entries.push(entries.get(row)!);
    }
  }
  return runs;
}

function columnProperties(
  plan: SheetPlan,
  base: readonly Look[],
  columns: number,
): readonly Excel.SettableColumnProperties[] {
  return Array.from({ length: columns }, (_, column) => {
    const width = plan.columnWidths[column];
    const format = cellFormat(base[column] ?? {});
    return { format: width === undefined ? format : { ...format, columnWidth: columnPoints(width) } };
  });
}

function numberFormatGroups(bands: readonly Band[], columns: number): NumberFormatGroup[] {
  const byFormat = new Map<string, Area[]>();
  for (const band of bands) {
    for (let column = 0; column < columns;) {
      const format = band.cells[column]?.numberFormat;
      let end = column + 1;
      while (end < columns && band.cells[end]?.numberFormat === format) end++;
      if (format !== undefined) {
        const areas = byFormat.get(format) ?? [];
        areas.push({ row: band.row, column, rows: band.rows, columns: end - column });
        byFormat.set(format, areas);
      }
      column = end;
    }
  }
  return [...byFormat].map(([format, areas]) => ({ format, areas: joinDown(areas) }));
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

function addArea(groups: AreasByLook, look: Look, area: Area): void {
  const key = JSON.stringify(look);
  const group = groups.get(key) ?? { look, areas: [] };
  group.areas.push(area);
  groups.set(key, group);
}

function assign(look: Look, key: LookKey, value: Look[LookKey]): void {
  (look as Record<LookKey, unknown>)[key] = value;
}

function same(a: Look[LookKey], b: Look[LookKey]): boolean {
  if (typeof a !== "object" || typeof b !== "object") return a === b;
  return a.weight === b.weight && a.color === b.color;
}
