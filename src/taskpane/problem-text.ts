import type { LedgerProblem } from "../ledger/ledger";
import type { Messages } from "../messages";

/** A problem of the data in words: what is the matter, what to do next, and where that helps a detail. */
export interface ProblemText {
  readonly what: string;
  readonly next: string;
  readonly detail: string;
}

/** Puts into words why a sheet could not be read as a ledger. */
export function problemText(problem: LedgerProblem, messages: Messages): ProblemText {
  const words = messages.pane.problem;
  const list = (items: readonly string[]) => items.join(messages.pane.listSeparator);
  switch (problem.kind) {
    case "not-a-ledger":
      return problem.seen.length === 0
        ? { what: words.emptySheet(problem.sheet), next: words.emptySheetNext, detail: "" }
        : {
            what: words.notALedger(problem.sheet, list(problem.missing)),
            next: words.notALedgerNext,
            detail: words.seen(String(problem.row), list(problem.seen)),
          };
    case "empty-ledger":
      return {
        what: words.emptyLedger(problem.sheet),
        next: words.emptyLedgerNext(problem.headerAddress),
        detail: "",
      };
    case "error-value":
      return {
        what: words.errorValue(problem.sheet, problem.cell, problem.value),
        next: words.errorValueNext,
        detail: "",
      };
    case "ambiguous":
      return { what: words.ambiguous(list(problem.sheets)), next: words.ambiguousNext, detail: "" };
    case "no-such-sheet":
      return { what: words.noSuchSheet(problem.sheet), next: words.noSuchSheetNext, detail: "" };
    case "no-ledger":
      return { what: words.noLedger, next: words.noLedgerNext, detail: "" };
  }
}
