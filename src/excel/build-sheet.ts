import { areaAddress, quotedSheetName, type Area, type CellValue } from "../ledger/cell";
import type { LinkPlan, ListValidationPlan, PlanCell, SheetPlan } from "../report/plan";
import { COLORS } from "../report/theme";
import { buildChart } from "./build-chart";
import { buildPage } from "./build-page";
import { escapeText } from "./escape-text";
import { formatProgram, type FormatProgram, type Look, type LookGroup } from "./format-program";
import { isFormulaCell, renameSheets, type Grid } from "./sheet-content";
import { untracked } from "./support";

/** A part of the work on one sheet that has to go in one batch, with its size in bytes of the request, estimated upwards. */
export interface BuildStep {
  readonly bytes: number;
  readonly run: (sheet: Excel.Worksheet) => void;
}

/** What a sheet needs to know of the other sheets of the run. */
export interface SheetNames {
  /** Names while the sheets are being built, by planned name. */
  readonly temporary: ReadonlyMap<string, string>;
  /** Names they get in the end, by planned name. */
  readonly final: ReadonlyMap<string, string>;
}

/** Excel's limit on an address given to getRanges. */
const MAX_ADDRESS = 8192;
/** Bytes of the cells that one step writes at most, so that steps pack well into batches. */
const CELLS_PER_STEP_BYTES = 500_000;

/**
 * The work of filling one new, empty sheet, in order: number formats before values, values before charts, links before
 * formats (Excel gives a link a look of its own).
 *
 * @param limit bytes that a batch may have; no step is larger unless it is a single row
 */
export function buildSteps(
  plan: SheetPlan,
  grid: Grid,
  names: SheetNames,
  rateDecimals: number,
  limit: number,
): BuildStep[] {
  const program = formatProgram(plan, rowsOf(plan, grid), columnsOf(plan, grid), rateDecimals);
  return [
    ...program.numberFormats.flatMap(({ areas, format }) =>
      areas.map((area) => ({
        bytes: 400,
        run: (sheet: Excel.Worksheet) => {
          // One text for a whole range is documented and accepted; the declared type only knows the matrix.
          untracked(sheet.getRange(areaAddress(area))).numberFormat = format as unknown as string[][];
        },
      })),
    ),
    ...cellSteps(grid, names.temporary, Math.min(CELLS_PER_STEP_BYTES, limit)),
    ...linkSteps(plan.links, names.final),
    ...lookSteps(program),
    ...(plan.validations ?? []).map((validation) => ({
      bytes: 2_000,
      run: (sheet: Excel.Worksheet) => {
        addValidation(sheet, validation, names.temporary);
      },
    })),
    {
      bytes: 3_000 + (plan.page.breaksBefore?.length ?? 0) * 400,
      run: (sheet) => {
        finishSheet(sheet, plan);
      },
    },
    ...plan.charts.map((chart) => ({
      bytes: 12_000,
      run: (sheet: Excel.Worksheet) => {
        buildChart(sheet, chart);
      },
    })),
  ];
}

function rowsOf(plan: SheetPlan, grid: Grid): number {
  const ends = plan.roles.flatMap(({ areas }) => areas.map((area) => area.row + area.rows));
  return ends.reduce((most, end) => Math.max(most, end), Math.max(1, grid.rows.length));
}

function columnsOf(plan: SheetPlan, grid: Grid): number {
  const ends = plan.roles.flatMap(({ areas }) => areas.map((area) => area.column + area.columns));
  return ends.reduce((most, end) => Math.max(most, end), Math.max(1, grid.columns, plan.columnWidths.length));
}

/** Blank cells (3 bytes each) between two tables beyond which writing them apart is cheaper than together. */
const MAX_BLANKS = 150;

