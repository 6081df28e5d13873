import { ownSheets, type RecordColumns, type RecordEntry } from "../ledger/own-sheets";
import { RECORD_SHEET } from "../ledger/sheet-names";
import type { SheetSource } from "../ledger/source";
import type { SheetPlan } from "../report/plan";
import { packBatches } from "./batches";
import { linkSheets } from "./build-links";
import { isAboutPage, setUpPages } from "./build-page";
import { BatchSheet, buildSteps, type BuildStep } from "./build-sheet";
import { HostError, hostProblem, isTooLarge, isUnsupported, throwIfCancelled, toHostError } from "./errors";
import type { ExcelHost } from "./host";
import { readWorkbook, type OpenWorkbook } from "./read-workbook";
import { uneditedSheets } from "./read-own-sheets";
import { appendEntries, lookForEntries, writeFirstEntries } from "./record-entries";
import { recordedMoment, recordPlan } from "./record-plan";
import { changedSheets, lookAgain, madeFrom } from "./second-look";
import { isOvertaken, leavingSheets, putAside, readAside, type LeavingSheet } from "./set-aside";
import { freeSheetName, isNamedAfter, sheetNameKey } from "./sheet-name";
import { gridOf, isFormulaCell, planFingerprint, sheetContent, sheetsLookedAt, type Grid } from "./sheet-content";
import { LEAST_EXCEL, supports } from "./support";
import { accountKey, asideName, findNotes, newRunName, temporaryNames, type UnfinishedRun } from "./run-notes";
import { dropUnreadable, refuseOthers, settle, settleAll, type SheetIdentity } from "./unfinished-run";

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
  /** Columns of the ledger that nothing was made of, as 作成記録 says it; "" or absent where there are none. */
  readonly unused?: string;
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
  readonly onProgress?: (step: "build" | "swap" | "undo" | "wait") => void;
  /** Whether the ledger's sheet, read once more and not the same, still is the ledger that the plans were made from. */
  readonly isSameLedger?: (now: SheetSource) => boolean;
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
  /** Sheets that the plans were made from and that somebody edited before the run was through: what was made is stale. */
  readonly changed: readonly string[];
  /** Sheets that 作成記録 does not name, because somebody changed it meanwhile. */
  readonly unrecorded: readonly string[];
  /** Whether there was a note of an earlier run that could not be read; it was dropped. */
  readonly droppedNote: boolean;
  /** Sheets that are there as planned but for something of their page set-up that Excel refused. */
  readonly unpaged: readonly string[];
}

const PAYLOAD_LIMIT = 4_000_000;
const SMALLEST_PAYLOAD = 60_000;
/** Runs that are begun again because somebody changed the same sheets meanwhile. */
const ATTEMPTS = 3;

/**
 * Writes sheet plans into new worksheets, completely or not at all. The sheets are built under temporary names and then, in
 * one batch, take the place of the unedited sheets of an earlier run; 作成記録 gets a row for each. Whatever fails before
 * the record is written leaves the workbook as it was; afterwards only clearing away is left and is completed.
 *
 * Somebody may be at work in the same workbook between any two batches. A batch cannot branch, but it stops at the first
 * call that fails: so each begins by asking for the ledger's sheet and for whatever else has to be there under its name, and
 * nothing of it happens where that is not so. Sheets of an earlier run are read in the very batch that hides them, and
 * deleted only afterwards, if nobody had edited them. Where somebody had, the run is undone and made anew beside them; where
 * the ledger is gone, it is undone and says so.
 *
 * Round trips: build and swap; where there are sheets of an earlier run, one more to compare them before and one more to
 * delete them after; more builds where the request exceeds the limit.
 *
 * @throws HostError; `problem.unfinished` where not even the clearing away succeeded (the next run does it first);
 *   "ledger-gone" where the ledger's sheet was renamed or deleted meanwhile, "overtaken" where another run is at work
 */
export async function writeReport(host: ExcelHost, request: ReportRequest): Promise<WrittenReport> {
  refuseUnwritable(host, request.workbook);
  const grids = request.plans.map(gridOf);
  let current = request;
  for (let attempt = 1; ; attempt++) {
    let { workbook } = current;
    // The first time, what an earlier run left behind is settled; another run that is at work is not disturbed twice.
    const isSettled = attempt === 1 && (await settleAll(host, workbook.stored));
    throwIfCancelled(request.signal);
    if (isSettled || attempt > 1) {
      workbook = await readWorkbook(host);
      refuseOthers(workbook.stored);
      refuseUnwritable(host, workbook);
    }
    try {
      return await writeOnce(host, current, workbook, grids);
    } catch (error) {
      const isPlain = !hasLinkedTitles(current.plans);
      if (attempt === ATTEMPTS || !(isOvertaken(error) || (isUnsupported(error) && !isPlain))) throw error;
      // An Excel may know a member by its requirement set and yet not have it: nothing else that is asked of it is as seldom used.
      if (isUnsupported(error)) current = { ...current, plans: current.plans.map(withPlainTitles) };
    }
  }
}

