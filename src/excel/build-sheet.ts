import { areaAddress, type Area, type CellValue } from "../cells/cell";
import type { ListValidationPlan, PlanCell, SheetPlan } from "../report/plan";
import { COLORS } from "../report/theme";
import { addressLists } from "./address-lists";
import { buildChart } from "./build-chart";
import { applyFont, linkRuns, setLinks } from "./build-links";
import { buildPage } from "./build-page";
import { escapeCleanText } from "./escape-text";
import { formatProgram, type FormatProgram, type LookGroup, type NumberFormatArea } from "./format-program";
import type { Look, EdgeLine } from "./looks";
import { isFormulaCell, renameSheets, ROW_BYTES, textBytes, VALUE_BYTES, type Grid } from "./sheet-content";
import { untracked } from "./support";

/** A worksheet within one batch; a range that is asked for twice is made once. */
export class BatchSheet {
  private readonly ranges = new Map<string, Excel.Range>();

  constructor(readonly sheet: Excel.Worksheet) {}

  range(area: Area): Excel.Range {
    const address = areaAddress(area);
    let range = this.ranges.get(address);
    if (range === undefined) this.ranges.set(address, (range = untracked(this.sheet.getRange(address))));
    return range;
  }
}

/** A part of the work on one sheet that has to go in one batch, with its size in bytes of the request, estimated upwards. */
export interface BuildStep {
  readonly bytes: number;
  readonly run: (target: BatchSheet) => void;
}

/** What a sheet needs to know of the other sheets of the run. */
interface SheetNames {
  /** Names while the sheets are being built, by planned name. */
  readonly temporary: ReadonlyMap<string, string>;
  /** Names they get in the end, by planned name. */
  readonly final: ReadonlyMap<string, string>;
}

/** Bytes of the cells that one step writes at most, so that steps pack well into batches. */
const CELLS_PER_STEP_BYTES = 500_000;

/**
 * The work of filling one new, empty sheet, in order: number formats before values, values before charts, links before
 * formats (Excel gives a link a look of its own).
 *
 * @param limit bytes that a batch may have; no step is larger unless it is a single row
 * @param withPage whether to set up the page
 */
export function buildSteps(
  plan: SheetPlan,
  grid: Grid,
  names: SheetNames,
  rateDecimals: number,
  limit: number,
  withPage = true,
): BuildStep[] {
  const program = formatProgram(withoutLaterLooks(plan, names.final), grid, rateDecimals);
  return [
    ...program.numberFormats.map((format): BuildStep => ({
      bytes: 400 + format.area.rows * 20,
      run: (target) => {
        setNumberFormats(target, format);
      },
    })),
    ...cellSteps(grid, program.area, names.temporary, Math.min(CELLS_PER_STEP_BYTES, limit)),
    ...linkSteps(plan, grid, names.final),
    ...lookSteps(program),
    ...(plan.validations ?? []).map((validation): BuildStep => ({
      bytes: 2_000,
      run: (target) => {
        addValidation(target, validation, names.temporary);
      },
    })),
    {
      bytes: 3_000 + (plan.page.breaksBefore?.length ?? 0) * 400,
      run: ({ sheet }) => {
        finishSheet(sheet, plan, withPage);
      },
    },
    ...plan.charts.map((chart): BuildStep => ({
      bytes: 12_000,
      run: ({ sheet }) => {
        buildChart(sheet, chart, names.temporary.get(plan.name) ?? null);
      },
    })),
  ];
}

/** The plan without the look of links that are set, and given it, only in the end. */
function withoutLaterLooks(plan: SheetPlan, final: ReadonlyMap<string, string>): SheetPlan {
  const cells = plan.roles
    .filter(({ role }) => role === "link")
    .reduce((sum, { areas }) => areas.reduce((count, { rows, columns }) => count + rows * columns, sum), 0);
  if (cells !== plan.links.length || !plan.links.every((link) => final.has(link.sheet))) return plan;
  return { ...plan, roles: plan.roles.filter(({ role }) => role !== "link") };
}

