import { RECORD_SHEET } from "../ledger/sheet-names";
import type { SheetPlan } from "../report/plan";
import { packBatches } from "./batches";
import { BatchSheet, buildSteps, type BuildStep } from "./build-sheet";
import { HostError, hostProblem, isTooLarge, throwIfCancelled, toHostError } from "./errors";
import type { ExcelHost } from "./host";
import { findRecord, ownedSheets, type FoundRecord, type OwnershipRecord, type RecordEntry } from "./own-sheets";
import { appendEntries } from "./record-entries";
import { EMPTY_RECORD, recordedMoment, recordPlan } from "./record-plan";
import type { OpenWorkbook } from "./read-workbook";
import { uneditedSheets } from "./read-own-sheets";
import { freeSheetName, isNamedAfter, sheetNameKey } from "./sheet-name";
import { gridOf, planFingerprint, type Grid } from "./sheet-content";
import { supports } from "./support";
import { settle, temporaryNames, UNFINISHED_KEY, type SheetIdentity, type UnfinishedRun } from "./unfinished-run";

/** What to write and what 作成記録 is to say of it. */
export interface ReportRequest {
  readonly plans: readonly SheetPlan[];
  /** What was read of the workbook just before. */
  readonly workbook: OpenWorkbook;
  /** 操作, e.g. 報告書, 検査結果. */
  readonly operation: string;
  /** Name of the ledger's sheet and fingerprint of the ledger. */
  readonly ledger: string;
  readonly ledgerFingerprint: string;
  /** Version of the product. */
  readonly version: string;
  readonly now: Date;
  /**
   * True where the sheets are the user's from the start (a new ledger): they replace nothing and 作成記録 does not name them.
   */
  readonly handedOver?: boolean;
  /** Decimals of the percentages (小数桁数) of plans that do not say so themselves; 1 where absent. */
  readonly rateDecimals?: number;
  /** Cancelling before the swap leaves the workbook as it was. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (step: "build" | "swap" | "undo") => void;
  /** Bytes that one request may have; 4 MB where absent. Halved whenever Excel finds a request too large. */
  readonly payloadLimit?: number;
}

/** What became of a request. */
export interface WrittenReport {
  /** Names this run for `removeSheets`. */
  readonly run: string;
  /** The sheets in plan order: planned name, and the name each has in the workbook. */
  readonly sheets: readonly { readonly planned: string; readonly name: string }[];
  /** Sheets of an earlier run that were kept because somebody had edited them. */
  readonly kept: readonly string[];
  /** Cells whose text had characters that no workbook can hold; they were left out. */
  readonly cleaned: readonly { readonly sheet: string; readonly cell: string }[];
}

const PAYLOAD_LIMIT = 4_000_000;
const SMALLEST_PAYLOAD = 60_000;
const ASIDE_PREFIX = "旧_";

/**
 * Writes sheet plans into new worksheets, completely or not at all. The sheets are built under temporary names and then, in
 * one batch, take the place of the unedited sheets of an earlier run; 作成記録 gets a row for each. Whatever fails before
 * the record is written leaves the workbook as it was; afterwards only clearing away is left and is completed.
 *
 * Round trips: build and swap; one more where sheets of an earlier run have to be looked at; more builds where the request
 * exceeds the limit.
 *
 * @throws HostError; `problem.unfinished` where not even the clearing away succeeded (the next run does it first)
 */
export async function writeReport(host: ExcelHost, request: ReportRequest): Promise<WrittenReport> {
  refuseUnwritable(host, request.workbook);
  const grids = request.plans.map(gridOf);
  const { workbook } = request;
  let sheets: readonly SheetIdentity[] = [...workbook.sheetIds].map(([name, id]) => ({ id, name }));
  let record = findRecord(workbook.read);
  if (workbook.unfinished !== null) {
    sheets = (await settle(host, workbook.unfinished)).sheets;
    if (!sheets.some(({ name }) => name === record?.sheet)) record = null;
  }
  throwIfCancelled(request.signal);
  const job = await prepare(host, request, grids, sheets, record);
  for (let limit = request.payloadLimit ?? PAYLOAD_LIMIT; ; limit = Math.floor(limit / 2)) {
    try {
      await execute(host, request, job, limit);
      break;
    } catch (error) {
      if (!isTooLarge(error) || limit / 2 < SMALLEST_PAYLOAD || toHostError(error).problem.unfinished === true) {
        throw error;
      }
    }
  }
  return {
    run: job.run,
    sheets: job.sheets.flatMap(({ plan, final }) => (plan === null ? [] : [{ planned: plan.name, name: final }])),
    kept: job.kept,
    cleaned: job.sheets.flatMap(({ grid, final }) => grid.cleaned.map((cell) => ({ sheet: final, cell }))),
  };
}

