import { parseArgs } from "node:util";
import type { CsvEncoding, LedgerChoice } from "../actions/actions";
import type { ColumnMapping } from "../ledger/columns/read-columns";
import { readFiscalYear } from "../ledger/parse-wareki";
import { columnMeaning } from "../ledger/read-settings";
import { REPORT_PARTS, type ReportPart } from "../report/parts";

/** What the command line asks for; see `messages.commandLine.usage`. */
export type Command =
  | {
      readonly name: "check";
      readonly ledger: string;
      /** All files and folders that were named, `ledger` the first. */
      readonly sources: readonly string[];
      /** Files read ahead where there are several. */
      readonly jobs: number;
      readonly choice: LedgerChoice;
      readonly json: boolean;
      /** Whether every finding is printed, and not only the first of each kind. */
      readonly all: boolean;
      /** Null without an earlier year. */
      readonly earlier: EarlierFiles | null;
      /** Whether only what each column was taken for is asked. */
      readonly columns: boolean;
      /** A copy of the workbook to write, with what; null where nothing is to be written. */
      readonly copy: (CopyChanges & { readonly out: string; readonly force: boolean }) | null;
    }
  | {
      readonly name: "report";
      readonly ledger: string;
      readonly out: string;
      readonly choice: LedgerChoice;
      /** Null where none were named: everything that the ledger has the columns for. */
      readonly parts: readonly ReportPart[] | null;
      /** Null without an earlier year. */
      readonly earlier: EarlierFiles | null;
      /** Whether the booklet has the other sheets as its annex. */
      readonly annex: boolean;
      /** Whether a file that is there already is to be replaced. */
      readonly force: boolean;
      readonly json: boolean;
      /** Whether a vocabulary taken from the ledger is written to 設定 and counts as confirmed. */
      readonly acceptVocabulary: boolean;
    }
  | {
      readonly name: "report-many";
      readonly sources: readonly string[];
      /** Folder, made where it is not there. */
      readonly outDir: string;
      readonly choice: LedgerChoice;
      readonly parts: readonly ReportPart[] | null;
      readonly annex: boolean;
      readonly force: boolean;
      readonly json: boolean;
      readonly acceptVocabulary: boolean;
      readonly jobs: number;
    }
  | {
      readonly name: "collect";
      readonly sources: readonly string[];
      readonly out: string;
      /** File with the sections that have to hand in. */
      readonly roster: string | null;
      /** Earlier collection, or a table with its decisions. */
      readonly decisions: string | null;
      readonly force: boolean;
      readonly json: boolean;
      readonly jobs: number;
    }
  | {
      readonly name: "publish";
      readonly ledger: string;
      /** Folder, made where it is not there. */
      readonly outDir: string;
      readonly choice: LedgerChoice;
      /** Null for all that the ledger has columns for. */
      readonly parts: readonly ReportPart[] | null;
      /** Whether files that are there already are to be replaced. */
      readonly force: boolean;
      readonly json: boolean;
      readonly acceptVocabulary: boolean;
      /** Of the open data. */
      readonly encoding: CsvEncoding;
    }
  | {
      readonly name: "compare";
      readonly ledger: string;
      readonly out: string;
      readonly choice: LedgerChoice;
      readonly earlier: EarlierFiles;
      readonly force: boolean;
      readonly json: boolean;
    }
  | { readonly name: "demo" | "help" | "version" };

/** Where the ledgers of earlier years are. */
export interface EarlierFiles {
  /** From the earliest to last year; empty where last year's sheet is in this year's file. */
  readonly files: readonly string[];
  /** Last year's sheet. */
  readonly sheet: string | null;
  /** A file with 対応表. */
  readonly decisions: string | null;
}

/** What is changed in a copy of the workbook. */
export interface CopyChanges {
  /** Every fix that needs no choice. */
  readonly fix: boolean;
  /** The proposed 状況区分 goes to 設定. */
  readonly acceptVocabulary: boolean;
  /** The year and the meanings of columns that were named go to 設定. */
  readonly keepColumns: boolean;
  /** Sentences of the evaluation that go to 計画 to be worded there, by their items; [] for all of them, null for none. */
  readonly wordings: readonly string[] | null;
}

/** What is wrong with the words of a call. */
export type UsageProblem =
  | {
      readonly kind:
        | "usage"
        | "ledger-missing"
        | "last-missing"
        | "too-many-years"
        | "out-missing"
        | "out-dir-missing"
        | "nothing-to-write"
        | "nothing-to-keep";
    }
  | {
      readonly kind:
        "unknown-option" | "value-missing" | "bad-year" | "bad-map" | "bad-fix" | "bad-encoding" | "bad-jobs";
      readonly option: string;
    };

