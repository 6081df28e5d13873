import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { createActions } from "../actions/create-actions";
import type { Actions } from "../actions/actions";
import type { SampleWorkbook } from "../actions/write-sheets";
import { createClient } from "../embedded/wire/client";
import { createServer, type Counters } from "../embedded/wire/server";
import { openWorkbook, type OpenedWorkbook } from "../embedded/storage/open-workbook";
import { lossesOf, type Loss } from "../embedded/storage/workbook/saved-form";
import type { ExcelHost } from "../excel/host";
import { StorageError } from "../embedded/storage/storage-error";
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
}

/** Opens a workbook file. @throws Failure */
export async function openSession(file: LedgerFile, messages: Messages): Promise<Session> {
  const opened = await openFile(file, messages);
  const server = createServer(opened.model, { today: () => new Date() });
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
        return await saveWorkbook(opened, opened.model);
      } catch (error) {
        if (!(error instanceof StorageError)) throw error;
        throw new Failure(error.code, messages.file[error.code](oneLine(file.name)));
      }
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
