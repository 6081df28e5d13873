import type { CellValue } from "../../src/cells/cell";
import type { RuleId } from "../../src/validation/rule";
import {
  cleanBook,
  COLUMN,
  fieldsRows,
  FIRST_ROW,
  HEADER_ROW,
  HEADERS,
  type OpenBook,
  Random,
  setStatus,
  settingsRows,
} from "./clean-ledger";
import { INDICATOR, indicatorBook } from "./plantings";
import { DEFAULT_VOCABULARY, VOCABULARIES } from "./vocabularies";

/** What comes near to breaking a rule and does not: made of a clean ledger of 30 rows. */
export interface AcceptedCase {
  readonly why: string;
  readonly book: OpenBook;
}

const set = (row: number, column: number, value: string | number) => (book: OpenBook) => {
  book.ledger[FIRST_ROW + row]![column] = value;
};

function accept(why: string, change: (book: OpenBook) => void, vocabulary = DEFAULT_VOCABULARY): AcceptedCase {
  const book = cleanBook(30, VOCABULARIES[vocabulary]!, new Random(7));
  change(book);
  return { why, book };
}

const status = (name: string) => VOCABULARIES[DEFAULT_VOCABULARY]!.find((one) => one.name === name)!;

/** At least one case for each rule. */
export const ACCEPTED: Readonly<Record<RuleId, readonly AcceptedCase[]>> = {
  "column-required": [
    accept("synonyms in another width and order", (book) => {
      book.ledger[HEADER_ROW]![COLUMN.status] = "達 成\n状 況";
      book.ledger[HEADER_ROW]![COLUMN.field] = "基本目標";
    }),
  ],
  "ledger-empty": [accept("a single measure", (book) => (book.ledger = book.ledger.slice(0, FIRST_ROW + 1)))],
  "header-duplicate": [
    accept("headers that share words", (book) => (book.ledger[HEADER_ROW]![COLUMN.amount] = "完了日の根拠")),
  ],
  "header-blank": [
    accept("nothing beyond the last header", (book) => {
      for (const row of book.ledger) row.push("");
    }),
  ],
  "column-blank": [
    accept("a column with a header and no values", (book) => {
      for (const row of book.ledger.slice(FIRST_ROW)) row[COLUMN.remarks] = "";
    }),
  ],
  "row-blank": [accept("blank rows above and below", (book) => book.ledger.push(HEADERS.map(() => "")))],
  "row-total": [
    accept("names that contain 計", (book) => {
      book.ledger[FIRST_ROW]![COLUMN.policy] = "会計";
      book.ledger[FIRST_ROW]![COLUMN.measure] = "財政計画の設計";
    }),
  ],
  "table-second": [
    accept("a legend above the header", (book) =>
      book.ledger.splice(
        1,
        1,
        HEADERS.map((_, at) => (at < 2 ? "凡例" : "")),
      ),
    ),
  ],
  "note-outside": [accept("a note above the header", (book) => (book.ledger[1]![0] = "※ 平成22年度末現在"))],
  "cells-merged": [
    accept("a merged title", (book) => (book.structure.mergedAreas = [{ row: 0, column: 0, rows: 1, columns: 16 }])),
  ],
  "row-hidden": [accept("a hidden row above the data", (book) => (book.structure.hiddenRows = [1]))],
  "column-hidden": [accept("a hidden column beyond the ledger", (book) => (book.structure.hiddenColumns = [20]))],
  "filter-active": [accept("filter buttons that hide nothing", (book) => (book.structure.filtered = true))],
  "value-error": [accept("text that speaks of errors", set(3, COLUMN.remarks, "#N/A の表示を解消した"))],
  "row-color": [
    accept(
      "stripes",
      (book) => (book.structure.rowFills = book.ledger.map((_, row) => (row % 2 === 0 ? "#F2F2F2" : ""))),
    ),
    accept("a colour for each status", (book) => {
      book.structure.rowFills = book.ledger.map((row) => (row[COLUMN.status] === "中止" ? "#CCCCCC" : ""));
    }),
  ],
  "status-formula": [
    accept("formulas in other columns", (book) => {
      book.formulas[`${FIRST_ROW},${COLUMN.number}`] = "=ROW()-3";
    }),
  ],
  "vocabulary-unset": [
    accept("the default vocabulary with a slip", (book) => {
      book.settings = [];
      book.ledger[FIRST_ROW]![COLUMN.status] = "達成済";
    }),
    accept("another vocabulary that is set", () => undefined, "下野市"),
  ],
  "status-blank": [accept("a hyphen that is a status", set(2, COLUMN.status, "−"), "長与町")],
  "status-unknown": [
    accept("a code without its wording", set(2, COLUMN.status, "S"), "下野市"),
    accept("a wording without its code", set(2, COLUMN.status, "計画以上"), "下野市"),
  ],
  "status-multiple": [
    accept("a label with 、 in it is one status", (book) => {
      book.statuses = [...book.statuses, { ...status("中止"), name: "廃止、統合" }];
      book.settings = settingsRows(book.statuses, "合計を100に調整");
      setStatus(book.ledger[FIRST_ROW]!, book.statuses[3]!);
    }),
  ],
  "status-variant": [
    accept("a code of a two-part label", set(2, COLUMN.status, "A"), "下野市"),
    accept("a label with brackets of its own", () => undefined, "三重県"),
  ],
  "reason-missing": [
    accept("no reason where none is asked for", (book) => {
      setStatus(book.ledger[FIRST_ROW]!, status("達成"));
    }),
    accept("no reason column in use", (book) => {
      for (const row of book.ledger.slice(FIRST_ROW)) row[COLUMN.reason] = "";
    }),
  ],
  "regression-reason": [
    accept("a reason", (book) => {
      setStatus(book.ledger[FIRST_ROW]!, status("達成"));
      book.last = book.ledger.map((cells) => [...cells]);
      setStatus(book.ledger[FIRST_ROW]!, status("未達成"));
      book.ledger[FIRST_ROW]![COLUMN.reason] = "調整に時間を要した";
    }),
    accept("better than last year", (book) => {
      setStatus(book.ledger[FIRST_ROW]!, status("未達成"));
      book.last = book.ledger.map((cells) => [...cells]);
      setStatus(book.ledger[FIRST_ROW]!, status("達成"));
    }),
    accept("another measure in last year's row", (book) => {
      setStatus(book.ledger[FIRST_ROW]!, status("達成"));
      book.last = book.ledger.map((cells) => [...cells]);
      setStatus(book.ledger[FIRST_ROW]!, status("未達成"));
      book.ledger[FIRST_ROW]![COLUMN.measure] = "まったく別に始めた買物支援";
      book.ledger[FIRST_ROW]![COLUMN.reason] = "";
    }),
  ],
  "reason-column": [
    accept("reasons on the 計画 sheet and no column", (book) => {
      book.ledger = book.ledger.map((row) => row.filter((_, column) => column !== COLUMN.reason));
      book.plan.push(["未達成の理由", "調整に時間を要した"]);
    }),
  ],
  "result-missing": [
    accept("a column that is hardly used", (book) => {
      for (const row of book.ledger.slice(FIRST_ROW + 2)) row[COLUMN.result] = "";
    }),
  ],
  "cell-required": [accept("a status on the 施策 itself", set(2, COLUMN.measure, ""))],
  "field-unknown": [
    accept("fields in another width", (book) => (book.fields = fieldsRows(book.ledger))),
    accept("no 分野 sheet", set(2, COLUMN.field, "国際交流の推進")),
  ],
  "field-similar": [
    accept("names that differ in a number or in a word of meaning", (book) => {
      const names = ["男性の健康づくり", "女性の健康づくり", "第1期の重点取組", "第2期の重点取組"];
      for (const [at, row] of book.ledger.slice(FIRST_ROW).entries()) row[COLUMN.field] = names[at % 4]!;
    }),
  ],
  "level-continued": [
    accept("a single blank cell, which is as likely forgotten", (book) => {
      book.ledger[FIRST_ROW + 1]![COLUMN.field] = "";
    }),
  ],
  "level-unclear": [
    accept("a level written in every row", (book) => {
      for (const row of book.ledger.slice(FIRST_ROW)) row[COLUMN.field] = "福祉";
    }),
  ],
  "parent-missing": [
    accept("a field without any 大項目", (book) => {
      const field = book.ledger[FIRST_ROW]![COLUMN.field];
      for (const row of book.ledger.slice(FIRST_ROW)) {
        if (row[COLUMN.field] === field) row[COLUMN.heading] = row[COLUMN.headingNumber] = "";
      }
    }),
  ],
  "text-ditto": [accept("a text about sameness", set(3, COLUMN.remarks, "同上の理由により継続"))],
  "number-conflict": [accept("the same 大項目番号 in every field", () => undefined)],
  "number-duplicate": [
    accept("numbers that begin anew in each field", (book) => {
      let field: unknown;
      let number = 0;
      for (const row of book.ledger.slice(FIRST_ROW)) {
        number = row[COLUMN.field] === field ? number + 1 : 1;
        field = row[COLUMN.field];
        row[COLUMN.number] = number;
      }
    }),
  ],
  "number-gap": [
    accept("numbers that are codes", (book) => {
      for (const [at, row] of book.ledger.slice(FIRST_ROW).entries()) row[COLUMN.number] = 1000 + at * 37;
    }),
  ],
  "measure-duplicate": [
    accept("a second listing marked 再掲", () => undefined),
    accept("one name in two departments", (book) => {
      for (const [at, department] of ["総務課", "税務課"].entries()) {
        book.ledger[FIRST_ROW + at]![COLUMN.measure] = "職員研修の実施";
        book.ledger[FIRST_ROW + at]![COLUMN.department] = department;
      }
    }),
  ],
  "relisted-original": [
    accept("an original found by its name", (book) => (book.ledger[book.ledger.length - 1]![COLUMN.original] = "")),
  ],
  "relisted-status": [accept("the same status", () => undefined)],
  "relisted-name": [
    accept("another kind of mark and width", (book) => {
      const row = book.ledger[book.ledger.length - 1]!;
      row[COLUMN.measure] = `【再掲】${String(row[COLUMN.measure])
        .replace("（再掲）", "")
        .replace(/[（）]/g, (one) => (one === "（" ? "(" : ")"))}`;
    }),
  ],
  "plan-number": [
    accept("the right number, and numbers of other things", (book) => {
      book.plan.push(["成果", "全30項目の取組を進め、119番通報の24時間対応と3か月の短縮を実現しました。"]);
    }),
  ],
  "plan-wording": [
    accept("a wording of a paragraph that is there", (book) => {
      book.plan.push(["評価：達成", "多くの取組で目標を達成しました。"]);
    }),
  ],
  "reasons-sum": [
    accept("reasons without counts", (book) =>
      book.plan.push(["未達成の理由", "予算の不足"], ["未達成の理由", "調整の遅れ"]),
    ),
  ],
  "date-impossible": [
    accept("元年 and a leap day", (book) => (book.ledger[FIRST_ROW]![COLUMN.date] = "平成16年2月29日")),
  ],
  "date-era": [
    accept("a fiscal year beyond its era, as old plans have it", (book) => {
      for (const row of book.ledger.slice(FIRST_ROW)) row[COLUMN.date] = "平成33年度";
    }),
  ],
  "date-notation": [accept("digits in another width", set(2, COLUMN.date, "平成１９年５月１日"))],
  "date-period": [
    accept("the last day of the last year", set(2, COLUMN.date, "平成23年3月31日")),
    accept("a day of the paperwork", (book) => {
      book.ledger[HEADER_ROW]![COLUMN.date] = "記入日";
      book.ledger[FIRST_ROW]![COLUMN.date] = "平成23年5月10日";
    }),
  ],
  "number-text": [accept("no value, marked with a dash", set(2, COLUMN.amount, "－"))],
  "number-blank": [accept("blanks alone", set(2, COLUMN.amount, ""))],
  "text-length": [accept("a text at the limit", set(2, COLUMN.remarks, "長".repeat(32_767)))],
  "text-formula": [
    accept("a status that begins with a hyphen", () => undefined, "長崎市"),
    accept("a negative number as text and a full-width sign", (book) => {
      book.ledger[FIRST_ROW]![COLUMN.remarks] = "-5";
      book.ledger[FIRST_ROW + 1]![COLUMN.remarks] = "＝昨年と同じ";
    }),
  ],
  "space-edge": [accept("a space within", set(2, COLUMN.remarks, "IT 推進"))],
  "space-doubled": [accept("single full-width space", set(2, COLUMN.remarks, "第1期　実施計画"))],
  "space-invisible": [accept("a name with a variation selector", set(2, COLUMN.remarks, "葛\u{E0100}飾"))],
  "text-line-break": [accept("paragraphs in prose", set(2, COLUMN.remarks, "実施した。\n次年度に続ける。"))],
  "text-letter-spaced": [accept("Latin words", set(2, COLUMN.remarks, "LAN と IC カード, Web GIS"))],
  "character-platform": [
    accept("names of people", set(2, COLUMN.remarks, "髙橋、山﨑")),
    accept("a vocabulary of circled digits", () => undefined, "丸数字"),
  ],
  "kana-halfwidth": [accept("full-width kana", set(2, COLUMN.remarks, "データ"))],
  "character-radical": [accept("kanji", set(2, COLUMN.remarks, "行政・西暦・文字"))],
  "character-decomposed": [accept("composed kana", set(2, COLUMN.remarks, "がぱヴ"))],
  "character-private": [accept("kanji outside the BMP", set(2, COLUMN.remarks, "𠮷野"))],
  "character-control": [accept("line feed in prose", set(2, COLUMN.remarks, "一\n二"))],
  "status-columns": [
    accept("statuses of two years", (book) => {
      book.ledger[HEADER_ROW]![COLUMN.status] = "平成22年度の状況";
      book.ledger[HEADER_ROW]![COLUMN.remarks] = "平成21年度の状況";
      for (const row of book.ledger.slice(FIRST_ROW)) row[COLUMN.remarks] = row[COLUMN.status]!;
    }),
  ],
  "settings-value": [
    accept("another way to write a value", (book) => (book.settings[book.settings.length - 1]![1] = "切捨て")),
  ],
  "fields-repeated": [
    accept("a row that continues the field above", (book) => {
      book.fields = [...fieldsRows(book.ledger), ["", ""]];
    }),
  ],
  "field-unused": [accept("every field has a measure", (book) => (book.fields = fieldsRows(book.ledger)))],
  "field-short": [
    accept("a name that is another field's short name", (book) => {
      book.fields = fieldsRows(book.ledger);
      book.fields[1]![1] = book.fields[2]![0]!;
    }),
  ],
  "department-similar": [
    accept("another kind of office, another subject, and rare names", (book) => {
      const names = ["情報政策課", "情報政策室", "教育指導課", "保育指導課"];
      for (const [at, row] of book.ledger.slice(FIRST_ROW).entries())
        row[COLUMN.department] = names[at < 20 ? 0 : (at % 3) + 1]!;
    }),
  ],
  "number-date": [
    accept("dates that are no numbers", (book) => {
      for (const row of book.ledger.slice(FIRST_ROW)) row[COLUMN.date] = 40_000;
    }),
  ],
  "measure-similar": [
    accept("in two departments", (book) => {
      for (const [at, name] of ["公共施設の予約の受付", "公共施設予約の受付"].entries()) {
        book.ledger[FIRST_ROW + at]![COLUMN.measure] = name;
        book.ledger[FIRST_ROW + at]![COLUMN.department] = ["総務課", "税務課"][at]!;
      }
    }),
  ],
  "date-distant": [accept("years of a long plan", set(2, COLUMN.date, "平成52年4月1日"))],
  "date-text": [
    accept("no date, marked with a dash", set(2, COLUMN.date, "－")),
    accept("words as usual as dates", (book) => {
      for (const [at, row] of book.ledger.slice(FIRST_ROW).entries()) if (at % 3 === 0) row[COLUMN.date] = "随時";
    }),
  ],
  "money-negative": [
    accept("a column of changes", (book) => {
      for (const [at, row] of book.ledger.slice(FIRST_ROW).entries()) if (at % 3 === 0) row[COLUMN.amount] = -5;
    }),
  ],
  "money-scale": [accept("one great project among small ones", set(2, COLUMN.amount, 250_000))],
  "rate-scale": [
    accept("a rate beyond its target", (book) => {
      book.ledger[HEADER_ROW]![COLUMN.amount] = "執行率";
      for (const [at, row] of book.ledger.slice(FIRST_ROW).entries()) row[COLUMN.amount] = at === 3 ? 1.2 : 0.8;
    }),
  ],
  "rate-slip": [
    accept("120 % and 250 %", (book) => {
      book.ledger[HEADER_ROW]![COLUMN.amount] = "執行率（％）";
      for (const [at, row] of book.ledger.slice(FIRST_ROW).entries()) row[COLUMN.amount] = [120, 250][at] ?? 95;
    }),
  ],
  "direction-odd": [
    accept("a usual word that comes once", (book) => {
      book.ledger[HEADER_ROW]![COLUMN.remarks] = "今後の方向性";
      for (const [at, row] of book.ledger.slice(FIRST_ROW).entries()) row[COLUMN.remarks] = at === 3 ? "廃止" : "継続";
    }),
  ],
  "review-odd": [
    accept("a grade that comes once", (book) => {
      book.ledger[HEADER_ROW]![COLUMN.status] = "最終評価";
      book.ledger[HEADER_ROW]![COLUMN.remarks] = "一次評価";
      for (const [at, row] of book.ledger.slice(FIRST_ROW).entries()) row[COLUMN.remarks] = at === 3 ? "D" : "A";
    }),
  ],
  "character-garbled": [accept("a question and a rare kanji", set(2, COLUMN.remarks, "実施できるか？ 繕い"))],
  "character-variation": [accept("a name with its own glyph", set(2, COLUMN.remarks, "葛\u{E0100}飾"))],
  "character-emoji": [accept("signs of offices", set(2, COLUMN.remarks, "○◎△×★※→"))],
  "wave-mixed": [accept("one kind", set(2, COLUMN.remarks, "4月～6月"))],
  "unit-missing": [
    acceptIndicator("a unit in the name", (row) => {
      row[INDICATOR.unit] = "";
      row[INDICATOR.name] = "研修の回数（回）";
    }),
  ],
  "unit-mixed": [acceptIndicator("the unit beside a value", (row) => (row[INDICATOR.target] = "200人"))],
  "target-missing": [
    acceptIndicator("no target, marked with a dash", (row) => (row[INDICATOR.target] = "－")),
    acceptIndicator("an arrow", (row) => (row[INDICATOR.target] = "↑")),
  ],
  "target-direction": [
    acceptIndicator("less is better", (row) => {
      row[INDICATOR.improvement] = "下向き";
      row[INDICATOR.base] = 300;
    }),
  ],
  "actual-gap": [
    acceptIndicator("a year that says why", (row) => (row[INDICATOR.second] = "調査なし")),
    acceptIndicator("the latest year to come", (row) => (row[INDICATOR.third] = "")),
  ],
  "rate-wrong": [
    acceptIndicator("a share of 1", (row) => (row[INDICATOR.rate] = 0.9)),
    acceptIndicator("the way gone from the base", (row) => (row[INDICATOR.rate] = 80)),
    acceptIndicator("120 % of a target", (row) => {
      row[INDICATOR.third] = 240;
      row[INDICATOR.rate] = 120;
    }),
  ],
  "status-rate": [
    acceptIndicator("a vocabulary that says nothing of rates", (row) => {
      setStatus(row, status("中止"));
    }),
  ],
  "money-over": [
    accept("as much as planned", (book) => {
      book.ledger[HEADER_ROW]![COLUMN.remarks] = "決算額（千円）";
      for (const row of book.ledger.slice(FIRST_ROW)) row[COLUMN.remarks] = row[COLUMN.amount]!;
    }),
  ],
};

/** A case of one indicator that is as it should be. */
function acceptIndicator(why: string, change: (row: CellValue[]) => void): AcceptedCase {
  const { book, row } = indicatorBook(new Random(7), DEFAULT_VOCABULARY);
  change(book.ledger[row]!);
  return { why, book };
}