const OPTIONS = {
  sheet: { type: "string" },
  year: { type: "string" },
  map: { type: "string", multiple: true },
  out: { type: "string" },
  "out-dir": { type: "string" },
  last: { type: "string", multiple: true },
  "last-sheet": { type: "string" },
  decisions: { type: "string" },
  encoding: { type: "string" },
  parts: { type: "string" },
  jobs: { type: "string" },
  roster: { type: "string" },
  annex: { type: "boolean" },
  force: { type: "boolean" },
  fix: { type: "string" },
  "accept-vocabulary": { type: "boolean" },
  columns: { type: "boolean" },
  "keep-columns": { type: "boolean" },
  word: { type: "string" },
  all: { type: "boolean" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;

/** The options of each command, beside --help and --version. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  check: [
    ...["sheet", "year", "map", "columns", "fix", "accept-vocabulary", "keep-columns", "word", "out", "force", "all"],
    ...["jobs", "last", "last-sheet", "decisions", "json"],
  ],
  report: [
    ...["sheet", "year", "map", "out", "out-dir", "parts", "annex", "accept-vocabulary", "force", "jobs", "json"],
    ...["last", "last-sheet", "decisions"],
  ],
  compare: ["sheet", "year", "map", "out", "last-sheet", "decisions", "force", "json"],
  publish: ["sheet", "year", "map", "out-dir", "encoding", "parts", "accept-vocabulary", "force", "json"],
  collect: ["out", "roster", "decisions", "force", "jobs", "json"],
  demo: [],
};

/** Years that are compared at once, this one among them. */
export const MAX_YEARS = 5;

/** Whether the words ask for JSON, also where they ask for nothing that can be done. */
export function asksForJson(words: readonly string[]): boolean {
  const end = words.indexOf("--");
  return (end < 0 ? words : words.slice(0, end)).includes("--json");
}

/** The command that the words after the program's name ask for, or why they ask for none. */
export function parseCommand(words: readonly string[]): Command | UsageProblem {
  const { positionals, tokens } = parseArgs({
    args: [...words],
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const options = tokens.filter((token) => token.kind === "option");
  if (options.some(({ name }) => name === "help")) return { name: "help" };
  if (options.some(({ name }) => name === "version")) return { name: "version" };
  const [name, ...sources] = positionals;
  const [ledger, surplus] = sources;
  if (name === undefined) return { kind: "usage" };
  const allowed = ALLOWED[name];
  if (allowed === undefined) return { kind: "unknown-option", option: name };
  const values = new Map<string, string>();
  const maps: string[] = [];
  const lasts: string[] = [];
  for (const { name: option, rawName, value, inlineValue } of options) {
    if (!allowed.includes(option)) return { kind: "unknown-option", option: rawName };
    if (takesValue(option)) {
      // What begins with a dash is the next option, unless it is tied to this one by an equals sign.
      if (value === undefined || value === "" || (!inlineValue && value.startsWith("-"))) {
        return { kind: "value-missing", option: rawName };
      }
    } else if (value !== undefined) return { kind: "unknown-option", option: `${rawName}=${value}` };
    if (option === "map") maps.push(value ?? "");
    if (option === "last") lasts.push(value ?? "");
    values.set(option, value ?? "");
  }
  if (name === "demo") return ledger === undefined ? { name } : { kind: "unknown-option", option: ledger };
  if (ledger === undefined) return { kind: "ledger-missing" };
  const takesSeveral =
    name === "check" || name === "collect" || name === "compare" || (name === "report" && values.has("out-dir"));
  if (surplus !== undefined && !takesSeveral) {
    return name === "report" ? { kind: "out-dir-missing" } : { kind: "unknown-option", option: surplus };
  }
  const jobs = readJobs(values.get("jobs"));
  if (jobs === null) return { kind: "bad-jobs", option: `--jobs ${values.get("jobs") ?? ""}` };
  const choice = chooseLedger(values.get("sheet"), values.get("year"), maps);
  if ("kind" in choice) return choice;
  const json = values.has("json");
  const out = values.get("out");
  const force = values.has("force");
  if (name === "collect") {
    if (out === undefined) return { kind: "out-missing" };
    const [roster, decisions] = [values.get("roster") ?? null, values.get("decisions") ?? null];
    return { name, sources, out, roster, decisions, force, json, jobs };
  }
  const earlierOf = (files: readonly string[]): EarlierFiles => ({
    files,
    sheet: values.get("last-sheet") ?? null,
    decisions: values.get("decisions") ?? null,
  });
  if (name === "compare") {
    const files = positionals.slice(1);
    const now = files.pop()!;
    if (files.length === 0 && !values.has("last-sheet")) return { kind: "last-missing" };
    if (files.length >= MAX_YEARS) return { kind: "too-many-years" };
    if (out === undefined) return { kind: "out-missing" };
    return { name, ledger: now, out, choice, earlier: earlierOf(files), force, json };
  }
  const hasLast = lasts.length > 0 || values.has("last-sheet");
  if (!hasLast && values.has("decisions")) return { kind: "last-missing" };
  if (lasts.length >= MAX_YEARS) return { kind: "too-many-years" };
  const earlier = hasLast ? earlierOf(lasts) : null;
  if (name === "check") {
    const columns = values.has("columns");
    const copy = copyChanges(values, choice);
    if (copy !== null && "kind" in copy) return copy;
    const all = values.has("all");
    const asked = { name, ledger, sources, jobs, choice, earlier, json, all } as const;
    if (copy === null) {
      if (force) return { kind: "unknown-option", option: "--force" };
      return out === undefined ? { ...asked, columns, copy } : { kind: "nothing-to-write" };
    }
    if (out === undefined) return { kind: "out-missing" };
    return { ...asked, columns: false, copy: { ...copy, out, force } };
  }
  const parts = values.get("parts")?.split(",") ?? null;
  const unknown = parts?.find((part) => !REPORT_PARTS.includes(part as ReportPart));
  if (unknown !== undefined) return { kind: "unknown-option", option: `--parts ${unknown}` };
  const made = {
    ledger,
    choice,
    parts: parts as readonly ReportPart[] | null,
    force,
    json,
    acceptVocabulary: values.has("accept-vocabulary"),
  };
  const outDir = values.get("out-dir");
  if (name === "report" && outDir !== undefined) {
    if (out !== undefined) return { kind: "unknown-option", option: "--out --out-dir" };
    if (hasLast) return { kind: "unknown-option", option: "--last --out-dir" };
    const shared = { choice, parts: made.parts, force, json, acceptVocabulary: made.acceptVocabulary };
    return { name: "report-many", sources, outDir, annex: values.has("annex"), jobs, ...shared };
  }
  if (name === "report") {
    if (out === undefined) return { kind: "out-missing" };
    if (!hasLast && parts?.includes("comparison") === true) return { kind: "last-missing" };
    return { name, out, annex: values.has("annex"), ...made, earlier };
  }
  if (outDir === undefined) return { kind: "out-dir-missing" };
  const encoding = values.get("encoding")?.toLowerCase() ?? "utf-8";
  if (encoding !== "utf-8" && encoding !== "cp932") return { kind: "bad-encoding", option: `--encoding ${encoding}` };
  return { name: "publish", outDir, encoding, ...made };
}

/** What a check is to change in a copy of the workbook; null where nothing. */
function copyChanges(values: ReadonlyMap<string, string>, choice: LedgerChoice): CopyChanges | UsageProblem | null {
  const fix = values.get("fix");
  if (fix !== undefined && fix !== "auto") return { kind: "bad-fix", option: `--fix ${fix}` };
  const changes = {
    fix: fix !== undefined,
    acceptVocabulary: values.has("accept-vocabulary"),
    keepColumns: values.has("keep-columns"),
    wordings: wordedItems(values.get("word")),
  };
  if (changes.keepColumns && choice.mapping === undefined && choice.year === undefined) {
    return { kind: "nothing-to-keep" };
  }
  return Object.values(changes).includes(true) || changes.wordings !== null ? changes : null;
}

/** `--word all` or `--word 達成,中止`. */
function wordedItems(text: string | undefined): readonly string[] | null {
  if (text === undefined) return null;
  return text === "all" ? [] : text.split(/[,、]/);
}

/** The sheet, year and meaning of columns that were named; `--map 見出し=意味`, the meaning being a proper header or 使わない. */
function chooseLedger(
  sheet: string | undefined,
  yearText: string | undefined,
  maps: readonly string[],
): LedgerChoice | UsageProblem {
  const year = yearText === undefined ? undefined : readFiscalYear(yearText);
  if (year === null) return { kind: "bad-year", option: `--year ${yearText}` };
  const mapping: ColumnMapping[] = [];
  for (const map of maps) {
    const at = map.lastIndexOf("=");
    const key = at < 1 ? undefined : columnMeaning(map.slice(at + 1));
    if (key === undefined) return { kind: "bad-map", option: `--map ${map}` };
    mapping.push({ header: map.slice(0, at), key, year: null });
  }
  return {
    ...(sheet === undefined ? {} : { sheet }),
    ...(year === undefined ? {} : { year }),
    ...(mapping.length === 0 ? {} : { mapping }),
  };
}

/** Files read ahead where nothing is said: enough for a file share, and few enough for the memory. */
const USUAL_JOBS = 2;
const MOST_JOBS = 16;

function readJobs(text: string | undefined): number | null {
  if (text === undefined) return USUAL_JOBS;
  const jobs = Number(text);
  return Number.isInteger(jobs) && jobs >= 1 && jobs <= MOST_JOBS ? jobs : null;
}

function takesValue(option: string): boolean {
  return OPTIONS[option as keyof typeof OPTIONS].type === "string";
}
