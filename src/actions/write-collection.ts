import type { Collection } from "../collect/collect";
import type { ExcelHost } from "../excel/host";
import { readWorkbook } from "../excel/read-workbook";
import { planCollection } from "../report/collection/plan-collection";
import type { RunControl } from "./actions";
import { writePlans } from "./write-plans";

/** Writes a collection as new sheets, which are the user's from then on. @throws HostError */
export async function writeCollection(
  host: ExcelHost,
  collection: Collection,
  control: RunControl,
): Promise<{ readonly sheets: readonly string[] }> {
  const workbook = await readWorkbook(host);
  const request = { operation: "", ledger: "", ledgerFingerprint: "", handedOver: true };
  const { sheets } = await writePlans(host, workbook, planCollection(collection, control.today), request, control);
  return { sheets: sheets.map(({ name }) => name) };
}
