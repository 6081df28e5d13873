import type { ReportOutcome } from "../actions/actions";
import type { Messages } from "../messages";
import { openEarlier } from "./earlier-files";
import { tallyJson } from "./figures";
import { ledgerFailure } from "./ledger-failure";
import { readLedgerFile } from "./ledger-file";
import type { Command } from "./options";
import { chooseOutputFile, formatOf } from "./output-file";
import { openSession } from "./session";
import { oneLine, print, printJson } from "./terminal";

/**
 * `compare`: writes this year's workbook with the sheets of 前年度比較 added; answers the exit code, 1 where a person has to
 * confirm something. @throws Failure, HostError
 */
export async function runCompare(command: Extract<Command, { name: "compare" }>, messages: Messages): Promise<number> {
  const { ledger, out, choice, earlier, force, json } = command;
  const file = await readLedgerFile(ledger, messages);
  const target = chooseOutputFile(out, file, force, messages);
  const { files, ...years } = await openEarlier(earlier, messages);
  // Nor may last year's ledger be overwritten.
  for (const former of files) chooseOutputFile(out, former, force, messages, [formatOf(file.name)]);
  const session = await openSession(file, messages);
  const options = { parts: ["comparison"], ...years } as const;
  const outcome = await session.actions.makeReport(choice, options, { today: new Date() });
  if ("problem" in outcome) throw ledgerFailure(outcome.problem, messages, outcome.earlier);
  await target.write(await session.save());
  const losses = session.losses.map((loss) => messages.file.losses[loss]);
  if (json) printJson(compareJson(outcome));
  else print(compareText(outcome, out, losses, messages));
  return isConfirmed(outcome) ? 0 : 1;
}

function isConfirmed({ comparison, isSettled }: ReportOutcome): boolean {
  return isSettled && comparison?.open === 0 && comparison.unknownClasses.length === 0;
}

/** The answer of `compare --json`. */
function compareJson(outcome: ReportOutcome): object {
  return {
    settled: isConfirmed(outcome),
    sheets: outcome.sheets,
    comparison: outcome.comparison,
    tally: tallyJson(outcome.tally),
    remarks: outcome.remarks,
  };
}

function compareText(outcome: ReportOutcome, out: string, losses: readonly string[], messages: Messages): string {
  const { commandLine } = messages;
  const { last, now, pairs, better, worse, added, gone } = outcome.comparison!;
  return [
    commandLine.compared(oneLine(out), last, now),
    `  ${oneLine(outcome.sheets.join("  "))}`,
    `  ${commandLine.comparedFigures(pairs, better, worse, added, gone)}`,
    ...(outcome.kept.length > 0 ? [`  ${commandLine.kept(oneLine(outcome.kept.join("、")))}`] : []),
    ...[...losses, ...outcome.remarks].map((line) => `  ${oneLine(line)}`),
    commandLine.unchanged,
  ].join("\n");
}
