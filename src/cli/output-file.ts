import {
  closeSync,
  fchmodSync,
  fstatSync,
  fsync,
  linkSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFile,
  type BigIntStats,
} from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { promisify } from "node:util";
import type { Messages } from "../messages";
import { Failure } from "./failure";
import { callersFile } from "./folders";
import { onInterruption } from "./interruption";
import type { LedgerFile } from "./ledger-file";
import { oneLine } from "./terminal";

/** Where a report will be written. */
export interface OutputFile {
  /** Writes it: the file appears complete or not at all, and in the place of nothing but what was there before. @throws Failure */
  write(bytes: Uint8Array): Promise<void>;
  /** Writes it under a name of its own; it comes into its place when it is told to. @throws Failure */
  stage(bytes: Uint8Array): Promise<StagedFile>;
}

/** A file that is whole, but not yet in its place. */
export interface StagedFile {
  /** @throws Failure */
  commit(): void;
  /** Removes it, unless it is in its place. */
  discard(): void;
}

/**
 * Looks whether a report may be written to a file.
 *
 * @param name as the caller wrote it
 * @param force whether a file that is there already is to be replaced; the ledger never is
 * @param endings that the name may have; the ledger's where absent
 * @throws Failure
 */
export function chooseOutputFile(
  name: string,
  ledger: LedgerFile,
  force: boolean,
  { commandLine: words }: Messages,
  endings: readonly string[] = [formatOf(ledger.name)],
): OutputFile {
  const shown = oneLine(name);
  if (!endings.includes(extname(name).toLowerCase())) {
    throw new Failure("out-format", words.outFormat(shown, endings[0] ?? ""));
  }
  const cannotWrite = () => new Failure("cannot-write", words.cannotWrite(shown));
  let place: Place;
  try {
    place = findPlace(callersFile(name));
  } catch {
    throw cannotWrite();
  }
  const { file, stats } = place;
  if (stats !== null) {
    if (isSameFile(stats, ledger.stats)) throw new Failure("out-is-ledger", words.outIsLedger);
    if (stats.isDirectory()) throw cannotWrite();
    if (!force) throw new Failure("out-exists", words.outExists(shown));
    if (!stats.isFile() && !stats.isSymbolicLink()) throw cannotWrite();
  }
  const inWords = (error: unknown) =>
    error instanceof Taken ? new Failure("out-taken", words.outTaken(shown)) : cannotWrite();
  const stage = async (bytes: Uint8Array): Promise<StagedFile> => {
    try {
      const staged = await stageBeside(file, bytes, ledger.stats, stats);
      return {
        commit: () => {
          try {
            staged.commit();
          } catch (error) {
            throw inWords(error);
          }
        },
        discard: () => {
          staged.discard();
        },
      };
    } catch (error) {
      throw inWords(error);
    }
  };
  return {
    stage,
    write: async (bytes) => {
      const staged = await stage(bytes);
      try {
        staged.commit();
      } finally {
        staged.discard();
      }
    },
  };
}

/**
 * Excel opens a workbook only under the ending of what it is, and a report is what its ledger is: with macros or without.
 * Other formats (.xls, .csv) are none that a report can be written in.
 */
export function formatOf(ledger: string): string {
  return extname(ledger).toLowerCase() === ".xlsm" ? ".xlsm" : ".xlsx";
}

interface Place {
  /** Free of links. */
  readonly file: string;
  /** Null where nothing is there. A link that leads nowhere is something. */
  readonly stats: BigIntStats | null;
}

/** Where a path leads. @throws Error where its folder cannot be found */
function findPlace(path: string): Place {
  const file = join(realpathSync(dirname(path)), basename(path));
  const stats = lstatSync(file, { bigint: true, throwIfNoEntry: false }) ?? null;
  if (stats?.isSymbolicLink() !== true) return { file, stats };
  const target = statSync(file, { bigint: true, throwIfNoEntry: false });
  return target === undefined ? { file, stats } : { file: realpathSync(file), stats: target };
}

function isSameFile(one: BigIntStats, other: BigIntStats): boolean {
  return one.dev === other.dev && one.ino === other.ino;
}

/** Something came into the file's place while the report was being made. */
class Taken extends Error {}

/**
 * Writes a file under a name of its own, which nobody else has; `commit` gives it its real one.
 *
 * @param before what is at `file` and may be replaced
 * @throws Taken, or what the file system says
 */
async function stageBeside(
  file: string,
  bytes: Uint8Array,
  ledger: BigIntStats,
  before: BigIntStats | null,
): Promise<StagedFile> {
  const part = join(dirname(file), `.measure-ledger-${process.pid}-${Math.random().toString(36).slice(2)}.part`);
  const remove = () => {
    rmSync(part, { force: true });
  };
  const callOff = onInterruption(remove);
  const discard = () => {
    remove();
    callOff();
  };
  const open: { descriptor?: number } = {};
  try {
    // At once, so that an interruption finds either no file or one that it can remove.
    const descriptor = openSync(part, "wx", permissions(ledger, before));
    open.descriptor = descriptor;
    keepFromOtherGroup(descriptor, ledger);
    await promisify(writeFile)(descriptor, bytes);
    await promisify(fsync)(descriptor);
    closeSync(descriptor);
    delete open.descriptor;
  } catch (error) {
    if (open.descriptor !== undefined) closeSync(open.descriptor);
    discard();
    throw error;
  }
  return {
    commit: () => {
      putInPlace(part, file, before);
    },
    discard,
  };
}

/** Who may read the ledger may read the report, and who may read what it replaces; nobody else. */
function permissions(ledger: BigIntStats, before: BigIntStats | null): number {
  return Number(ledger.mode & (before?.isFile() === true ? before.mode : ledger.mode) & 0o666n);
}

/** Where the new file belongs to another group than the ledger, that group may do with it what everybody may. */
function keepFromOtherGroup(descriptor: number, ledger: BigIntStats): void {
  const { gid, mode } = fstatSync(descriptor, { bigint: true });
  if (gid === ledger.gid) return;
  const everybody = mode & 0o007n;
  fchmodSync(descriptor, Number(mode & 0o707n) | (Number(mode & 0o070n) & Number(everybody << 3n)));
}

function putInPlace(part: string, file: string, before: BigIntStats | null): void {
  if (before === null) {
    putWhereNothingIs(part, file);
    return;
  }
  const now = lstatSync(file, { bigint: true, throwIfNoEntry: false });
  if (now === undefined || !isSameFile(now, before) || now.mtimeNs !== before.mtimeNs || now.size !== before.size) {
    throw new Taken();
  }
  renameSync(part, file);
}

/** A link fails where there is a file, while a rename would replace it. Some file systems have no links. */
function putWhereNothingIs(part: string, file: string): void {
  try {
    linkSync(part, file);
  } catch {
    if (lstatSync(file, { throwIfNoEntry: false }) !== undefined) throw new Taken();
    renameSync(part, file);
  }
}
