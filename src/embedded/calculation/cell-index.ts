import { textToNumber } from "./coercion";
import { satisfies, type Criterion } from "./criterion";
import { fromCell, type Scalar } from "./value";
import type { SheetArea } from "../model/model";

/**
 * The cells of a range by their values, so that many criteria over the same range cost one look at each different value.
 * Cells are counted row by row; those beyond the sheet's last row are blank and not among them.
 */
export class CellIndex {
  /** The different values; a cell's code is its value's place here. */
  readonly values: Scalar[] = [];
  /** Code of each cell. */
  readonly codes: Int32Array;
  /** Cells in the order of their codes; the cells of code c are from `starts[c]` to `starts[c + 1]`. */
  private readonly order: Int32Array;
  private readonly starts: Int32Array;
  private folds: Map<string, number[]> | undefined;
  private numbers: Map<number, number[]> | undefined;

  /** `rows` rows of the range are read; the rest of it must be blank. */
  constructor({ sheet, area }: SheetArea, rows: number) {
    const { columns } = area;
    const count = rows * columns;
    this.codes = new Int32Array(count);
    const known = new Map<unknown, number>();
    for (let r = 0, cell = 0; r < rows; r++) {
      const stored = sheet.rows[area.row + r];
      for (let c = 0; c < columns; c++, cell++) {
        const raw = stored?.[area.column + c];
        const key = raw === undefined ? "" : raw;
        let code = known.get(key);
        if (code === undefined) {
          code = this.values.length;
          known.set(key, code);
          this.values.push(fromCell(raw));
        }
        this.codes[cell] = code;
      }
    }
    this.starts = new Int32Array(this.values.length + 1);
    for (const code of this.codes) this.starts[code + 1]!++;
    for (let code = 0; code < this.values.length; code++) this.starts[code + 1]! += this.starts[code]!;
    const next = this.starts.slice();
    this.order = new Int32Array(count);
    for (let cell = 0; cell < count; cell++) this.order[next[this.codes[cell]!]!++] = cell;
  }

  /** Codes of the values that satisfy a criterion. */
  matching(criterion: Criterion): readonly number[] {
    switch (criterion.kind) {
      case "text":
        this.folds ??= this.group((value) => (typeof value === "string" ? value.toLowerCase() : undefined));
        return this.folds.get(criterion.fold) ?? [];
      case "number":
        this.numbers ??= this.group((value) => {
          if (typeof value === "number") return value;
          return typeof value === "string" ? (textToNumber(value) ?? undefined) : undefined;
        });
        return this.numbers.get(criterion.number) ?? [];
      default:
        return this.values.flatMap((value, code) => (satisfies(criterion, value) ? [code] : []));
    }
  }

  private group<K>(keyOf: (value: Scalar) => K | undefined): Map<K, number[]> {
    const groups = new Map<K, number[]>();
    this.values.forEach((value, code) => {
      const key = keyOf(value);
      if (key === undefined) return;
      const group = groups.get(key);
      if (group) group.push(code);
      else groups.set(key, [code]);
    });
    return groups;
  }

  /** How many cells have one of the codes. */
  count(codes: readonly number[]): number {
    return codes.reduce((sum, code) => sum + this.starts[code + 1]! - this.starts[code]!, 0);
  }

  /** Visits the cells with one of the codes. */
  each(codes: readonly number[], visit: (cell: number) => void): void {
    for (const code of codes) {
      for (let i = this.starts[code]!; i < this.starts[code + 1]!; i++) visit(this.order[i]!);
    }
  }
}
