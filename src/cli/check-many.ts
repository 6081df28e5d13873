import type { CheckOutcome, LedgerChoice } from "../actions/actions";
import type { LedgerProblem } from "../ledger/ledger";
import type { Messages } from "../messages";
import { checkJson } from "./check";
import { checkText } from "./check-text";
import { Failure } from "./failure";
import { eachLedger, othersText } from "./each-ledger";
import { findFiles, type FoundFile } from "./find-files";
import { ledgerFailure } from "./ledger-failure";
import type { Command } from "./options";
import { progressOf } from "./progress";
import { openSession, type Session } from "./session";
import { oneLine, print, printJson } from "./terminal";

/** How a ledger of several stands; what a file is where none could be read. */
type State = "clean" | "warned" | "blocked" | "unread" | "skipped";

/**
 * `check` of several files: a line for each ledger, a summary, one exit code: 0 all can be submitted, 1 some have findings that
 * block, 2 some could not be read. No file stops the others. @throws Failure
 */
export async function runCheckMany(command: Extract<Command, { name: "check" }>, messages: Messages): Promise<number> {
  const { commandLine, several } = messages;
  if (command.copy !== null || command.columns) throw new Failure("one-only", several.oneOnly);
  const { files, others } = findFiles(command.sources);
  if (files.length === 0) throw new Failure("no-files", several.noFiles(oneLine(command.sources.join("、"))));
  const progress = progressOf(files.length);
  const counts: Record<State, number> = { clean: 0, warned: 0, blocked: 0, unread: 0, skipped: 0 };
  const answers: object[] = [];
  const say = (state: State, { name }: FoundFile, text: string, details: string | null, answer: object) => {
    counts[state]++;
    if (command.json) answers.push({ file: name, ...answer });
    else {
      progress.clear();
      print(`${several.states[state]}  ${oneLine(name)}  ${text}${details === null ? "" : `\n${details}`}`);
    }
  };
  await eachLedger(files, { jobs: command.jobs, progress }, messages, {
    work: async (file, found) => {
      const session = await openSession(file, messages);
      for (const outcome of await checkAll(session, command.choice, messages)) {
        const { counts: findings, sheet, measures } = outcome;
        const state = findings.error > 0 ? "blocked" : findings.warning > 0 ? "warned" : "clean";
        const text = several.checked(oneLine(sheet), measures, findings.error, findings.warning);
        const details = command.all ? indented(checkText(outcome, null, true, messages)) : null;
        say(state, found, text, details, { sheet, measures, ...checkJson(outcome) });
      }
    },
    refuse: ({ code, message, isSkipped }, found) => {
      say(isSkipped ? "skipped" : "unread", found, message, null, { error: { code, message } });
    },
  });
  const code = counts.unread > 0 ? 2 : counts.blocked > 0 ? 1 : 0;
  if (command.json) {
    printJson({ submittable: code === 0, summary: counts, files: answers, others: others.map(({ name }) => name) });
  } else {
    print(several.checkSummary(files.length, counts));
    const ignored = othersText(others, messages);
    if (ignored !== null) print(ignored);
    if (counts.blocked + counts.warned > 0 && !command.all) print(commandLine.several);
  }
  return code;
}

function indented(text: string): string {
  return text
    .split("\n")
    .slice(1)
    .map((line) => `    ${line}`)
    .join("\n");
}

/** Checks the ledger, or each where a workbook has one on each of several sheets. @throws Failure, HostError */
async function checkAll({ actions }: Session, choice: LedgerChoice, messages: Messages): Promise<CheckOutcome[]> {
  const outcome = await actions.check(choice);
  if (!("problem" in outcome)) return [outcome];
  const sheets = sheetsOf(outcome.problem);
  if (sheets === null) throw ledgerFailure(outcome.problem, messages);
  const outcomes: CheckOutcome[] = [];
  for (const sheet of sheets) {
    const one = await actions.check({ ...choice, sheet });
    if ("problem" in one) throw ledgerFailure(one.problem, messages);
    outcomes.push(one);
  }
  return outcomes;
}

/** The sheets of a workbook with a ledger on each of several, all of one form; null for any other problem. */
function sheetsOf(problem: LedgerProblem): readonly string[] | null {
  return problem.kind === "ambiguous" && problem.sameHeader === true ? problem.sheets : null;
}
