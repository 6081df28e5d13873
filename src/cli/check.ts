import type { CheckOutcome } from "../actions/actions";
import type { Messages } from "../messages";
import type { Command } from "./options";
import { ledgerFailure } from "./ledger-failure";
import { readLedgerFile } from "./ledger-file";
import { openSession } from "./session";
import { oneLine, print, printJson } from "./terminal";

/** `check`: prints what is to be mended; answers the exit code. @throws Failure, HostError */
export async function runCheck(
  { ledger, choice, json }: Extract<Command, { name: "check" }>,
  messages: Messages,
): Promise<number> {
  const { actions } = await openSession(await readLedgerFile(ledger, messages), messages);
  const outcome = await actions.check(choice);
  if ("problem" in outcome) throw ledgerFailure(outcome.problem, messages);
  if (json) printJson(checkJson(outcome));
  else print(checkText(outcome, messages));
  return outcome.submittable ? 0 : 1;
}

/** The answer of `check --json`: the public contract, without what only the pane needs. */
export function checkJson({ submittable, counts, findings }: CheckOutcome): object {
  return {
    submittable,
    counts: { error: counts.error, warning: counts.warning, info: counts.info },
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

function checkText({ measures, counts, findings, ...outcome }: CheckOutcome, { commandLine }: Messages): string {
  const sheet = oneLine(outcome.sheet);
  const unit = "件";
  const first =
    counts.error > 0
      ? commandLine.blocked(sheet, measures, unit, counts.error)
      : counts.warning > 0
        ? commandLine.submittableWithWarnings(sheet, measures, unit, counts.warning)
        : commandLine.submittable(sheet, measures, unit);
  const lines = findings.map(({ severity, sheet, cell, message, suggestion }) =>
    [`[${commandLine.severity[severity]}] ${oneLine(sheet)}${cell === "" ? "" : `!${cell}`}`, `    ${oneLine(message)}`]
      .concat(suggestion === "" ? [] : [`    → ${oneLine(suggestion)}`])
      .join("\n"),
  );
  return [first, ...lines].join("\n");
}
