import type { Actions } from "../actions/actions";
import { createActions, type SampleSource, type WordsSource } from "../actions/create-actions";
import { createClient } from "../embedded/wire/client";
import type { WorkbookModel } from "../embedded/model/model";
import { createServer } from "../embedded/wire/server";
import { openWorkbook } from "../embedded/storage/open-workbook";
import { saveWorkbook } from "../embedded/storage/save-workbook";
import { lossesOf, type Loss } from "../embedded/storage/workbook/saved-form";
import { newWorkbookModel } from "../embedded/model/workbook";
import type { ExcelHost } from "../excel/host";

/** A workbook open in the page, with everything a person can ask for. */
export interface WorkbookSession {
  readonly model: WorkbookModel;
  readonly actions: Actions;
  /** What of the file `save` leaves out. */
  readonly losses: readonly Loss[];
  /** The workbook as it now is, as the bytes of an .xlsx file. Nothing may change it meanwhile. */
  save(): Promise<Uint8Array>;
}

/** Where a workbook comes from: a file's bytes, or null for an empty workbook. */
export interface WorkbookSource {
  readonly name: string;
  readonly bytes: Uint8Array | null;
}

/** Opens a workbook in the embedded Excel. @throws StorageError */
export async function openSession(
  { name, bytes }: WorkbookSource,
  words: WordsSource,
  sample: SampleSource,
): Promise<WorkbookSession> {
  const opened = bytes ? await openWorkbook(bytes, name) : null;
  const model = opened?.model ?? newWorkbookModel();
  const server = createServer(model, { today: () => new Date() });
  return {
    model,
    actions: createActions(letPaint(createClient(server, { alone: true })), words, sample),
    get losses() {
      return opened ? lossesOf(opened) : [];
    },
    save: () => saveWorkbook(opened, model),
  };
}

/**
 * The name a workbook is saved under, which is never the original's: 台帳.xlsx → 台帳_報告書.xlsx. A workbook with macros
 * stays one, because its parts do.
 */
export function savedName(name: string, suffix: string): string {
  const [extension = ".xlsx"] = /\.xls[xm]$/i.exec(name) ?? [];
  return name.replace(/\.xls[xm]$/i, "") + suffix + extension;
}

/** Long enough for the browser to paint a frame. */
const FRAME_MILLISECONDS = 20;

/** This Excel answers at once, so without a pause before each batch neither progress nor 「やめる」 would ever be seen. */
function letPaint(host: ExcelHost): ExcelHost {
  return {
    ...host,
    run: async (batch) => {
      await new Promise((resolve) => setTimeout(resolve, FRAME_MILLISECONDS));
      return host.run(batch);
    },
  };
}
