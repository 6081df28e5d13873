import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CheckOutcome, Problem, ReportOutcome } from "../../../src/actions/actions";
import { readLedgerFile } from "../../../src/cli/ledger-file";
import { openSession, type Session } from "../../../src/cli/session";
import { messagesFor } from "../../../src/messages";
import { REPORT_PARTS } from "../../../src/report/parts";
import { PRODUCERS, type Reading } from "../../fixtures/producers/producers";
import { checkPackage } from "./gate/check-package";
import { readersOf } from "./gate/judge-saving";
import { childOf, childrenNamed, parsePart } from "./gate/xml-tree";
import { readZipFile } from "./gate/zip-file";

/*
 * Nothing lost, every file opens: each file of the corpus goes the way of the command line, check, report, report again, undo.
 * After each step it opens elsewhere, and what the user had is what it was.
 */

const RECORD = "作成記録";
const TODAY = new Date("2026-04-10T01:00:00Z");
const messages = messagesFor("ja");
const corpus = fileURLToPath(new URL("../../fixtures/producers/", import.meta.url));
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "producers-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The user's parts that a report may change: what lists sheets, their types and their looks. All others stay as they are. */
const MAY_CHANGE: readonly RegExp[] = [
  /^\[Content_Types\]\.xml$/,
  /^xl\/workbook\.xml$/i,
  /^xl\/_rels\/workbook\.xml\.rels$/i,
  /^xl\/styles\.xml$/i,
];
/** The order of calculation, which Excel makes anew where it is missing, and which must not list a sheet that went. */
const MAY_GO = /^xl\/calcChain\.xml$/;

interface Step<Outcome> {
  readonly outcome: Outcome;
  /** The workbook as it was saved after the step. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

function finished<Outcome extends object>(outcome: Outcome | Problem): Outcome {
  if ("problem" in outcome) throw new Error(`The ledger was not read: ${JSON.stringify(outcome.problem)}`);
  return outcome;
}

async function opened(file: string): Promise<Session> {
  return openSession(await readLedgerFile(file, messages), messages);
}

async function reportOn(file: string, out: string): Promise<Step<ReportOutcome>> {
  const session = await opened(file);
  const outcome = finished(await session.actions.makeReport({}, { parts: REPORT_PARTS }, { today: TODAY }));
  writeFileSync(out, await session.save());
  return { outcome, file: out, bytes: readFileSync(out) };
}

async function undo(
  file: string,
  run: string,
  out: string,
): Promise<Step<{ removed: readonly string[]; kept: readonly string[] }>> {
  const session = await opened(file);
  const outcome = await session.actions.removeReport(run, { today: TODAY });
  writeFileSync(out, await session.save());
  return { outcome, file: out, bytes: readFileSync(out) };
}

/** A step that several tests look at, taken once. */
function once<Value>(take: () => Promise<Value>): () => Promise<Value> {
  let taken: Promise<Value> | undefined;
  return () => (taken ??= take());
}

interface Listed {
  readonly sheets: readonly string[];
  /** Name, scope by the sheet's name, formula. */
  readonly names: readonly string[];
}

function listed(bytes: Uint8Array): Listed {
  const { entries } = readZipFile(bytes);
  const part = [...entries.keys()].find((name) => /^xl\/workbook\.xml$/i.test(name))!;
  const root = parsePart(entries.get(part)!, () => undefined)!.root;
  const sheets = childrenNamed(childOf(root, "sheets"), "sheet").map((sheet) => sheet.attributes.get("name")!);
  const names = childrenNamed(childOf(root, "definedNames"), "definedName").map((name) => {
    const scope = name.attributes.get("localSheetId");
    const formula = name.text.replaceAll(/'(\p{L}+)'!/gu, "$1!");
    return [name.attributes.get("name"), scope === undefined ? "" : sheets[Number(scope)], formula].join("|");
  });
  return { sheets, names: names.sort() };
}

/** Parts of the file that are other bytes in the result, or gone, and may not be. */
function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const now = readZipFile(after).entries;
  return [...readZipFile(before).entries]
    .filter(([name, bytes]) => {
      if (name.endsWith("/") || MAY_CHANGE.some((pattern) => pattern.test(name))) return false;
      const kept = now.get(name);
      if (kept === undefined) return !MAY_GO.test(name);
      if (Buffer.compare(kept, bytes) === 0) return false;
      // Only one tab is selected, and now it is the report's.
      return !/worksheets\//i.test(name) || unselected(kept) !== unselected(bytes);
    })
    .map(([name]) => name);
}

