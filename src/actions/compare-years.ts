import { compareYears, type Comparison, type Decisions, type YearLedger } from "../compare/comparison";
import { joinDecisions, readDecisions } from "../compare/read-decisions";
import type { ExcelHost } from "../excel/host";
import { readSheet, readWorkbook, type OpenWorkbook } from "../excel/read-workbook";
import { PAIRS_SHEET } from "../ledger/sheet-names";
import { formatFiscalYear } from "../ledger/wareki";
import type { WorkingMessages } from "../messages";
import type { ComparisonSummary, EarlierYear, EarlierYears, Problem } from "./actions";
import type { ComparedYears, ThisYear } from "./earlier-years";
import { loadLedger } from "./load-ledger";

/** 対応表, or the name that a later one took because the former had been edited: 「対応表 (2)」. */
const PAIRS = new RegExp(`^${PAIRS_SHEET}( \\(\\d+\\))?$`);

/**
 * Sets the ledger beside those of earlier years. Earlier years are read in their own workbooks, which stay as they are.
 *
 * @throws HostError
 */
export async function compareWithEarlier(
  host: ExcelHost,
  { loaded, ledger, source }: ThisYear,
  { earlierYears = [], decisions }: EarlierYears,
  messages: WorkingMessages,
): Promise<ComparedYears | Problem> {
  const former: LoadedYear[] = [];
  for (const year of earlierYears) {
    const read = await loadYear(host, year);
    if ("problem" in read) return read;
    former.push(read);
  }
  const labels = yearLabels([...former.map((year) => year.ledger.year?.year ?? null), ledger.year?.year ?? null]);
  const years = [
    ...former.map((year, index): YearLedger => ({ ...year, label: labels[index]! })),
    {
      ledger,
      settings: loaded.settings,
      label: labels[labels.length - 1]!,
      origin: originOf("", ledger.sheet),
      ...(source === undefined ? {} : { source }),
    },
  ];
  const decided = [await readPairs(host, loaded.workbook), ...(decisions === undefined ? [] : [decisions])];
  const comparison = compareYears(years, joinDecisions(decided));
  return { comparison, summary: summaryOf(comparison), remarks: remarksOf(comparison, messages) };
}

/** What a person decided on 対応表 of a workbook, the later sheets last. @throws HostError */
export async function readDecidedPairs(host: ExcelHost): Promise<Decisions> {
  return readPairs(host, await readWorkbook(host));
}

async function readPairs(host: ExcelHost, workbook: OpenWorkbook): Promise<Decisions> {
  const decisions: Decisions[] = [];
  for (const { name } of workbook.sheets) {
    if (PAIRS.test(name)) decisions.push(readDecisions(await readSheet(host, workbook, name)));
  }
  return joinDecisions(decisions);
}

type LoadedYear = Omit<YearLedger, "label">;

async function loadYear(host: ExcelHost, { choice, workbook }: EarlierYear): Promise<LoadedYear | Problem> {
  const loaded = await loadLedger(workbook?.host ?? host, choice, { proposeVocabulary: true });
  const { result, settings, source } = loaded;
  const fileName = workbook?.fileName ?? "";
  if (source === undefined || "problem" in result) return { problem: (result as Problem).problem, earlier: fileName };
  const { ledger } = result;
  return {
    ledger,
    settings,
    origin: originOf(fileName, ledger.sheet),
    ...(workbook === undefined ? { source } : {}),
  };
}

function originOf(fileName: string, sheet: string): string {
  return fileName === "" ? `シート「${sheet}」` : `「${fileName}」のシート「${sheet}」`;
}

/** 「令和5年度」 for each year where all are known and rise; else 「今年度」, 「前年度」, 「2年前」. */
function yearLabels(years: readonly (number | null)[]): readonly string[] {
  const rise = years.every((year, at) => year !== null && (at === 0 || year > (years[at - 1] ?? Infinity)));
  if (rise) return years.map((year) => formatFiscalYear(year!));
  return years.map((_, at) => {
    const back = years.length - 1 - at;
    return back === 0 ? "今年度" : back === 1 ? "前年度" : `${back}年前`;
  });
}

/** A comparison in a few numbers. */
function summaryOf({ last, now, changes, matching, added, gone, links }: Comparison): ComparisonSummary {
  const times = (direction: string): number => changes.filter((change) => change.direction === direction).length;
  return {
    last: last.label,
    now: now.label,
    pairs: changes.length,
    open: matching.proposals.length,
    added: added.length,
    gone: gone.length,
    better: times("better"),
    worse: times("worse"),
    unknownClasses: links.filter(({ count, index }) => count > 0 && index < 0).map(({ name }) => name),
  };
}

/** What a person still has to decide, and which of the earlier decisions could not be used. */
function remarksOf(comparison: Comparison, { actions }: WorkingMessages): string[] {
  const { open, unknownClasses } = summaryOf(comparison);
  const { stale } = comparison.matching;
  return [
    ...(unknownClasses.length > 0 ? [actions.unknownClasses(comparison.last.label, unknownClasses, PAIRS_SHEET)] : []),
    ...(open > 0 ? [actions.openPairs(open, PAIRS_SHEET)] : []),
    ...(stale.length > 0
      ? [
          actions.stalePairs(
            stale.length,
            stale.slice(0, 3).map(({ now }) => now.name),
          ),
        ]
      : []),
  ];
}
