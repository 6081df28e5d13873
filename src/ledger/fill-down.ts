import type { CellValue } from "../cells/cell";
import { isBlankCell } from "./cell-text";
import type { HeaderMatch } from "./columns/find-header";
import type { LevelKey } from "./columns/column-words";
import type { ColumnKey, Ledger } from "./ledger";

/** Levels of which only the first row of a group is filled, or whose cells are merged over the group. */
export interface FillDown {
  /** Indexes within the rows whose blank cells are read as the cell above, from the top level down, with their level numbers. */
  readonly columns: readonly { readonly key: LevelKey; readonly columns: readonly number[] }[];
  readonly filledDown: Ledger["filledDown"];
  /** Levels that are written partly like this and partly in every row. */
  readonly unclear: readonly LevelKey[];
}

/** What was seen of a level so far. */
interface Evidence {
  blanks: number;
  repeats: number;
  above: CellValue;
  /** Whether the group that the row is in has a name in this level. */
  begun: boolean;
}

const NUMBER_OF: Readonly<Partial<Record<LevelKey, ColumnKey>>> = { heading: "headingNumber", policy: "policyNumber" };
/** So many repetitions per blank cell can be chance: neighbouring groups of the same name. */
const BY_CHANCE = 0.25;
/** From here on a blank cell is one that was left out. */
const AS_A_RULE = 1.5;
/** A single blank cell is as likely to be forgotten. */
const FEWEST_FILLED = 2;
/** Fewer names than this left out of all are forgotten ones. */
const FEW_OF_ALL = 0.1;
/** Fewer blank cells than this between repeated ones are slips, not a way of writing. */
const FEWEST = 3;

/**
 * How the levels above the measures are written, by the sheet's evidence: where a blank cell follows a filled one and
 * neighbours never repeat each other, the first row of a group speaks for all of it; where neighbours repeat, a blank cell
 * is an omission. `isMeasure` says of a row whether it is one.
 */
export function fillDown(
  values: readonly (readonly CellValue[])[],
  header: HeaderMatch,
  isMeasure: (cells: readonly CellValue[]) => boolean,
): FillDown {
  const levels = header.levels.slice(0, -1).filter(({ column }) => column >= 0);
  const evidence = levels.map((): Evidence => ({ blanks: 0, repeats: 0, above: "", begun: false }));
  for (let row = header.row + 1; row < values.length; row++) {
    const cells = values[row] ?? [];
    if (!isMeasure(cells)) continue;
    let isNewGroup = false;
    for (const [at, { column }] of levels.entries()) {
      const seen = evidence[at]!;
      const cell = cells[column] ?? "";
      // Below a new group of a higher level a blank cell means that there is no such level here.
      if (isBlankCell(cell)) seen.blanks += seen.begun && !isNewGroup ? 1 : 0;
      else {
        if (cell === seen.above && !isNewGroup) seen.repeats++;
        if (cell !== seen.above) isNewGroup = true;
        seen.begun = true;
      }
      seen.above = cell;
      if (isNewGroup && isBlankCell(cell)) seen.begun = false;
    }
  }
  const filled = levels.flatMap(({ key, column }, at) => {
    const { blanks, repeats } = evidence[at]!;
    if (blanks < FEWEST_FILLED || repeats > blanks * BY_CHANCE) return [];
    const numbers = NUMBER_OF[key];
    const numberColumn = numbers === undefined ? undefined : header.columns[numbers];
    return [{ key, blanks, columns: numberColumn === undefined ? [column] : [column, numberColumn] }];
  });
  const shared = sharedMeasures(values, header);
  if (shared !== null) filled.push(shared);
  return {
    columns: filled.map(({ key, columns }) => ({ key, columns })),
    filledDown: filled.map(({ key, blanks }) => ({ key, cells: blanks })),
    unclear: levels.flatMap(({ key }, at) => {
      const { blanks, repeats } = evidence[at]!;
      return blanks >= FEWEST && repeats > blanks * BY_CHANCE && repeats < blanks * AS_A_RULE ? [key] : [];
    }),
  };
}

/**
 * The measures' own column where a measure has a row for each of its departments, each with a status, and only the first of
 * them has any name. Not one row without a name may lack its department or its status, or the name was forgotten.
 */
function sharedMeasures(
  values: readonly (readonly CellValue[])[],
  { row: headerRow, levels, columns }: HeaderMatch,
): { key: LevelKey; blanks: number; columns: number[] } | null {
  const lowest = levels[levels.length - 1];
  const { department, status } = columns;
  if (lowest === undefined || lowest.column < 0 || department === undefined || status === undefined) return null;
  let [blanks, names] = [0, 0];
  for (let row = headerRow + 1; row < values.length; row++) {
    const cells = values[row] ?? [];
    // A higher level that is filled names the measure where the lowest is not.
    if (levels.some(({ column }) => column >= 0 && !isBlankCell(cells[column]))) {
      names++;
      continue;
    }
    const [hasDepartment, hasStatus] = [!isBlankCell(cells[department]), !isBlankCell(cells[status])];
    if (hasDepartment !== hasStatus) return null;
    if (hasStatus && cells[department] !== values[row - 1]?.[department]) blanks++;
  }
  return blanks < Math.max(FEWEST_FILLED, names * FEW_OF_ALL)
    ? null
    : { key: lowest.key, blanks, columns: [lowest.column] };
}

/**
 * Gives each row's blank cells of the filled-down levels the text above, until a higher level begins a new group; null where
 * nothing is filled down.
 */
export function downFiller({ columns }: FillDown): ((cells: readonly CellValue[]) => readonly CellValue[]) | null {
  if (columns.length === 0) return null;
  const carried = columns.map(({ columns: own }) => own.map((): CellValue => ""));
  return (cells) => {
    const filled = [...cells];
    let isNewGroup = false;
    for (const [at, { columns: own }] of columns.entries()) {
      const texts = carried[at]!;
      const [level = 0] = own;
      if (!isBlankCell(cells[level])) {
        if (cells[level] !== texts[0]) isNewGroup = true;
        own.forEach((column, place) => (texts[place] = cells[column] ?? ""));
      } else if (isNewGroup) texts.fill("");
      else own.forEach((column, place) => (filled[column] = texts[place] ?? ""));
    }
    return filled;
  };
}
