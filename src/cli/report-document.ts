import type { Messages } from "../messages";
import { openEarlier } from "./earlier-files";
import { figureLines, tallyJson } from "./figures";
import { keepVocabulary } from "./keep-vocabulary";
import { ledgerFailure } from "./ledger-failure";
import { readLedgerFile } from "./ledger-file";
import type { Command } from "./options";
import { chooseOutputFile } from "./output-file";
import { chosenParts } from "./report";
import { openSession } from "./session";
import { oneLine, print, printJson } from "./terminal";

/** `report --out R.docx`: writes the Word document and nothing else; answers the exit code. @throws Failure, HostError */
export async function runDocument(command: Extract<Command, { name: "report" }>, messages: Messages): Promise<number> {
  const { ledger, out, choice, earlier, force, json, acceptVocabulary } = command;
  const file = await readLedgerFile(ledger, messages);
  const target = chooseOutputFile(out, file, force, messages, [".docx"]);
  const session = await openSession(file, messages);
  if (acceptVocabulary) await keepVocabulary(session, choice, messages);
  const years = earlier === null ? {} : await openEarlier(earlier, messages);
  const options = { ...chosenParts(command), ...years };
  const outcome = await session.actions.makeDocument(choice, options, { today: new Date() });
  if ("problem" in outcome) throw ledgerFailure(outcome.problem, messages, outcome.earlier);
  await target.write(outcome.bytes);
  const { isSettled, tally, narrative } = outcome;
  const { commandLine } = messages;
  if (json) printJson({ settled: isSettled, tally: tallyJson(tally), narrative });
  else {
    const figures = figureLines(outcome, messages);
    const made = isSettled
      ? commandLine.documentMade(oneLine(out))
      : commandLine.documentMadeProvisionally(oneLine(out));
    print([made, figures.total, ...figures.remarks, commandLine.unchanged].join("\n"));
  }
  return isSettled ? 0 : 1;
}
