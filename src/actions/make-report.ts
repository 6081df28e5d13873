import type { ExcelHost } from "../excel/host";
import { cellAddress, columnLetters } from "../cells/cell";
import { cellText } from "../ledger/cell-text";
import { headerOf } from "../ledger/columns";
import type { LevelKey } from "../ledger/columns/column-words";
import type { ColumnReading, Ledger } from "../ledger/ledger";
import { matchKey } from "../ledger/match-key";
import { readPlanProfile, type PlanNotice } from "../ledger/read-plan";
import type { WorkingMessages } from "../messages";
import { PART_SHEETS, REPORT_PARTS } from "../report/parts";
import { planReport, type ReportPlan } from "../report/plan-report";
import type { SheetPlan } from "../report/plan";
import type { ReportProblem } from "../report/report-problem";
import { MISSING_MARK } from "../report/words";
import type { LedgerChoice, Problem, ReportOptions, ReportOutcome, RunControl } from "./actions";
import { comparedYears } from "./earlier-years";
import { loadLedger, type LoadedWorkbook } from "./load-ledger";
import { meanwhile, writePlans } from "./write-plans";

/**
 * Makes the report in new sheets, completely or not at all: one round trip to read, one to build, one to swap, and two
 * more where sheets of an earlier run have to be compared and deleted.
 *
 * @throws HostError
 */
export async function makeReport(
  host: ExcelHost,
  choice: LedgerChoice,
  options: ReportOptions,
  control: RunControl,
  messages: WorkingMessages,
): Promise<ReportOutcome | Problem> {
  control.onProgress?.("read");
  const loaded = await loadLedger(host, choice, {
    proposeVocabulary: true,
    ...(options.settings === undefined ? {} : { settings: options.settings }),
  });
  if (loaded.source === undefined || "problem" in loaded.result) {
    return { problem: (loaded.result as Problem).problem };
  }
  const { source, settings, workbook } = loaded;
  const { ledger, fingerprint } = loaded.result;
  const isCompared = (options.parts ?? REPORT_PARTS).includes("comparison");
  const years = await comparedYears(host, { loaded, ledger, source }, isCompared ? options : {}, messages);
  if (years !== null && "problem" in years) return years;
  control.onProgress?.("plan");
  const planProfile = readPlanProfile(loaded.planSource);
  const plan = planReport({
    ledger,
    source,
    settings,
    fields: loaded.fields,
    plan: planProfile.plan,
    parts: options.parts ?? REPORT_PARTS,
    ...(options.chapters === undefined ? {} : { chapters: options.chapters }),
    ...(years === null ? {} : { comparison: years.comparison }),
    today: control.today,
    isProvisional: loaded.isProvisional,
  });
  const written = await writePlans(
    host,
    workbook,
    plan.sheets,
    {
      operation: messages.actions.reportOperation,
      ledger: ledger.sheet,
      ledgerFingerprint: fingerprint,
      unused: plan.unused.map(columnName).join("、"),
      rateDecimals: settings.decimals,
      isSameLedger: loaded.isSameLedger,
    },
    control,
  );
  return {
    sheets: written.sheets.map(({ name }) => name),
    kept: written.kept,
    tally: plan.tally,
    narrative: plan.narrative,
    notices: plan.notices,
    missing: missingTexts(
      plan.sheets,
      written.sheets.map(({ name }) => name),
    ),
    ...(years === null ? {} : { comparison: years.summary }),
    isSettled: !loaded.isProvisional && plan.tally.total.denominator > 0,
    remarks: [
      ...meanwhile(written, messages),
      ...(years?.remarks ?? []),
      ...readingRemarks(ledger, loaded, plan, messages),
      // Where nobody chose the parts, nobody misses those that the ledger has nothing for.
      ...(options.parts === undefined ? [] : plan.absent.map((part) => messages.actions.absentPart(PART_SHEETS[part]))),
      ...remarksOf({ ...loaded.notices, plan: planProfile.notices }, plan, written.cleaned, messages),
    ],
    run: written.run,
  };
}

/** How the ledger was read, as far as it was not plain: which year and column count, what was filled down, what is unused. */
export function readingRemarks(
  ledger: Ledger,
  { isProvisional, settings, source }: LoadedWorkbook,
  { tally, unused }: Pick<ReportPlan, "tally" | "unused">,
  { actions }: WorkingMessages,
): string[] {
  const remarks: string[] = [];
  const wordOf = (key: LevelKey) => ledger.levels.find((level) => level.key === key)?.name ?? headerOf(key);
  if (isProvisional) {
    const achieved = settings.statuses.filter((status) => status.achieved).map(({ name }) => name);
    remarks.push(
      actions.provisional(
        settings.statuses.map(({ name }) => name),
        achieved,
      ),
    );
  } else if (tally.total.denominator === 0) remarks.push(actions.nothingCounted(tally.total.total));
  const status = ledger.headers.find(({ column }) => column === ledger.columns.status);
  const others = ledger.headers.filter(({ key }) => key === "status" || key === "review");
  if (status !== undefined && others.length > 1 && ledger.statusMarks === undefined) {
    remarks.push(actions.countedStatus(columnName(status)));
  }
  for (const { key, cells } of ledger.filledDown) remarks.push(actions.filledDown(wordOf(key), cells));
  for (const key of ledger.unclearLevels) remarks.push(actions.unclearLevel(wordOf(key)));
  if (unused.length > 0) remarks.push(actions.unusedColumns(unused.map(columnName)));
  const above = cellsAbove(ledger, source);
  if (above.length > 0) remarks.push(actions.unusedAbove(above.length, above.slice(0, NAMED_CELLS)));
  for (const kind of SKIPPED_KINDS) {
    const rows = (ledger.skipped ?? []).filter((skipped) => skipped.kind === kind).map(({ row }) => row + 1);
    if (rows.length > 0) remarks.push(actions.skippedRows(kind, rows));
  }
  return remarks;
}