function hasLinkedTitles(plans: readonly SheetPlan[]): boolean {
  return plans.some(({ charts }) => charts.some(({ titleCell }) => titleCell !== undefined));
}

/** The sheet with titles of charts that stand as they are instead of following a cell. */
function withPlainTitles(plan: SheetPlan): SheetPlan {
  return {
    ...plan,
    charts: plan.charts.map((linked) => {
      const chart = { ...linked };
      delete chart.titleCell;
      return chart;
    }),
  };
}

async function writeOnce(
  host: ExcelHost,
  request: ReportRequest,
  workbook: OpenWorkbook,
  grids: readonly Grid[],
): Promise<WrittenReport> {
  const job = await prepare(host, request, workbook, grids);
  let end: End;
  let manner: Manner = { limit: request.payloadLimit ?? PAYLOAD_LIMIT, withPage: true };
  for (;;) {
    try {
      end = await execute(host, request, job, manner);
      break;
    } catch (error) {
      manner = otherManner(manner, error);
    }
  }
  const made = job.sheets.flatMap(({ plan, grid }, index) => {
    const name = end.names[index];
    return plan === null || name === undefined ? [] : [{ planned: plan.name, name, grid, page: plan.page }];
  });
  const pages = made.map(({ name, page }) => ({ name, page }));
  return {
    run: job.run,
    sheets: made.map(({ planned, name }) => ({ planned, name })),
    unpaged: manner.withPage ? [] : await setUpPages(host, pages),
    kept: job.kept,
    cleaned: made.flatMap(({ name, grid }) => grid.cleaned.map((cell) => ({ sheet: name, cell }))),
    changed: staleSheets(request, job, end.now ?? (await readAgain(host, request, job))),
    unrecorded: end.isRecorded ? [] : job.entries.map(({ sheet }) => sheet),
    droppedNote: findNotes(request.workbook.stored).unreadable.length > 0,
  };
}

/** How the sheets are built: bytes of a request, and whether their pages are set up with them. */
interface Manner {
  readonly limit: number;
  readonly withPage: boolean;
}

/** How to try again after what Excel refused; throws where there is no other way. */
function otherManner({ limit, withPage }: Manner, error: unknown): Manner {
  if (toHostError(error).problem.unfinished === true) throw error;
  if (isTooLarge(error) && limit / 2 >= SMALLEST_PAYLOAD) return { limit: Math.floor(limit / 2), withPage };
  if (withPage && isAboutPage(error)) return { limit, withPage: false };
  throw error;
}

/** Reads what the run was made from once more where its last batch could not. */
async function readAgain(
  host: ExcelHost,
  { ledger }: ReportRequest,
  { sources }: Job,
): Promise<ReadonlyMap<string, SheetSource>> {
  if (sources.length === 0) return new Map();
  return (await readWorkbook(host, { sheet: ledger, ifPresent: true })).read;
}

function staleSheets(
  { ledger, isSameLedger }: ReportRequest,
  { sources }: Job,
  now: ReadonlyMap<string, SheetSource>,
): readonly string[] {
  return changedSheets(sources, now).filter((name) => {
    const source = now.get(name);
    // A clock in a title changes by itself and is no part of the ledger.
    return name !== ledger || source === undefined || isSameLedger?.(source) !== true;
  });
}

/** Refuses what is sure to fail before anything is touched. */
function refuseUnwritable(host: ExcelHost, workbook: OpenWorkbook): void {
  if (!host.isSetSupported(LEAST_EXCEL.api)) throw new HostError(hostProblem("old-excel"));
  if (workbook.readOnly) throw new HostError(hostProblem("read-only"));
  if (workbook.structureProtected) throw new HostError(hostProblem("workbook-protected"));
  const sheet = ownSheets(workbook).record?.sheet;
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
  /** Fingerprint of what is written on it. */
  readonly content: string;
}