function setNumberFormats(target: BatchSheet, { area, formats }: NumberFormatArea): void {
  const [first] = formats;
  const range = target.range(area);
  if (formats.every((format) => format === first)) {
    // One text for a whole range is documented and accepted; the declared type only knows the matrix.
    range.numberFormat = first as unknown as string[][];
  } else {
    range.numberFormat = Array.from({ length: area.rows }, () => [...formats]);
  }
}

/** What a blank cell costs in a request, and how many of them make two writes cheaper than one. */
const BLANK_BYTES = 3;
const MAX_BLANKS = 150;

function cellSteps(grid: Grid, sheetArea: Area, names: ReadonlyMap<string, string>, limit: number): BuildStep[] {
  const parts: { first: number; last: number; bytes: number }[] = [];
  grid.rows.forEach((cells, row) => {
    if (cells === undefined || cells.length === 0) return;
    const size = grid.plain.bytesOf(row) || rowBytes(cells);
    const part = parts[parts.length - 1];
    const blanks = part === undefined ? 0 : (row - part.last - 1) * grid.columns;
    if (part === undefined || blanks > MAX_BLANKS || part.bytes + size > limit) {
      parts.push({ first: row, last: row, bytes: size });
    } else {
      part.last = row;
      part.bytes += size + blanks * BLANK_BYTES;
    }
  });
  const [only] = parts;
  if (only !== undefined && parts.length === 1) {
    const blanks =
      (sheetArea.rows - (only.last - only.first + 1)) * sheetArea.columns +
      (sheetArea.columns - grid.columns) * sheetArea.rows;
    // The whole sheet is a range that is needed anyway.
    if (blanks <= MAX_BLANKS) return [writeStep(grid, sheetArea, only.bytes + blanks * BLANK_BYTES, names)];
  }
  return parts.map(({ first, last, bytes }) => writeStep(grid, usedArea(grid, first, last), bytes, names));
}

function usedArea(grid: Grid, first: number, last: number): Area {
  let end = 0;
  let start = grid.columns;
  for (let row = first; row <= last; row++) {
    const cells = grid.rows[row] ?? [];
    end = Math.max(end, cells.length);
    for (let column = 0; column < Math.min(start, cells.length); column++) {
      const cell = cells[column];
      if (cell !== undefined && cell !== null && cell !== "") start = column;
    }
  }
  start = Math.min(start, Math.max(0, end - 1));
  return { row: first, column: start, rows: last - first + 1, columns: Math.max(1, end - start) };
}

function rowBytes(cells: readonly (PlanCell | undefined)[]): number {
  let bytes = ROW_BYTES;
  for (const cell of cells) {
    if (typeof cell === "string") bytes += textBytes(cell);
    else bytes += isFormulaCell(cell) ? textBytes(cell.formula) : VALUE_BYTES;
  }
  return bytes;
}

function writeStep(grid: Grid, area: Area, bytes: number, names: ReadonlyMap<string, string>): BuildStep {
  const run = (target: BatchSheet): void => {
    const matrix: CellValue[][] = [];
    for (let row = area.row; row < area.row + area.rows; row++) {
      const cells = grid.rows[row] ?? [];
      const isWhole = area.column === 0 && cells.length === area.columns;
      matrix.push(isWhole && grid.plain.has(row) ? (cells as CellValue[]) : rowInput(cells, area, names));
    }
    target.range(area).formulas = matrix;
  };
  return { bytes: bytes + 600, run };
}

/** A row's cells as Excel is to be given them; a row that needs no change is passed on as it is. */
function rowInput(
  cells: readonly (PlanCell | undefined)[],
  area: Area,
  names: ReadonlyMap<string, string>,
): CellValue[] {
  const isWhole = area.column === 0 && cells.length === area.columns;
  let input = isWhole ? null : new Array<CellValue>(area.columns);
  for (let index = 0; index < area.columns; index++) {
    const cell = cells[area.column + index];
    const value = cellInput(cell, names);
    if (input === null && value !== cell) input = cells.slice() as CellValue[];
    if (input !== null) input[index] = value;
  }
  return input ?? (cells as CellValue[]);
}

