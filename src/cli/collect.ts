import { existsSync } from "node:fs";
import type { BigIntStats } from "node:fs";
import { readCsv } from "../actions/read-csv";
import { receiveLedgers } from "../actions/receive-ledgers";
import { writeCollection } from "../actions/write-collection";
import { collect, type Collection } from "../collect/collect";
import type { Conflict } from "../collect/conflict";
import { readDecisions, type EarlierCollection } from "../collect/earlier";
import type { ReceivedLedger, RosterEntry, UnreadFile } from "../collect/received";
import { readRoster } from "../collect/roster";
import { COLLECTED_SHEET } from "../ledger/sheet-names";
import type { Messages } from "../messages";
import { lackSentence, totalSentence } from "../report/collection/lacks";
import { Failure } from "./failure";
import { eachLedger, othersText } from "./each-ledger";
import { findFiles, isCsv, type FoundFiles } from "./find-files";
import { callersFile } from "./folders";
import { ledgerFailure } from "./ledger-failure";
import { readLedgerFile, type LedgerFile } from "./ledger-file";
import type { Command } from "./options";
import { chooseOutputFile } from "./output-file";
import { openNewSession, openSession, type Session } from "./session";
import { oneLine, print, printJson } from "./terminal";

/**
 * `collect`: makes one ledger of many and says what is missing in it. Exit code 0 where it is whole and settled, 1 where
 * something is missing or to be decided. @throws Failure, HostError
 */
export async function runCollect(command: Extract<Command, { name: "collect" }>, messages: Messages): Promise<number> {
  const { out, force, json, roster, decisions } = command;
  const found = findFiles(
    command.sources,
    [out, roster, decisions].filter((name) => name !== null),
  );
  if (found.files.length === 0) {
    throw new Failure("no-files", messages.several.noFiles(oneLine(command.sources.join("、"))));
  }
  const expected = roster === null ? [] : await readRosterFile(roster, messages);
  const earlier = existsSync(callersFile(out)) ? await readEarlier(out, messages) : null;
  if (earlier !== null && !force) throw new Failure("out-exists", messages.commandLine.outExists(oneLine(out)));
  const given = decisions === null ? null : await readEarlier(decisions, messages);
  const { received, unread, stats } = await readAll(found, command.jobs, messages);
  if (stats === null || received.length === 0) {
    const reasons = unread.map(({ file, reason }) => `${oneLine(file)}  ${oneLine(reason)}`);
    throw new Failure("no-ledger", [messages.several.nothingToCollect, ...reasons].join("\n"));
  }
  const collection = collect({
    received,
    unread,
    roster: expected,
    earlier: earlier ?? given,
    decisions: given?.decisions ?? new Map(),
  });
  const target = chooseOutputFile(out, { name: "collected.xlsx", bytes: new Uint8Array(), stats }, force, messages);
  const session = openNewSession(messages);
  const { sheets } = await writeCollection(session.host, collection, { today: new Date() });
  session.keepOnly(sheets);
  await target.write(await session.save());
  if (json) printJson(collectionJson(collection, out));
  else print(collectionText(collection, out, found, messages));
  return isWhole(collection) ? 0 : 1;
}

function isWhole(collection: Collection): boolean {
  const { sections, unread, conflicts, isProposed } = collection;
  return (
    !isProposed &&
    sections.every(({ state }) => state === "submitted" || state === "replaced") &&
    unread.every(({ isSkipped }) => isSkipped) &&
    conflicts.every(({ state }) => state !== "open")
  );
}

interface ReadFiles {
  readonly received: readonly ReceivedLedger[];
  readonly unread: readonly UnreadFile[];
  /** Of the file that fewest people may read; null where none was read. */
  readonly stats: BigIntStats | null;
}

async function readAll({ files }: FoundFiles, jobs: number, messages: Messages): Promise<ReadFiles> {
  const received: ReceivedLedger[] = [];
  const unread: UnreadFile[] = [];
  let stats: BigIntStats | null = null;
  await eachLedger(files, { jobs }, messages, {
    work: async (file, { label }) => {
      const { ledgers, problems } = await receiveFile(file, label, messages);
      received.push(...ledgers);
      if (ledgers.length > 0) stats = narrower(stats, file.stats);
      for (const { sheet, problem } of problems) {
        const [reason = ""] = ledgerFailure(problem, messages).message.split("\n");
        unread.push({ file: label, sheet, cell: "cell" in problem ? problem.cell : "", reason, isSkipped: false });
      }
    },
    refuse: ({ message, isSkipped }, { label }) => {
      unread.push({ file: label, sheet: "", cell: "", reason: message, isSkipped });
    },
  });
  return { received, unread, stats };
}

