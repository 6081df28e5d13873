import { absoluteAddress, quotedSheetName, type Area } from "../cells/cell";
import type { ColumnKey, Ledger } from "../ledger/ledger";
import type { Settings } from "../ledger/settings";
import type { SheetSource } from "../ledger/source";
import type { CountifsPrediction } from "../tally/countifs";
import type { Tally } from "../tally/tally";
import { textLiteral } from "./live-text";
import type { PlanCell } from "./plan";

/**
 * One condition of a count: a column of the ledger and the name it must have. The formula holds the name itself, because a
 * heading of the report that it referred to might be worded otherwise one day.
 */
export interface CountCondition {
  readonly column: ColumnKey;
  /** "" for rows where the column is blank. */
  readonly name: string;
}

const NOT_RELISTED: CountCondition = { column: "relisted", name: "" };
/** Rows below the ledger that are looked at for measures added there, where no count sees them. */
const ROWS_BELOW = 1_000;

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
    /** The ledger's sheet, where it is known what stands below the ledger. */
    private readonly source?: SheetSource,
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

  /** Formula text that is true while a count is what it was; null where no formula gives it. */
  expectation(conditions: readonly CountCondition[], value: number): string | null {
    const formula = this.countIfs([...conditions, ...this.always], value);
    return formula === null ? null : `${formula}=${value}`;
  }

  /** The same of the measures that are not re-listed. */
  expectationWithoutRelisted(conditions: readonly CountCondition[], value: number): string | null {
    const formula = this.countIfs([...conditions, NOT_RELISTED], value);
    return formula === null ? null : `${formula}=${value}`;
  }

  /** Formula text that is true while no status was added below the ledger, where no count sees it; null where nobody knows. */
  endUnchanged(): string | null {
    const { ledger, source } = this;
    const column = ledger.columns.status;
    if (!this.live || source === undefined || column === undefined) return null;
    const row = ledger.lastRow + 1;
    const below = source.values
      .slice(Math.max(0, row - source.row), Math.max(0, row - source.row + ROWS_BELOW))
      .map((cells) => cells[column - source.column] ?? "");
    // What is an error to Excel is a text here.
    if (below.some((cell) => typeof cell === "boolean" || String(cell).startsWith("#"))) return null;
    const range = this.address({ row, column, rows: ROWS_BELOW, columns: 1 });
    return `COUNTIF(${range},"?*")+COUNT(${range})=${below.filter((cell) => cell !== "").length}`;
  }

  /** A formula over cells of the report itself. */
  derived(formula: string, value: number | string): PlanCell {
    return this.live ? { formula: `=${formula}`, value } : value;
  }

  private countIfs(conditions: readonly CountCondition[], expected: number): string | null {
    if (!this.live) return null;
    const predicted = this.prediction.count(conditions.map(({ column, name }) => ({ column, criterion: name })));
    if (predicted !== expected) return null;
    return `COUNTIFS(${conditions.map(({ column, name }) => `${this.range(column)},${textLiteral(name)}`).join(",")})`;
  }

  private range(key: ColumnKey): string {
    const { firstRow, lastRow, columns } = this.ledger;
    return this.address({ row: firstRow, column: columns[key] ?? 0, rows: lastRow - firstRow + 1, columns: 1 });
  }

  private address(area: Area): string {
    return `${this.sheet}!${absoluteAddress(area)}`;
  }
}
