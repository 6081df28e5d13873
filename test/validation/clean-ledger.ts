import type { CellValue } from "../../src/cells/cell";
import type { Status } from "../../src/ledger/settings";
import type { SheetStructure } from "../../src/ledger/source";
import type { Book } from "./check-rows";

/** Whole numbers and choices from one seed (mulberry32), so that a failing case can be run again. */
export class Random {
  constructor(private state: number) {}

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let bits = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** From `least` to `most`, both included. */
  int(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.int(0, items.length - 1)];
    if (item === undefined) throw new Error("Nothing to pick from.");
    return item;
  }
}

/** A book that may be spoilt. */
export interface OpenBook extends Book {
  ledger: CellValue[][];
  settings: CellValue[][];
  fields?: CellValue[][];
  plan: CellValue[][];
  last?: CellValue[][];
  formulas: Record<string, string>;
  structure: { -readonly [K in keyof SheetStructure]?: SheetStructure[K] };
  statuses: readonly Status[];
}

/** Columns of a clean ledger, in order. */
export const COLUMN = {
  number: 0,
  field: 1,
  headingNumber: 2,
  heading: 3,
  policyNumber: 4,
  policy: 5,
  measure: 6,
  status: 7,
  relisted: 8,
  original: 9,
  reason: 10,
  result: 11,
  department: 12,
  remarks: 13,
  date: 14,
  amount: 15,
} as const;

export const HEADERS = [
  "番号",
  "分野",
  "大項目番号",
  "大項目",
  "施策番号",
  "施策",
  "個別事業",
  "状況",
  "再掲",
  "参照元",
  "理由",
  "実績",
  "担当課",
  "備考",
  "完了日",
  "予算額（千円）",
];

/** Row of the header, below a title and a blank row. */
export const HEADER_ROW = 2;
export const FIRST_ROW = 3;

const FIELDS = [
  "行政サービスの向上",
  "情報通信基盤の整備",
  "教育と生涯学習の充実",
  "健康と福祉の増進",
  "消防と防災の強化",
  "産業の振興",
];
const TOPICS = [
  "窓口",
  "図書館",
  "学校",
  "公園",
  "道路",
  "税務",
  "広報",
  "防災倉庫",
  "子育て相談",
  "健康診査",
  "観光案内",
  "統計",
];
const ACTIONS = [
  "の電子化",
  "の再整備",
  "の広域連携",
  "システムの導入",
  "の運営の見直し",
  "の周知",
  "（ICカード）の活用",
];
const DEPARTMENTS = ["総務課", "企画政策課", "健康推進課", "学校教育課", "土木管理課"];

/**
 * A ledger without any mistake: ragged hierarchy, one field without 大項目, a re-listed measure with its original, reasons
 * and results where they belong, dates and amounts. `rows` measures, at least 12.
 */
