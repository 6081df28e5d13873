import type { RuleId } from "../../src/validation/rule";
import {
  cleanBook,
  COLUMN,
  FIRST_ROW,
  HEADER_ROW,
  HEADERS,
  type OpenBook,
  Random,
  setStatus,
  settingsRows,
} from "./clean-ledger";
import { PLANTINGS } from "./plantings";
import { DEFAULT_VOCABULARY, VOCABULARIES } from "./vocabularies";

/** A book and the rules that it breaks, each exactly once. */
export interface BrokenBook {
  readonly name: string;
  readonly book: OpenBook;
  readonly breaks: readonly RuleId[];
}

const STATUSES = VOCABULARIES[DEFAULT_VOCABULARY]!;
const BLANK = (): (string | number)[] => HEADERS.map(() => "");

/**
 * Together these books break every rule exactly once. The first six are there because some rules exclude each other: a sheet without
 * its columns, or without rows, is not looked at further; a ledger whose vocabulary is not set has no status to judge; a
 * filter explains hidden rows; a 理由 column is either used or not; a text beyond Excel's limits is long for every reader
 * of the first book.
 */
export function brokenBooks(): BrokenBook[] {
  return [
    { name: "nearly everything", book: nearlyEverything(), breaks: MAIN },
    {
      name: "no status column",
      book: altered((book) => (book.ledger[HEADER_ROW]![COLUMN.status] = "その他の項目")),
      breaks: ["column-required"],
    },
    {
      name: "no rows",
      book: altered((book) => (book.ledger = book.ledger.slice(0, FIRST_ROW))),
      breaks: ["ledger-empty"],
    },
    {
      name: "another vocabulary without 設定",
      book: altered((book) => (book.settings = []), "宮城県"),
      breaks: ["vocabulary-unset"],
    },
    {
      name: "a filter",
      book: altered((book) => {
        book.structure.filtered = true;
        book.structure.hiddenRows = [FIRST_ROW + 2, FIRST_ROW + 3];
      }),
      breaks: ["filter-active"],
    },
    {
      name: "an empty 理由 column",
      book: altered(
        (book) => {
          for (const [at, row] of book.ledger.slice(FIRST_ROW).entries()) {
            setStatus(row, STATUSES[at % 3]!);
            row[COLUMN.reason] = "";
          }
          book.ledger.pop();
        },
        DEFAULT_VOCABULARY,
        31,
      ),
      breaks: ["reason-column"],
    },
    {
      name: "only the first row of each group",
      book: altered((book) => {
        blankRepeats(book);
      }),
      breaks: ["level-continued"],
    },
    {
      name: "first rows only from the middle on",
      book: {
        ...altered(() => undefined),
        ledger: [
          ["分野", "施策", "個別事業", "状況"],
          ...Array.from({ length: 16 }, (_, at) => {
            const field = ["福祉", "教育", "防災", "産業"][Math.floor(at / 4)]!;
            return [at < 8 || at % 4 === 0 ? field : "", `${field}の充実`, `${field}の取組その${at + 1}`, "達成"];
          }),
        ],
      },
      breaks: ["level-unclear"],
    },
    ...ONE_EACH.map((id) => ({ name: id, book: PLANTINGS[id](new Random(5)).book, breaks: [id] })),
  ];
}

/** Leaves out fields that the row above has already. */
function blankRepeats(book: OpenBook): void {
  const rows = book.ledger.slice(FIRST_ROW);
  const repeated = rows.filter((row, at) => at > 0 && row[COLUMN.field] === rows[at - 1]![COLUMN.field]);
  for (const row of repeated) row[COLUMN.field] = "";
}

function altered(change: (book: OpenBook) => void, vocabulary = DEFAULT_VOCABULARY, rows = 30): OpenBook {
  const book = cleanBook(rows, VOCABULARIES[vocabulary]!, new Random(11));
  change(book);
  return book;
}

