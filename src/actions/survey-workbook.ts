import type { ExcelHost } from "../excel/host";
import type { Ledger } from "../ledger/ledger";
import { ledgerSheets, ownSheets } from "../ledger/own-sheets";
import { HISTORY_SHEET } from "../ledger/sheet-names";
import { MEMORY_KEY } from "../excel/remember";
import { MARKS_KEY } from "../excel/marks-key";
import type { LedgerChoice, LedgerSummary, Survey } from "./actions";
import { comparedRecord } from "./compare-record";
import { loadLedger, sheetsBeside } from "./load-ledger";

/** Looks at the workbook and changes nothing. @throws HostError */
export async function surveyWorkbook(host: ExcelHost, choice: LedgerChoice): Promise<Survey> {
  const { workbook, source, result, settings } = await loadLedger(host, choice);
  const found = "ledger" in result ? result : null;
  return {
    sheets: ledgerSheets(workbook)
      .filter(({ visible }) => visible)
      .map(({ name }) => name),
    activeSheet: workbook.activeSheet,
    isEmpty: workbook.sheets.length === 1 && source?.values.flat().every((cell) => cell === "") === true,
    sheet: source?.name ?? choice.sheet ?? workbook.activeSheet,
    ledger: found && summaryOf(found.ledger, found.fingerprint),
    problem: "problem" in result ? result.problem : null,
    settings,
    has: sheetsBeside(workbook),
    made: ownSheets(workbook).latest?.sheets ?? [],
    hasHistory: ownSheets(workbook).made.size > 0 || workbook.sheets.some(({ name }) => name === HISTORY_SHEET),
    hasMarks: workbook.stored.some(({ key }) => key === MARKS_KEY),
    remembered: rememberedText(workbook.stored.find(({ key }) => key === MEMORY_KEY)?.value),
    record: await comparedRecord(host, workbook, found?.fingerprint),
  };
}

function rememberedText(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function summaryOf(ledger: Ledger, fingerprint: string): LedgerSummary {
  return {
    sheet: ledger.sheet,
    measures: ledger.measures.length,
    relisted: ledger.measures.filter(({ relisted }) => relisted).length,
    fields: ledger.fields,
    headerTop: ledger.headerTop + 1,
    headerRow: ledger.headerRow + 1,
    headers: ledger.headers,
    levels: ledger.levels,
    year: ledger.year,
    statusColumn: ledger.columns.status ?? null,
    fingerprint,
  };
}
