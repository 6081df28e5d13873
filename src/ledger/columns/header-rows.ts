import type { CellValue } from "../../cells/cell";
import { cellText, isBlankCell } from "../cell-text";
import { matchKey } from "../match-key";

/** A column under a header of one to three rows. */
export interface HeaderLeaf {
  /** Index of the column within the rows. */
  readonly index: number;
  /** Texts from the top band down to the column's own, as written; at least one. */
  readonly path: readonly string[];
}

/** A header has at most so many rows. */
export const MOST_HEADER_ROWS = 3;

/* What stands at the edge above a table and is no band of it. */
const ASIDE = /^[(]?(?:単位[:;]|注|※)|(?:現在|時点)[)]?$/;

function isAside(text: string): boolean {
  const key = matchKey(text);
  return ASIDE.test(key) || /^[^(]{2,8}[:]/.test(key);
}

/**
 * The columns of a header in rows `top` to `bottom`, each with its path. A cell left blank in a band (or covered by its merge)
 * belongs to the band at its left, as far as there are texts below; a text that stands only in a band's row is merged
 * downwards and is the column's own.
 *
 * @returns null where the rows cannot be one header: a row with nothing in it, or a title or a unit instead of bands
 */
export function headerLeaves(
  values: readonly (readonly CellValue[])[],
  top: number,
  bottom: number,
): readonly HeaderLeaf[] | null {
  const rows = values.slice(top, bottom + 1).map((cells) => cells.map((cell) => cellText(cell)));
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  const text = (row: number, index: number) => rows[row]?.[index] ?? "";
  const isFilled = (row: number, index: number) => !isBlankCell(text(row, index));
  const below = (row: number, index: number) => {
    for (let lower = row + 1; lower < rows.length; lower++) if (isFilled(lower, index)) return true;
    return false;
  };
  if (rows.length > 1 && !rows.every((_, row) => isHeaderRow(row))) return null;

  const leaves: { index: number; path: string[] }[] = [];
  const bands: (string | null)[] = rows.map(() => null);
  for (let index = 0; index < width; index++) {
    const path: string[] = [];
    for (let row = 0; row < rows.length; row++) {
      if (isFilled(row, index)) {
        path.push(text(row, index));
        bands[row] = below(row, index) ? text(row, index) : null;
        // A new band ends those that hang below the former one.
        for (let lower = row + 1; lower < rows.length; lower++) bands[lower] = null;
      } else if (bands[row] !== null && below(row, index)) {
        path.push(bands[row]!);
      }
    }
    const isOwn = rows.some((_, row) => isFilled(row, index));
    if (isOwn) leaves.push({ index, path });
  }
  return leaves;

  /** A band has several texts, or one that does not begin where the table begins. */
  function isHeaderRow(row: number): boolean {
    const filled: number[] = [];
    for (let index = 0; index < width; index++) if (isFilled(row, index)) filled.push(index);
    const isLast = row === rows.length - 1;
    if (!isLast && filled.some((index) => isAside(text(row, index)))) return false;
    if (filled.length !== 1) return filled.length > 1;
    const [only] = filled;
    if (isLast) return true;
    const first = Math.min(
      ...rows.map((_, lower) => (lower > row ? firstFilled(lower) : Infinity)).filter((at) => at >= 0),
    );
    return only! > first;
  }

  function firstFilled(row: number): number {
    for (let index = 0; index < width; index++) if (isFilled(row, index)) return index;
    return Infinity;
  }
}

/** What stands above a header. */
export interface AboveHeader {
  /** The first text that is no unit, date or note. */
  readonly title: string;
  /** When the figures are of, as written, without 現在: 「令和6年度末」. */
  readonly asOf: string;
  /** 「千円」 of 「（単位：千円）」, as written. */
  readonly unit: string;
}

const AS_OF = /^[（(]?(.{3,24}?)(?:現在|時点)(?:の.{0,20})?[)）]?$/;
const UNIT = /[（(]?\s*単位\s*[:：]\s*([^)）\s]+)\s*[)）]?/;

/** Reads the rows above a header (at most 20). */
export function readAbove(values: readonly (readonly CellValue[])[], top: number): AboveHeader {
  let title = "";
  let asOf = "";
  let unit = "";
  for (let row = Math.max(0, top - 20); row < top; row++) {
    for (const cell of values[row] ?? []) {
      if (typeof cell !== "string" || isBlankCell(cell)) continue;
      const text = cell.trim();
      const unitFound = UNIT.exec(text)?.[1];
      const asOfFound = AS_OF.exec(text)?.[1]?.trim() ?? /[（(]([^（()）]{3,24}?)(?:現在|時点)[)）]/.exec(text)?.[1];
      if (unitFound !== undefined) unit ||= unitFound;
      if (asOfFound !== undefined) asOf ||= asOfFound;
      if (unitFound === undefined && !AS_OF.test(text) && !/^[※*（(]?(?:注|※)/.test(text)) title ||= text;
    }
  }
  return { title, asOf, unit };
}