function cellSteps(grid: Grid, names: ReadonlyMap<string, string>, limit: number): BuildStep[] {
  const steps: BuildStep[] = [];
  let first = -1;
  let last = -1;
  let bytes = 0;
  const close = (): void => {
    if (first >= 0) steps.push(writeStep(grid, first, last, bytes, names));
    first = -1;
    bytes = 0;
  };
  grid.rows.forEach((cells, row) => {
    if (cells === undefined || cells.length === 0) return;
    const size = rowBytes(cells);
    if (first >= 0 && ((row - last - 1) * grid.columns > MAX_BLANKS || bytes + size > limit)) close();
    if (first < 0) first = row;
    bytes += size + (last >= first ? (row - last - 1) * grid.columns * 3 : 0);
    last = row;
  });
  close();
  return steps;
}

function rowBytes(cells: readonly (PlanCell | undefined)[]): number {
  let bytes = 2;
  for (const cell of cells) {
    if (typeof cell === "string") bytes += cell.length * 3 + 4;
    else bytes += isFormulaCell(cell) ? cell.formula.length * 3 + 4 : 20;
  }
  return bytes;
}

function writeStep(
  grid: Grid,
  first: number,
  last: number,
  bytes: number,
  names: ReadonlyMap<string, string>,
): BuildStep {
  const run = (sheet: Excel.Worksheet): void => {
    let width = 0;
    let start = grid.columns;
    for (let row = first; row <= last; row++) {
      const cells = grid.rows[row] ?? [];
      width = Math.max(width, cells.length);
      const used = cells.findIndex((cell) => cell !== undefined && cell !== null && cell !== "");
      if (used >= 0) start = Math.min(start, used);
    }
    if (width <= start) return;
    const matrix: CellValue[][] = [];
    for (let row = first; row <= last; row++) {
      const cells = grid.rows[row] ?? [];
      const out = new Array<CellValue>(width - start);
      for (let column = start; column < width; column++) out[column - start] = cellInput(cells[column], names);
      matrix.push(out);
    }
    const area: Area = { row: first, column: start, rows: last - first + 1, columns: width - start };
    untracked(sheet.getRange(areaAddress(area))).formulas = matrix;
  };
  return { bytes: bytes + 600, run };
}

function cellInput(cell: PlanCell | undefined, names: ReadonlyMap<string, string>): CellValue {
  if (cell === undefined || cell === null) return "";
  if (isFormulaCell(cell)) return renameSheets(cell.formula, names);
  return typeof cell === "string" ? escapeText(cell) : cell;
}

/** Links that stand one below the other go in one call. */
function linkSteps(links: readonly LinkPlan[], names: ReadonlyMap<string, string>): BuildStep[] {
  const runs: LinkPlan[][] = [];
  for (const link of [...links].sort((a, b) => a.column - b.column || a.row - b.row)) {
    const run = runs[runs.length - 1];
    const above = run?.[run.length - 1];
    if (above !== undefined && above.column === link.column && above.row + 1 === link.row) run!.push(link);
    else runs.push([link]);
  }
  return runs.map((run) => ({
    bytes: 500 + run.length * 300,
    run: (sheet) => {
      const { row, column } = run[0]!;
      const area = { row, column, rows: run.length, columns: 1 };
      untracked(sheet.getRange(areaAddress(area))).setCellProperties(
        run.map((link) => [
          {
            hyperlink: { documentReference: `${quotedSheetName(names.get(link.sheet) ?? link.sheet)}!${link.cell}` },
          },
        ]),
      );
    },
  }));
}

function lookSteps(program: FormatProgram): BuildStep[] {
  const { area } = program;
  return [
    {
      bytes: 400 + program.columns.length * 250,
      run: (sheet) => {
        untracked(sheet.getRange(areaAddress(area))).setColumnProperties([...program.columns]);
      },
    },
    ...program.rows.map(({ row, entries }) => ({
      bytes: 400 + JSON.stringify(entries).length,
      run: (sheet: Excel.Worksheet) => {
        const run = { row, column: 0, rows: entries.length, columns: area.columns };
        untracked(sheet.getRange(areaAddress(run))).setRowProperties([...entries]);
      },
    })),
    ...program.groups.flatMap((group) =>
      addressLists(group.areas).map((addresses) => ({
        bytes: 2_500 + addresses.length,
        run: (sheet: Excel.Worksheet) => {
          applyGroup(untracked(sheet.getRanges(addresses)), group);
        },
      })),
    ),
  ];
}