interface Job {
  readonly run: string;
  readonly sheets: readonly JobSheet[];
  /** Unedited sheets of an earlier run that the new ones replace. */
  readonly replaced: readonly LeavingSheet[];
  readonly kept: readonly string[];
  readonly recordName: string;
  /** The 作成記録 that is there, by Excel's id; null where the run makes it. */
  readonly record: { readonly id: string; readonly columns: RecordColumns } | null;
  readonly entries: readonly RecordEntry[];
  /** What the last batch has to look at once more; nothing where nobody else can have changed it. */
  readonly sources: readonly SheetSource[];
  /** Whether `replaced` has to be read in parts. */
  readonly inParts: boolean;
  /** Excel's id of the sheet in front. */
  readonly front: string | undefined;
}

/** Settles every name before anything is written. */
async function prepare(
  host: ExcelHost,
  request: ReportRequest,
  workbook: OpenWorkbook,
  grids: readonly Grid[],
): Promise<Job> {
  const sheets = [...workbook.sheetIds].map(([name, id]) => ({ id, name }));
  const names = sheets.map(({ name }) => name);
  const { record, made } = ownSheets(workbook);
  const owned = request.handedOver === true ? [] : [...made.values()];
  const candidates = owned.filter(({ sheet }) => request.plans.some((plan) => isNamedAfter(sheet, plan.name)));
  const unedited = await uneditedSheets(host, candidates);
  const run = newRunName(request.now);
  const taken = new Set(names.filter((name) => !unedited.names.has(name)).map(sheetNameKey));
  const replaceable = new Set(unedited.names);
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
    content: planFingerprint(plan, grids[index]!, finalNames),
  }));
  const recordName = record?.sheet ?? freeSheetName(RECORD_SHEET, taken);
  if (record === null && request.handedOver !== true) {
    const layout = recordPlan(recordName);
    const grid = gridOf(layout);
    const content = planFingerprint(layout, grid, finalNames);
    jobSheets.push({
      plan: null,
      layout,
      grid,
      temporary: temporary[request.plans.length]!,
      final: recordName,
      content,
    });
  }
  const replacedNames = new Set([...unedited.names].filter((name) => !replaceable.has(name)));
  const at = recordedMoment(request.now);
  const replaced = candidates.filter(({ sheet }) => replacedNames.has(sheet));
  return {
    run,
    sheets: jobSheets,
    replaced: leavingSheets(replaced, workbook),
    kept: candidates.map(({ sheet }) => sheet).filter((name) => !unedited.names.has(name)),
    recordName,
    record: record === null ? null : { id: workbook.sheetIds.get(record.sheet)!, columns: record.columns },
    entries: jobSheets.flatMap(({ plan, final: sheet, content }, index) =>
      plan === null || request.handedOver === true
        ? []
        : {
            run,
            at,
            operation: request.operation,
            sheet,
            ledger: request.ledger,
            ledgerFingerprint: request.ledgerFingerprint,
            contentFingerprint: content,
            version: request.version,
            ...(index === 0 && request.unused !== undefined && request.unused !== "" ? { unused: request.unused } : {}),
          },
    ),
    sources: host.alone === true ? [] : madeFrom(request.workbook, request.ledger),
    inParts: unedited.inParts,
    front: workbook.sheetIds.get(workbook.activeSheet),
  };
}

/** How the last batch of a run found the workbook. */
interface End {
  /** Names of the new sheets in the order of the job, undefined for one that somebody has deleted. */
  readonly names: readonly (string | undefined)[];
  /** What the run was made from, as it is now; null where not seen. */
  readonly now: ReadonlyMap<string, SheetSource> | null;
  readonly isRecorded: boolean;
}

async function execute(host: ExcelHost, request: ReportRequest, job: Job, manner: Manner): Promise<End> {
  const account: UnfinishedRun = {
    run: job.run,
    count: job.sheets.length,
    built: [],
    aside: job.replaced,
    recordSheet: job.recordName,
    ...(job.front === undefined ? {} : { front: job.front }),
  };
  let current = account;
  try {
    request.onProgress?.("build");
    const { ids, sheetCount } = await build(host, request, job, account, manner);
    current = {
      ...account,
      built: job.sheets.map(({ final, content }, at) => ({ id: ids[at]!, name: final, content })),
    };
    throwIfCancelled(request.signal);
    request.onProgress?.("swap");
    if (job.replaced.length === 0) return await finish(host, request, job, current, sheetCount);
    const swapped = await swap(host, request, job, current);
    if (!swapped.unedited) throw new HostError(hostProblem("overtaken"));
    return await finish(host, request, job, current, swapped.sheetCount, false);
  } catch (error) {
    request.onProgress?.("undo");
    const { outcome, sheets } = await settle(host, current, undefined, () => request.onProgress?.("wait")).catch(
      (failure: unknown) => {
        throw toHostError(error, { unfinished: toHostError(failure).problem.unfinished === true });
      },
    );
    if (outcome === "completed") {
      const names = new Map(sheets.map(({ id, name }) => [id, name]));
      return { names: current.built.map(({ id }) => names.get(id)), now: null, isRecorded: true };
    }
    throw ledgerIsGone(request, sheets) && isOvertaken(error)
      ? new HostError(hostProblem("ledger-gone", { sheet: request.ledger }), error)
      : toHostError(error);
  }
}