/** A sheet's text without what says that its tab is selected; a sheet that is written again is so as plain UTF-8. */
function unselected(sheet: Uint8Array): string {
  return new TextDecoder(sheet[0] === 0xff ? "utf-16le" : sheet[0] === 0xfe ? "utf-16be" : "utf-8")
    .decode(sheet)
    .replace(/(<\?xml[^>]*?) encoding=["']utf-16["']/i, "$1")
    .replace(/ tabSelected="(1|0|true|false)"/, "");
}

/** What is wrong with a result and was not wrong with the file. */
async function newFaults(before: Uint8Array, after: Uint8Array): Promise<string[]> {
  const own = new Set(checkPackage(before));
  const faults = checkPackage(after).filter((fault) => !own.has(fault));
  const readers = await readersOf(before);
  if (readers.length === 0) faults.push("no reader opens the file");
  for (const reader of readers) {
    const sheets = await reader.read(after).catch((error: unknown) => {
      faults.push(`${reader.name} does not open it: ${String(error)}`);
      return null;
    });
    const missing = listed(after).sheets.filter((name) => sheets?.every((sheet) => sheet.name !== name));
    if (missing.length > 0) faults.push(`${reader.name} sees no ${missing.join(", ")}`);
  }
  return faults;
}

function expectReading({ tally }: ReportOutcome, { measures, statuses, fields }: Reading): void {
  const counted = tally.statuses.map(({ name }, index) => [name, tally.total.byStatus[index]]);
  expect(Object.fromEntries(counted)).toEqual(statuses);
  expect(tally.statuses.map(({ name }) => name)).toEqual(Object.keys(statuses));
  expect(tally.total.total).toBe(measures);
  expect(tally.fields.map(({ name }) => name)).toEqual(fields);
}

describe.each(PRODUCERS)("a ledger of $name", ({ name, reading, habits }) => {
  const file = join(corpus, `${name}.xlsx`);
  const before = readFileSync(file);
  const original = listed(before);
  const first = once(() => reportOn(file, join(folder, `${name}-1.xlsx`)));
  const second = once(async () => reportOn((await first()).file, join(folder, `${name}-2.xlsx`)));
  const undone = once(async () => {
    const { outcome, file: made } = await second();
    return undo(made, outcome.run, join(folder, `${name}-3.xlsx`));
  });

  it("has the habits that it is here for", () => {
    const { entries } = readZipFile(before);
    expect(before.length).toBeLessThan(20_000);
    for (const [part, text = ""] of habits) {
      expect([...entries.keys()]).toContain(part);
      // With its byte order mark, which a text decoder would take away.
      expect(Buffer.from(entries.get(part)!).toString("utf8")).toContain(text);
    }
  });

  it("is checked", async () => {
    const { actions } = await opened(file);
    const outcome: CheckOutcome = finished(await actions.check({}));
    expect(outcome.measures).toBe(reading.measures);
    expect(outcome.findings.filter(({ rule }) => rule.startsWith("status-"))).toEqual([]);
  });

  it("gets a report", async () => {
    const { outcome, bytes } = await first();
    expectReading(outcome, reading);
    expect(outcome.kept).toEqual([]);
    const { sheets } = listed(bytes);
    expect(sheets.filter((sheet) => original.sheets.includes(sheet))).toEqual(original.sheets);
    expect(new Set(sheets)).toEqual(new Set([...original.sheets, ...outcome.sheets, RECORD]));
  });

  it("gets the report again in its place", async () => {
    const { outcome, bytes } = await second();
    const { outcome: earlier, bytes: made } = await first();
    expectReading(outcome, reading);
    expect(outcome.kept).toEqual([]);
    expect(outcome.sheets).toEqual(earlier.sheets);
    expect(listed(bytes)).toEqual(listed(made));
  });

  it("is what it was when the report is taken back", async () => {
    const { outcome, bytes } = await undone();
    expect(outcome.kept).toEqual([]);
    expect([...outcome.removed].sort()).toEqual([...(await second()).outcome.sheets].sort());
    const { sheets, names } = listed(bytes);
    expect(sheets).toEqual([...original.sheets, RECORD]);
    expect(names.filter((each) => each.split("|")[1] !== RECORD)).toEqual(original.names);
  });

  it("opens elsewhere after each of them", async () => {
    for (const step of [first, second, undone]) expect(await newFaults(before, (await step()).bytes)).toEqual([]);
  });

  it("keeps the user's parts byte for byte and the user's names", async () => {
    for (const step of [first, second, undone]) {
      const { bytes } = await step();
      expect(changedParts(before, bytes)).toEqual([]);
      expect(listed(bytes).names).toEqual(expect.arrayContaining([...original.names]));
    }
  });
});

describe("the corpus", () => {
  it("is what the list says", () => {
    const files = readdirSync(corpus).filter((file) => file.endsWith(".xlsx"));
    expect(PRODUCERS.map(({ name }) => `${name}.xlsx`).sort()).toEqual(files.sort());
    const readme = readFileSync(join(corpus, "README.md"), "utf8");
    for (const { name } of PRODUCERS) expect(readme).toMatch(new RegExp(`^\\| ${name} +\\|`, "m"));
  });
});
