import type { Messages } from "../messages";

type HostWords = Messages["host"];

/**
 * What can go wrong in Excel, in terms of what the user can do about it: Excel's error codes, which are the same in every
 * language of Excel as its messages are not, and what to say.
 */
const PROBLEMS = {
  "cell-edit-mode": {
    codes: ["InvalidOperationInCellEditMode"],
    text: (words) => words.cellEditMode,
  },
  refused: { codes: ["InvalidOperation"], text: (words) => words.refused },
  "chart-sheet": { codes: ["UnsupportedSheet"], text: (words) => words.chartSheet },
  "sheet-protected": { codes: [], text: (words, sheet) => words.sheetProtected(sheet) },
  "workbook-protected": { codes: [], text: (words) => words.workbookProtected },
  "read-only": { codes: [], text: (words) => words.readOnly },
  "access-denied": {
    codes: ["AccessDenied", "BadPassword"],
    text: (words, sheet) => (sheet === "" ? words.accessDenied : words.sheetProtected(sheet)),
  },
  "name-taken": { codes: ["ItemAlreadyExists"], text: (words, sheet) => words.nameTaken(sheet) },
  "not-found": {
    codes: ["ItemNotFound", "InvalidReference", "InvalidBinding"],
    text: (words, sheet) => (sheet === "" ? words.notFound : words.sheetNotFound(sheet)),
  },
  "too-large": {
    codes: [
      "RequestPayloadSizeLimitExceeded",
      "ResponsePayloadSizeLimitExceeded",
      "OperationCellsExceedLimit",
      "RangeExceedsLimit",
      "MemoryLimitReached",
      "ActivityLimitReached",
      "ResourceLimitReached",
    ],
    text: (words) => words.tooLarge,
  },
  "text-too-long": {
    codes: ["FormulaLengthExceedsLimit"],
    text: (words, sheet, cell) => words.textTooLong(sheet, cell),
  },
  "old-excel": {
    codes: ["ApiNotFound", "ApiNotAvailable", "NotImplemented", "UnsupportedOperation", "UnsupportedFeature"],
    text: (words) => words.oldExcel,
  },
  "other-workbook": { codes: ["InvalidSelection", "InactiveWorkbook"], text: (words) => words.otherWorkbook },
  filtered: { codes: ["FilteredRangeConflict"], text: (words, sheet) => words.filtered(sheet) },
  busy: {
    codes: ["RequestAborted", "Conflict", "ServiceNotAvailable", "Timeout", "ConnectionFailure", "HostRestartNeeded"],
    text: (words) => words.busy,
  },
  "ledger-gone": { codes: [], text: (words, sheet) => words.ledgerGone(sheet) },
  overtaken: { codes: [], text: (words) => words.overtaken },
  cancelled: { codes: [], text: (words) => words.cancelled },
  failed: { codes: ["GeneralException"], text: (words) => words.failed },
  unexpected: { codes: [], text: (words) => words.unexpected },
} satisfies Record<
  string,
  { readonly codes: readonly string[]; readonly text: (words: HostWords, sheet: string, cell: string) => string }
>;

/** What went wrong in Excel. */
export type HostProblemKind = keyof typeof PROBLEMS;

/** A problem of the host as data; `describeHostProblem` puts it into words. */
export interface HostProblem {
  readonly kind: HostProblemKind;
  /** The sheet it is about, where known. */
  readonly sheet?: string;
  /** A1 address of the cell it is about, where known. */
  readonly cell?: string;
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

const KIND_BY_CODE: ReadonlyMap<string, HostProblemKind> = new Map(
  (Object.keys(PROBLEMS) as HostProblemKind[]).flatMap((kind) =>
    PROBLEMS[kind].codes.map((code) => [code, kind] as const),
  ),
);

/** A problem of a kind. */
export function hostProblem(kind: HostProblemKind, details: Partial<Omit<HostProblem, "kind">> = {}): HostProblem {
  return { kind, code: "", ...details };
}

/**
 * Whatever a batch threw as a HostError; one that already is stays as it is. Errors without Excel's code are bugs of ours
 * and come out as "unexpected" with the error as cause.
 */
export function toHostError(error: unknown, details: Partial<Omit<HostProblem, "kind">> = {}): HostError {
  if (error instanceof HostError) {
    return Object.keys(details).length === 0 ? error : new HostError({ ...error.problem, ...details }, error.cause);
  }
  const code = errorCode(error);
  const kind =
    code === "GeneralException" && NEEDS_FRONT.test(errorPlace(error))
      ? "other-workbook"
      : (KIND_BY_CODE.get(code) ?? "unexpected");
  return new HostError(hostProblem(kind, { code, ...details }), error);
}

/**
 * What fails with GeneralException while another workbook is in front
 * (https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-troubleshooting).
 */
const NEEDS_FRONT = /^(?:WorksheetCollection\.add|Worksheet\.(?:activate|showGridlines)|WorksheetFreezePanes\..*)$/;

/** The member that Excel failed at, as far as it says: "PageLayout.zoom"; "" where it does not. */
export function errorPlace(error: unknown): string {
  const thrown = error instanceof HostError ? error.cause : error;
  if (typeof thrown !== "object" || thrown === null || !("debugInfo" in thrown)) return "";
  const place = (thrown.debugInfo as { readonly errorLocation?: unknown } | null)?.errorLocation;
  return typeof place === "string" ? place : "";
}

/** Whether Excel refused because too much was asked at once, so that less at a time may pass. */
export function isTooLarge(error: unknown): boolean {
  return toHostError(error).problem.kind === "too-large";
}

/** Whether Excel refused because it does not have what was asked of it. */
export function isUnsupported(error: unknown): boolean {
  return toHostError(error).problem.kind === "old-excel";
}

/** Throws the problem "cancelled" once the signal says so. */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new HostError(hostProblem("cancelled"));
}

/** What happened, where, and what to do next, in the language of the messages. */
export function describeHostProblem(problem: HostProblem, messages: Pick<Messages, "host">): string {
  const words = messages.host;
  const text = PROBLEMS[problem.kind].text(words, problem.sheet ?? "", problem.cell ?? "");
  return problem.unfinished === true ? text + words.unfinished : text;
}

function errorCode(error: unknown): string {
  if (typeof error !== "object" || error === null || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : "";
}
