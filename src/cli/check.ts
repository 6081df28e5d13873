import type { CheckOutcome, EarlierYears, LedgerChoice } from "../actions/actions";
import type { Messages } from "../messages";
import { changeCopy, type CopyOutcome } from "./change-copy";
import { checkText } from "./check-text";
import { columnsJson, columnsText } from "./columns";
import { meansSeveral } from "./find-files";
import { openEarlier } from "./earlier-files";
import type { Command } from "./options";
import { ledgerFailure } from "./ledger-failure";
import { readLedgerFile } from "./ledger-file";
import { chooseOutputFile } from "./output-file";
import { openSession, type Session } from "./session";
import { print, printJson } from "./terminal";

/**
 * `check`: prints what is to be mended, after what was asked for has been mended in a copy; with `--columns` only what each
 * column was taken for. Answers the exit code. @throws Failure, HostError
 */
export async function runCheck(command: Extract<Command, { name: "check" }>, messages: Messages): Promise<number> {
  if (meansSeveral(command.sources)) return (await import("./check-many")).runCheckMany(command, messages);
  const { ledger, choice, json, copy, all } = command;
  const file = await readLedgerFile(ledger, messages);
  const target = copy && chooseOutputFile(copy.out, file, copy.force, messages);
  const session = await openSession(file, messages);
  if (command.columns) return printColumns(session, command, messages);
  const against = command.earlier === null ? {} : await openEarlier(command.earlier, messages);
  const first = await check(session, choice, against, messages);
  let outcome = first;
  let changes: CopyOutcome | null = null;
  if (copy && target) {
    changes = await changeCopy(session, choice, copy, first);
    outcome = await check(session, choice, against, messages);
    await target.write(await session.save());
  }
  const made = changes && copy ? { file: copy.out, ...changes } : null;
  if (json) printJson({ ...checkJson(outcome), ...(made === null ? {} : { copy: made }) });
  else print(checkText(outcome, made, all, messages));
  return outcome.submittable ? 0 : 1;
}

async function check(
  session: Session,
  choice: LedgerChoice,
  against: EarlierYears,
  messages: Messages,
): Promise<CheckOutcome> {
  const outcome = await session.actions.check(choice, against);
  if ("problem" in outcome) throw ledgerFailure(outcome.problem, messages, outcome.earlier);
  return outcome;
}

async function printColumns(
  session: Session,
  { choice, json }: Extract<Command, { name: "check" }>,
  messages: Messages,
): Promise<number> {
  const { ledger, problem } = await session.actions.survey(choice);
  if (problem) throw ledgerFailure(problem, messages);
  if (ledger === null) throw new Error("A workbook without a ledger and without a problem.");
  if (json) printJson(columnsJson(ledger));
  else print(columnsText(ledger, messages));
  return 0;
}

/** The answer of `check --json`: the public contract, without what only the pane needs. */
export function checkJson({ submittable, counts, findings, accepted }: CheckOutcome): object {
  return {
    submittable,
    counts: { error: counts.error, warning: counts.warning, info: counts.info },
    accepted: accepted.length,
    findings: findings.map(({ rule, severity, sheet, cell, value, message, basis, suggestion, fix }) => ({
      rule,
      severity,
      sheet,
      cell,
      value,
      message,
      basis,
      suggestion,
      fix,
    })),
  };
}
