import { columnLetters } from "../cells/cell";
import { cellText, isBlankCell } from "./cell-text";
import { indicatorValue, numberOf, shownValue, type IndicatorValue } from "./indicator-value";
import type { IndicatorColumns, Ledger, Measure, YearColumn } from "./ledger";
import { matchKey } from "./match-key";
import type { SheetSource } from "./source";

/** Which way an indicator gets better; "" where nothing says it. */
export type Improvement = "上向き" | "下向き" | "維持" | "";

/** A value and the cell it stands in. */
export interface IndicatorCell {
  /** Zero-based sheet column; the row is the indicator's. */
  readonly column: number;
  /** Western fiscal year, null where the header names none. */
  readonly year: number | null;
  readonly value: IndicatorValue;
}

/** One indicator of a measure, as the cells of one row say it. */
export interface Indicator {
  /** Zero-based row on the ledger's sheet: the measure's own, or a row below it that holds a further indicator. */
  readonly row: number;
  readonly measure: Measure;
  /** Which of the ledger's groups of indicator columns it stands in, from 1. */
  readonly group: number;
  /** "" where the ledger gives it no name. */
  readonly name: string;
  readonly unit: string;
  /** 活動, 成果 or what the ledger calls it; "" where it says nothing. */
  readonly kind: string;
  readonly source: string;
  readonly improvement: Improvement;
  /**
   * What says so: the column 改善の方向, an arrow in place of the target, or only that the final target lies on that side of the
   * base; `none` where nothing does.
   */
  readonly improvementBy: "column" | "arrow" | "inferred" | "none";
  /** Null where the ledger has no such column. */
  readonly base: IndicatorCell | null;
  /** By year, in the order of the years; a column without a year comes last. */
  readonly targets: readonly IndicatorCell[];
  readonly actuals: readonly IndicatorCell[];
  /** 達成率 as the ledger itself gives it. */
  readonly rates: readonly IndicatorCell[];
}

/**
 * The indicators of all measures in sheet order: those side by side in a measure's row, and those in the rows below it that
 * hold nothing else. A group of columns of which a row fills neither name nor value is no indicator there.
 */
export function readIndicators(ledger: Ledger, source: SheetSource): readonly Indicator[] {
  if (ledger.indicators.length === 0) return [];
  const rows = [
    ...ledger.measures.map((measure) => ({ row: measure.row, measure })),
    ...(ledger.skipped ?? []).flatMap(({ row, kind }) => (kind === "continued" ? [{ row, measure: null }] : [])),
  ].sort((a, b) => a.row - b.row);
  const unitOf = headerUnits(ledger);
  const indicators: Indicator[] = [];
  let owner: Measure | null = null;
  for (const { row, measure } of rows) {
    owner = measure ?? owner;
    if (owner === null) continue;
    for (const [at, columns] of ledger.indicators.entries()) {
      const indicator = readIndicator({ ledger, source, row, measure: owner, group: at + 1, columns, unitOf });
      if (indicator !== null) indicators.push(indicator);
    }
  }
  return indicators;
}

/** The cell of a year: of that very year, else of a column without a year; undefined where there is neither. */
export function cellOfYear(cells: readonly IndicatorCell[], year: number | null): IndicatorCell | undefined {
  return cells.find((cell) => cell.year === year) ?? cells.find((cell) => cell.year === null);
}

/** The actual value that the report is about: of its year, else the latest before it. */
export function actualOf({ actuals }: Pick<Indicator, "actuals">, year: number | null): IndicatorCell | undefined {
  return cellOfYear(actuals, year) ?? actuals.filter((cell) => year === null || (cell.year ?? year) < year).pop();
}

/** The target that the actual value is measured by: of its year, else the first one after it, else the last. */
export function targetOf({ targets }: Pick<Indicator, "targets">, year: number | null): IndicatorCell | undefined {
  return (
    cellOfYear(targets, year) ??
    targets.find((cell) => year !== null && (cell.year ?? year) > year) ??
    targets[targets.length - 1]
  );
}

