import type { CellValue } from "../../cells/cell";
import { isBlankCell } from "../cell-text";
import { headerOf, type ColumnChoice } from "../columns";
import type { ColumnKey, Ledger } from "../ledger";
import { readDate } from "../parse-wareki";
import { fiscalYearOf } from "../wareki";
import { headerLeaves, MOST_HEADER_ROWS, readAbove, type AboveHeader } from "./header-rows";
import { readColumns, readersOf, type ColumnMapping, type ColumnsRead, type Readers } from "./read-columns";
import { takeYear } from "./year-stamp";
import { headerKey } from "./header-text";

/** A header: indexes into the rows it was looked for in, and what its columns are. */
export interface HeaderMatch extends ColumnsRead, AboveHeader {
  /** First and last row of the header. */
  readonly top: number;
  readonly row: number;
  readonly yearBy: NonNullable<Ledger["year"]>["by"] | null;
}

/** What `findHeader` says: the header, or the row that came nearest and what it lacks. */
export type HeaderSearch =
  | { readonly found: HeaderMatch }
  | {
      /** Header names of the required columns that the row lacks; 「施策・個別事業」 where it has no level at all. */
      readonly missing: readonly string[];
      /** Index in `values` of the nearest row, -1 where there is no text at all. */
      readonly row: number;
      /** The texts of that row, in order. */
      readonly seen: readonly string[];
    };

/** What a person or 設定 says about the columns. */
export interface HeaderHints {
  /** Indexes within the rows; -1 for a column the ledger does not have. */
  readonly choice?: ColumnChoice;
  readonly mapping?: readonly ColumnMapping[];
  /** Western fiscal year that the ledger is about, and who says so. */
  readonly year?: { readonly year: number; readonly by: "choice" | "settings" } | null;
}

/** How deep below titles and legends a header may sit. */
const DEEPEST_HEADER = 50;
const NAME_COLUMNS = "施策・個別事業";
/** The columns every ledger has: a name for its measures, and 状況. */
export const REQUIRED_COLUMNS = 2;

/**
 * Looks for the header in the first 50 rows: the first place where one to three rows have a status and a level of the plan.
 * Columns may be in any order; of the ways to cut the rows there, the one that explains most columns is taken.
 */
export function findHeader(values: readonly (readonly CellValue[])[], hints: HeaderHints = {}): HeaderSearch {
  const depth = Math.min(values.length, DEEPEST_HEADER);
  const readers = readersOf(values);
  let best: Candidate | undefined;
  let nearest: { readonly row: number; readonly read: ColumnsRead; readonly filled: number } | undefined;
  let lastStart = depth;
  for (let top = 0; top < Math.min(depth, lastStart + 1); top++) {
    if ((values[top] ?? []).every(isBlankCell)) continue;
    for (let bottom = top; bottom < Math.min(depth, top + MOST_HEADER_ROWS); bottom++) {
      const candidate = readCandidate(values, top, bottom, hints, readers);
      if (candidate === null) continue;
      if (missingColumns(candidate).length === 0) {
        if (best === undefined) lastStart = Math.min(depth, top + MOST_HEADER_ROWS - 1);
        if (best === undefined || candidate.score > best.score) best = candidate;
      } else if (best === undefined && bottom === top) {
        const filled = (values[top] ?? []).filter((cell) => !isBlankCell(cell)).length;
        const found = Object.keys(candidate.columns).length;
        const former = nearest === undefined ? -1 : Object.keys(nearest.read.columns).length;
        if (nearest === undefined || found > former || (found === former && found === 0 && filled > nearest.filled)) {
          nearest = { row: top, read: candidate, filled };
        }
      }
    }
  }
  if (best !== undefined) return { found: best };
  if (nearest === undefined) return { missing: missingColumns({ columns: {}, ambiguous: [] }), row: -1, seen: [] };
  const cells = values[nearest.row] ?? [];
  return {
    missing: missingColumns(nearest.read),
    row: nearest.row,
    seen: cells.filter((cell) => !isBlankCell(cell)).map((cell) => String(cell)),
  };
}

interface Candidate extends HeaderMatch {
  readonly score: number;
}

function readCandidate(
  values: readonly (readonly CellValue[])[],
  top: number,
  bottom: number,
  { choice = {}, mapping = [], year = null }: HeaderHints,
  readers: Readers,
): Candidate | null {
  const leaves = headerLeaves(values, top, bottom);
  if (leaves === null) return null;
  const headed = new Set(leaves.map(({ index }) => index));
  if (Object.values(choice).some((index) => index >= 0 && !headed.has(index))) return null;
  const above = readAbove(values, top);
  const titleYear = yearOfTitle(above);
  const hints = { choice, mapping, year: year?.year ?? titleYear, unit: above.unit };
  const read = readColumns(values, bottom + 1, leaves, hints, readers);
  // Bands that add nothing are no bands: more rows must explain more.
  const known = read.readings.filter(({ key, by }) => key !== null || by !== "none").length;
  const stamped = read.readings.filter((one) => one.year !== null || one.stage !== "" || one.unit !== "").length;
  const unknown = read.readings.length - known;
  const score = known + stamped / 8 - unknown / 4 - (bottom - top) / 16 - top / 1024;
  const yearBy = year?.by ?? (titleYear !== null ? "title" : read.year !== null ? "columns" : null);
  return { ...read, ...above, top, row: bottom, yearBy, score };
}

/** The year a title names, else that of its date; a plan's years from–to are not the year of the report. */
function yearOfTitle({ title, asOf }: AboveHeader): number | null {
  const single = headerKey(title)
    .replace(/\((?:[^()]*)[~-](?:[^()]*)\)/g, "")
    .replace(/[^\s(]{2,8}度?[~][^\s)]{1,8}年度/g, "");
  const named = takeYear(single, null).year;
  if (named !== null) return named;
  const date = readDate(asOf.replace(/末$/, ""), "fiscal-year");
  if (date.kind === "error" || date.value === null) return takeYear(headerKey(asOf), null).year;
  if (date.value.precision === "day" || date.value.precision === "month") {
    return fiscalYearOf({ day: 1, ...date.value });
  }
  return date.value.year;
}

function missingColumns({ columns, ambiguous }: Pick<ColumnsRead, "columns" | "ambiguous">): string[] {
  const missing: string[] = [];
  const has = (key: ColumnKey) => columns[key] !== undefined;
  if (!has("policy") && !has("action") && !has("measure") && !has("heading") && !has("field"))
    missing.push(NAME_COLUMNS);
  if (!has("status") && ambiguous.length === 0) missing.push(headerOf("status"));
  return missing;
}
