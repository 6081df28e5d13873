import type { Messages } from "../messages";

/** What went wrong in Excel, in terms of what the user can do about it. */
export type HostProblemKind =
  | "cell-edit-mode"
  | "sheet-protected"
  | "workbook-protected"
  | "read-only"
  | "access-denied"
  | "name-taken"
  | "not-found"
  | "too-large"
  | "text-too-long"
  | "old-excel"
  | "other-workbook"
  | "filtered"
  | "busy"
  | "ledger-gone"
  | "overtaken"
  | "cancelled"
  | "failed"
  | "unexpected";

/** A problem of the host as data; `describeHostProblem` puts it into words. */
export interface HostProblem {
  readonly kind: HostProblemKind;
  /** The sheet it is about, where known. */
  readonly sheet?: string;
  /** A1 address of the cell it is about, where known. */
  readonly cell?: string;
  /** Whether doing the same again can succeed without anything else changing than what the message asks for. */
  readonly retryable: boolean;
  /** Excel's error code, for the log; "" where Excel was not asked. */
  readonly code: string;
  /** True where what the run had begun could not be removed yet; the next run does it first. */
  readonly unfinished?: boolean;
}

/** The only exception that leaves `src/excel`: a problem of the host, with the error it came from as `cause`. */
export class HostError extends Error {
  override readonly name = "HostError";
  readonly problem: HostProblem;

  constructor(problem: HostProblem, cause?: unknown) {
    super(problem.code === "" ? problem.kind : `${problem.kind} (${problem.code})`, { cause });
    this.problem = problem;
  }
}

/** Kinds by Excel's error codes. Codes are the same in every language of Excel, messages are not. */
const KIND_BY_CODE: Readonly<Record<string, HostProblemKind>> = {
  InvalidOperationInCellEditMode: "cell-edit-mode",
  InvalidOperation: "cell-edit-mode",
  AccessDenied: "access-denied",
  BadPassword: "access-denied",
  ItemAlreadyExists: "name-taken",
  ItemNotFound: "not-found",
  InvalidReference: "not-found",
  InvalidBinding: "not-found",
  UnsupportedSheet: "not-found",
  RequestPayloadSizeLimitExceeded: "too-large",
  ResponsePayloadSizeLimitExceeded: "too-large",
  OperationCellsExceedLimit: "too-large",
  RangeExceedsLimit: "too-large",
  MemoryLimitReached: "too-large",
  ActivityLimitReached: "too-large",
  ResourceLimitReached: "too-large",
  FormulaLengthExceedsLimit: "text-too-long",
  ApiNotFound: "old-excel",
  ApiNotAvailable: "old-excel",
  NotImplemented: "old-excel",
  UnsupportedOperation: "old-excel",
  UnsupportedFeature: "old-excel",
  InvalidSelection: "other-workbook",
  InactiveWorkbook: "other-workbook",
  FilteredRangeConflict: "filtered",
  RequestAborted: "busy",
  Conflict: "busy",
  ServiceNotAvailable: "busy",
  Timeout: "busy",
  ConnectionFailure: "busy",
  HostRestartNeeded: "busy",
  GeneralException: "failed",
};

const RETRYABLE: ReadonlySet<HostProblemKind> = new Set<HostProblemKind>([
  "cell-edit-mode",
  "sheet-protected",
  "workbook-protected",
  "access-denied",
  "name-taken",
  "not-found",
  "other-workbook",
  "filtered",
  "busy",
  "ledger-gone",
  "overtaken",
  "cancelled",
  "failed",
]);

/** A problem of a kind, with whether it can be tried again. */
export function hostProblem(
  kind: HostProblemKind,
  details: Partial<Omit<HostProblem, "kind" | "retryable">> = {},
): HostProblem {
  return { kind, retryable: RETRYABLE.has(kind), code: "", ...details };
}

/**
 * Whatever a batch threw as a HostError; one that already is stays as it is. Errors without Excel's code are bugs of ours
 * and come out as "unexpected" with the error as cause.
 */
export function toHostError(error: unknown, details: Partial<Omit<HostProblem, "kind" | "retryable">> = {}): HostError {
  if (error instanceof HostError) {
    return Object.keys(details).length === 0 ? error : new HostError({ ...error.problem, ...details }, error.cause);
  }
  const code = errorCode(error);
  return new HostError(hostProblem(KIND_BY_CODE[code] ?? "unexpected", { code, ...details }), error);
}

/** Whether Excel refused because too much was asked at once, so that less at a time may pass. */
export function isTooLarge(error: unknown): boolean {
  return toHostError(error).problem.kind === "too-large";
}

/** Throws the problem "cancelled" once the signal says so. */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new HostError(hostProblem("cancelled"));
}

/** What happened, where, and what to do next, in the language of the messages. */
export function describeHostProblem(problem: HostProblem, messages: Pick<Messages, "host">): string {
  const words = messages.host;
  const sheet = problem.sheet ?? "";
  const text = {
    "cell-edit-mode": words.cellEditMode,
    "sheet-protected": words.sheetProtected(sheet),
    "workbook-protected": words.workbookProtected,
    "read-only": words.readOnly,
    "access-denied": sheet === "" ? words.accessDenied : words.sheetProtected(sheet),
    "name-taken": words.nameTaken(sheet),
    "not-found": sheet === "" ? words.notFound : words.sheetNotFound(sheet),
    "too-large": words.tooLarge,
    "text-too-long": words.textTooLong(sheet, problem.cell ?? ""),
    "old-excel": words.oldExcel,
    "other-workbook": words.otherWorkbook,
    filtered: words.filtered(sheet),
    busy: words.busy,
    "ledger-gone": words.ledgerGone(sheet),
    overtaken: words.overtaken,
    cancelled: words.cancelled,
    failed: words.failed,
    unexpected: words.unexpected,
  }[problem.kind];
  return problem.unfinished === true ? text + words.unfinished : text;
}

function errorCode(error: unknown): string {
  if (typeof error !== "object" || error === null || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : "";
}
