import { mergeFormat } from "../../model/formats";
import type { CellFormat, FormatRun } from "../../model/model";
import { MAX_COLUMNS, MAX_ROWS } from "../../../cells/cell";
import type { StyleBook } from "../styles/style-book";

/*
 * Which style each cell gets from the formats laid over areas. Between the edges of the areas nothing changes, so rows
 * fall into bands and a band's columns into segments; a style is looked up once a segment, not once a cell.
 */

/** Columns of a band that share a look. */
export interface Segment {
  readonly first: number;
  /** Last column, inclusive. */
  readonly last: number;
  /** Whether blank cells of it must be written; false where only whole columns or rows are meant. */
  readonly bounded: boolean;
  /** Whether its look cannot be seen on a blank cell (no fill, no line, no letters larger than a row is high). */
  readonly plain: boolean;
  /** Style index for a cell whose own style in the file is `base`. */
  styleOf(base: number): number;
}

/** The segments of a run of rows, from left to right without overlap. */
interface Band {
  /** First row after the band. */
  readonly end: number;
  readonly segments: readonly Segment[];
}

/** Finds the band of a row. Rows must be asked for in ascending order. */
export class FormatBands {
  /** Last row in which a bounded format makes blank cells appear; -1 for none. */
  readonly lastRow: number;
  private readonly edges: number[];
  private readonly starts: readonly number[];
  /** What each run does to the rows it covers, numbered so that runs that do the same share a number. */
  private readonly effects: readonly number[];
  private readonly bands = new Map<string, readonly Segment[]>();
  private readonly looks = new Map<string, Look>();
  private active: number[] = [];
  private nextStart = 0;
  private nextEdge = 0;
  private current: Band = { end: 0, segments: [] };

  constructor(
    private readonly runs: readonly FormatRun[],
    private readonly book: StyleBook,
  ) {
    const edges = new Set<number>();
    const known = new Map<string, number>();
    let lastRow = -1;
    this.effects = runs.map(({ area, format }) => {
      edges.add(area.row).add(area.row + area.rows);
      if (area.rows < MAX_ROWS) lastRow = Math.max(lastRow, area.row + area.rows - 1);
      const key = `${area.column},${area.columns},${area.rows === MAX_ROWS ? 1 : 0},${JSON.stringify(format)}`;
      const number = known.get(key) ?? known.size;
      known.set(key, number);
      return number;
    });
    this.lastRow = lastRow;
    this.edges = [...edges].sort((one, other) => one - other);
    this.starts = runs.map((_, index) => index).sort((one, other) => runs[one]!.area.row - runs[other]!.area.row);
  }

  /**
   * Styles that so many blank cells of a column have that the column should have them instead: a report's body is
   * formatted to its last row, and writing that cell by cell makes most of a large file. Only looks that a blank cell
   * does not show are moved to the column, because the column goes on below the report. Empty for small sheets.
   */
  commonStyles(): ReadonlyMap<number, number> {
    const counts = new Map<number, Map<number, number>>();
    let cells = 0;
    for (let row = 0; row <= this.lastRow; row = this.current.end) {
      const { end, segments } = this.at(row);
      const rows = Math.min(end, this.lastRow + 1) - row;
      for (const segment of segments) {
        if (!segment.bounded || segment.last >= MAX_COMMON_COLUMNS) continue;
        cells += rows * (segment.last - segment.first + 1);
        if (!segment.plain) continue;
        const style = segment.styleOf(0);
        for (let column = segment.first; column <= segment.last; column++) {
          const styles = counts.get(column) ?? new Map<number, number>();
          counts.set(column, styles.set(style, (styles.get(style) ?? 0) + rows));
        }
      }
    }
    this.rewind();
    if (cells < MANY_CELLS) return new Map();
    return new Map([...counts].map(([column, styles]) => [column, mostCommon(styles)]));
  }

  /** Lets rows be asked for from the first again. */
  private rewind(): void {
    this.active = [];
    this.nextStart = 0;
    this.nextEdge = 0;
    this.current = { end: 0, segments: [] };
  }

  at(row: number): Band {
    if (row < this.current.end) return this.current;
    while (this.nextStart < this.starts.length && this.runs[this.starts[this.nextStart]!]!.area.row <= row) {
      this.active.push(this.starts[this.nextStart]!);
      this.nextStart += 1;
    }
    this.active = this.active.filter((index) => {
      const { area } = this.runs[index]!;
      return area.row + area.rows > row;
    });
    // Later runs lie over earlier ones.
    this.active.sort((one, other) => one - other);
    this.current = { end: this.endAfter(row), segments: this.segments(this.active) };
    return this.current;
  }

  private endAfter(row: number): number {
    while (this.nextEdge < this.edges.length && this.edges[this.nextEdge]! <= row) this.nextEdge += 1;
    return this.edges[this.nextEdge] ?? Infinity;
  }

  private segments(active: readonly number[]): readonly Segment[] {
    const key = active.map((index) => this.effects[index]).join();
    let segments = this.bands.get(key);
    if (!segments) {
      segments = this.makeSegments(active.map((index) => this.runs[index]!));
      this.bands.set(key, segments);
    }
    return segments;
  }

  private makeSegments(runs: readonly FormatRun[]): Segment[] {
    const edges = [...new Set(runs.flatMap(({ area }) => [area.column, area.column + area.columns]))].sort(
      (one, other) => one - other,
    );
    const segments: Segment[] = [];
    for (let index = 0; index + 1 < edges.length; index++) {
      const first = edges[index]!;
      const last = edges[index + 1]! - 1;
      const over = runs.filter(({ area }) => area.column <= first && area.column + area.columns > last);
      if (over.length === 0) continue;
      const bounded = over.some(({ area }) => area.rows < MAX_ROWS && area.columns < MAX_COLUMNS);
      segments.push({ first, last, bounded, ...this.look(over) });
    }
    return segments;
  }

  private look(runs: readonly FormatRun[]): Look {
    const format: CellFormat = {};
    for (const run of runs) mergeFormat(format, run.format);
    const key = JSON.stringify(format);
    let look = this.looks.get(key);
    if (!look) {
      const styles: number[] = [];
      const lines = Object.values(format.borders ?? {}).some((border) => border.style !== "None");
      look = {
        plain: (format.fill ?? "") === "" && !lines && (format.fontSize ?? 0) <= DEFAULT_SIZE,
        styleOf: (base) => (styles[base] ??= this.book.styleIndex(base, format)),
      };
      this.looks.set(key, look);
    }
    return look;
  }
}

type Look = Pick<Segment, "plain" | "styleOf">;

/** Columns beyond it keep their looks on their cells. */
const MAX_COMMON_COLUMNS = 256;
/** Formatted cells from which on a sheet's common looks go to its columns. */
const MANY_CELLS = 50_000;
/** Points; larger letters would make rows without a height of their own higher. */
const DEFAULT_SIZE = 11;

function mostCommon(counts: ReadonlyMap<number, number>): number {
  let best = 0;
  let most = 0;
  for (const [style, count] of counts) if (count > most) [best, most] = [style, count];
  return best;
}
