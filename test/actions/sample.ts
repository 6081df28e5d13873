import { readFileSync } from "node:fs";
import type { Actions, Problem, ReportOutcome } from "../../src/actions/actions";
import { createActions } from "../../src/actions/create-actions";
import type { SampleWorkbook } from "../../src/actions/write-sheets";
import type { CellValue } from "../../src/cells/cell";
import type { WorkbookModel } from "../../src/embedded/model/model";
import { openWorkbook } from "../../src/embedded/storage/open-workbook";
import { newWorkbookModel } from "../../src/embedded/model/workbook";
import type { ExcelHost } from "../../src/excel/host";
import { messagesFor } from "../../src/messages";
import { REPORT_PARTS, type ReportPart } from "../../src/report/parts";

const SAMPLE_FILE = new URL("../../assets/sample-ledger.xlsx", import.meta.url);
const SAMPLE_CELLS = new URL("../../assets/sample-ledger.json", import.meta.url);

export const TODAY = new Date("2011-03-31T08:05:00Z");
export const CONTROL = { today: TODAY };
export const words = messagesFor("ja");

/** The sample workbook, opened afresh from its file. */
export async function sampleWorkbook(): Promise<WorkbookModel> {
  return (await openWorkbook(readFileSync(SAMPLE_FILE), "sample-ledger.xlsx")).model;
}

/** A workbook whose 台帳 has two measures that nothing is wrong with, or other rows, and other sheets behind it. */
export function smallWorkbook(
  others: Readonly<Record<string, CellValue[][]>> = {},
  rows: CellValue[][] = [
    ["行政", "窓口の改善", "達成"],
    ["福祉", "相談の充実", "達成"],
  ],
): WorkbookModel {
  const sheets = { 台帳: [["分野", "施策", "状況"], ...rows], ...others };
  return newWorkbookModel(Object.entries(sheets).map(([name, values]) => ({ name, values })));
}

/** Every action over a host, with the sample from its file. */
export function actionsOver(host: ExcelHost): Actions {
  return createActions(
    host,
    () => Promise.resolve(words),
    () => Promise.resolve(JSON.parse(readFileSync(SAMPLE_CELLS, "utf8")) as SampleWorkbook),
  );
}

/** Makes a report that must not fail for the data's sake. */
export async function madeReport(
  host: ExcelHost,
  parts: readonly ReportPart[] = REPORT_PARTS,
  sheet?: string,
): Promise<ReportOutcome> {
  const outcome = await actionsOver(host).makeReport(sheet === undefined ? {} : { sheet }, { parts }, { today: TODAY });
  return succeeded(outcome);
}

/** The outcome of an action that found nothing wrong with the data. */
export function succeeded<T extends object>(outcome: T | Problem): T {
  if ("problem" in outcome) throw new Error(JSON.stringify(outcome.problem));
  return outcome;
}
