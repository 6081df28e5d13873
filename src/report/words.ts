import type { Ledger } from "../ledger/ledger";
import type { Settings, Status } from "../ledger/settings";
import { countText, countWithUnit, percentText } from "../narrative/numbers";
import { joinedWithAnd } from "../narrative/phrases";
import type { Contradiction } from "../narrative/reconcile";
import type { FormulaNotice } from "../tally/countifs";
import { ROUNDERS } from "../tally/round";
import type { Counts, FieldTally, Tally } from "../tally/tally";
import { ROUNDING_TEXTS } from "./rounding";

/*
 * The words of the printed report's tables. They are Japanese in every language of the pane; the sentences of the evaluation
 * are in narrative/phrases.ts and write-narrative.ts.
 */

export const WORDS = {
  status: "区分",
  count: "件数",
  share: "構成比",
  outside: "区分外",
  total: "計",
  totalWithoutRelisted: "計（再掲を除く）",
  noRate: "－",
  number: "番号",
  statusColumn: "状況",
  relistedMark: "（再掲）",
  noField: "（分野の記載なし）",
  noHeading: "（大項目の記載なし）",
  noPolicy: "（施策の記載なし）",
  blankStatus: "空欄",
  shareUnit: "（単位：％）",
  measuresHeading: "個別事業の実施状況",
  noMeasures: "この分野に該当するものはありません。",
} as const;

/** Begins every text that somebody still has to write. */
export const MISSING_MARK = "【要記入】";

/** Says that the ledger counts something else than when the sentences beside were written. */
export const STALE_NOTICE = "【要更新】台帳の件数が変わりました。報告書を作り直してください。";

/** On every page of a report whose vocabulary nobody has confirmed. */
export const PROVISIONAL_HEADER = "【暫定】状況区分は台帳の語から推定したもので、確認されていません。";

/** 「分野別の達成状況（平成22年度末、98項目）」: the title of a table of statuses by anything that the ledger says. */
export function stateTitle(word: string, count: number, { wording }: Tally, asOf: string, settings: Settings): string {
  return `${word}別の${wording.state}（${asOf}、${countWithUnit(count, settings)}）`;
}

/** The same of the whole plan's fields. */
export function summaryTitle(tally: Tally, asOf: string, settings: Settings): string {
  return stateTitle(tally.fieldWord, tally.total.total, tally, asOf, settings);
}

/** The same of a field's groups. */
export function fieldSubtitle(field: FieldTally, tally: Tally, asOf: string, settings: Settings): string {
  return stateTitle(groupWord(field), field.counts.total, tally, asOf, settings);
}

/** What the rows of a field's table are, in the plan's word. */
export function groupWord({ groupWord: word, groupedBy }: FieldTally): string {
  return word || (groupedBy === "heading" ? "大項目" : "施策");
}

/** 「全体の達成状況」 */
export function wholeHeading({ wording }: Tally): string {
  return `全体の${wording.state}`;
}

/** 「全体の達成状況（98項目）」 */
export function wholeTitle(tally: Tally, settings: Settings): string {
  return `${wholeHeading(tally)}（${countWithUnit(tally.total.total, settings)}）`;
}

/** 「分野別の構成比」 */
export function sharesHeading({ fieldWord }: Tally): string {
  return `${fieldWord}別の構成比`;
}

/** 「大項目・施策・個別事業」: the levels below the field, in the plan's words, from the one that groups the list. */
export function measuresTitle(ledger: Ledger, field: FieldTally): string {
  const words = ledger.levels.filter(
    ({ key }) => key !== "field" && !(key === "heading" && field.groupedBy === "policy"),
  );
  return words.map(({ name }) => name).join("・");
}

/** 「（単位：項目、％）」 */
export function unitNote(settings: Settings): string {
  return `（単位：${settings.unit}、％）`;
}

/** 「【達成】」, in the plan's word where the status is one of the vocabulary. */
export function bracketedStatus(status: string): string {
  return `【${status === "" ? WORDS.blankStatus : status}】`;
}

/** Titles of charts say what is counted. */
export const chartTitles = {
  fields: ({ fieldWord, total }: Tally, settings: Settings): string =>
    `${fieldWord}別の件数（${countWithUnit(total.total, settings)}）`,
  shares: ({ fieldWord }: Tally): string => `${fieldWord}別の構成比（％）`,
  whole: (total: number, settings: Settings): string => `全体の内訳（${countWithUnit(total, settings)}）`,
  groups: (field: FieldTally, settings: Settings): string =>
    `${groupWord(field)}別の件数（${countWithUnit(field.counts.total, settings)}）`,
} as const;

/** 「分野別の達成状況は、表1及び図1のとおりです。」; without a chart the table alone. */
export function figureMention({ fieldWord, wording }: Tally, table: string, chart: string | null): string {
  return `${fieldWord}別の${wording.state}は、表${table}${chart === null ? "" : `及び図${chart}`}のとおりです。`;
}

/** The notes numbered: 「注　…」 for one, 「注1　…」, 「注2　…」 for more. */
export function numberedNotes(notes: readonly string[]): string[] {
  return notes.map((note, index) => `注${notes.length === 1 ? "" : String(index + 1)}　${note}`);
}

/** What the table of a whole plan must explain: re-listed measures, the rate, its rounding, 区分外. */
export function summaryNotes(tally: Tally, settings: Settings): string[] {
  const notes = relistedNotes(tally, settings);
  const rate = rateNote(tally, settings);
  if (rate !== null) notes.push(rate);
  if (tally.total.outside > 0)
    notes.push(
      `「区分外」は、状況が「設定」シートの区分のいずれにも当たらないもので、${rate === null ? "構成比" : tally.wording.rate}の分母に含めていません。`,
    );
  return notes;
}

