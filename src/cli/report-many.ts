import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Messages } from "../messages";
import { Failure } from "./failure";
import { tallyJson } from "./figures";
import { eachLedger, othersText } from "./each-ledger";
import { findFiles, type FoundFile } from "./find-files";
import { callersFile } from "./folders";
import type { LedgerFile } from "./ledger-file";
import type { Command } from "./options";
import { chooseOutputFile, formatOf } from "./output-file";
import { progressOf } from "./progress";
import { makeReport } from "./report";
import { oneLine, print, printJson } from "./terminal";

type State = "made" | "provisional" | "unread" | "skipped";

/**
 * `report` of several files into a folder: a line for each, a summary, one exit code: 0 all made, 1 some are provisional,
 * 2 some could not be made. No file stops the others. @throws Failure
 */
export async function runReportMany(
  command: Extract<Command, { name: "report-many" }>,
  messages: Messages,
): Promise<number> {
  const { several } = messages;
  const { outDir, json } = command;
  if (command.sources.some((source) => callersFile(source) === callersFile(outDir))) {
    throw new Failure("out-dir-is-input", several.outDirIsInput(oneLine(outDir)));
  }
  const { files, others } = findFiles(command.sources, [outDir]);
  if (files.length === 0) throw new Failure("no-files", several.noFiles(oneLine(command.sources.join("、"))));
  const names = reportNames(files);
  const progress = progressOf(files.length);
  const counts: Record<State, number> = { made: 0, provisional: 0, unread: 0, skipped: 0 };
  const answers: object[] = [];
  const say = (state: State, { name }: FoundFile, text: string, answer: object) => {
    counts[state]++;
    if (json) answers.push({ file: name, ...answer });
    else {
      progress.clear();
      print(`${several.reportStates[state]}  ${oneLine(name)}  ${text}`);
    }
  };
  await eachLedger(files, { jobs: command.jobs, progress }, messages, {
    work: async (file, found) => {
      const out = join(outDir, names.get(found)!);
      const { outcome } = await makeOne(file, out, command, messages);
      const { tally, isSettled, sheets } = outcome;
      const text = several.reported(oneLine(out), tally.total.total, tally.total.rate);
      const answer = { out, settled: isSettled, sheets, tally: tallyJson(tally), remarks: outcome.remarks };
      say(isSettled ? "made" : "provisional", found, text, answer);
    },
    refuse: ({ code, message, isSkipped }, found) => {
      say(isSkipped ? "skipped" : "unread", found, message, { error: { code, message } });
    },
  });
  if (json) printJson({ summary: counts, files: answers, others: others.map(({ name }) => name) });
  else {
    print(several.reportSummary(files.length, counts));
    const ignored = othersText(others, messages);
    if (ignored !== null) print(ignored);
  }
  return counts.unread > 0 ? 2 : counts.provisional > 0 ? 1 : 0;
}

async function makeOne(
  file: LedgerFile,
  out: string,
  { choice, parts, annex, force, acceptVocabulary }: Extract<Command, { name: "report-many" }>,
  messages: Messages,
): ReturnType<typeof makeReport> {
  try {
    mkdirSync(dirname(callersFile(out)), { recursive: true });
  } catch {
    throw new Failure("cannot-write", messages.commandLine.cannotWrite(oneLine(out)));
  }
  const target = chooseOutputFile(out, file, force, messages);
  return makeReport(file, target, { choice, parts, annex, earlier: null, acceptVocabulary }, messages);
}

/** The reports' names below their folder: as the ledgers', in the same folders; of two that would be the same the second gets a number. */
function reportNames(files: readonly FoundFile[]): ReadonlyMap<FoundFile, string> {
  const taken = new Set<string>();
  return new Map(
    files.map((found) => {
      const base = found.label.replace(/\.[^./]+$/, "");
      let name = "";
      for (let number = 1; name === "" || taken.has(name.toLowerCase()); number++) {
        name = `${base}_報告書${number === 1 ? "" : `(${number})`}${formatOf(found.name)}`;
      }
      taken.add(name.toLowerCase());
      return [found, name];
    }),
  );
}