/** Refuses what is sure to fail before anything is touched. */
function refuseUnwritable(host: ExcelHost, workbook: OpenWorkbook): void {
  if (!host.isSetSupported("1.9")) throw new HostError(hostProblem("old-excel"));
  if (workbook.readOnly) throw new HostError(hostProblem("read-only"));
  if (workbook.structureProtected) throw new HostError(hostProblem("workbook-protected"));
  const sheet = findRecord(workbook.read)?.sheet;
  if (sheet !== undefined && workbook.sheets.some((one) => one.name === sheet && one.protected)) {
    throw new HostError(hostProblem("sheet-protected", { sheet }));
  }
}

/** One sheet of the run; `plan` is null for 作成記録, which is not part of the report. */
interface JobSheet {
  readonly plan: SheetPlan | null;
  readonly layout: SheetPlan;
  readonly grid: Grid;
  readonly temporary: string;
  readonly final: string;
}

interface Job {
  readonly run: string;
  readonly sheets: readonly JobSheet[];
  /** Unedited sheets of an earlier run that the new ones replace. */
  readonly replaced: readonly { readonly id: string; readonly name: string; readonly aside: string }[];
  readonly kept: readonly string[];
  readonly recordName: string;
  /** Id of the 作成記録 that is there, or null where the run makes it. */
  readonly recordId: string | null;
  readonly record: OwnershipRecord;
  readonly entries: readonly RecordEntry[];
  /** Sheets in the workbook before the run. */
  readonly sheetCount: number;
}

/** Settles every name before anything is written. */
async function prepare(
  host: ExcelHost,
  request: ReportRequest,
  grids: readonly Grid[],
  sheets: readonly SheetIdentity[],
  record: FoundRecord | null,
): Promise<Job> {
  const names = sheets.map(({ name }) => name);
  const owned = request.handedOver === true ? [] : [...ownedSheets(record?.record ?? null, names).values()];
  const candidates = owned.filter(({ sheet }) => request.plans.some((plan) => isNamedAfter(sheet, plan.name)));
  const unedited = await uneditedSheets(host, candidates);
  const run = newRunName(request.now);
  const taken = new Set(names.filter((name) => !unedited.has(name)).map(sheetNameKey));
  const replaceable = new Set(unedited);
  const finals = request.plans.map((plan) => {
    const former = [...replaceable].find((name) => isNamedAfter(name, plan.name));
    if (former !== undefined) replaceable.delete(former);
    return former ?? plan.name;
  });
  // Sheets that none of the plans takes the place of stay.
  for (const name of replaceable) taken.add(sheetNameKey(name));
  const final = request.plans.map((plan, index) => {
    const name = freeSheetName(finals[index] ?? plan.name, taken);
    taken.add(sheetNameKey(name));
    return name;
  });
  const finalNames = new Map(request.plans.map((plan, index) => [plan.name, final[index]!]));

  const temporary = temporaryNames({ run, count: request.plans.length + 1 });
  const jobSheets = request.plans.map((plan, index): JobSheet => ({
    plan,
    layout: plan,
    grid: grids[index]!,
    temporary: temporary[index]!,
    final: final[index]!,
  }));
  const recordName = record?.sheet ?? freeSheetName(RECORD_SHEET, taken);
  if (record === null && request.handedOver !== true) {
    const layout = recordPlan(recordName);
    const name = temporary[request.plans.length]!;
    jobSheets.push({ plan: null, layout, grid: gridOf(layout), temporary: name, final: recordName });
  }
  const replacedNames = new Set([...unedited].filter((name) => !replaceable.has(name)));
  const at = recordedMoment(request.now);
  return {
    run,
    sheets: jobSheets,
    replaced: sheets
      .filter(({ name }) => replacedNames.has(name))
      .map((sheet, index) => ({ ...sheet, aside: `${ASIDE_PREFIX}${run}_${index + 1}` })),
    kept: candidates.map(({ sheet }) => sheet).filter((name) => !unedited.has(name)),
    recordName,
    recordId: sheets.find(({ name }) => name === record?.sheet)?.id ?? null,
    record: record?.record ?? EMPTY_RECORD,
    entries: (request.handedOver === true ? [] : request.plans).map((plan, index) => ({
      run,
      at,
      operation: request.operation,
      sheet: final[index]!,
      ledger: request.ledger,
      ledgerFingerprint: request.ledgerFingerprint,
      contentFingerprint: planFingerprint(plan, grids[index]!, finalNames),
      version: request.version,
    })),
    sheetCount: sheets.length,
  };
}

