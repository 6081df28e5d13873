import { HostError, describeHostProblem } from "../excel/errors";
import type { Messages } from "../messages";
import { Failure } from "./failure";
import { endingOf, isLockFile } from "./find-files";
import { oneLine } from "./terminal";

/** Why one file of several could not be worked on, in one line. */
export interface FileProblem {
  readonly code: string;
  readonly message: string;
  /** Whether it is no ledger that anybody handed in. */
  readonly isSkipped: boolean;
}

/** Formats that are old or foreign; Excel opens them all and saves them as .xlsx. */
const OTHER_FORMATS = [".xls", ".xlsb", ".ods"];

/** Why a file is not even opened; null where it is. */
export function refusedByName(name: string, { several }: Messages): FileProblem | null {
  if (isLockFile(name)) return { code: "lock-file", message: several.lockFile, isSkipped: true };
  const ending = endingOf(name);
  return OTHER_FORMATS.includes(ending)
    ? { code: "old-format", message: several.oldFormat(ending), isSkipped: false }
    : null;
}

/**
 * What happened to a file of several, without its name, which stands before it.
 * @throws what nobody foresaw only where it is no error at all
 */
export function problemOf(error: unknown, messages: Messages): FileProblem {
  const { several } = messages;
  const said = (code: string, message: string): FileProblem => ({ code, message: oneLine(message), isSkipped: false });
  if (error instanceof Failure) {
    const [first = ""] = error.message.split("\n");
    return said(error.code, (several.reasons as Readonly<Record<string, string>>)[error.code] ?? first);
  }
  if (error instanceof HostError && error.problem.kind !== "unexpected") {
    return said(error.problem.kind, describeHostProblem(error.problem, messages));
  }
  if (!(error instanceof Error)) throw error;
  return said("unexpected", several.unexpected(error.message));
}