export function cleanBook(rows: number, statuses: readonly Status[], random: Random): OpenBook {
  const ledger: CellValue[][] = [blank("施策の台帳（平成22年度末）"), blank(), [...HEADERS]];
  const fields = FIELDS.slice(0, random.int(2, FIELDS.length));
  const perField = Math.ceil(rows / fields.length);
  let number = 0;
  for (const [fieldIndex, field] of fields.entries()) {
    // The last field of the plan has no 大項目 at all.
    const hasHeadings = fieldIndex < fields.length - 1 || fields.length === 2;
    let heading = 0;
    let inField = 0;
    while (inField < perField && number < rows) {
      heading++;
      for (
        let policy = 1, policies = random.int(1, 3);
        policy <= policies && inField < perField && number < rows;
        policy++
      ) {
        const topic = `${random.pick(TOPICS)}${random.pick(ACTIONS)}`;
        const policyNumber = hasHeadings ? policy : heading * 10 + policy;
        const policyName = `${topic}（${fieldIndex + 1}-${heading}-${policy}）`;
        const measures = random.int(1, 4);
        for (let at = 1; at <= measures && inField < perField && number < rows; at++) {
          number++;
          inField++;
          const row = blank();
          row[COLUMN.number] = number;
          row[COLUMN.field] = field;
          row[COLUMN.headingNumber] = hasHeadings ? heading : "";
          row[COLUMN.heading] = hasHeadings ? `${field}のための取組その${heading}` : "";
          row[COLUMN.policyNumber] = hasHeadings ? policyNumber : "";
          row[COLUMN.policy] = policyName;
          row[COLUMN.measure] = measures === 1 ? "" : `${number}番目の${random.pick(TOPICS)}${random.pick(ACTIONS)}`;
          row[COLUMN.department] = random.pick(DEPARTMENTS);
          row[COLUMN.remarks] = random.int(0, 3) === 0 ? "次の計画に引き継ぐ。\n詳しくは別紙のとおり。" : "";
          const year = random.int(14, 22);
          row[COLUMN.date] = `平成${year}年${random.int(4, 12)}月${random.int(1, 28)}日`;
          row[COLUMN.amount] = random.int(1, 90_000);
          setStatus(row, random.pick(statuses));
          ledger.push(row);
        }
      }
    }
  }
  relist(ledger, random);
  return {
    ledger,
    settings: settingsRows(statuses, "合計を100に調整"),
    plan: [
      ["項目", "内容"],
      ["計画名", "第2次行政改革計画"],
      ["開始年度", "平成13年度"],
      ["終了年度", "平成22年度"],
      ["成果", "庁内の情報共有が進み、3か月かかっていた手続が24時間利用できるようになりました。"],
    ],
    formulas: {},
    structure: {},
    statuses,
  };
}

/** Gives a row a status with the reason and the result that go with it. */
export function setStatus(row: CellValue[], status: Status): void {
  row[COLUMN.status] = status.name;
  row[COLUMN.reason] = status.reasonRequired ? "関係者との調整に時間を要したため" : "";
  row[COLUMN.result] = status.achieved ? "計画した内容を実施した。" : "";
}

/** The 設定 sheet for a vocabulary. */
export function settingsRows(statuses: readonly Status[], rounding: string): CellValue[][] {
  const mark = (yes: boolean) => (yes ? "○" : "");
  return [
    ["区分", "意味", "達成とみなす", "分母に含める", "理由が必要", "同義語"],
    ...statuses.map(({ name, meaning, achieved, inDenominator, reasonRequired, synonyms }) => [
      name,
      meaning,
      mark(achieved),
      mark(inDenominator),
      mark(reasonRequired),
      synonyms.join("、"),
    ]),
    ["", "", "", "", "", ""],
    ["項目", "値", "", "", "", ""],
    ["端数処理", rounding, "", "", "", ""],
  ];
}

/** The 分野 sheet for the fields of a ledger. */
export function fieldsRows(ledger: readonly (readonly CellValue[])[]): CellValue[][] {
  const names = new Set(ledger.slice(FIRST_ROW).map((row) => row[COLUMN.field] ?? ""));
  return [["分野", "略称"], ...[...names].map((name) => [name, ""])];
}

/** Makes the last measure a second listing of another one, by number or by name. */
function relist(ledger: CellValue[][], random: Random): void {
  const row = ledger[ledger.length - 1];
  const original = ledger[random.int(FIRST_ROW, ledger.length - 2)];
  if (!row || !original) return;
  const name = original[COLUMN.measure] === "" ? original[COLUMN.policy] : original[COLUMN.measure];
  for (const column of [COLUMN.status, COLUMN.reason, COLUMN.result]) row[column] = original[column] ?? "";
  const inName = random.int(0, 1) === 0;
  row[COLUMN.measure] = inName ? `${String(name)}（再掲）` : (name ?? "");
  row[COLUMN.relisted] = inName ? "" : "再掲";
  row[COLUMN.original] = random.int(0, 1) === 0 ? "" : (original[COLUMN.number] ?? "");
}

function blank(...cells: CellValue[]): CellValue[] {
  return [...cells, ...new Array<CellValue>(HEADERS.length - cells.length).fill("")];
}
