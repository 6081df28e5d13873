import { mkdirSync, readFileSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import type { PublishOutcome } from "../actions/actions";
import type { Messages } from "../messages";
import { Failure } from "./failure";
import { callersFile } from "./folders";
import { figureLines, tallyJson } from "./figures";
import { keepVocabulary } from "./keep-vocabulary";
import { ledgerFailure } from "./ledger-failure";
import { readLedgerFile, type LedgerFile } from "./ledger-file";
import type { Command } from "./options";
import { chooseOutputFile, formatOf, type OutputFile, type StagedFile } from "./output-file";
import { openSession } from "./session";
import { oneLine, print, printJson } from "./terminal";

/** Files of an earlier publication that say what it said. */
const DATA = ["datapackage.json", "measures.csv", "counts.csv", "errata.csv"] as const;
const FILES = ["index.html", "report.docx", ...DATA] as const;

/**
 * `publish`: writes workbook, Word document, web page and open data into a folder, from one tally; answers the exit code.
 * Every file is whole under a name of its own before the first comes into its place. @throws Failure, HostError
 */
export async function runPublish(command: Extract<Command, { name: "publish" }>, messages: Messages): Promise<number> {
  const { ledger, outDir } = command;
  const file = await readLedgerFile(ledger, messages);
  const made = makeFolder(outDir, messages);
  try {
    return await publishInto(command, file, messages);
  } catch (error) {
    if (made) removeIfEmpty(outDir);
    throw error;
  }
}

async function publishInto(
  { outDir, choice, parts, encoding, force, json, acceptVocabulary }: Extract<Command, { name: "publish" }>,
  file: LedgerFile,
  messages: Messages,
): Promise<number> {
  const workbook = `report${formatOf(file.name)}`;
  const earlier = readEarlier(outDir);
  const targets = new Map<string, OutputFile>();
  for (const name of [workbook, ...FILES]) {
    const ending = name.slice(name.lastIndexOf("."));
    targets.set(name, chooseOutputFile(join(outDir, name), file, force, messages, [ending]));
  }
  const session = await openSession(file, messages);
  const { actions } = session;
  const control = { today: new Date() };
  const made = parts === null ? {} : { parts };
  if (acceptVocabulary) await keepVocabulary(session, choice, messages);
  const outcome = await actions.publish(choice, { ...made, workbook, encoding, earlier }, control);
  if ("problem" in outcome) throw ledgerFailure(outcome.problem, messages);
  const report = await actions.makeReport(choice, made, control);
  if ("problem" in report) throw ledgerFailure(report.problem, messages);
  const files = [...outcome.files, { name: workbook, bytes: await session.save() }];
  // The page that leads to all others comes into its place last.
  await writeTogether([...files].reverse().map(({ name, bytes }) => ({ target: targets.get(name)!, bytes })));

  const names = files.map(({ name }) => name);
  if (json) {
    const { isSettled, tally, narrative, corrected } = outcome;
    printJson({ settled: isSettled, files: names, corrected, tally: tallyJson(tally), narrative });
  } else print(published({ ...outcome, remarks: merged(outcome.remarks, report.remarks) }, outDir, names, messages));
  return outcome.isSettled ? 0 : 1;
}

function published(outcome: PublishOutcome, outDir: string, names: readonly string[], messages: Messages): string {
  const { commandLine } = messages;
  const { isSettled, corrected, unrelated } = outcome;
  const figures = figureLines(outcome, messages);
  return [
    isSettled
      ? commandLine.published(oneLine(outDir), names.length)
      : commandLine.publishedProvisionally(oneLine(outDir)),
    `  ${oneLine(names.join("  "))}`,
    figures.total,
    ...(corrected === null ? [] : [`  ${commandLine.corrected(corrected)}`]),
    ...(unrelated === null ? [] : [`  ${commandLine.unrelated(unrelated)}`]),
    ...figures.remarks,
    commandLine.unchanged,
  ].join("\n");
}

function merged(one: readonly string[], other: readonly string[]): string[] {
  return [...new Set([...one, ...other])];
}

/** Writes files that belong together; none comes into its place before all of them are whole. @throws Failure */
async function writeTogether(
  files: readonly { readonly target: OutputFile; readonly bytes: Uint8Array }[],
): Promise<void> {
  const staged: StagedFile[] = [];
  try {
    for (const { target, bytes } of files) staged.push(await target.stage(bytes));
    for (const one of staged) one.commit();
  } finally {
    for (const one of staged) one.discard();
  }
}

/** Makes the folder; true where it was not there. @throws Failure */
function makeFolder(outDir: string, { commandLine }: Messages): boolean {
  try {
    return mkdirSync(callersFile(outDir), { recursive: true }) !== undefined;
  } catch {
    throw new Failure("cannot-write", commandLine.cannotWrite(oneLine(outDir)));
  }
}

function removeIfEmpty(outDir: string): void {
  try {
    rmdirSync(callersFile(outDir));
  } catch {
    // Something came into it meanwhile.
  }
}

function readEarlier(outDir: string): ReadonlyMap<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  for (const name of DATA) {
    try {
      found.set(name, readFileSync(join(callersFile(outDir), name)));
    } catch {
      // It is not there, or nothing that could be read as one of ours.
    }
  }
  return found;
}