/** Addresses of areas as getRanges takes them, split where they would be too long for one call. */
export function addressLists(areas: readonly Area[]): string[] {
  const lists: string[] = [];
  let list = "";
  for (const area of areas) {
    const address = areaAddress(area);
    if (list !== "" && list.length + 1 + address.length > MAX_ADDRESS) {
      lists.push(list);
      list = "";
    }
    list += list === "" ? address : `,${address}`;
  }
  return list === "" ? lists : [...lists, list];
}

/** Gives areas of a sheet a look. */
export function applyLook(sheet: Excel.Worksheet, areas: readonly Area[], look: Look): void {
  for (const addresses of addressLists(areas)) applyGroup(untracked(sheet.getRanges(addresses)), { areas, look });
}

function applyGroup(ranges: Excel.RangeAreas, { areas, look, rowHeight }: LookGroup): void {
  const { format } = ranges;
  if (rowHeight !== undefined) format.rowHeight = rowHeight;
  applyFont(format, look);
  if (look.fill !== undefined) format.fill.color = look.fill;
  if (look.horizontal !== undefined) format.horizontalAlignment = look.horizontal;
  if (look.vertical !== undefined) format.verticalAlignment = look.vertical;
  if (look.wrapText !== undefined) format.wrapText = look.wrapText;
  if (look.indentLevel !== undefined) format.indentLevel = look.indentLevel;
  const edges: ("EdgeTop" | "EdgeBottom" | "InsideHorizontal")[] = [];
  if (look.top !== undefined) edges.push("EdgeTop");
  if (look.bottom !== undefined) edges.push("EdgeBottom");
  if (edges.length > 0 && areas.some((area) => area.rows > 1)) edges.push("InsideHorizontal");
  for (const edge of edges) {
    const rule = (edge === "EdgeTop" ? look.top : (look.bottom ?? look.top))!;
    const border = format.borders.getItem(edge);
    border.style = rule.style;
    border.weight = rule.weight;
    border.color = rule.color;
  }
}

function applyFont(format: Excel.RangeFormat, look: Look): void {
  const { fontName, fontSize, bold, fontColor, underline } = look;
  if ([fontName, fontSize, bold, fontColor, underline].every((value) => value === undefined)) return;
  const { font } = format;
  if (fontName !== undefined) font.name = fontName;
  if (fontSize !== undefined) font.size = fontSize;
  if (bold !== undefined) font.bold = bold;
  if (fontColor !== undefined) font.color = fontColor;
  if (underline !== undefined) font.underline = underline;
}

function addValidation(sheet: Excel.Worksheet, plan: ListValidationPlan, names: ReadonlyMap<string, string>): void {
  const validation = untracked(sheet.getRange(areaAddress(plan.area))).dataValidation;
  validation.rule = { list: { inCellDropDown: true, source: renameSheets(plan.source, names) } };
  validation.prompt = { showPrompt: true, title: plan.promptTitle, message: plan.prompt };
  validation.errorAlert = { showAlert: true, style: "Stop", title: plan.errorTitle, message: plan.error };
}

function finishSheet(sheet: Excel.Worksheet, plan: SheetPlan): void {
  if (plan.kind === "report") {
    sheet.showGridlines = false;
    sheet.tabColor = COLORS.accent;
  }
  if (plan.freezeRows !== undefined && plan.freezeRows > 0) sheet.freezePanes.freezeRows(plan.freezeRows);
  buildPage(sheet, plan.page);
}
