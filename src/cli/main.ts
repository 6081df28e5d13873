import { describeHostProblem, HostError } from "../excel/errors";
import { messagesFor, type Messages } from "../messages";
import { runCheck } from "./check";
import { runDemo } from "./demo";
import { parseCommand, type UsageProblem } from "./options";
import { runReport } from "./report";
import { FileError } from "./session";

/** Exit codes: 0 done or submittable, 1 findings block the submission, 2 could not run. */
const COULD_NOT_RUN = 2;

const messages = messagesFor(process.env["LANG"] ?? "ja");
const command = parseCommand(process.argv.slice(2));
try {
  if ("kind" in command) {
    console.error(usageText(command, messages));
    process.exitCode = COULD_NOT_RUN;
  } else if (command.name === "check") {
    process.exitCode = await runCheck(command, messages);
  } else if (command.name === "report") {
    process.exitCode = await runReport(command, messages);
  } else {
    process.exitCode = await runDemo(messages);
  }
} catch (error) {
  console.error(errorText(error, messages));
  process.exitCode = COULD_NOT_RUN;
}

function usageText(problem: UsageProblem, { commandLine }: Messages): string {
  switch (problem.kind) {
    case "usage":
      return commandLine.usage;
    case "ledger-missing":
      return `${commandLine.ledgerMissing}\n${commandLine.usage}`;
    case "out-missing":
      return `${commandLine.outMissing}\n${commandLine.usage}`;
    case "unknown-option":
      return `${commandLine.unknownOption(problem.option)}\n${commandLine.usage}`;
  }
}

function errorText(error: unknown, { commandLine }: Messages): string {
  if (error instanceof FileError) return error.message;
  if (error instanceof HostError && error.problem.kind !== "unexpected") {
    return describeHostProblem(error.problem, messages);
  }
  return `${commandLine.unexpected}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
