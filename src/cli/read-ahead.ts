import type { Messages } from "../messages";
import type { FileProblem } from "./file-problem";
import { problemOf, refusedByName } from "./file-problem";
import type { FoundFile } from "./find-files";
import { readLedgerFile, type LedgerFile } from "./ledger-file";

/** A file of several that was read, or why it was not. */
export type ReadFile = { readonly file: LedgerFile } | { readonly problem: FileProblem };

/**
 * Reads files in their order, some ahead of the one that is worked on, and never more: what a folder holds need not fit into
 * the memory together.
 */
export async function* readAhead(
  files: readonly FoundFile[],
  ahead: number,
  messages: Messages,
): AsyncGenerator<{ readonly found: FoundFile; readonly read: ReadFile }> {
  const begun: Promise<ReadFile>[] = [];
  for (const [at, found] of files.entries()) {
    while (begun.length < ahead && at + begun.length < files.length) {
      begun.push(readOne(files[at + begun.length]!, messages));
    }
    yield { found, read: await begun.shift()! };
  }
}

async function readOne({ name }: FoundFile, messages: Messages): Promise<ReadFile> {
  const refused = refusedByName(name, messages);
  if (refused !== null) return { problem: refused };
  try {
    const file = await readLedgerFile(name, messages);
    if (file.bytes.length === 0) {
      return { problem: { code: "empty-file", message: messages.several.emptyFile, isSkipped: false } };
    }
    return { file };
  } catch (error) {
    return { problem: problemOf(error, messages) };
  }
}