function cellInput(cell: PlanCell | undefined, names: ReadonlyMap<string, string>): CellValue {
  if (cell === undefined || cell === null) return "";
  if (isFormulaCell(cell)) return renameSheets(cell.formula, names);
  return typeof cell === "string" && cell !== "" ? escapeCleanText(cell) : cell;
}

/** Links to sheets that are there; those to sheets of the same run have to wait: see `linkSheets`. */
function linkSteps({ links }: SheetPlan, grid: Grid, final: ReadonlyMap<string, string>): BuildStep[] {
  return linkRuns(links.filter((link) => !final.has(link.sheet))).map((run) => ({
    bytes: 500 + run.length * 400,
    run: ({ sheet }) => {
      setLinks(sheet, run, grid, new Map());
    },
  }));
}

function lookSteps({ area, whole, rowHeight, columns, rows, groups }: FormatProgram): BuildStep[] {
  return [
    {
      bytes: 600 + columns.length * 250,
      run: (target) => {
        const range = target.range(area);
        range.setColumnProperties([...columns]);
        if (rowHeight !== null) range.format.rowHeight = rowHeight;
        applyAlignment(range.format, whole);
      },
    },
    ...rows.map((run): BuildStep => ({
      bytes: 400 + JSON.stringify(run.entries).length,
      run: (target) => {
        target.range(run.area).setRowProperties([...run.entries]);
      },
    })),
    ...groups.flatMap((group) =>
      addressLists(group.areas.map((area) => areaAddress(area))).map((addresses): BuildStep => ({
        bytes: 2_500 + addresses.length,
        run: ({ sheet }) => {
          applyGroup(untracked(sheet.getRanges(addresses)), group);
        },
      })),
    ),
  ];
}

function applyGroup(ranges: Excel.RangeAreas, { areas, look, rowHeight, innerLines }: LookGroup): void {
  const { format } = ranges;
  if (rowHeight !== undefined) format.rowHeight = rowHeight;
  applyFont(format, look);
  if (look.fill !== undefined) format.fill.color = look.fill;
  applyAlignment(format, look);
  if (innerLines !== undefined) setLine(format, "InsideHorizontal", innerLines);
  if (look.top !== undefined) setLine(format, "EdgeTop", look.top);
  if (look.bottom !== undefined) setLine(format, "EdgeBottom", look.bottom);
  const inner = look.bottom ?? look.top;
  if (inner !== undefined && areas.some((area) => area.rows > 1)) setLine(format, "InsideHorizontal", inner);
}

function applyAlignment(format: Excel.RangeFormat, look: Look): void {
  if (look.horizontal !== undefined) format.horizontalAlignment = look.horizontal;
  if (look.vertical !== undefined) format.verticalAlignment = look.vertical;
  if (look.wrapText !== undefined) format.wrapText = look.wrapText;
  if (look.indentLevel !== undefined) format.indentLevel = look.indentLevel;
}

function setLine(format: Excel.RangeFormat, edge: "EdgeTop" | "EdgeBottom" | "InsideHorizontal", line: EdgeLine): void {
  const border = format.borders.getItem(edge);
  border.style = line.style;
  border.weight = line.weight;
  border.color = line.color;
}

function addValidation(target: BatchSheet, plan: ListValidationPlan, names: ReadonlyMap<string, string>): void {
  const validation = target.range(plan.area).dataValidation;
  validation.rule = { list: { inCellDropDown: true, source: renameSheets(plan.source, names) } };
  validation.prompt = { showPrompt: true, title: plan.promptTitle, message: plan.prompt };
  validation.errorAlert = { showAlert: true, style: "Stop", title: plan.errorTitle, message: plan.error };
}

function finishSheet(sheet: Excel.Worksheet, plan: SheetPlan, withPage: boolean): void {
  if (plan.kind === "report") {
    sheet.showGridlines = false;
    sheet.tabColor = COLORS.accent;
  }
  if (plan.freezeRows !== undefined && plan.freezeRows > 0) sheet.freezePanes.freezeRows(plan.freezeRows);
  if (withPage) buildPage(sheet, plan.page);
}
