import type { CellValue } from "../../cells/cell";
import { isBlankCell } from "../cell-text";
import { headerOf, type ColumnChoice } from "../columns";
import type { ColumnKey, ColumnReading, IndicatorColumns, Ledger } from "../ledger";
import { statusConcepts } from "../status-words";
import { assignLevels } from "./assign-levels";
import { contentReader, type ColumnContent, type ContentReader } from "./column-content";
import { isLevelKey, STAGES, type LevelKey } from "./column-words";
import type { HeaderLeaf } from "./header-rows";
import { headerKey, headerReader, type HeaderReader, type HeaderText } from "./header-text";
import { indicatorColumns } from "./indicator-columns";
import type { YearBase } from "./year-stamp";

/** A row of 列の対応 on 設定: what the columns with this header are; `key` null for columns that shall not be used. */
export interface ColumnMapping {
  /** The header as a person wrote it down: the column's own text, or with its bands (令和6年度 › 目標値). */
  readonly header: string;
  readonly key: ColumnKey | null;
  /** Western fiscal year, null where the header's own holds. */
  readonly year: number | null;
}

/** What is known before the headers are read. */
export interface ColumnHints {
  /** Indexes within the rows chosen by hand; -1 for a column the ledger does not have. */
  readonly choice: ColumnChoice;
  readonly mapping: readonly ColumnMapping[];
  /** The fiscal year the ledger is about, as far as it is settled before its columns are read. */
  readonly year: YearBase;
  /** Unit of the whole table (単位：千円). */
  readonly unit: string;
}

/** Columns as indexes within the rows, not yet places on a sheet. */
export interface ColumnsRead {
  readonly readings: readonly ColumnReading[];
  readonly columns: Readonly<Partial<Record<ColumnKey, number>>>;
  readonly levels: Ledger["levels"];
  /** The year of the columns that count; null where no header names one. */
  readonly year: number | null;
  readonly indicators: readonly IndicatorColumns[];
  readonly statusMarks: NonNullable<Ledger["statusMarks"]>;
  /** Columns that could all be the status. */
  readonly ambiguous: readonly number[];
}

/** A column on the way to its reading. */
interface Draft {
  readonly index: number;
  readonly path: readonly string[];
  readonly text: HeaderText;
  key: ColumnKey | null;
  year: number | null;
  by: ColumnReading["by"];
}

/** Reads cells and headers of the rows in which a header is looked for at several places. */
export interface Readers {
  readonly content: ContentReader;
  readonly header: HeaderReader;
}

/** Readers for rows that stay as they are. */
export function readersOf(values: readonly (readonly CellValue[])[]): Readers {
  return { content: contentReader(values), header: headerReader() };
}

/**
 * What each column under a header is. The words of the header decide, from the column's own text up through its bands; the
 * cells below decide between the meanings a word has; a person's choice and 列の対応 on 設定 come before both.
 *
 * @param firstRow index of the first row below the header
 */
export function readColumns(
  values: readonly (readonly CellValue[])[],
  firstRow: number,
  leaves: readonly HeaderLeaf[],
  hints: ColumnHints,
  readers = readersOf(values),
): ColumnsRead {
  const contentOf = (index: number): ColumnContent => readers.content(firstRow, index);
  const drafts = withCodes(
    leaves.map((leaf): Draft => draftOf(leaf, readers.header(leaf.path, hints.year), hints, contentOf)),
    contentOf,
  );
  readByContent(drafts, contentOf);
  keepOnlyStatus(drafts);
  const statusMarks = findStatusMarks(drafts, contentOf);
  nameNumbers(drafts);
  const levels = placeLevels(drafts, hints, contentOf, firstRow < values.length ? bandsBelow(values, firstRow) : false);
  const year = hints.year ?? latestYear(drafts, contentOf);
  const { ambiguous } = settleStatus(drafts, year, contentOf);
  if (statusMarks.length > 0) {
    for (const draft of drafts) if (statusMarks.some(({ column }) => column === draft.index)) draft.key = "status";
  }

  const indicators = indicatorColumns(drafts);
  const groupOf = new Map(indicators.flatMap((group, at) => indexesOf(group).map((index) => [index, at + 1])));
  const readings = drafts.map((draft): ColumnReading => ({
    column: draft.index,
    text: draft.path.join(" › "),
    key: draft.key,
    year: draft.year,
    stage: draft.text.stage,
    index: groupOf.get(draft.index) ?? 0,
    unit: draft.text.unit || (draft.key === "budget" || draft.key === "settled" ? hints.unit : ""),
    by: draft.key === null ? "none" : draft.by,
  }));
  const columns = primaryColumns(drafts, levels, year, hints.choice);
  if (statusMarks.length > 0 && columns.status === undefined) columns.status = statusMarks[0]!.column;
  return {
    readings,
    columns,
    levels: [...levels].map(([key, index]) => ({
      key,
      name: levelName(drafts.find((draft) => draft.index === index)?.path ?? []),
      column: index,
    })),
    year: year ?? drafts.find(({ index }) => index === columns.status)?.year ?? null,
    indicators,
    statusMarks,
    ambiguous,
  };
}

