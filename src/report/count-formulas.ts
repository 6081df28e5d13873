import { absoluteAddress, quotedSheetName } from "../cells/cell";
import type { ColumnKey, Ledger } from "../ledger/ledger";
import type { Settings } from "../ledger/settings";
import type { CountifsPrediction } from "../tally/countifs";
import type { Tally } from "../tally/tally";
import type { PlanCell } from "./plan";

/** One condition of a count: a column of the ledger, the name it must have, and the formula's text for that name. */
export interface CountCondition {
  readonly column: ColumnKey;
  /** Exactly what the cell that `reference` refers to holds; "" for rows where the column is blank. */
  readonly name: string;
  /** A reference to the label's cell ("$A6"), or '""' for a blank. */
  readonly reference: string;
}

const NOT_RELISTED: CountCondition = { column: "relisted", name: "", reference: '""' };

/** Makes the count cells of a report: live formulas over the ledger wherever they give what the tally says. */
export class CountFormulas {
  /** True where counts are formulas at all (集計値 数式). */
  readonly live: boolean;
  private readonly always: readonly CountCondition[];
  private readonly sheet: string;

  constructor(
    private readonly ledger: Ledger,
    private readonly prediction: CountifsPrediction,
    tally: { readonly relisted: Pick<Tally["relisted"], "count"> },
    settings: Settings,
  ) {
    this.live = settings.counts === "formula" && ledger.lastRow >= ledger.firstRow;
    this.always = settings.relisted === "exclude" && tally.relisted.count > 0 ? [NOT_RELISTED] : [];
    this.sheet = quotedSheetName(ledger.sheet);
  }

  /** A count as a COUNTIFS formula, or as a value where the formula would say something else. */
  count(conditions: readonly CountCondition[], value: number): PlanCell {
    const formula = this.countIfs([...conditions, ...this.always], value);
    return formula === null ? value : { formula: `=${formula}`, value };
  }

  /** The same of the measures that are not re-listed, whatever the mode. */
  countWithoutRelisted(conditions: readonly CountCondition[], value: number): PlanCell {
    const formula = this.countIfs([...conditions, NOT_RELISTED], value);
    return formula === null ? value : { formula: `=${formula}`, value };
  }

  /** What is left of `all` measures after the counts in `area` ("B6:D6"): those that are 区分外. */
  rest(conditions: readonly CountCondition[], all: number, area: string, value: number): PlanCell {
    const formula = this.countIfs([...conditions, ...this.always], all);
    return formula === null ? value : { formula: `=${formula}-SUM(${area})`, value };
  }

  /** A formula over cells of the report itself. */
  derived(formula: string, value: number | string): PlanCell {
    return this.live ? { formula: `=${formula}`, value } : value;
  }

  private countIfs(conditions: readonly CountCondition[], expected: number): string | null {
    if (!this.live) return null;
    const predicted = this.prediction.count(conditions.map(({ column, name }) => ({ column, criterion: name })));
    if (predicted !== expected) return null;
    return `COUNTIFS(${conditions.map(({ column, reference }) => `${this.range(column)},${reference}`).join(",")})`;
  }

  private range(key: ColumnKey): string {
    const { firstRow, lastRow, columns } = this.ledger;
    const area = { row: firstRow, column: columns[key] ?? 0, rows: lastRow - firstRow + 1, columns: 1 };
    return `${this.sheet}!${absoluteAddress(area)}`;
  }
}
