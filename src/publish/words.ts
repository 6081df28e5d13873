/*
 * What the published files say beside the report itself. Japanese in every language of the pane, as the report is.
 */

export const CONTENTS = "目次";
export const TO_MAIN = "本文へ移動";
export const asOfLine = (asOf: string): string => `${asOf}の実績`;
export const DOWNLOADS = "ファイル";

/** What a published file is called where the page names it. */
export const FILE_NAMES = {
  document: "報告書（Word）",
  workbook: "報告書と台帳（Excel）",
  measures: "個別事業の一覧（CSV）",
  counts: "件数と割合（CSV）",
  errata: "正誤表（CSV）",
  description: "データの説明（JSON）",
} as const;

/** Titles and descriptions of the columns of open data, beside the ledger's own words. */
export const DATA = {
  name: "名称",
  unit: "集計の単位",
  whole: "全体",
  wholeWithoutRelisted: "全体（再掲を除く）",
  group: "大項目",
  finer: (word: string): string => `${word}（細分）`,
  countOf: (name: string, unit: string): string => `${name}（${unit}）`,
  shareOf: (name: string, share: string): string => `${name}の${share}（％）`,
  rate: (name: string): string => `${name}（％）`,
  description: {
    number: "台帳の番号",
    level: "計画の体系",
    name: "個別事業（ない場合は施策など）の名称",
    status: "状況の区分。区分に当たらないものは台帳の記載のまま",
    relisted: "ほかの分野にも掲げるものに「再掲」",
    reason: "台帳に記載の理由",
    unit: "行が何の件数か",
    field: "全体の行は空欄",
    group: "全体と分野の行は空欄",
    outside: "状況がどの区分にも当たらないものの件数",
    total: "区分と区分外の件数の合計",
    share: "分母に含める区分の件数の合計に占める割合。報告書に示す値",
    rate: "報告書に示す値",
  },
} as const;

/** 正誤表. */
export const ERRATA = {
  title: "正誤表",
  intro: "公表した報告書を、次のとおり訂正しました。",
  columns: { date: "訂正日", place: "箇所", item: "項目", wrong: "誤", right: "正" },
  descriptions: {
    date: "訂正した報告書を作成した日",
    place: "個別事業の番号と名称、又は集計の行",
    item: "CSVの列の名称",
    wrong: "訂正前",
    right: "訂正後",
  },
  row: "行",
  absent: "（記載なし）",
  removed: "（削除）",
} as const;
