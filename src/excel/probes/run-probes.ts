import { HostError, hostProblem, throwIfCancelled, toHostError } from "../errors";
import type { ExcelHost } from "../host";
import { persist } from "../patience";
import { newRunName } from "../run-notes";
import { errorCode, type Answer, type Ground, type Probe } from "./probe";

/** What one probe came to. */
export interface ProbeResult {
  readonly id: string;
  readonly outcome: "as expected" | "different" | "not supported";
  readonly expected: Answer;
  readonly got: Answer;
  readonly milliseconds: number;
}

/** What this Excel is, and what it does. Nothing of it comes from the user's own sheets. */
export interface Diagnosis {
  readonly facts: Readonly<Record<string, string>>;
  readonly results: readonly ProbeResult[];
}

/** What the caller knows and wants. */
export interface DiagnosisOptions {
  readonly now: Date;
  /** Milliseconds since whenever. */
  readonly clock: () => number;
  /** What only the caller knows of this Excel, such as its build. */
  readonly facts?: Readonly<Record<string, string>>;
  readonly onProgress?: (done: number, all: number) => void;
  readonly signal?: AbortSignal;
}

/** The workbook as it was, to be the same afterwards. */
interface Before {
  readonly ids: ReadonlySet<string>;
  readonly front: string;
  readonly calculationMode: Excel.CalculationMode | "Automatic" | "AutomaticExceptTables" | "Manual";
}

/** Begins the name of every sheet and setting that probes make, with the run's name behind it. */
const PREFIX = "自己診断_";
const NEWEST_SET = 30;

/**
 * Tries out in temporary sheets of the open workbook whether Excel does what is assumed of it. Whatever a probe does or
 * fails at, its sheets and settings are removed before the next one, and in the end the workbook is what it was.
 *
 * @throws HostError where no sheet can be added, or where the clearing away did not succeed (`unfinished`)
 */
export async function runProbes(
  host: ExcelHost,
  probes: readonly Probe[],
  { now, clock, facts = {}, onProgress, signal }: DiagnosisOptions,
): Promise<Diagnosis> {
  const run = `${PREFIX}${newRunName(now)}_`;
  const results: ProbeResult[] = [];
  const before = await photograph(host);
  const own = new Set<string>();
  let excel: Readonly<Record<string, string>> = {};
  try {
    for (const [at, probe] of probes.entries()) {
      throwIfCancelled(signal);
      onProgress?.(at, probes.length);
      results.push(await tryOut(host, probe, `${run}${at + 1}`, own, clock));
      if (at === 0) excel = await describe(host);
      await clearAway(host, run, before, own);
    }
  } finally {
    await persist(host, () => clearAway(host, run, before, own, true)).catch((error: unknown) => {
      throw toHostError(error, { unfinished: true });
    });
  }
  onProgress?.(probes.length, probes.length);
  return { facts: { ...facts, ...excel, apiSet: newestSet(host) }, results };
}

async function photograph(host: ExcelHost): Promise<Before> {
  try {
    return await host.run(async (context) => {
      const { workbook } = context;
      workbook.load("readOnly");
      workbook.protection.load("protected");
      workbook.application.load("calculationMode");
      workbook.worksheets.load("items/id");
      const front = workbook.worksheets.getActiveWorksheet();
      front.load("id");
      await context.sync();
      if (workbook.readOnly) throw new HostError(hostProblem("read-only"));
      if (workbook.protection.protected) throw new HostError(hostProblem("workbook-protected"));
      return {
        ids: new Set(workbook.worksheets.items.map(({ id }) => id)),
        front: front.id,
        calculationMode: workbook.application.calculationMode,
      };
    });
  } catch (error) {
    throw toHostError(error);
  }
}

async function tryOut(
  host: ExcelHost,
  probe: Probe,
  name: string,
  own: Set<string>,
  clock: () => number,
): Promise<ProbeResult> {
  const { id, expected, api } = probe;
  if (api !== undefined && !host.isSetSupported(api)) {
    return { id, outcome: "not supported", expected, got: null, milliseconds: 0 };
  }
  const started = clock();
  const got = await answer(host, probe, name, own);
  const milliseconds = Math.round(clock() - started);
  const outcome = JSON.stringify(got) === JSON.stringify(expected) ? "as expected" : "different";
  return { id, outcome, expected, got, milliseconds };
}

async function answer(host: ExcelHost, probe: Probe, name: string, own: Set<string>): Promise<Answer> {
  let claimed = 0;
  const ground: Ground = {
    host,
    sheet: name,
    key: name,
    claim: (kind = "") => `${name}_${++claimed}${kind}`,
  };
  try {
    await host.run(async (context) => {
      const sheet = context.workbook.worksheets.add(name);
      sheet.load("id");
      await context.sync();
      own.add(sheet.id);
    });
    return await probe.run(ground);
  } catch (error) {
    return errorCode(error);
  }
}

/** Removes what probes have made, and only that; in the `end`, brings back what was in front and how Excel calculated. */
async function clearAway(
  host: ExcelHost,
  run: string,
  before: Before,
  own: ReadonlySet<string>,
  end = false,
): Promise<void> {
  await host.run(async (context) => {
    const { worksheets, settings, application } = context.workbook;
    worksheets.load("items/id,items/name,items/visibility");
    settings.load("items/key");
    if (end) application.load("calculationMode");
    await context.sync();
    for (const setting of settings.items) if (setting.key.startsWith(run)) setting.delete();
    for (const sheet of worksheets.items) {
      if (before.ids.has(sheet.id) || !(own.has(sheet.id) || sheet.name.startsWith(run))) continue;
      if (sheet.visibility === "VeryHidden") sheet.visibility = "Hidden";
      sheet.delete();
    }
    if (end) {
      if (application.calculationMode !== before.calculationMode) {
        application.calculationMode = before.calculationMode;
      }
      worksheets.getItemOrNullObject(before.front).activate();
    }
    await context.sync();
  });
}

/** What Excel says of itself, with the standards of a new sheet, which is there. */
async function describe(host: ExcelHost): Promise<Record<string, string>> {
  try {
    return await host.run(async (context) => {
      const { application, worksheets } = context.workbook;
      application.load("calculationMode,calculationEngineVersion");
      const sheet = worksheets.getLast();
      sheet.load("standardWidth,standardHeight");
      const { font } = sheet.getRange("XFD1048576").format;
      font.load("name,size");
      await context.sync();
      return {
        calculationMode: application.calculationMode,
        calculationEngine: String(application.calculationEngineVersion),
        standardFont: `${font.name} ${font.size}`,
        standardWidth: String(sheet.standardWidth),
        standardHeight: String(sheet.standardHeight),
      };
    });
  } catch (error) {
    return { excel: errorCode(error) };
  }
}

function newestSet(host: ExcelHost): string {
  let newest = "";
  for (let minor = 1; minor <= NEWEST_SET; minor++) if (host.isSetSupported(`1.${minor}`)) newest = `1.${minor}`;
  return newest;
}