/** What the table of shares must explain. */
export function shareNotes(tally: Tally, settings: Settings): string[] {
  const rows = [tally.total, ...tally.fields.map((field) => field.counts)];
  const closes = rows.every(({ shares, denominator }) => {
    const steps = shares.reduce<number>((sum, share) => sum + Math.round((share ?? 0) * 10 ** settings.decimals), 0);
    return denominator === 0 || steps === 100 * 10 ** settings.decimals;
  });
  if (closes && !ROUNDERS[settings.rounding].closes) return [];
  return [ROUNDING_TEXTS[settings.rounding].note(settings.decimals)];
}

/** 「理由：…」 under a measure. */
export function reasonLine(reason: string): string {
  return `理由：${reason}`;
}

/** Stands for a list that a worksheet has no room for. */
export function tooManyMeasures(rows: number): string {
  return `一覧は、Excelの行数の上限を超える（${rows}行）ため、載せていません。`;
}

/** What contradicts the tally in a paragraph of the officer's, below it. */
export function contradictionLine({ text, claim, expected }: Contradiction, settings: Settings): string {
  const figure =
    Number.isInteger(expected) && !/[%％割]|パーセント/.test(text)
      ? countWithUnit(expected, settings)
      : percentText(expected, settings);
  return `【要確認】上の文の「${text}」は、集計では${claim}が${figure}です。`;
}

/** Below a wording of 計画 that was made from another sentence than the product writes now. */
export function outdatedLine(now: string): string {
  return `【要確認】上の文を書いた後に、自動の文が変わりました。今の自動の文：${now}`;
}

/** Notices listed at most; the rest is only counted. */
const MAX_NOTICES = 100;

/** The cells of the ledger that keep counts from being formulas, as lines below the printed part of 集計. */
export function noticeLines(notices: readonly FormulaNotice[]): string[] {
  const listed = notices.slice(0, MAX_NOTICES).map(({ sheet, cell, value }) => {
    const shown = value === "" ? "空欄" : `「${value.length > 40 ? `${value.slice(0, 40)}…` : value}」`;
    return `・${sheet} ${cell}：${shown}`;
  });
  const rest = notices.length - listed.length;
  return [
    "【印刷されません】次のセルは、表記が報告書の見出しと異なるなどの理由により、数式では正しく数えられません。関係する件数は、数式に代えて集計した値で示しています。",
    ...listed,
    ...(rest > 0 ? [`・ほか${rest}件`] : []),
  ];
}

/** What the words of the vocabulary mean, where the 設定 sheet says it. */
export function statusLegend(statuses: readonly Status[]): string[] {
  return statuses
    .filter((status) => status.meaning.trim() !== "")
    .map((status) => `${status.name}：${status.meaning.trim().replace(/。$/, "")}`);
}

/** The note on the re-listed measures of one field. */
export function fieldNotes(
  counts: Counts,
  without: Counts,
  relisted: number,
  { wording }: Tally,
  settings: Settings,
): string[] {
  if (relisted === 0) return [];
  const amount = `再掲の${countWithUnit(relisted, settings)}`;
  if (settings.relisted === "exclude") return [`件数には${amount}を含めていません。一覧には再掲も載せています。`];
  return [`件数には${amount}を含みます。再掲を除くと${figures(without, counts, wording.rate, settings)}です。`];
}

function relistedNotes(tally: Tally, settings: Settings): string[] {
  const { count, without } = tally.relisted;
  if (count === 0) return [];
  const amount = `再掲の${countWithUnit(count, settings)}`;
  if (settings.relisted === "both")
    return [`「${WORDS.total}」は${amount}を含み、「${WORDS.totalWithoutRelisted}」は含みません。`];
  if (settings.relisted === "exclude")
    return [`${amount}を含まず、含めると${figuresByStatus(tally.relisted.with, tally, settings)}です。`];
  return [`${amount}を含み、除くと${figuresByStatus(without, tally, settings)}です。`];
}

function figuresByStatus(counts: Counts, tally: Tally, settings: Settings): string {
  const classes = tally.statuses.map(
    (status, index) => `${status.name}${countText(counts.byStatus[index]!, settings)}`,
  );
  if (counts.outside > 0) classes.push(`${WORDS.outside}${countText(counts.outside, settings)}`);
  if (counts.rate !== null) classes.push(`${tally.wording.rate}${percentText(counts.rate, settings)}`);
  return `${countWithUnit(counts.total, settings)}（${classes.join("、")}）`;
}

function figures(counts: Counts, other: Counts, rateName: string, settings: Settings): string {
  const rate =
    counts.rate === null || counts.rate === other.rate ? "" : `、${rateName}は${percentText(counts.rate, settings)}`;
  return `${countWithUnit(counts.total, settings)}${rate}`;
}

/** 「達成率は、計に占める達成の割合で、小数第2位を四捨五入しています。」; null where no status counts as achieved. */
function rateNote(tally: Tally, settings: Settings): string | null {
  const achieved = tally.statuses.filter((status) => status.achieved && status.inDenominator);
  if (achieved.length === 0) return null;
  const left = tally.statuses.filter((status) => !status.inDenominator).map((status) => `「${status.name}」`);
  const base = left.length === 0 ? "計" : `計から${joinedWithAnd(left)}を除いた件数`;
  const names = joinedWithAnd(achieved.map((status) => `「${status.name}」`));
  const manner = ROUNDING_TEXTS[settings.rounding].manner(settings.decimals);
  return `${tally.wording.rate}は、${base}に占める${names}の割合で、${manner}います。`;
}
