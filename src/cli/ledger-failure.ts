import type { LedgerProblem } from "../ledger/ledger";
import type { Messages } from "../messages";
import { Failure } from "./failure";
import { oneLine } from "./terminal";

/**
 * Why there is no ledger to work on, and how the command line is told which sheet to take.
 *
 * @param earlier file of the earlier year that it is about
 */
export function ledgerFailure(problem: LedgerProblem, { ledger, commandLine }: Messages, earlier?: string): Failure {
  const said = oneLine(ledger.problem(problem));
  const text = earlier === undefined ? said : commandLine.earlierLedger(oneLine(earlier), said);
  if (problem.kind === "ambiguous-columns") return new Failure(problem.kind, `${text}\n${commandLine.nameColumn}`);
  const isChoice = problem.kind === "ambiguous" || problem.kind === "no-such-sheet";
  return new Failure(problem.kind, isChoice ? `${text}\n${commandLine.nameSheet}` : text);
}
