import { toHostError } from "./errors";
import type { ExcelHost } from "./host";
import { parseRecord } from "./own-sheets";
import { untracked } from "./support";

/*
 * While a run is at work the workbook's settings say so: which sheets it has added under temporary names and which sheets
 * of an earlier run it has put aside. Whatever stops the run (an error, a crash, the pane closed), this is enough to bring
 * the workbook back to what it was, or forward to what it was to become once 作成記録 names the run.
 */

/** Key of the workbook setting that holds the account of a run at work. */
export const UNFINISHED_KEY = "MeasureLedger.unfinishedRun";

/** The account of a run at work; stored as JSON. */
export interface UnfinishedRun {
  readonly run: string;
  /** Number of sheets added; see `temporaryNames`. */
  readonly count: number;
  /** Excel's ids of the same sheets, once known: from then on they may have their final names. */
  readonly built: readonly string[];
  /** Sheets of an earlier run on their way out, with the name they had. */
  readonly aside: readonly { readonly id: string; readonly name: string; readonly aside: string }[];
  /** Name that 作成記録 has in the end. */
  readonly recordSheet: string;
}

/** Temporary names of the sheets that a run adds; they contain the run's name and nobody else uses them. */
export function temporaryNames({ run, count }: Pick<UnfinishedRun, "run" | "count">): string[] {
  return Array.from({ length: count }, (_, index) => `作成中_${run}_${index + 1}`);
}

/** A worksheet as the adapter tells it apart: by Excel's id. */
export interface SheetIdentity {
  readonly id: string;
  readonly name: string;
}

/** What settling came to. */
export interface Settled {
  /** "completed" where 作成記録 already named the run, so that only clearing away was left; otherwise "undone". */
  readonly outcome: "completed" | "undone";
  readonly sheets: readonly SheetIdentity[];
}

const ATTEMPTS = 3;
const PAUSE_MILLISECONDS = 40;

/**
 * Brings a workbook that a run left half-way to a clean state, in two round trips: sheets are recognised by Excel's ids and
 * by temporary names, never by the names that the user sees. Tries again when Excel refuses.
 *
 * @throws HostError with `unfinished` when Excel refuses every time; the account stays in the workbook for the next run
 */
export async function settle(host: ExcelHost, run: UnfinishedRun): Promise<Settled> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await settleOnce(host, run);
    } catch (error) {
      if (attempt === ATTEMPTS) throw toHostError(error, { unfinished: true });
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS * attempt));
    }
  }
}

async function settleOnce(host: ExcelHost, run: UnfinishedRun): Promise<Settled> {
  return host.run(async (context) => {
    const { worksheets, settings } = context.workbook;
    worksheets.load("items/id,items/name");
    const account = settings.getItemOrNullObject(UNFINISHED_KEY);
    account.load("key");
    const recordCells = untracked(worksheets.getItemOrNullObject(run.recordSheet).getUsedRangeOrNullObject(true));
    recordCells.load("rowIndex,columnIndex,values");
    await context.sync();

    const sheets = worksheets.items.map(({ id, name }): SheetIdentity => ({ id, name }));
    const record = recordCells.isNullObject
      ? null
      : parseRecord({
          name: run.recordSheet,
          row: recordCells.rowIndex,
          column: recordCells.columnIndex,
          values: recordCells.values as (string | number | boolean)[][],
        });
    const isRecorded = record?.entries.some((entry) => entry.run === run.run) ?? false;
    const aside = run.aside.filter((old) => sheets.some(({ id, name }) => id === old.id && name === old.aside));
    const temporary = new Set(temporaryNames(run));
    const surplus = isRecorded
      ? aside.map(({ id }) => id)
      : sheets.filter(({ id, name }) => run.built.includes(id) || temporary.has(name)).map(({ id }) => id);

    for (const id of surplus) worksheets.getItem(id).delete();
    if (!isRecorded) for (const old of aside) worksheets.getItem(old.id).name = old.name;
    if (!account.isNullObject) account.delete();
    await context.sync();

    const former = new Map(aside.map((old) => [old.id, old.name]));
    return {
      outcome: isRecorded ? "completed" : "undone",
      sheets: sheets
        .filter(({ id }) => !surplus.includes(id))
        .map(({ id, name }) => ({ id, name: isRecorded ? name : (former.get(id) ?? name) })),
    };
  });
}
