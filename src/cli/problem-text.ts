import type { LedgerProblem } from "../ledger/ledger";
import type { Messages } from "../messages";

/** Why there is no ledger to work on, and how the command line is told which sheet to take. */
export function problemText(problem: LedgerProblem, { ledger, commandLine }: Messages): string {
  const text = ledger.problem(problem);
  return problem.kind === "ambiguous" || problem.kind === "no-such-sheet" ? `${text}\n${commandLine.nameSheet}` : text;
}
