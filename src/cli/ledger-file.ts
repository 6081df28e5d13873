import { constants, type BigIntStats } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";
import type { Messages } from "../messages";
import { Failure } from "./failure";
import { callersFile } from "./folders";
import { oneLine } from "./terminal";

/** A larger file is no ledger; storage would refuse it too, but only once it has been read. */
const MAX_BYTES = 300_000_000;

/** A ledger's file, read. */
export interface LedgerFile {
  /** As the caller wrote it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the file system said of the very file that was read. */
  readonly stats: BigIntStats;
}

/** Reads a ledger's file. Pipes and devices, which may never end, are not read at all. @throws Failure */
export async function readLedgerFile(name: string, { file: words }: Messages): Promise<LedgerFile> {
  const shown = oneLine(name);
  let handle: FileHandle;
  try {
    // Opening a pipe would wait for somebody to write into it. Windows knows no such flag and no such pipes.
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition
    handle = await open(callersFile(name), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch {
    throw new Failure("cannot-read", words.cannotRead(shown));
  }
  try {
    const stats = await handle.stat({ bigint: true });
    if (!stats.isFile()) throw new Failure("not-a-file", words.notAFile(shown));
    if (stats.size > MAX_BYTES) throw new Failure("too-large", words["too-large"](shown));
    return { name, bytes: await readWhole(handle, Number(stats.size)), stats };
  } catch (error) {
    throw error instanceof Failure ? error : new Failure("cannot-read", words.cannotRead(shown));
  } finally {
    await handle.close();
  }
}

/** Not `readFile`, which goes on as long as the file grows. */
async function readWhole(handle: FileHandle, size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size);
  let filled = 0;
  while (filled < size) {
    const { bytesRead } = await handle.read(bytes, filled, size - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}
