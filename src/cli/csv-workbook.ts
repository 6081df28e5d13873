import { basename, extname } from "node:path";
import { readCsv } from "../actions/read-csv";
import { newWorkbookModel } from "../embedded/model/workbook";
import type { OpenedWorkbook } from "../embedded/storage/open-workbook";
import { emptyWorkbook } from "../embedded/storage/workbook/empty-workbook";
import { LEDGER_SHEET } from "../ledger/sheet-names";
import type { Messages } from "../messages";
import { Failure } from "./failure";
import { oneLine } from "./terminal";

/** A CSV file as a workbook of one sheet, 台帳. @throws Failure */
export function csvWorkbook(bytes: Uint8Array, name: string, words: Messages["file"]): OpenedWorkbook {
  const values = readCsv(bytes);
  if (values === null) throw new Failure("not-a-workbook", words.notCsv(oneLine(name)));
  const model = newWorkbookModel([{ name: LEDGER_SHEET, values }]);
  model.fileName = `${basename(name, extname(name))}.xlsx`;
  return emptyWorkbook(model);
}