async function receiveFile(file: LedgerFile, label: string, messages: Messages) {
  const { host } = await openSession(file, messages);
  return receiveLedgers(host, { file: label, modified: Number(file.stats.mtimeMs) }, messages);
}

/** Who may read every one of the ledgers may read what is collected from them, and nobody else. */
function narrower(one: BigIntStats | null, other: BigIntStats): BigIntStats {
  if (one === null) return other;
  const narrowed = Object.create(Object.getPrototypeOf(one) as object) as BigIntStats;
  return Object.assign(narrowed, one, { mode: one.mode & (other.mode | ~0o777n) });
}

async function readRosterFile(name: string, messages: Messages): Promise<RosterEntry[]> {
  const file = await readLedgerFile(name, messages);
  const sheets = await sheetsOf(file, messages);
  const rosters = sheets.map(readRoster).filter((entries) => entries.length > 0);
  if (rosters[0] === undefined) throw new Failure("bad-roster", messages.several.badRoster(oneLine(name)));
  return rosters[0];
}

/** Values of every sheet of a workbook or of a CSV file. */
async function sheetsOf(file: LedgerFile, messages: Messages) {
  if (isCsv(file.name)) return [readCsv(file.bytes) ?? []];
  const session = await openSession(file, messages);
  return session.valuesOfAll().map(({ values }) => values);
}

/** What an earlier collection says: its ledger and what was chosen in it. */
async function readEarlier(name: string, messages: Messages): Promise<EarlierCollection | null> {
  const file = await readLedgerFile(name, messages);
  if (isCsv(name)) return { ledger: null, decisions: readDecisions([{ values: readCsv(file.bytes) ?? [] }]) };
  const session = await openSession(file, messages);
  const sheets = session.valuesOfAll();
  const ledger = sheets.some((sheet) => sheet.name === COLLECTED_SHEET)
    ? await earlierLedger(session, name, messages)
    : null;
  return { ledger, decisions: readDecisions(sheets) };
}

async function earlierLedger({ host }: Session, name: string, messages: Messages): Promise<ReceivedLedger | null> {
  const { ledgers } = await receiveLedgers(host, { file: name, modified: 0 }, messages, { sheet: COLLECTED_SHEET });
  return ledgers[0] ?? null;
}

/** The answer of `collect --json`. */
function collectionJson(collection: Collection, out: string): object {
  const { sections, accounts, unread, conflicts, total, kept, isProposed, settings } = collection;
  return {
    out,
    whole: isWhole(collection),
    total,
    kept,
    lacks: lackSentence(collection),
    statuses: settings.statuses.map(({ name }) => name),
    statusesProposed: isProposed,
    sections: sections.map(({ ledgers, unread: failed, ...section }) => ({
      ...section,
      files: [...ledgers, ...failed].map(({ file }) => file),
    })),
    ledgers: accounts.map(({ received, section, measures, taken, left, aside }) => ({
      file: received.file,
      sheet: received.sheet,
      section,
      measures,
      taken,
      left,
      aside,
      fingerprint: received.fingerprint,
    })),
    unread,
    conflicts,
  };
}

function collectionText(collection: Collection, out: string, { others }: FoundFiles, messages: Messages): string {
  const { several } = messages;
  const ignored = othersText(others, messages);
  const { unread, conflicts, isProposed } = collection;
  const count = (state: Conflict["state"]) => conflicts.filter((one) => one.state === state).length;
  return [
    several.collected(oneLine(out)),
    `  ${oneLine(totalSentence(collection))}`,
    `  ${oneLine(lackSentence(collection))}`,
    ...unread.map(
      ({ file, sheet, cell, reason, isSkipped }) =>
        `  ${several.states[isSkipped ? "skipped" : "unread"]}  ${oneLine([file, sheet, cell].filter((part) => part !== "").join(" "))}  ${oneLine(reason)}`,
    ),
    ...(conflicts.length > 0 ? [`  ${several.conflicts(count("open"), count("chosen"), count("automatic"))}`] : []),
    ...(isProposed ? [`  ${several.proposed}`] : []),
    ...(ignored === null ? [] : [`  ${ignored}`]),
  ].join("\n");
}
