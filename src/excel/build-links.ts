import { areaAddress, cellAddress, quotedSheetName } from "../cells/cell";
import type { LinkPlan, SheetPlan } from "../report/plan";
import { addressLists } from "./address-lists";
import { escapeCleanText } from "./escape-text";
import { DEFAULTS, looksOf, type Look } from "./looks";
import { isFormulaCell, renameSheets, type Grid } from "./sheet-content";
import { untracked } from "./support";

/** What of a look Excel's own look of a link takes away. */
const FONT_KEYS = ["fontName", "fontSize", "bold", "fontColor", "underline"] as const;

/** Links one below the other, which go in one call. */
export function linkRuns(links: readonly LinkPlan[]): LinkPlan[][] {
  const runs: LinkPlan[][] = [];
  for (const link of [...links].sort((a, b) => a.column - b.column || a.row - b.row)) {
    const run = runs[runs.length - 1];
    const above = run?.[run.length - 1];
    if (above !== undefined && above.column === link.column && above.row + 1 === link.row) run!.push(link);
    else runs.push([link]);
  }
  return runs;
}

/**
 * Links the cells of a run. Excel is told what they show, because it may otherwise show the target instead; where it could
 * take that for something else than text, the cell is written once more.
 *
 * @param names names of the run's sheets at this point of the batch, by planned name
 */
export function setLinks(
  sheet: Excel.Worksheet,
  run: readonly LinkPlan[],
  grid: Grid,
  names: ReadonlyMap<string, string>,
): void {
  const { row, column } = run[0]!;
  const area = { row, column, rows: run.length, columns: 1 };
  const inputs = run.map((link) => shownBy(link, grid, names));
  const range = untracked(sheet.getRange(areaAddress(area)));
  range.setCellProperties(
    run.map((link, index) => [
      {
        hyperlink: {
          documentReference: `${quotedSheetName(names.get(link.sheet) ?? link.sheet)}!${link.cell}`,
          ...(inputs[index]!.isPlain ? { textToDisplay: inputs[index]!.input } : {}),
        },
      },
    ]),
  );
  if (inputs.some(({ isPlain }) => !isPlain)) range.formulas = inputs.map(({ input }) => [input]);
}

/** What a link's cell is given, and whether that is also what it shows. */
function shownBy(
  { row, column, text }: LinkPlan,
  grid: Grid,
  names: ReadonlyMap<string, string>,
): { readonly input: string; readonly isPlain: boolean } {
  const cell = grid.rows[row]?.[column];
  if (isFormulaCell(cell)) return { input: renameSheets(cell.formula, names), isPlain: false };
  const shown = typeof cell === "string" && cell !== "" ? cell : text;
  const input = escapeCleanText(shown);
  return { input, isPlain: input === shown };
}

/**
 * Links to sheets of the same run are set when all of them have their names: Excel does not follow a renamed sheet, and may
 * refuse one that is not there. The cells then get the look back that Excel has given up for a link's.
 */
export function linkSheets(
  sheet: Excel.Worksheet,
  plan: SheetPlan,
  grid: Grid,
  names: ReadonlyMap<string, string>,
  rateDecimals: number,
): void {
  const links = plan.links.filter((link) => names.has(link.sheet));
  if (links.length === 0) return;
  for (const run of linkRuns(links)) setLinks(sheet, run, grid, names);
  for (const [look, cells] of lookedCells(links, plan, grid, rateDecimals)) {
    for (const addresses of addressLists(cells)) applyFont(untracked(sheet.getRanges(addresses)).format, look);
  }
}

function lookedCells(
  links: readonly LinkPlan[],
  plan: SheetPlan,
  grid: Grid,
  rateDecimals: number,
): [look: Look, cells: string[]][] {
  const rows = Math.max(...links.map(({ row }) => row)) + 1;
  const columns = Math.max(...links.map(({ column }) => column)) + 1;
  const bands = looksOf(plan, grid, rows, columns, rateDecimals);
  const groups = new Map<string, [Look, string[]]>();
  for (const { row, column } of links) {
    const band = bands.find((one) => row >= one.row && row < one.row + one.rows);
    const look = fontOf(band?.cells[column]?.look ?? {});
    const key = JSON.stringify(look);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [look, [cellAddress(row, column)]]);
    else group[1].push(cellAddress(row, column));
  }
  return [...groups.values()];
}

function fontOf(look: Look): Look {
  const font: Look = { underline: "None" };
  for (const key of FONT_KEYS) {
    const value = look[key] ?? DEFAULTS[key];
    if (value !== undefined) Object.assign(font, { [key]: value });
  }
  return font;
}

/** Sets what of a look is the font's. */
export function applyFont(format: Excel.RangeFormat, look: Look): void {
  const { fontName, fontSize, bold, fontColor, underline } = look;
  if ([fontName, fontSize, bold, fontColor, underline].every((value) => value === undefined)) return;
  const { font } = format;
  if (fontName !== undefined) font.name = fontName;
  if (fontSize !== undefined) font.size = fontSize;
  if (bold !== undefined) font.bold = bold;
  if (fontColor !== undefined) font.color = fontColor;
  if (underline !== undefined) font.underline = underline;
}