interface Reading {
  readonly ledger: Ledger;
  readonly source: SheetSource;
  readonly row: number;
  readonly measure: Measure;
  readonly group: number;
  readonly columns: IndicatorColumns;
  readonly unitOf: (column: number) => string;
}

function readIndicator({ ledger, source, row, measure, group, columns, unitOf }: Reading): Indicator | null {
  const cells = source.values[row - source.row] ?? [];
  const text = (column: number | null): string =>
    column === null ? "" : cellText(cells[column - source.column]).trim();
  const cellAt = ({ column, year }: YearColumn): IndicatorCell => ({
    column,
    year,
    value: indicatorValue(cells[column - source.column]),
  });
  const base = columns.base === null ? null : cellAt({ column: columns.base, year: yearOf(ledger, columns.base) });
  const targets = columns.targets.map(cellAt);
  const actuals = columns.actuals.map(cellAt);
  const rates = columns.rates.map(cellAt);
  const name = text(columns.name);
  const values = [...(base === null ? [] : [base]), ...targets, ...actuals, ...rates];
  if (isBlankCell(name) && values.every(({ value }) => value.kind === "blank")) return null;
  return {
    row,
    measure,
    group,
    name,
    unit: text(columns.unit) || unitBeside(values) || values.map(({ column }) => unitOf(column)).find(Boolean) || "",
    kind: text(columns.kindColumn) || columns.kind,
    source: text(columns.source),
    ...improvementOf(text(columns.improvement), base, targets),
    base,
    targets,
    actuals,
    rates,
  };
}

/** The unit written beside every number of an indicator; "" where they differ or one has none. */
function unitBeside(values: readonly IndicatorCell[]): string {
  const units = values.flatMap(({ value }) => (value.kind === "number" ? [value.unit] : []));
  return units.every((unit) => unit === units[0]) ? (units[0] ?? "") : "";
}

/** Unit in the header of each value column; a rate's own (％) says nothing of what is measured. */
function headerUnits({ headers }: Ledger): (column: number) => string {
  const units = new Map(headers.map(({ column, unit, key }) => [column, key === "rate" ? "" : unit]));
  return (column) => units.get(column) ?? "";
}

function yearOf({ headers }: Ledger, column: number): number | null {
  return headers.find((header) => header.column === column)?.year ?? null;
}

/* The words of 改善の方向 in use; RSシステム says 上向き and 下向き. */
const WORDS: readonly (readonly [Exclude<Improvement, "">, RegExp])[] = [
  ["維持", /維持|横ばい|→|⇒|➡/],
  ["下向き", /下向|下降|低下|減|下げ|少ない|抑制|縮小|↓|⇓|↘|⬇/],
  ["上向き", /上向|上昇|向上|増|上げ|多い|拡大|拡充|↑|⇑|↗|⬆/],
];
const ARROW = /^[↑↓→⇑⇓⇒↗↘⬆⬇➡]$/u;

function improvementOf(
  written: string,
  base: IndicatorCell | null,
  targets: readonly IndicatorCell[],
): Pick<Indicator, "improvement" | "improvementBy"> {
  const said = wordOf(written);
  if (said !== "") return { improvement: said, improvementBy: "column" };
  const arrow = targets.map(({ value }) => shownValue(value)).find((text) => ARROW.test(text));
  if (arrow !== undefined) return { improvement: wordOf(arrow), improvementBy: "arrow" };
  const from = numberOf(base?.value);
  const to = numberOf(targets.filter(({ value }) => value.kind === "number").pop()?.value);
  if (from === null || to === null || from === to) return { improvement: "", improvementBy: "none" };
  return { improvement: to < from ? "下向き" : "上向き", improvementBy: "inferred" };
}

function wordOf(text: string): Improvement {
  const key = matchKey(text);
  return WORDS.find(([, pattern]) => pattern.test(key))?.[0] ?? "";
}

/** A cell's address as the ledger's user would say it: 「K5」. */
export function addressOf({ row }: Pick<Indicator, "row">, { column }: Pick<IndicatorCell, "column">): string {
  return columnLetters(column) + String(row + 1);
}
