import { VERSION } from "../actions/version";
import { describeHostProblem, HostError } from "../excel/errors";
import { messagesFor, type Messages } from "../messages";
import { Failure } from "./failure";
import { asksForJson, MAX_YEARS, parseCommand, type Command, type UsageProblem } from "./options";
import { complain, oneLine, print, printJson } from "./terminal";

/** Exit codes: 0 done or submittable, 1 findings block the submission, 2 could not run. */
const COULD_NOT_RUN = 2;
const TO_CONFIRM = 1;

/** Carries out what the words of a call ask for; answers the exit code. */
export async function main(words: readonly string[]): Promise<number> {
  const messages = messagesFor(displayLanguage(process.env));
  const json = asksForJson(words);
  try {
    const command = parseCommand(words);
    if ("kind" in command) throw usageFailure(command, messages);
    return await carryOut(command, messages, json);
  } catch (error) {
    const { code, message } = describe(error, messages);
    if (json) printJson({ error: { code, message } });
    else complain(message);
    if (code === "unexpected") complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
    // Which of several columns is meant is for a person to say; nothing went wrong.
    return code === "ambiguous-columns" ? TO_CONFIRM : COULD_NOT_RUN;
  }
}

/** The language of messages that the environment asks for, in the order of POSIX; Japanese where it asks for none. */
function displayLanguage(environment: NodeJS.ProcessEnv): string {
  return ["LC_ALL", "LC_MESSAGES", "LANG"].map((name) => environment[name] ?? "").find((value) => value !== "") ?? "ja";
}

// Each command's code is looked at only where that command is asked for.
async function carryOut(command: Command, messages: Messages, json: boolean): Promise<number> {
  switch (command.name) {
    case "check":
      return (await import("./check")).runCheck(command, messages);
    case "report":
      return (await import("./report")).runReport(command, messages);
    case "report-many":
      return (await import("./report-many")).runReportMany(command, messages);
    case "collect":
      return (await import("./collect")).runCollect(command, messages);
    case "compare":
      return (await import("./compare")).runCompare(command, messages);
    case "publish":
      return (await import("./publish")).runPublish(command, messages);
    case "demo":
      return (await import("./demo")).runDemo(messages);
    case "help":
      if (json) printJson({ help: messages.commandLine.usage });
      else print(messages.commandLine.usage);
      return 0;
    case "version":
      if (json) printJson({ version: VERSION });
      else print(VERSION);
      return 0;
  }
}

function usageFailure(problem: UsageProblem, { commandLine }: Messages): Failure {
  const words = {
    usage: () => commandLine.noCommand,
    "ledger-missing": () => commandLine.ledgerMissing,
    "last-missing": () => commandLine.lastMissing,
    "too-many-years": () => commandLine.tooManyYears(MAX_YEARS),
    "out-missing": () => commandLine.outMissing,
    "out-dir-missing": () => commandLine.outDirMissing,
    "unknown-option": commandLine.unknownOption,
    "value-missing": commandLine.valueMissing,
    "bad-year": commandLine.badYear,
    "bad-map": commandLine.badMap,
    "bad-fix": commandLine.badFix,
    "bad-encoding": commandLine.badEncoding,
    "bad-jobs": commandLine.badJobs,
    "nothing-to-write": () => commandLine.nothingToWrite,
    "nothing-to-keep": () => commandLine.nothingToKeep,
  };
  const option = "option" in problem ? oneLine(problem.option) : "";
  return new Failure(problem.kind, `${words[problem.kind](option)}\n${commandLine.usage}`);
}

function describe(error: unknown, messages: Messages): { code: string; message: string } {
  if (error instanceof Failure) return error;
  if (error instanceof HostError && error.problem.kind !== "unexpected") {
    return { code: error.problem.kind, message: oneLine(describeHostProblem(error.problem, messages)) };
  }
  return { code: "unexpected", message: messages.commandLine.unexpected };
}