/** Rows that are no measures and hold something; what a repeated header or a blank row says is said elsewhere. */
const SKIPPED_KINDS = ["total", "note", "header"] as const;

/** Cells above the header that are neither its title nor its date nor its unit. */
function cellsAbove(
  { headerTop, title, asOf }: Ledger,
  source: LoadedWorkbook["source"],
): { readonly cell: string; readonly text: string }[] {
  if (source === undefined) return [];
  const known = [title, asOf].map(matchKey).filter((key) => key !== "");
  return source.values.slice(0, Math.max(0, headerTop - source.row)).flatMap((cells, row) =>
    cells.flatMap((value, column) => {
      const key = matchKey(cellText(value));
      const isKnown = known.some((one) => key.includes(one) || one.includes(key)) || /^[(]?単位[:;]/.test(key);
      if (key === "" || isKnown) return [];
      return [{ cell: cellAddress(source.row + row, source.column + column), text: cellText(value).trim() }];
    }),
  );
}

/** Every 【要記入】 of the report, sheet by sheet. */
function missingTexts(plans: readonly SheetPlan[], names: readonly string[]): ReportOutcome["missing"] {
  return plans.flatMap(({ blocks }, at) =>
    blocks.flatMap((block) =>
      block.cells.flatMap((cells, row) =>
        cells.flatMap((cell, column) =>
          typeof cell === "string" && cell.includes(MISSING_MARK)
            ? [{ sheet: names[at] ?? "", cell: cellAddress(block.row + row, block.column + column) }]
            : [],
        ),
      ),
    ),
  );
}

function columnName({ column, text }: ColumnReading): string {
  return `${columnLetters(column)}列「${text.replace(/\s+/g, " ")}」`;
}

function problemText(problem: ReportProblem, actions: WorkingMessages["actions"]): string {
  switch (problem.kind) {
    case "too-many-rows":
      return actions.tooManyRows(problem.sheet, problem.rows);
    case "too-many-pages":
      return actions.tooManyPages(problem.sheet, problem.pages);
    case "name-too-long":
      return actions.nameTooLong(problem.sheet, problem.cell, problem.length);
  }
}

/** At most so many cells are named in one sentence; the number said is exact. */
const NAMED_CELLS = 5;

/** What has to be said of the data: what was not taken as it stands, what was not counted, what could not be written. */
export function remarksOf(
  unread: LoadedWorkbook["notices"] & { readonly plan: readonly PlanNotice[] },
  { tally, notices, problems, narrative }: Pick<ReportPlan, "tally" | "notices" | "problems" | "narrative">,
  cleaned: readonly { readonly sheet: string; readonly cell: string }[],
  { actions }: WorkingMessages,
): string[] {
  const remarks = [
    ...unread.settings.map((notice) => actions.settingsNotice(notice)),
    ...unread.fields.map((notice) => actions.fieldsNotice(notice)),
    ...unread.plan.map((notice) => actions.planNotice(notice)),
  ];
  if (tally.outside.length > 0) {
    const statuses = [...new Set(tally.outside.map(({ status }) => status))].slice(0, NAMED_CELLS);
    remarks.push(actions.outside(tally.outside.length, statuses));
  }
  const [notice] = notices;
  if (notice !== undefined) {
    remarks.push(
      actions.notFormulas(
        notice.sheet,
        notices.length,
        notices.slice(0, NAMED_CELLS).map(({ cell, value }) => ({ cell, value })),
      ),
    );
  }
  const contradicted = narrative.paragraphs.filter((paragraph) => paragraph.contradicted).length;
  if (contradicted > 0) remarks.push(actions.contradicted(contradicted));
  const outdated = narrative.paragraphs.filter((paragraph) => paragraph.outdated === true).map(({ item }) => item);
  if (outdated.length > 0) remarks.push(actions.outdatedWordings([...new Set(outdated)]));
  if (narrative.unplaced.length > 0) remarks.push(actions.unplacedWordings(narrative.unplaced));
  for (const problem of problems) {
    remarks.push(problemText(problem, actions));
  }
  if (cleaned.length > 0) {
    remarks.push(
      actions.cleaned(
        cleaned.length,
        cleaned.slice(0, NAMED_CELLS).map(({ sheet, cell }) => `${sheet}!${cell}`),
      ),
    );
  }
  return remarks;
}
