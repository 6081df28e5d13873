import { readdirSync, realpathSync, statSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { callersFile } from "./folders";

/** A file to work on. */
export interface FoundFile {
  /** As it is called to the caller: as written, or below the folder that was named. */
  readonly name: string;
  /** The same below the folder it was found in, with slashes: what it may be told apart by wherever the folder lies. */
  readonly label: string;
}

/** What was found where the caller said. */
export interface FoundFiles {
  /** In the order of their labels, whatever order they were named in; no file twice. */
  readonly files: readonly FoundFile[];
  /** Files of folders that can be no ledgers by their ending. */
  readonly others: readonly FoundFile[];
}

/** Endings of what is or may be meant as a ledger; the old ones so that somebody says what to do with them. */
const LEDGER = /\.(?:xlsx|xlsm|xls|xlsb|ods|csv|tsv)$/i;
/** What systems leave in folders by themselves. */
const SYSTEM = /^(?:\.|thumbs\.db$|desktop\.ini$)/i;
const DEEPEST = 16;

/** Whether several files are meant: more than one name, or a folder. */
export function meansSeveral(sources: readonly string[]): boolean {
  return sources.length !== 1 || isFolder(sources[0]!);
}

/**
 * The files that names of files and folders mean; folders with all that is below them.
 *
 * @param except files and folders that are not to be looked at: what the command writes itself
 */
export function findFiles(sources: readonly string[], except: readonly string[] = []): FoundFiles {
  const left = new Set(except.map((name) => identity(callersFile(name))));
  const seen = new Set<string>();
  const files: FoundFile[] = [];
  const others: FoundFile[] = [];
  const add = (file: FoundFile, isNamed: boolean) => {
    const id = identity(callersFile(file.name));
    if (left.has(id) || seen.has(id)) return;
    seen.add(id);
    (isNamed || LEDGER.test(file.name) ? files : others).push(file);
  };
  const walk = (folder: string, below: string, depth: number): void => {
    if (left.has(identity(callersFile(folder)))) return;
    for (const entry of readdirSync(callersFile(folder), { withFileTypes: true })) {
      if (SYSTEM.test(entry.name)) continue;
      const name = join(folder, entry.name);
      const label = below === "" ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) {
        if (depth < DEEPEST) walk(name, label, depth + 1);
      } else if (entry.isFile() || (entry.isSymbolicLink() && !isFolder(name))) add({ name, label }, false);
    }
  };
  for (const source of sources) {
    if (!isFolder(source)) {
      add({ name: source, label: basename(source) }, true);
      continue;
    }
    try {
      walk(source, "", 0);
    } catch {
      // Said of the folder itself, as of a file that cannot be read.
      add({ name: source, label: basename(source) }, true);
    }
  }
  return { files: inOrder(files), others: inOrder(others) };
}

/** `~$計画.xlsx`: what Excel puts beside a workbook while somebody has it open. */
export function isLockFile(name: string): boolean {
  return basename(name).startsWith("~$");
}

/** A ledger as text: CSV, or the same with tabs. */
export function isCsv(name: string): boolean {
  return [".csv", ".tsv"].includes(endingOf(name));
}

/** The ending in small letters, with its dot. */
export function endingOf(name: string): string {
  return extname(name).toLowerCase();
}

function inOrder(files: readonly FoundFile[]): FoundFile[] {
  return [...files].sort((a, b) => compare(a.label, b.label) || compare(a.name, b.name));
}

/** By code units, which no locale changes. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isFolder(name: string): boolean {
  try {
    return statSync(callersFile(name)).isDirectory();
  } catch {
    return false;
  }
}

/** The file itself, whatever links lead to it. */
function identity(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