/** Rules whose planted mistake is the only one of its book. */
const ONE_EACH: readonly RuleId[] = [
  "status-columns",
  "settings-value",
  "regression-reason",
  "fields-repeated",
  "field-unused",
  "field-short",
  "department-similar",
  "number-date",
  "measure-similar",
  "date-distant",
  "date-text",
  "money-negative",
  "money-scale",
  "rate-scale",
  "rate-slip",
  "direction-odd",
  "review-odd",
  "character-garbled",
  "character-variation",
  "character-emoji",
  "wave-mixed",
  "unit-missing",
  "unit-mixed",
  "target-missing",
  "target-direction",
  "actual-gap",
  "rate-wrong",
  "status-rate",
  "money-over",
];

/** Rules broken by the first book. */
const MAIN: readonly RuleId[] = [
  "header-duplicate",
  "header-blank",
  "column-blank",
  "row-blank",
  "row-total",
  "table-second",
  "note-outside",
  "cells-merged",
  "row-hidden",
  "column-hidden",
  "value-error",
  "row-color",
  "status-formula",
  "status-blank",
  "status-unknown",
  "status-multiple",
  "status-variant",
  "reason-missing",
  "result-missing",
  "cell-required",
  "field-unknown",
  "field-similar",
  "parent-missing",
  "text-ditto",
  "number-conflict",
  "number-duplicate",
  "number-gap",
  "measure-duplicate",
  "relisted-original",
  "relisted-status",
  "relisted-name",
  "plan-number",
  "plan-wording",
  "reasons-sum",
  "date-impossible",
  "date-era",
  "date-notation",
  "date-period",
  "number-text",
  "number-blank",
  "text-length",
  "text-formula",
  "space-edge",
  "space-doubled",
  "space-invisible",
  "text-line-break",
  "text-letter-spaced",
  "character-platform",
  "kana-halfwidth",
  "character-radical",
  "character-decomposed",
  "character-private",
  "character-control",
];