function ledgerIsGone({ workbook, ledger }: ReportRequest, sheets: readonly SheetIdentity[]): boolean {
  const id = workbook.sheetIds.get(ledger);
  return id !== undefined && !sheets.some((sheet) => sheet.id === id && sheet.name === ledger);
}

/**
 * Ends a batch before it has begun where no sheet has the ledger's name. That another sheet has it is seen by its cells, in
 * the second look.
 */
function requireLedger({ workbook }: Excel.RequestContext, request: ReportRequest): void {
  if (request.workbook.sheetIds.has(request.ledger)) workbook.worksheets.getItem(request.ledger).load("id");
}

interface Step extends BuildStep {
  readonly index: number;
}

function decimalsOf({ rateDecimals }: ReportRequest, { layout }: JobSheet): number {
  return layout.rateDecimals ?? rateDecimals ?? 1;
}

/** Adds and fills the new sheets; returns Excel's ids of them, in order, and how many sheets there are with them. */
async function build(
  host: ExcelHost,
  request: ReportRequest,
  job: Job,
  account: UnfinishedRun,
  { limit, withPage }: Manner,
): Promise<{ readonly ids: readonly string[]; readonly sheetCount: number }> {
  const named = job.sheets.flatMap((sheet) => (sheet.plan === null ? [] : [{ planned: sheet.plan.name, sheet }]));
  const names = {
    temporary: new Map(named.map(({ planned, sheet }) => [planned, sheet.temporary])),
    final: new Map(named.map(({ planned, sheet }) => [planned, sheet.final])),
  };
  const steps = job.sheets.flatMap((sheet, index) =>
    buildSteps(sheet.layout, sheet.grid, names, decimalsOf(request, sheet), limit, withPage).map((step): Step => ({
      ...step,
      index,
    })),
  );
  const [first, ...rest] = packBatches(steps, limit - 1_000 - job.sheets.length * 600);
  const built = await host.run(async (context) => {
    const { workbook } = context;
    requireLedger(context, request);
    holdScreen(host, context);
    dropUnreadable(workbook.settings, request.workbook.stored);
    workbook.settings.add(accountKey(account), JSON.stringify(account));
    const added = job.sheets.map(({ temporary }) => {
      const sheet = workbook.worksheets.add(temporary);
      sheet.load("id");
      return sheet;
    });
    const targets = added.map((sheet) => new BatchSheet(sheet));
    for (const step of first ?? []) step.run(targets[step.index]!);
    const sheetCount = countSheets(context);
    await context.sync();
    return { ids: added.map(({ id }) => id), sheetCount: sheetCount.value };
  });
  for (const batch of rest) {
    throwIfCancelled(request.signal);
    await continueBuild(host, request, job, batch);
  }
  return built;
}