/** A name no other run has, short enough for a sheet's name and readable on 作成記録. */
function newRunName(now: Date): string {
  const random = Math.floor(Math.random() * 36 ** 4).toString(36);
  return `${now.getTime().toString(36)}${random.padStart(4, "0")}`;
}

async function execute(host: ExcelHost, request: ReportRequest, job: Job, limit: number): Promise<void> {
  const account: UnfinishedRun = {
    run: job.run,
    count: job.sheets.length,
    built: [],
    aside: job.replaced,
    recordSheet: job.recordName,
  };
  let current = account;
  try {
    request.onProgress?.("build");
    current = { ...account, built: await build(host, request, job, account, limit) };
    throwIfCancelled(request.signal);
    request.onProgress?.("swap");
    await swap(host, job, current);
  } catch (error) {
    request.onProgress?.("undo");
    const { outcome } = await settle(host, current).catch((failure: unknown) => {
      throw toHostError(error, { unfinished: toHostError(failure).problem.unfinished === true });
    });
    if (outcome === "undone") throw toHostError(error);
  }
}

interface Step extends BuildStep {
  readonly index: number;
}

/** Adds and fills the new sheets; returns Excel's ids of them, in order. */
async function build(
  host: ExcelHost,
  request: ReportRequest,
  job: Job,
  account: UnfinishedRun,
  limit: number,
): Promise<readonly string[]> {
  const named = job.sheets.flatMap((sheet) => (sheet.plan === null ? [] : [{ planned: sheet.plan.name, sheet }]));
  const names = {
    temporary: new Map(named.map(({ planned, sheet }) => [planned, sheet.temporary])),
    final: new Map(named.map(({ planned, sheet }) => [planned, sheet.final])),
  };
  const steps = job.sheets.flatMap((sheet, index) =>
    buildSteps(sheet.layout, sheet.grid, names, sheet.layout.rateDecimals ?? request.rateDecimals ?? 1, limit).map(
      (step): Step => ({
        ...step,
        index,
      }),
    ),
  );
  const [first, ...rest] = packBatches(steps, limit - 1_000 - job.sheets.length * 600);
  const ids = await host.run(async (context) => {
    const { workbook } = context;
    holdScreen(host, context);
    workbook.settings.add(UNFINISHED_KEY, JSON.stringify(account));
    const added = job.sheets.map(({ temporary }) => {
      const sheet = workbook.worksheets.add(temporary);
      sheet.load("id");
      return sheet;
    });
    const targets = added.map((sheet) => new BatchSheet(sheet));
    for (const step of first ?? []) step.run(targets[step.index]!);
    await context.sync();
    return added.map(({ id }) => id);
  });
  for (const batch of rest) {
    throwIfCancelled(request.signal);
    await continueBuild(host, job, batch);
  }
  return ids;
}

async function continueBuild(host: ExcelHost, job: Job, batch: readonly Step[]): Promise<void> {
  await host.run(async (context) => {
    holdScreen(host, context);
    const targets = new Map<number, BatchSheet>();
    for (const step of batch) {
      const { temporary } = job.sheets[step.index]!;
      const target = targets.get(step.index) ?? new BatchSheet(context.workbook.worksheets.getItem(temporary));
      targets.set(step.index, target);
      step.run(target);
    }
    await context.sync();
  });
}

/** Puts the new sheets in the place of the old ones, records them, and only then deletes the old ones. */
async function swap(host: ExcelHost, job: Job, account: UnfinishedRun): Promise<void> {
  await host.run(async (context) => {
    const { worksheets, settings } = context.workbook;
    const setting = settings.add(UNFINISHED_KEY, JSON.stringify(account));
    const old = job.replaced.map(({ id, aside }) => {
      const sheet = worksheets.getItem(id);
      sheet.name = aside;
      return sheet;
    });
    const made = job.sheets.map(({ final }, index) => {
      const sheet = worksheets.getItem(account.built[index]!);
      sheet.name = final;
      return sheet;
    });
    if (job.entries.length > 0) {
      const record = job.recordId === null ? made[made.length - 1]! : worksheets.getItem(job.recordId);
      record.position = job.sheetCount + made.length - 1;
      appendEntries(record, job.record, job.entries);
    }
    for (const sheet of old) sheet.delete();
    setting.delete();
    made[0]?.activate();
    await context.sync();
  });
}

/** Keeps Excel from drawing and calculating until the batch is through. */
function holdScreen(host: ExcelHost, context: Excel.RequestContext): void {
  const { application } = context.workbook;
  if (supports(host, "1.9", application, "suspendScreenUpdatingUntilNextSync")) {
    application.suspendScreenUpdatingUntilNextSync();
  }
  application.suspendApiCalculationUntilNextSync();
}
