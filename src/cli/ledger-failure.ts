import type { LedgerProblem } from "../ledger/ledger";
import type { Messages } from "../messages";
import { Failure } from "./failure";
import { oneLine } from "./terminal";

/** Why there is no ledger to work on, and how the command line is told which sheet to take. */
export function ledgerFailure(problem: LedgerProblem, { ledger, commandLine }: Messages): Failure {
  const text = oneLine(ledger.problem(problem));
  if (problem.kind === "ambiguous-columns") return new Failure(problem.kind, `${text}\n${commandLine.nameColumn}`);
  const isChoice = problem.kind === "ambiguous" || problem.kind === "no-such-sheet";
  return new Failure(problem.kind, isChoice ? `${text}\n${commandLine.nameSheet}` : text);
}
