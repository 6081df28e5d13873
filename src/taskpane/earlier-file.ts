import type { EarlierYear } from "../actions/actions";
import { openWorkbook } from "../embedded/storage/open-workbook";
import { StorageError } from "../embedded/storage/storage-error";
import { createClient } from "../embedded/wire/client";
import { createServer } from "../embedded/wire/server";

/** The ledger of another workbook's file, opened beside Excel by the product's own storage; null where the file is no workbook. */
export async function openEarlierFile(file: File): Promise<EarlierYear | null> {
  try {
    const { model } = await openWorkbook(new Uint8Array(await file.arrayBuffer()), file.name);
    const host = createClient(createServer(model, { today: () => new Date() }), { alone: true });
    return { choice: {}, workbook: { host, fileName: file.name } };
  } catch (error) {
    if (error instanceof StorageError || error instanceof DOMException) return null;
    throw error;
  }
}