/** Sixty measures of one field after another; each defect has a row of its own. */
function nearlyEverything(): OpenBook {
  const [achieved, missed] = [STATUSES[0]!, STATUSES[1]!];
  const rows: (string | number)[][] = [];
  for (let at = 0; at < 60; at++) {
    const field = at < 30 ? "行政サービスの向上" : "情報通信基盤の整備";
    const heading = at % 30 < 15 ? 1 : 2;
    const row = BLANK();
    row[COLUMN.number] = at + 1;
    row[COLUMN.field] = field;
    row[COLUMN.headingNumber] = heading;
    row[COLUMN.heading] = `${field}の柱${heading}`;
    row[COLUMN.policyNumber] = 1;
    row[COLUMN.policy] = `${field}の施策${heading}`;
    row[COLUMN.measure] = `${at + 1}番目の取組`;
    row[COLUMN.department] = "総務課";
    row[COLUMN.remarks] = "記載あり";
    row[COLUMN.date] = "平成20年4月1日";
    row[COLUMN.amount] = 100 + at;
    setStatus(row, at % 2 === 0 ? achieved : missed);
    rows.push(row);
  }
  const at = (row: number, column: number, value: string | number) => {
    rows[row]![column] = value;
  };
  at(1, COLUMN.remarks, "#N/A");
  at(3, COLUMN.status, "");
  at(5, COLUMN.status, "様子見");
  at(7, COLUMN.status, "達成・中止");
  at(8, COLUMN.status, "【達成】");
  at(9, COLUMN.reason, "");
  at(10, COLUMN.result, "");
  at(11, COLUMN.measure, "");
  at(11, COLUMN.policy, "");
  at(12, COLUMN.field, "国際交流の推進");
  at(12, COLUMN.heading, "国際交流の柱");
  at(12, COLUMN.policy, "国際交流の施策");
  at(13, COLUMN.field, "行政サ－ビスの向上");
  at(16, COLUMN.heading, "");
  at(17, COLUMN.department, "〃");
  at(18, COLUMN.heading, "別の柱");
  // Number 20 twice, and none between 49 and 51.
  for (let row = 20; row < 60; row++) at(row, COLUMN.number, row < 50 ? row : row + 1);
  at(22, COLUMN.measure, "22番目の取組");
  at(23, COLUMN.measure, "ほかの計画から移した取組");
  at(23, COLUMN.relisted, "再掲");
  at(24, COLUMN.measure, "50番目の取組");
  at(24, COLUMN.relisted, "再掲");
  at(26, COLUMN.measure, "28番目取組");
  at(26, COLUMN.relisted, "再掲");
  setStatus(rows[26]!, missed);
  at(28, COLUMN.date, "平成20年2月30日");
  at(29, COLUMN.date, "平成20年2月29日");
  at(30, COLUMN.date, "平成31年5月1日");
  at(31, COLUMN.date, "H20.4.1");
  at(33, COLUMN.amount, "約100");
  at(34, COLUMN.amount, 0);
  at(35, COLUMN.amount, "－");
  at(36, COLUMN.remarks, "長".repeat(32_768));
  at(37, COLUMN.remarks, "=A1");
  at(38, COLUMN.remarks, " 前後");
  at(39, COLUMN.remarks, "二つの  空白");
  at(40, COLUMN.remarks, "見えない\u200B文字");
  at(41, COLUMN.department, "総務\n課");
  at(42, COLUMN.remarks, "L A Nの整備");
  at(43, COLUMN.remarks, "相手は㈱");
  at(44, COLUMN.remarks, "ﾃﾞｰﾀ");
  at(45, COLUMN.remarks, "⾏政");
  at(46, COLUMN.remarks, "か\u3099");
  at(47, COLUMN.remarks, "\uE000");
  at(48, COLUMN.remarks, "鐘\u0007");
  const header = [...HEADERS];
  const wide = [header, ...rows].map((row, index) => {
    const isHeader = index === 0;
    // 備考 twice, a column without header, and a blank column before 完了日.
    return [...row.slice(0, 14), isHeader ? "備考" : "", isHeader ? "" : "補足", "", ...row.slice(14)];
  });
  const width = wide[0]!.length;
  const filled = (...cells: (string | number)[]) => [...cells, ...new Array<string>(width - cells.length).fill("")];
  const ledger = [filled("施策の台帳"), filled(), ...wide];
  // A total row and a blank row between the measures, and a table and a note below them.
  ledger.splice(FIRST_ROW + 55, 0, filled("", "合計"));
  ledger.splice(FIRST_ROW + 57, 0, filled());
  ledger.push(filled(), filled("区分", "件数"), filled("市民", 12), filled(), filled("※ 照会中のものを含む"));
  return {
    ledger,
    settings: settingsRows(STATUSES, "合計を100に調整"),
    fields: [
      ["分野", "略称"],
      ["行政サービスの向上", ""],
      ["情報通信基盤の整備", ""],
    ],
    plan: [
      ["項目", "内容"],
      ["開始年度", "平成13年度"],
      ["終了年度", "平成22年度"],
      ["成果", "全99項目の取組を進めました。"],
      ["未達成の理由", "予算の不足（1件）"],
      ["未達成の理由", "調整の遅れ（1件）"],
      ["評価：保留", "引き続き努めます。"],
    ],
    formulas: { [`${FIRST_ROW + 14},${COLUMN.status}`]: "=A1" },
    structure: {
      mergedAreas: [{ row: FIRST_ROW + 52, column: 1, rows: 2, columns: 1 }],
      hiddenRows: [FIRST_ROW + 53],
      hiddenColumns: [COLUMN.department],
      rowFills: ledger.map((_, row) => (row === FIRST_ROW + 51 ? "#FFFF00" : "")),
    },
    statuses: STATUSES,
  };
}
