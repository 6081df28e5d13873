import { readFileSync } from "node:fs";
import type { CellValue } from "../../../src/ledger/cell";
import { readFieldProfiles } from "../../../src/ledger/read-fields";
import { readLedger } from "../../../src/ledger/read-ledger";
import { readPlanProfile } from "../../../src/ledger/read-plan";
import { readSettings } from "../../../src/ledger/read-settings";
import type { SheetSource } from "../../../src/ledger/source";
import { writeNarrative } from "../../../src/narrative/write-narrative";
import { CountFormulas } from "../../../src/report/count-formulas";
import type { BookletInput } from "../../../src/report/booklet/plan-booklet";
import { predictCountifs } from "../../../src/tally/countifs";
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

/** A ledger of so many measures in the sample's shape: 8 fields, ragged levels, long and short names, every status. */
export function generatedRows(count: number): Record<string, CellValue[][]> {
  const sample = sampleRows();
  const header = ["番号", "分野", "大項目番号", "大項目", "施策番号", "施策", "個別事業", "状況", "再掲"];
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
  return { ...sample, 台帳: [header, ...rows] };
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
  return { tally, settings, fields, plan, narrative: writeNarrative(tally, settings, plan), formulas, today: TODAY };
}

function padded(rows: readonly (readonly CellValue[])[]): CellValue[][] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return rows.map((row) => [...row, ...new Array<CellValue>(width - row.length).fill("")]);
}