async function continueBuild(host: ExcelHost, request: ReportRequest, job: Job, batch: readonly Step[]): Promise<void> {
  await host.run(async (context) => {
    requireLedger(context, request);
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

/** Puts the new sheets in the place of the old ones, and the old ones aside. */
async function swap(
  host: ExcelHost,
  request: ReportRequest,
  job: Job,
  account: UnfinishedRun,
): Promise<{ readonly unedited: boolean; readonly sheetCount: number }> {
  const { replaced, inParts, record } = job;
  const swapped = await host.run(async (context) => {
    requireLedger(context, request);
    if (record !== null) context.workbook.worksheets.getItem(record.id).load("id");
    const unedited = putAside(context, account, replaced, !inParts);
    nameSheets(context, account);
    const sheetCount = countSheets(context);
    await context.sync();
    return { unedited: unedited(), sheetCount: sheetCount.value };
  });
  return inParts ? { ...swapped, unedited: await readAside(host, account, replaced) } : swapped;
}

/** Counts the sheets at this point of the batch. */
function countSheets({ workbook }: Excel.RequestContext): OfficeExtension.ClientResult<number> {
  return workbook.worksheets.getCount();
}

/** Gives the new sheets their final names. */
function nameSheets({ workbook }: Excel.RequestContext, { built }: UnfinishedRun): Excel.Worksheet[] {
  return built.map(({ id, name }) => {
    const sheet = workbook.worksheets.getItem(id);
    sheet.name = name;
    return sheet;
  });
}

/**
 * Records the new sheets and only then deletes the old ones.
 *
 * @param sheetCount sheets in the workbook when it was last looked at
 * @param naming whether no earlier batch has named the new ones
 */
async function finish(
  host: ExcelHost,
  request: ReportRequest,
  job: Job,
  account: UnfinishedRun,
  sheetCount: number,
  naming = true,
): Promise<End> {
  const { sources, entries } = job;
  return host.run(async (context) => {
    const { worksheets, settings } = context.workbook;
    requireLedger(context, request);
    const old = account.aside.map((_sheet, index) => worksheets.getItem(asideName(account, index)));
    for (const sheet of old) sheet.load("id");
    const former = entries.length === 0 ? null : job.record;
    const record = former && worksheets.getItem(former.id);
    record?.load("id");
    const setting = settings.add(accountKey(account), JSON.stringify(account));
    const made = naming ? nameSheets(context, account) : account.built.map(({ id }) => worksheets.getItem(id));
    linkAll(request, job, made);
    if (request.workbook.manualCalculation) for (const index of calculationOrder(job)) made[index]!.calculate(true);
    let isRecorded = (): boolean => true;
    if (former !== null && record !== null) {
      appendEntries(record, former.columns, entries);
      isRecorded = lookForEntries(record, entries);
    } else if (entries.length > 0) {
      writeFirstEntries(made[made.length - 1]!, entries);
    }
    for (const sheet of old) sheet.delete();
    setting.delete();
    // Only now, because an undone run must leave in front what was in front.
    const [front] = account.built;
    if (front !== undefined) worksheets.getItem(front.id).activate();
    if (!naming) worksheets.load("items/id,items/name");
    const again = sources.length === 0 || request.workbook.inParts ? null : lookAgain(context, sources);
    // Last, because it fails where somebody has deleted a sheet since they were counted, and by then all is done.
    if (record !== null) record.position = sheetCount - old.length - 1;
    await context.sync();
    const names = naming ? null : new Map(worksheets.items.map(({ id, name }) => [id, name]));
    return {
      names: account.built.map(({ id, name }) => (names === null ? name : names.get(id))),
      now: again === null ? (sources.length === 0 ? new Map() : null) : again(),
      isRecorded: isRecorded(),
    };
  });
}

/** Sets the links between the new sheets, which all have their final names now. */
function linkAll(request: ReportRequest, job: Job, made: readonly Excel.Worksheet[]): void {
  const final = new Map(
    job.sheets.flatMap(({ plan, final: name }) => (plan === null ? [] : [[plan.name, name] as const])),
  );
  job.sheets.forEach((sheet, index) => {
    if (sheet.plan !== null) linkSheets(made[index]!, sheet.plan, sheet.grid, final, decimalsOf(request, sheet));
  });
}

/**
 * The new sheets, those first that the formulas of others look at. Where Excel calculates by hand only they are calculated:
 * what the user's own sheets show is left to the user, and is what was read.
 */
function calculationOrder({ sheets }: Job): readonly number[] {
  const names = sheets.map(({ layout }) => layout.name);
  const order = new Set<number>();
  const visit = (index: number, path: ReadonlySet<number>): void => {
    if (order.has(index) || path.has(index)) return;
    const formulas = sheets[index]!.grid.rows.flatMap((cells) =>
      (cells ?? []).flatMap((cell) => (isFormulaCell(cell) ? [cell.formula] : [])),
    );
    for (const name of sheetsLookedAt(sheetContent(0, 0, [formulas], []), names))
      visit(names.indexOf(name), new Set([...path, index]));
    order.add(index);
  };
  sheets.forEach((_sheet, index) => {
    visit(index, new Set());
  });
  return [...order];
}

/** Keeps Excel from drawing and calculating until the batch is through. */
function holdScreen(host: ExcelHost, context: Excel.RequestContext): void {
  const { application } = context.workbook;
  if (supports(host, "1.9", application, "suspendScreenUpdatingUntilNextSync")) {
    application.suspendScreenUpdatingUntilNextSync();
  }
  application.suspendApiCalculationUntilNextSync();
}
