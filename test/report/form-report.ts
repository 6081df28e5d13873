import type { CellValue } from "../../src/cells/cell";
import type { Ledger } from "../../src/ledger/ledger";
import { readLedger } from "../../src/ledger/read-ledger";
import { DEFAULT_SETTINGS, EMPTY_PLAN, type Settings } from "../../src/ledger/settings";
import type { SheetSource } from "../../src/ledger/source";
import type { BookletPart } from "../../src/report/booklet/parts";
import type { PlanCell, SheetPlan } from "../../src/report/plan";
import { planReport, type ReportPlan } from "../../src/report/plan-report";
import type { LedgerPart, ReportPart } from "../../src/report/parts";
import { FORMS } from "../fixtures/ledgers";
import type { ColumnKey, LedgerForm } from "../fixtures/ledgers/form";

/** A report of rows, with each status of `statuses` as a class of its own, the first one achieved. */
export function reportOf(
  rows: readonly (readonly CellValue[])[],
  statuses: readonly string[],
  options: {
    readonly parts?: readonly ReportPart[];
    readonly chapters?: readonly BookletPart[];
    readonly settings?: Partial<Settings>;
  } = {},
): ReportPlan & { readonly ledger: Ledger } {
  const settings: Settings = {
    ...DEFAULT_SETTINGS,
    statuses: statuses.map((name, at) => ({
      name,
      meaning: "",
      achieved: at === 0,
      inDenominator: true,
      reasonRequired: false,
      synonyms: [],
    })),
    ...options.settings,
  };
  const source: SheetSource = { name: "台帳", row: 0, column: 0, values: rows };
  const { ledger, problem } = readLedger(source, { statuses: settings.statuses, fieldOrder: [] });
  if (ledger === undefined) throw new Error(JSON.stringify(problem));
  const plan = planReport({
    ledger,
    source,
    settings,
    fields: [],
    plan: EMPTY_PLAN,
    today: new Date("2026-04-01T00:00:00Z"),
    ...(options.parts === undefined ? {} : { parts: options.parts }),
    ...(options.chapters === undefined ? {} : { chapters: options.chapters }),
  });
  return { ...plan, ledger };
}

/** The forms that have a column of one of these kinds with something in it below their header, and need no answer first. */
export function formsWith(...keys: readonly ColumnKey[]): readonly { family: string; form: LedgerForm }[] {
  return FORMS.filter(
    ({ form }) => form.expected.asks === undefined && keys.some((key) => lettersOf(form, key).length > 0),
  );
}

/** Indexes of the columns of a kind, by what a careful clerk says of the form. */
export function lettersOf({ expected }: LedgerForm, key: ColumnKey): readonly number[] {
  return Object.entries(expected.columns).flatMap(([letters, reading]) =>
    reading?.key === key ? [Array.from(letters).reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1] : [],
  );
}

export function formReport(form: LedgerForm, parts: readonly LedgerPart[]) {
  return reportOf(form.rows, Object.keys(form.expected.statuses).filter(Boolean), { parts });
}

/** The value that a cell shows: a formula's as planned. */
export function valueOf(cell: PlanCell | undefined): CellValue | null | undefined {
  return typeof cell === "object" && cell !== null ? cell.value : cell;
}

/** All cells of a sheet by row and column. */
export function gridOf(sheet: SheetPlan): PlanCell[][] {
  const grid: PlanCell[][] = Array.from({ length: sheet.page.printArea.rows }, () =>
    new Array<PlanCell>(sheet.columnWidths.length).fill(null),
  );
  for (const { row, column, cells } of sheet.blocks) {
    cells.forEach((line, y) => {
      line.forEach((cell, x) => {
        if (grid[row + y] !== undefined) grid[row + y]![column + x] = cell;
      });
    });
  }
  return grid;
}

/** The values of all rows that hold something, without their blank cells. */
export function shownRows(sheet: SheetPlan): (CellValue | null | undefined)[][] {
  return gridOf(sheet)
    .map((row) => row.map(valueOf).filter((value) => value !== null && value !== ""))
    .filter((row) => row.length > 0);
}

export function textsOf(sheet: SheetPlan): string {
  return shownRows(sheet).flat().join("\n");
}
