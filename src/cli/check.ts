import type { CheckOutcome } from "../actions/actions";
import type { Messages } from "../messages";
import type { Command } from "./options";
import { problemText } from "./problem-text";
import { openSession } from "./session";

/** `check`: prints what is to be mended; answers the exit code. @throws FileError, HostError */
export async function runCheck(
  { ledger, sheet, json }: Extract<Command, { name: "check" }>,
  messages: Messages,
): Promise<number> {
  const { actions } = await openSession(ledger, messages);
  const outcome = await actions.check(sheet === undefined ? {} : { sheet });
  if ("problem" in outcome) {
    console.error(problemText(outcome.problem, messages));
    return 2;
  }
  console.log(json ? JSON.stringify(checkJson(outcome), null, 2) : checkText(outcome, messages));
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

function checkText({ sheet, measures, counts, findings }: CheckOutcome, { commandLine }: Messages): string {
  const unit = "件";
  const first =
    counts.error > 0
      ? commandLine.blocked(sheet, measures, unit, counts.error)
      : counts.warning > 0
        ? commandLine.submittableWithWarnings(sheet, measures, unit, counts.warning)
        : commandLine.submittable(sheet, measures, unit);
  const lines = findings.map(({ severity, sheet, cell, message, suggestion }) =>
    [`[${commandLine.severity[severity]}] ${sheet}${cell === "" ? "" : `!${cell}`}`, `    ${message}`]
      .concat(suggestion === "" ? [] : [`    → ${suggestion}`])
      .join("\n"),
  );
  return [first, ...lines].join("\n");
}