function draftOf(
  leaf: HeaderLeaf,
  text: HeaderText,
  hints: ColumnHints,
  contentOf: (index: number) => ColumnContent,
): Draft {
  const draft: Draft = {
    ...leaf,
    text,
    key: text.key,
    year: text.year,
    by: text.key === null ? "none" : text.whole ? "header" : "word",
  };
  const chosen = (Object.entries(hints.choice) as [ColumnKey, number][]).find(([, index]) => index === leaf.index);
  if (chosen !== undefined) return { ...draft, key: chosen[0], by: "choice" };
  const mapped = mappingFor(leaf.path, hints.mapping);
  if (mapped !== undefined) return { ...draft, key: mapped.key, year: mapped.year ?? text.year, by: "settings" };
  const otherwise = text.words?.otherwise?.[contentOf(leaf.index).kind];
  if (otherwise === undefined || text.bands.includes("indicator")) return draft;
  // ○ under 重点施策 marks a measure; under 施策 it would be a name.
  if (otherwise === "flag" && !SELECTED.test(headerKey(leaf.path[leaf.path.length - 1] ?? ""))) return draft;
  return { ...draft, key: otherwise, by: "content" };
}

const SELECTED = /^(?:重点|新規|主要|重要|特定)/;

/** A level's header over two columns, its number (Ⅰ, 1) and its name: the header names the second. */
function withCodes(drafts: readonly Draft[], contentOf: (index: number) => ColumnContent): Draft[] {
  const headed = new Set(drafts.map(({ index }) => index));
  return drafts.flatMap((draft) => {
    const next = draft.index + 1;
    if (!isLevelKey(draft.key) || draft.by === "choice" || headed.has(next)) return [draft];
    const [own, beside] = [contentOf(draft.index), contentOf(next)];
    const isCode = own.filled > 0 && [...own.distinct].every((text) => text.length <= 4);
    if (!isCode || beside.filled < own.filled || beside.kind === "numbers") return [draft];
    return [
      { ...draft, path: [...draft.path, "番号"], key: NUMBER_OF[draft.key] ?? null },
      { ...draft, index: next },
    ];
  });
}

const NUMBER_OF: Readonly<Partial<Record<LevelKey, ColumnKey>>> = {
  heading: "headingNumber",
  policy: "policyNumber",
  action: "number",
  measure: "number",
};

/** What is done with a measure from now on; sources: 事務事業評価 and 行政評価 of many municipalities. */
const DIRECTIONS = new Set(
  "拡充 拡大 重点化 継続 現状維持 維持 改善 見直し 縮小 統合 統廃合 休止 廃止 終了 完了 移管 民間委託 新規".split(" "),
);

/** Columns whose words nobody knows, by what is in them: directions, and levels between two levels. */
function readByContent(drafts: Draft[], contentOf: (index: number) => ColumnContent): void {
  const levels = drafts.filter(({ key }) => isLevelKey(key));
  const last = Math.max(...levels.map(({ index }) => index));
  for (const [at, draft] of drafts.entries()) {
    if (draft.by !== "none" || draft.text.words !== null) continue;
    const { kind, distinct, filled } = contentOf(draft.index);
    if (kind === "words" && [...distinct].filter((text) => DIRECTIONS.has(text)).length * 2 > distinct.size) {
      draft.key = "direction";
      draft.by = "content";
    }
    // 「前年度」 beside 現状値: a value of that year.
    if (kind === "numbers" && draft.year !== null && !draft.text.isUnknown) {
      draft.key = "actual";
      draft.by = "content";
    }
    const above = drafts[at - 1];
    const repeats = (kind === "words" || kind === "text" || kind === "labels") && distinct.size <= filled * 0.8;
    if (repeats && above !== undefined && isLevelKey(above.key) && draft.index < last) {
      draft.key = LEVEL_ORDER[Math.min(LEVEL_ORDER.length - 1, LEVEL_ORDER.indexOf(above.key) + 1)]!;
      draft.by = "content";
    }
  }
}

