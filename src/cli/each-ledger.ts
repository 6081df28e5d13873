import type { Messages } from "../messages";
import { problemOf, type FileProblem } from "./file-problem";
import type { FoundFile } from "./find-files";
import type { LedgerFile } from "./ledger-file";
import { progressOf, type Progress } from "./progress";
import { readAhead } from "./read-ahead";
import { oneLine } from "./terminal";

/** What a command of several files does with each of them. */
export interface EachLedger {
  /** Works on a file; what it throws is that file's problem. */
  readonly work: (file: LedgerFile, found: FoundFile) => Promise<void>;
  /** Told why a file could not be read or worked on. */
  readonly refuse: (problem: FileProblem, found: FoundFile) => void;
}

/** Goes through files in their order, `jobs` of them read ahead; no file stops the others. */
export async function eachLedger(
  files: readonly FoundFile[],
  { jobs, progress = progressOf(files.length) }: { readonly jobs: number; readonly progress?: Progress },
  messages: Messages,
  { work, refuse }: EachLedger,
): Promise<void> {
  for await (const { found, read } of readAhead(files, jobs, messages)) {
    progress.step(found.name);
    if ("problem" in read) {
      refuse(read.problem, found);
      continue;
    }
    try {
      await work(read.file, found);
    } catch (error) {
      refuse(problemOf(error, messages), found);
    }
  }
  progress.clear();
}

/** Files named at most of those that were not looked at. */
const MOST_NAMED = 5;

/** What of the folders was not looked at, in one sentence; null where everything was. */
export function othersText(others: readonly FoundFile[], { several }: Messages): string | null {
  if (others.length === 0) return null;
  return several.others(
    others.length,
    others.slice(0, MOST_NAMED).map(({ label }) => oneLine(label)),
  );
}
