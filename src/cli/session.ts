import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { createActions } from "../actions/create-actions";
import type { Actions } from "../actions/actions";
import type { SampleWorkbook } from "../actions/write-sheets";
import type { CellValue } from "../cells/cell";
import { newWorkbookModel, readValues, usedArea } from "../embedded/model/workbook";
import { createClient } from "../embedded/wire/client";
import { createServer, type Counters } from "../embedded/wire/server";
import { openWorkbook, type OpenedWorkbook } from "../embedded/storage/open-workbook";
import { lossesOf, type Loss } from "../embedded/storage/workbook/saved-form";
import { emptyWorkbook } from "../embedded/storage/workbook/empty-workbook";
import { StorageError } from "../embedded/storage/storage-error";
import type { ExcelHost } from "../excel/host";
import type { Messages } from "../messages";
import { Failure } from "./failure";
import { isCsv } from "./find-files";
import { installedFile } from "./folders";
import type { LedgerFile } from "./ledger-file";
import { oneLine } from "./terminal";

/** A workbook file open in the embedded Excel, with everything a person can ask for. */
export interface Session {
  readonly actions: Actions;
  /** The Excel that the workbook is open in. */
  readonly host: ExcelHost;
  /** What went between the add-in's code and Excel so far. */
  readonly traffic: Readonly<Counters>;
  /** What of the file `save` leaves out. */
  readonly losses: readonly Loss[];
  /** The workbook as it now is, as a file. */
  save(): Promise<Uint8Array>;
  /** The values of every visible sheet. */
  valuesOfAll(): readonly { readonly name: string; readonly values: readonly (readonly CellValue[])[] }[];
  /** Leaves only these sheets, the first in front. */
  keepOnly(sheets: readonly string[]): void;
}

/** Opens a workbook file. @throws Failure */
export async function openSession(file: LedgerFile, messages: Messages): Promise<Session> {
  return sessionOf(await openFile(file, messages), file.name, messages);
}

/** A session over a new workbook. */
export function openNewSession(messages: Messages): Session {
  return sessionOf(emptyWorkbook(newWorkbookModel()), "", messages);
}

function sessionOf(opened: OpenedWorkbook, name: string, messages: Messages): Session {
  const { model } = opened;
  const server = createServer(model, { today: () => new Date() });
  const host = createClient(server, { alone: true });
  return {
    host,
    actions: createActions(host, () => Promise.resolve(messages), readSample),
    traffic: server.counters,
    // Looked up when something is saved, which a check does not.
    get losses() {
      return lossesOf(opened);
    },
    save: async () => {
      // Loaded when it is needed, which a check does not.
      const { saveWorkbook } = await import("../embedded/storage/save-workbook");
      try {
        return await saveWorkbook(opened, model);
      } catch (error) {
        if (!(error instanceof StorageError)) throw error;
        throw new Failure(error.code, messages.file[error.code](oneLine(name)));
      }
    },
    valuesOfAll: () =>
      model.sheets
        .filter(({ visibility }) => visibility === "Visible")
        .map((sheet) => {
          const area = usedArea(sheet, true);
          return { name: sheet.name, values: area === null ? [] : readValues(sheet, area) };
        }),
    keepOnly: (names) => {
      model.sheets = names.map((name) => model.sheets.find((sheet) => sheet.name === name)!);
      model.activeSheet = model.sheets[0]!.id;
      model.selection = { sheet: model.activeSheet, area: { row: 0, column: 0, rows: 1, columns: 1 } };
    },
  };
}

async function openFile({ bytes, name }: LedgerFile, { file: words }: Messages): Promise<OpenedWorkbook> {
  if (isCsv(name)) return (await import("./csv-workbook")).csvWorkbook(bytes, name, words);
  try {
    return await openWorkbook(bytes, basename(name));
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    throw new Failure(error.code, words[error.code](oneLine(name)));
  }
}

async function readSample(): Promise<SampleWorkbook> {
  return JSON.parse(await readFile(installedFile("assets", "sample-ledger.json"), "utf8")) as SampleWorkbook;
}