function mappingFor(path: readonly string[], mapping: readonly ColumnMapping[]): ColumnMapping | undefined {
  if (mapping.length === 0) return undefined;
  const whole = headerKey(path.join("›"));
  const own = headerKey(path[path.length - 1] ?? "");
  const keyOf = ({ header }: ColumnMapping) => headerKey(header);
  return mapping.find((row) => keyOf(row) === whole) ?? mapping.find((row) => keyOf(row) === own);
}

/** Where nothing else is a status, the column called 状況 is, whatever is in its cells: that is for the check to say. */
function keepOnlyStatus(drafts: Draft[]): void {
  if (drafts.some(({ key }) => key === "status")) return;
  const proper = drafts.find(({ by, path }) => by === "content" && headerKey(path[path.length - 1] ?? "") === "状況");
  if (proper !== undefined) Object.assign(proper, { key: "status", by: "header" });
}

/** 番号 beside several levels: each belongs to the level at its right. */
function nameNumbers(drafts: Draft[]): void {
  const numbers = drafts.filter(({ key, by }) => key === "number" && by !== "choice" && by !== "settings");
  if (numbers.length < 2) return;
  for (const number of numbers) {
    const next = drafts.find(({ index }) => index > number.index);
    if (next?.key === "heading") number.key = "headingNumber";
    else if (next?.key === "policy") number.key = "policyNumber";
    else if (next?.key === "field") number.key = null;
  }
}

/**
 * Gives every level its slot. Where no header is a level's own word, a column of what was done or is planned (取組内容, 事業内容)
 * names the measures.
 */
function placeLevels(
  drafts: Draft[],
  { choice }: ColumnHints,
  contentOf: (index: number) => ColumnContent,
  hasBands: boolean,
): ReadonlyMap<LevelKey, number> {
  const byHand = drafts.filter(({ key, by }) => isLevelKey(key) && (by === "choice" || by === "settings"));
  let found = drafts.filter(
    ({ key, by }) => isLevelKey(key) && !byHand.some((one) => one.key === key && by !== one.by),
  );
  for (const key of Object.keys(choice) as ColumnKey[]) {
    if (choice[key] === -1) found = found.filter((draft) => draft.key !== key);
  }
  const below = found.filter(({ key }) => key !== "field");
  const indicator = drafts.find(({ key }) => key === "indicator");
  if (
    below.length > 0 &&
    indicator !== undefined &&
    choice.measure !== -1 &&
    isJudgedByIndicator(found, indicator, contentOf)
  ) {
    found = [...found, { ...indicator, key: "measure" }];
  }
  if (below.length === 0 && choice.measure !== -1) {
    const named = drafts.find(
      ({ key, path }) => (key === "result" || key === "outline") && /取組|施策|事業/.test(headerKey(path.at(-1) ?? "")),
    );
    const name = named ?? indicator;
    if (name !== undefined) found = [...found, { ...name, key: "measure" }];
    if (named !== undefined) named.key = "measure";
  }
  if (found.length === 0 && !LEVEL_ORDER.some((key) => choice[key] === -1)) found = guessLevels(drafts, contentOf);
  const levels = new Map(
    assignLevels(
      found.map(({ index, key }) => ({ index, key: key as LevelKey, distinct: () => contentOf(index).distinct.size })),
      hasBands && !found.some(({ key }) => key === "field"),
    ),
  );
  for (const { key, index } of byHand) if (isLevelKey(key)) levels.set(key, index);
  const slots = new Map([...levels].map(([key, index]) => [index, key]));
  for (const draft of drafts) {
    const slot = slots.get(draft.index);
    if (slot !== undefined && draft.key !== "indicator") draft.key = slot;
    else if (isLevelKey(draft.key)) draft.key = null;
  }
  return new Map([...levels].sort(([a], [b]) => LEVEL_ORDER.indexOf(a) - LEVEL_ORDER.indexOf(b)));
}

/**
 * The levels of a ledger of which no header is known (施設分類, 地区, 施設名): the names are the first column left of the status
 * with a text of its own in most rows, what stands left of them are the levels above. A guess, and called so.
 */
