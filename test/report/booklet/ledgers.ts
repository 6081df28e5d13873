import { readFileSync } from "node:fs";
import type { CellValue } from "../../../src/cells/cell";
import { readFieldProfiles } from "../../../src/ledger/read-fields";
import { readLedger } from "../../../src/ledger/read-ledger";
import { readPlanProfile } from "../../../src/ledger/read-plan";
import { readSettings } from "../../../src/ledger/read-settings";
import type { SheetSource } from "../../../src/ledger/source";
import { writeNarrative } from "../../../src/narrative/write-narrative";
import { CountFormulas } from "../../../src/report/count-formulas";
import type { BookletInput } from "../../../src/report/booklet/plan-booklet";
import { predictCountifs } from "../../../src/tally/countifs";
import { asOfText } from "../../../src/report/as-of";
import { tallyLedger } from "../../../src/tally/tally-ledger";

/** Rows of a workbook's sheets, by name, from A1. */
export type Rows = Readonly<Record<string, readonly (readonly CellValue[])[]>>;

/** The day all booklets of the tests are made on. */
export const TODAY = new Date("2011-03-31T03:00:00Z");

/** The sample ledger's sheets. */
export function sampleRows(): Record<string, CellValue[][]> {
  const { sheets } = JSON.parse(readFileSync("assets/sample-ledger.json", "utf8")) as {
    sheets: { name: string; rows: CellValue[][] }[];
  };
  return Object.fromEntries(sheets.map(({ name, rows }) => [name, rows]));
}

const LEDGER_HEADER = ["番号", "分野", "大項目番号", "大項目", "施策番号", "施策", "個別事業", "状況", "再掲"];

/** A ledger of so many measures in the sample's shape: 8 fields, ragged levels, long and short names, every status. */
export function generatedRows(count: number): Record<string, CellValue[][]> {
  const sample = sampleRows();
  const fields = sample["分野"]!.slice(1).map((row) => String(row[0]));
  const perField = Math.ceil(count / fields.length);
  const rows = Array.from({ length: count }, (_, i): CellValue[] => {
    const field = Math.floor(i / perField);
    const within = i % perField;
    const heading = Math.floor(within / 7);
    const policy = Math.floor((within % 7) / 3);
    const ownStatus = within % 7 === 6;
    const name = `${["電子申請", "GIS", "図書館情報システム", "LGWAN接続"][i % 4]!}の整備${i + 1}${i % 11 === 0 ? "（関係機関との連携、職員研修及び市民への周知を含む全庁的な取組の推進）" : ""}`;
    return [
      i + 1,
      fields[field]!,
      field === 5 ? "" : heading + 1,
      field === 5 ? "" : `基盤の整備その${heading + 1}`,
      policy + 1,
      `施策${heading + 1}-${policy + 1}の推進`,
      ownStatus ? "" : name,
      ["達成", "達成", "未達成", "達成", "中止"][i % 5]!,
      "",
    ];
  });
  return { ...sample, 台帳: [LEDGER_HEADER, ...rows] };
}

/**
 * Everything that makes pages hard: 60 fields, texts of 3,000 letters, names of several lines, many and long statuses, rows
 * without 大項目 or without 施策, statuses outside the vocabulary, full-width digits, both counts of re-listed measures.
 */
export function hardRows(): Record<string, CellValue[][]> {
  const sentence =
    "情報化の施策（電子申請、LGWAN等）を進め、「いつでも、どこでも」利用できるサービスを73.5％の項目で実現しました。";
  const long = sentence.repeat(60).slice(0, 3000);
  const statuses = ["計画以上に達成", "達成", "おおむね達成", "一部達成にとどまる", "未達成", "中止・廃止"];
  const fields = Array.from(
    { length: 60 },
    (_, i) =>
      `第${i + 1}分野　${i % 7 === 0 ? "市民とともに進める地域情報化と安全で安心なまちづくり" : "情報化の推進"}`,
  );
  const measures = Array.from({ length: 400 }, (_, i): CellValue[] => [
    i + 1,
    fields[i % 60]!,
    i % 5 === 0 ? "" : "1-(2)",
    i % 5 === 0 ? "" : `大項目${i % 3}${"の長い名称".repeat(i % 9)}`,
    i % 4 === 0 ? "" : "12",
    i % 4 === 0 ? "" : `施策${i % 2}${"と関連する取組".repeat(i % 10)}`,
    `事業${i + 1}${"の推進及びABC-2010システムの整備".repeat(i % 6)}`,
    i % 17 === 0 ? "検討中（関係機関との協議が続いているため）" : statuses[i % 6]!,
    i % 13 === 0 ? "○" : "",
  ]);
  const { 計画: plan = [] } = sampleRows();
  return {
    台帳: [LEDGER_HEADER, ...measures.sort((a, b) => fields.indexOf(String(a[1])) - fields.indexOf(String(b[1])))],
    設定: [
      ["区分", "意味", "達成とみなす", "分母に含める", "理由が必要", "同義語"],
      ...statuses.map((name, i) => [name, "計画に対する実施の程度を示す区分", i < 3 ? "○" : "", "○", "", ""]),
      [],
      ["項目", "値"],
      ["再掲", "併記"],
      ["数字", "全角"],
      ["小数桁数", 2],
    ],
    分野: [
      ["分野", "略称", "目標", "実績"],
      ...fields.map((name, i) => [
        name,
        "",
        i % 20 === 0 ? long : "目標です。",
        i % 3 === 0 ? `${sentence}\n${sentence}` : "",
      ]),
    ],
    計画: [...plan, ["策定の趣旨", long], ["課題", long]],
  };
}

/** What the booklet of a workbook with these sheets is planned from. */
export function bookletInput(rows: Rows): BookletInput {
  const sheet = (name: string): SheetSource => ({ name, row: 0, column: 0, values: padded(rows[name] ?? []) });
  const { settings } = readSettings(sheet("設定"));
  const { fields } = readFieldProfiles(sheet("分野"));
  const { plan } = readPlanProfile(sheet("計画"));
  const { ledger, problem } = readLedger(sheet("台帳"), { statuses: settings.statuses, fieldOrder: fields });
  if (problem !== undefined) throw new Error(JSON.stringify(problem));
  const tally = tallyLedger(ledger, settings, fields);
  const formulas = new CountFormulas(ledger, predictCountifs(sheet("台帳"), ledger), tally, settings);
  return {
    tally,
    settings,
    fields,
    plan,
    narrative: writeNarrative(tally, settings, plan),
    formulas,
    asOf: asOfText(plan, ledger, TODAY),
  };
}

function padded(rows: readonly (readonly CellValue[])[]): CellValue[][] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return rows.map((row) => [...row, ...new Array<CellValue>(width - row.length).fill("")]);
}
