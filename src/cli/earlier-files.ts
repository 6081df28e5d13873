import { basename } from "node:path";
import type { EarlierYear, EarlierYears } from "../actions/actions";
import type { Messages } from "../messages";
import { readLedgerFile, type LedgerFile } from "./ledger-file";
import type { EarlierFiles } from "./options";
import { openSession } from "./session";

/** Opens the ledgers of earlier years, and what was decided of their measures. @throws Failure, HostError */
export async function openEarlier(
  { files, sheet, decisions }: EarlierFiles,
  messages: Messages,
): Promise<EarlierYears & { readonly files: readonly LedgerFile[] }> {
  const earlierYears: EarlierYear[] = [];
  const read: LedgerFile[] = [];
  for (const [index, name] of files.entries()) {
    const file = await readLedgerFile(name, messages);
    read.push(file);
    const { host } = await openSession(file, messages);
    earlierYears.push({
      choice: sheet !== null && index === files.length - 1 ? { sheet } : {},
      workbook: { host, fileName: basename(name) },
    });
  }
  if (files.length === 0 && sheet !== null) earlierYears.push({ choice: { sheet } });
  if (decisions === null) return { earlierYears, files: read };
  const { readDecidedPairs } = await import("../actions/compare-years");
  const { host } = await openSession(await readLedgerFile(decisions, messages), messages);
  return { earlierYears, files: read, decisions: await readDecidedPairs(host) };
}