function guessLevels(drafts: readonly Draft[], contentOf: (index: number) => ColumnContent): Draft[] {
  const status = drafts.findIndex(({ key, text }) => key === "status" && text.words?.weak !== true);
  const rows = status < 0 ? 0 : contentOf(drafts[status]!.index).filled;
  const unknown = drafts.slice(0, Math.max(0, status)).filter(({ key, text, index }) => {
    const { kind } = contentOf(index);
    return key === null && text.words?.key == null && (kind === "words" || kind === "labels" || kind === "text");
  });
  const isName = ({ index }: Draft) => {
    const { filled, distinct } = contentOf(index);
    return filled >= FEWEST_NAMES && filled >= rows * 0.6 && distinct.size >= filled * 0.6;
  };
  // What is known to be no level (地区, 年度) may stand above the names, but is none of them.
  const names = unknown.filter((draft) => draft.text.words === null && isName(draft));
  const name = names.find(({ path }) => /名称?$/.test(headerKey(path.at(-1) ?? ""))) ?? names[0];
  if (name === undefined) return [];
  const above = unknown.slice(0, unknown.indexOf(name)).slice(-LEVELS_ABOVE.length);
  above.forEach((draft, at) => {
    draft.key = LEVELS_ABOVE[at]!;
    draft.by = "content";
  });
  name.key = "measure";
  name.by = "content";
  return [...above, name];
}

const FEWEST_NAMES = 3;
const LEVELS_ABOVE: readonly LevelKey[] = ["field", "heading", "policy"];

/** True where each row is an indicator with a status of its own: the names above it come again and again. */
function isJudgedByIndicator(
  levels: readonly Draft[],
  indicator: Draft,
  contentOf: (index: number) => ColumnContent,
): boolean {
  const names = contentOf(indicator.index);
  return levels.every(({ key, index }) => {
    const { filled, distinct } = contentOf(index);
    return key !== "measure" && filled >= names.filled && distinct.size <= names.distinct.size * 0.8;
  });
}

