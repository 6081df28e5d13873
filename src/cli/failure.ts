import type { StorageErrorCode } from "../embedded/storage/storage-error";
import type { HostProblemKind } from "../excel/errors";
import type { LedgerProblem } from "../ledger/ledger";
import type { UsageProblem } from "./options";

/** Why the command line could not do what was asked; what `--json` answers as `error.code`. */
export type FailureCode =
  | UsageProblem["kind"]
  /** The ledger's file: not there or not readable, no regular file, no workbook that storage opens. */
  | "cannot-read"
  | "not-a-file"
  | StorageErrorCode
  /** Where the report goes: it is the ledger, of another format, there already, changed since, not writable. */
  | "out-is-ledger"
  | "out-format"
  | "out-exists"
  | "out-taken"
  | "cannot-write"
  /** What is asked of several files together and is for one alone; a folder of reports that is one of ledgers. */
  | "one-only"
  | "out-dir-is-input"
  | "no-files"
  | "bad-roster"
  /** What is in the workbook. */
  | LedgerProblem["kind"]
  | HostProblemKind;

/** The command could not be carried out; `message` says why, in words for the user. */
export class Failure extends Error {
  override readonly name = "Failure";

  constructor(
    readonly code: FailureCode,
    message: string,
  ) {
    super(message);
  }
}
