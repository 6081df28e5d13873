import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { createActions } from "../actions/create-actions";
import type { Actions } from "../actions/actions";
import type { SampleWorkbook } from "../actions/write-sheets";
import { createClient } from "../embedded/client";
import { createServer, type Counters } from "../embedded/server";
import { loadExcelizeInNode } from "../embedded/storage/excelize-node";
import { openWorkbook, type OpenedWorkbook } from "../embedded/storage/open-workbook";
import { saveWorkbook } from "../embedded/storage/save-workbook";
import { StorageError } from "../embedded/storage/storage-error";
import type { Messages } from "../messages";

/** A file that could not be read, understood or written; `message` says so to the user. */
export class FileError extends Error {
  override readonly name = "FileError";
}

/** A workbook file open in the embedded Excel, with everything a person can ask for. */
export interface Session {
  readonly actions: Actions;
  /** What went between the add-in's code and Excel so far. */
  readonly traffic: Readonly<Counters>;
  /** Writes the workbook as it now is; the file appears complete or not at all. @throws FileError */
  save(file: string): Promise<void>;
}

/**
 * Opens a workbook file.
 *
 * @param toBeSaved whether `save` will be asked for: what it needs then starts while the report is still being made
 * @throws FileError
 */
export async function openSession(file: string, messages: Messages, toBeSaved: boolean): Promise<Session> {
  const words = messages.commandLine;
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch {
    throw new FileError(messages.file.cannotRead(file));
  }
  const opened = await openFile(bytes, file, messages);
  // A failure shows where it is awaited.
  if (toBeSaved) loadExcelizeInNode().catch(() => undefined);
  const server = createServer(opened.model);
  return {
    actions: createActions(createClient(server, { alone: true }), () => Promise.resolve(messages), readSample),
    traffic: server.counters,
    save: async (target) => {
      const saved = await saveWorkbook(opened, opened.model, loadExcelizeInNode);
      const part = `${target}.part`;
      try {
        await writeFile(part, saved);
        await rename(part, target);
      } catch {
        await rm(part, { force: true });
        throw new FileError(words.cannotWrite(target));
      }
    },
  };
}

async function openFile(bytes: Uint8Array, file: string, messages: Messages): Promise<OpenedWorkbook> {
  try {
    return await openWorkbook(bytes, basename(file));
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    throw new FileError(messages.file[error.code](file));
  }
}

async function readSample(): Promise<SampleWorkbook> {
  return JSON.parse(await readFile(join("assets", "sample-ledger.json"), "utf8")) as SampleWorkbook;
}