/** True where the first row below the header holds one text alone: the field in a row of its own above its measures. */
function bandsBelow(values: readonly (readonly CellValue[])[], firstRow: number): boolean {
  const first = values.slice(firstRow, firstRow + 3).find((cells) => !cells.every(isBlankCell)) ?? [];
  const filled = first.filter((cell) => !isBlankCell(cell));
  return filled.length === 1 && typeof filled[0] === "string" && !/^[※*(（]/.test(filled[0].trim());
}

const LEVEL_ORDER: readonly LevelKey[] = ["field", "heading", "policy", "action", "measure"];

/** Columns that only say how far something has come, and so tell which year was reported last. */
const REPORTED: readonly (ColumnKey | null)[] = ["status", "review", "actual", "result", "settled", "rate"];

/** The latest year of a column that reports something and is filled: of the statuses, else of anything reported. */
function latestYear(drafts: readonly Draft[], contentOf: (index: number) => ColumnContent): number | null {
  const yearsOf = (keys: readonly (ColumnKey | null)[]) =>
    drafts.flatMap(({ key, year, index }) =>
      year !== null && keys.includes(key) && contentOf(index).filled > 0 ? [year] : [],
    );
  const statuses = yearsOf(["status"]);
  const years = statuses.length > 0 ? statuses : yearsOf(REPORTED);
  return years.length === 0 ? null : Math.max(...years);
}

/**
 * Which of several status columns counts: that of the ledger's year, of these the one of the latest stage; the others of that
 * year are reviews. What neither settles is `ambiguous`.
 */
function settleStatus(
  drafts: Draft[],
  year: number | null,
  contentOf: (index: number) => ColumnContent,
): { readonly ambiguous: readonly number[] } {
  const all = drafts.filter(({ key }) => key === "status");
  const chosen = all.filter(({ by }) => by === "choice" || by === "settings");
  // A weak word means a status only where nothing else does.
  const strong = all.filter(({ text }) => text.words?.weak !== true);
  for (const weak of all) {
    if (weak.text.words?.weak !== true || chosen.includes(weak)) continue;
    // 最終結果 beside 自己評価 says more than the word alone does.
    const isRound = weak.text.stage !== "" && chosen.length === 0;
    const isSecond = (strong.length > 0 && !isRound) || chosen.length > 0;
    if (isSecond || !looksLikeStatus(contentOf(weak.index))) weak.key = "flag";
  }
  let candidates = all.filter(({ key }) => key === "status");
  if (chosen.length > 0) candidates = chosen;
  else {
    const years = candidates.flatMap((one) => one.year ?? []).filter((one) => year === null || one <= year);
    const latest = years.length === 0 ? null : Math.max(...years);
    const undated = candidates.filter((one) => one.year === null);
    const dated = candidates.filter((one) => one.year === latest);
    // A column without a year is of the year the ledger is about; a former year's stands beside it.
    candidates = dated.length > 0 && (latest === year || undated.length === 0) ? dated : undated;
  }
  const filled = candidates.filter(({ index }) => contentOf(index).filled > 0);
  if (filled.length > 0) candidates = filled;
  const byStage = [...candidates].sort((a, b) => STAGES.indexOf(b.text.stage) - STAGES.indexOf(a.text.stage));
  const [first, second] = byStage;
  const isSettled =
    first !== undefined &&
    (second === undefined ||
      (first.text.stage !== second.text.stage && byStage.every(({ text }) => STAGES.includes(text.stage))));
  const counted = isSettled ? first : undefined;
  for (const draft of all) {
    if (draft === counted || draft.key !== "status") continue;
    if (counted === undefined) continue;
    if (chosen.length > 0 || draft.year === counted.year || draft.year === null) draft.key = "review";
  }
  return { ambiguous: counted === undefined ? candidates.map(({ index }) => index) : [] };
}

/** True where at least half of the different texts are words or signs that statuses are made of. */
function looksLikeStatus({ distinct, kind }: ColumnContent): boolean {
  if (kind === "blank") return true;
  if (kind !== "words") return false;
  const known = [...distinct].filter(
    (text) => statusConcepts(text).length > 0 || /^[a-fsx-z◎○〇△×\d\u2160-\u2169-]$/.test(text),
  );
  return known.length * 2 >= distinct.size;
}

/** Columns side by side whose headers are statuses and whose cells are marks: 達成 | 未達成 | 中止, each with ○. */
function findStatusMarks(
  drafts: readonly Draft[],
  contentOf: (index: number) => ColumnContent,
): { column: number; status: string }[] {
  const isClass = ({ path, text, index }: Draft) => {
    const own = path[path.length - 1] ?? "";
    const banded = text.bands[0] === "status";
    const kind = contentOf(index).kind;
    return (kind === "marks" || kind === "blank") && (banded || statusConcepts(headerKey(own)).length > 0);
  };
  const runs: Draft[][] = [];
  let run: Draft[] = [];
  for (const draft of [...drafts, null]) {
    if (draft !== null && isClass(draft)) {
      run.push(draft);
      continue;
    }
    if (run.length > 1) runs.push(run);
    run = [];
  }
  const marked = runs.find((one) => one.some(({ index }) => contentOf(index).kind === "marks")) ?? [];
  return marked.map(({ index, path }) => ({ column: index, status: (path[path.length - 1] ?? "").trim() }));
}

/** Of several columns of a kind, the one of the ledger's year, else without a year, else of the latest before it; then the proper header. */
function primaryColumns(
  drafts: readonly Draft[],
  levels: ReadonlyMap<LevelKey, number>,
  year: number | null,
  choice: ColumnChoice,
): Partial<Record<ColumnKey, number>> {
  const columns: Partial<Record<ColumnKey, number>> = {};
  const best = new Map<ColumnKey, { rank: number; index: number }>();
  for (const { key, year: own, path, index, by } of drafts) {
    if (key === null || isLevelKey(key)) continue;
    const isProper = headerKey(path[path.length - 1] ?? "") === headerKey(headerOf(key));
    const byYear = own === year && own !== null ? 3e6 : own === null ? 2e6 : own < (year ?? Infinity) ? 1e6 + own : 0;
    const rank =
      (by === "choice" ? 1e8 : by === "settings" ? 1e7 : 0) + byYear + (isProper ? 2 : by === "header" ? 1 : 0);
    const former = best.get(key);
    if (former === undefined || rank > former.rank) best.set(key, { rank, index });
  }
  for (const [key, { index }] of best) columns[key] = index;
  for (const [key, index] of levels) columns[key] = index;
  const entries = (Object.entries(columns) as [ColumnKey, number][]).filter(([key]) => choice[key] !== -1);
  return Object.fromEntries(entries);
}

function indexesOf(group: IndicatorColumns): number[] {
  const { name, unit, kindColumn, improvement, source, base, targets, actuals, rates } = group;
  const single = [name, unit, kindColumn, improvement, source, base].flatMap((index) => index ?? []);
  return [...single, ...[...targets, ...actuals, ...rates].map(({ column }) => column)];
}

/** The plan's word for a level: the header without notes, years and line breaks. */
function levelName(path: readonly string[]): string {
  const own = (path[path.length - 1] ?? "").replace(/\s+/g, "").replace(/[（(][^（()）]*[)）]/g, "");
  return own.replace(/^[■●○◎◆▼▽・★☆※]+|[※*].*$/g, "").replace(/(.)(?:の名称|名称|名|欄)$/, "$1");
}
