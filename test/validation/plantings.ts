import { areaAddress, cellAddress, type CellValue } from "../../src/cells/cell";
import type { RuleId } from "../../src/validation/rule";
import {
  cleanBook,
  COLUMN,
  fieldsRows,
  FIRST_ROW,
  HEADER_ROW,
  HEADERS,
  type OpenBook,
  type Random,
  setStatus,
  settingsRows,
} from "./clean-ledger";
import { DEFAULT_VOCABULARY, VOCABULARIES } from "./vocabularies";

/** A ledger with one defect and the cell where its rule must find it ("計画!B6" on another sheet, "" for the whole sheet). */
export interface Planted {
  readonly book: OpenBook;
  readonly cell: string;
}

/** Plants one defect of a rule at a random place of a random clean ledger. */
export type Planting = (random: Random) => Planted;

const NAMES = [COLUMN.heading, COLUMN.policy, COLUMN.measure, COLUMN.department] as const;
const TEXTS = [...NAMES, COLUMN.remarks, COLUMN.reason, COLUMN.result] as const;

const PROSE = [COLUMN.remarks, COLUMN.reason, COLUMN.result] as const;

/** One way for each rule. */
export const PLANTINGS: Readonly<Record<RuleId, Planting>> = {
  "column-required": (random) => {
    const book = anyBook(random);
    book.ledger[HEADER_ROW]![COLUMN.status] = "その他の項目";
    return { book, cell: areaAddress({ row: HEADER_ROW, column: 0, rows: 1, columns: HEADERS.length }) };
  },
  "ledger-empty": (random) => {
    const book = anyBook(random);
    book.ledger = book.ledger.slice(0, FIRST_ROW);
    return { book, cell: areaAddress({ row: HEADER_ROW, column: 0, rows: 1, columns: HEADERS.length }) };
  },
  "header-duplicate": (random) => {
    const book = anyBook(random);
    book.ledger[HEADER_ROW]![COLUMN.amount] = random.pick(["完了日", "備考", "担 当 課", "分野"]);
    return { book, cell: cellAddress(HEADER_ROW, COLUMN.amount) };
  },
  "header-blank": (random) => {
    const book = anyBook(random);
    const column = random.pick([COLUMN.department, COLUMN.date]);
    book.ledger[HEADER_ROW]![column] = "";
    return { book, cell: cellAddress(HEADER_ROW, column) };
  },
  "column-blank": (random) => {
    const book = anyBook(random);
    const column = random.int(1, COLUMN.remarks);
    book.ledger = book.ledger.map((row) => [...row.slice(0, column), "", ...row.slice(column)]);
    return { book, cell: cellAddress(HEADER_ROW, column) };
  },
  "row-blank": (random) => {
    const book = anyBook(random);
    const row = random.int(FIRST_ROW + 1, book.ledger.length - 1);
    insertRows(book, row, ...Array.from({ length: random.int(1, 3) }, () => []));
    return { book, cell: cellAddress(row, 0) };
  },
  "row-total": (random) => {
    const book = anyBook(random);
    const row = random.int(FIRST_ROW + 1, book.ledger.length);
    const column = random.pick([COLUMN.number, COLUMN.field, COLUMN.policy]);
    insertRows(book, row, [
      ...new Array<CellValue>(column).fill(""),
      random.pick(["計", "合計", "小　計", "総計"]),
      "",
      12,
    ]);
    return { book, cell: cellAddress(row, column) };
  },
  "table-second": (random) => {
    const book = anyBook(random);
    if (random.int(0, 1) === 0) {
      const row = book.ledger.length + 1;
      insertRows(book, book.ledger.length, [], ["区分", "件数"], ["市民", 12], ["事業者", 7]);
      return { book, cell: areaAddress({ row, column: 0, rows: 3, columns: 2 }) };
    }
    const row = random.int(FIRST_ROW, book.ledger.length - 3);
    const cells = [
      ["区分", "件数"],
      ["市民", 12],
      ["事業者", 7],
    ];
    for (const [at, pair] of cells.entries()) book.ledger[row + at]!.push("", ...pair);
    return { book, cell: areaAddress({ row, column: HEADERS.length + 1, rows: 3, columns: 2 }) };
  },
  "note-outside": (random) => {
    const book = anyBook(random);
    if (random.int(0, 1) === 0) {
      const row = book.ledger.length + 1;
      insertRows(book, book.ledger.length, [], ["※ 担当課からの回答をまとめたもの"]);
      return { book, cell: cellAddress(row, 0) };
    }
    const row = anyRow(book, random);
    book.ledger[row]!.push("", "要確認");
    return { book, cell: cellAddress(row, HEADERS.length + 1) };
  },
  "cells-merged": (random) => {
    const book = anyBook(random);
    const row = random.int(FIRST_ROW, book.ledger.length - 3);
    const area = { row, column: random.int(0, 12), rows: random.int(1, 3), columns: 2 };
    book.structure.mergedAreas = [{ row: 0, column: 0, rows: 1, columns: 5 }, area];
    return { book, cell: areaAddress(area) };
  },
  "row-hidden": (random) => {
    const book = anyBook(random);
    const row = anyRow(book, random);
    book.structure.hiddenRows = [row];
    return { book, cell: cellAddress(row, 0) };
  },
  "column-hidden": (random) => {
    const book = anyBook(random);
    const column = random.int(0, HEADERS.length - 1);
    book.structure.hiddenColumns = [column];
    return { book, cell: cellAddress(HEADER_ROW, column) };
  },
  "filter-active": (random) => {
    const book = anyBook(random);
    const row = anyRow(book, random);
    book.structure.filtered = true;
    book.structure.hiddenRows = [row];
    return { book, cell: cellAddress(row, 0) };
  },
  "value-error": (random) =>
    spoil(random, random.pick([...TEXTS, COLUMN.status, COLUMN.amount, COLUMN.date, COLUMN.field]), () =>
      random.pick(["#N/A", "#REF!", "#DIV/0!", "#VALUE!"]),
    ),
  "status-formula": (random) => {
    const book = anyBook(random);
    const row = anyRow(book, random);
    book.formulas[`${row},${COLUMN.status}`] = '=IF(A1="","","達成")';
    return { book, cell: cellAddress(row, COLUMN.status) };
  },
  "row-color": (random) => {
    const book = anyBook(random);
    // A colour that some column explains is no defect, so the row must share each of its values with a row without colour.
    const rows = measureRows(book).filter((row) =>
      EXPLAINING.every((value) =>
        measureRows(book).some((other) => other !== row && value(book, other) === value(book, row)),
      ),
    );
    if (rows.length === 0) return PLANTINGS["row-color"](random);
    const row = random.pick(rows);
    book.structure.rowFills = book.ledger.map((_, at) => (at === row ? random.pick(["#FFFF00", null]) : ""));
    return { book, cell: cellAddress(row, 0) };
  },
  "cell-required": (random) => {
    const book = anyBook(random);
    const row = anyRow(book, random);
    const cells = book.ledger[row]!;
    if (random.int(0, 1) === 0) {
      cells[COLUMN.field] = random.pick(["", "　", "\u200B"]);
      return { book, cell: cellAddress(row, COLUMN.field) };
    }
    cells[COLUMN.policy] = "";
    cells[COLUMN.measure] = "";
    return { book, cell: cellAddress(row, COLUMN.policy) };
  },
  "status-blank": (random) => spoil(random, COLUMN.status, () => random.pick(["", " ", "\u3000"])),
  "status-unknown": (random) =>
    spoil(random, COLUMN.status, () => random.pick(["様子見", "不明", "要相談", "休止", "達成？？"])),
  "status-variant": (random) => {
    // Brackets around a label that has brackets of its own are no spelling of it.
    const book = anyBook(random, random.pick(Object.keys(VOCABULARIES).filter((name) => name !== "三重県")));
    const row = anyRow(book, random);
    const [open, close] = random.pick(["【】", "（）", "［］", "「」", "〔〕"]);
    book.ledger[row]![COLUMN.status] = `${open ?? ""}${String(book.ledger[row]![COLUMN.status])}${close ?? ""}`;
    return { book, cell: cellAddress(row, COLUMN.status) };
  },
  "status-multiple": (random) => {
    const book = anyBook(random);
    const row = anyRow(book, random);
    const [one, other] = book.statuses;
    book.ledger[row]![COLUMN.status] = `${one!.name}${random.pick(["・", "、", "/", "\n"])}${other!.name}`;
    return { book, cell: cellAddress(row, COLUMN.status) };
  },
  "level-continued": (random) => {
    const book = anyBook(random);
    let above: CellValue = "";
    let first = -1;
    for (const [at, row] of book.ledger.slice(FIRST_ROW).entries()) {
      if (row[COLUMN.field] !== above) above = row[COLUMN.field]!;
      else {
        row[COLUMN.field] = "";
        if (first < 0) first = FIRST_ROW + at;
      }
    }
    return { book, cell: cellAddress(first, COLUMN.field) };
  },
  "level-unclear": (random) => {
    const book = cleanBook(random.int(40, 60), VOCABULARIES[DEFAULT_VOCABULARY]!, random);
    let above: CellValue = "";
    const repeated: number[] = [];
    for (const [at, row] of book.ledger.slice(FIRST_ROW).entries()) {
      if (row[COLUMN.field] === above) repeated.push(FIRST_ROW + at);
      above = row[COLUMN.field]!;
    }
    // From the middle on only the first row of each group is filled: neither way of writing is the rule.
    const left = repeated.slice(Math.floor(repeated.length / 2));
    for (const row of left) book.ledger[row]![COLUMN.field] = "";
    return { book, cell: cellAddress(left[0]!, COLUMN.field) };
  },
  "vocabulary-unset": (random) => {
    const names = Object.keys(VOCABULARIES).filter(
      (name) => name !== DEFAULT_VOCABULARY && !name.startsWith("行政改革大綱"),
    );
    const statuses = VOCABULARIES[random.pick(names)]!;
    const book = cleanBook(random.int(12, 60), statuses, random);
    book.settings = [];
    return { book, cell: cellAddress(HEADER_ROW, COLUMN.status) };
  },
  "reason-missing": (random) => {
    const book = anyBook(random);
    const [row, other] = twoRows(book, random);
    const status = book.statuses.find(({ reasonRequired }) => reasonRequired)!;
    setStatus(book.ledger[row]!, status);
    setStatus(book.ledger[other]!, status);
    book.ledger[row]![COLUMN.reason] = "";
    return { book, cell: cellAddress(row, COLUMN.reason) };
  },
  "regression-reason": (random) => {
    const book = anyBook(random, DEFAULT_VOCABULARY);
    const [row, other] = twoRows(book, random);
    const [achieved, missed] = book.statuses;
    setStatus(book.ledger[other]!, missed!);
    setStatus(book.ledger[row]!, achieved!);
    book.last = book.ledger.map((cells) => [...cells]);
    setStatus(book.ledger[row]!, missed!);
    book.ledger[row]![COLUMN.reason] = "";
    // Only this rule asks for the reason where 設定 does not.
    book.settings = settingsRows(
      book.statuses.map((one) => ({ ...one, reasonRequired: false })),
      "四捨五入",
    );
    return { book, cell: cellAddress(row, COLUMN.reason) };
  },
  "reason-column": (random) => {
    const book = anyBook(random);
    setStatus(
      book.ledger[anyRow(book, random)]!,
      book.statuses.find(({ reasonRequired }) => reasonRequired)!,
    );
    for (const row of measureRows(book)) book.ledger[row]![COLUMN.reason] = "";
    return { book, cell: cellAddress(HEADER_ROW, COLUMN.reason) };
  },
  "result-missing": (random) => {
    const book = anyBook(random);
    const achieved = book.statuses.find((status) => status.achieved)!;
    for (const row of measureRows(book)) setStatus(book.ledger[row]!, achieved);
    const row = anyRow(book, random);
    book.ledger[row]![COLUMN.result] = "";
    return { book, cell: cellAddress(row, COLUMN.result) };
  },
  "field-unknown": (random) => {
    const book = anyBook(random);
    book.fields = fieldsRows(book.ledger);
    const row = anyRow(book, random);
    const field = String(book.ledger[row]![COLUMN.field]);
    book.ledger[row]![COLUMN.field] = random.pick([`${field}等`, field.slice(0, -1), "国際交流"]);
    return { book, cell: cellAddress(row, COLUMN.field) };
  },
  "field-similar": (random) => {
    const book = anyBook(random);
    const rows = measureRows(book).filter((at) => sharing(book, at, COLUMN.field) >= 3);
    if (rows.length === 0) return PLANTINGS["field-similar"](random);
    const row = random.pick(rows);
    const field = String(book.ledger[row]![COLUMN.field]);
    book.ledger[row]![COLUMN.field] = random.pick([field.replace("の", ""), `${field}等`, field.replace(/^./, "乎")]);
    return { book, cell: cellAddress(row, COLUMN.field) };
  },
  "parent-missing": (random) => {
    const book = anyBook(random);
    const rows = measureRows(book).filter(
      (at) => book.ledger[at]![COLUMN.heading] !== "" && sharing(book, at, COLUMN.field) >= 2,
    );
    const row = random.pick(rows);
    book.ledger[row]![COLUMN.heading] = "";
    return { book, cell: cellAddress(row, COLUMN.heading) };
  },
  "text-ditto": (random) => {
    const book = anyBook(random);
    const row = random.int(FIRST_ROW + 1, book.ledger.length - 1);
    const column = random.pick([COLUMN.department, COLUMN.policy, COLUMN.field]);
    book.ledger[row]![column] = random.pick(["〃", "同上", "々"]);
    return { book, cell: cellAddress(row, column) };
  },
  "number-conflict": (random) => {
    const book = anyBook(random);
    const rows = measureRows(book).filter(
      (at) => book.ledger[at]![COLUMN.heading] !== "" && sharing(book, at, COLUMN.heading) >= 3,
    );
    if (rows.length === 0) return PLANTINGS["number-conflict"](random);
    const row = random.pick(rows);
    book.ledger[row]![COLUMN.heading] = "別の大項目";
    return { book, cell: cellAddress(row, COLUMN.heading) };
  },
  "number-duplicate": (random) => {
    const book = anyBook(random);
    const row = random.int(FIRST_ROW + 2, book.ledger.length - 1);
    book.ledger[row]![COLUMN.number] = random.int(2, row - FIRST_ROW);
    return { book, cell: cellAddress(row, COLUMN.number) };
  },
  "number-gap": (random) => {
    const book = anyBook(random);
    const row = random.int(FIRST_ROW + 1, book.ledger.length - 1);
    const leap = random.int(1, 5);
    for (let at = row; at < book.ledger.length; at++) book.ledger[at]![COLUMN.number] = at - FIRST_ROW + 1 + leap;
    return { book, cell: cellAddress(row, COLUMN.number) };
  },
  "measure-duplicate": (random) => {
    const book = anyBook(random);
    const rows = measureRows(book).filter((at) => book.ledger[at]![COLUMN.measure] !== "" && !isRelisted(book, at));
    if (rows.length < 2) return PLANTINGS["measure-duplicate"](random);
    const at = random.int(1, rows.length - 1);
    const row = rows[at]!;
    const former = book.ledger[rows[random.int(0, at - 1)]!]!;
    // What several departments do under one name is each one's own.
    for (const column of [COLUMN.measure, COLUMN.department]) book.ledger[row]![column] = former[column]!;
    return { book, cell: cellAddress(row, COLUMN.measure) };
  },
  "relisted-original": (random) => {
    const book = anyBook(random);
    const row = random.int(FIRST_ROW, book.ledger.length - 2);
    const cells = book.ledger[row]!;
    cells[COLUMN.measure] = "ほかの計画から移した取組";
    cells[COLUMN.relisted] = "再掲";
    if (random.int(0, 1) === 0) return { book, cell: cellAddress(row, COLUMN.measure) };
    cells[COLUMN.original] = random.pick([9999, "元-7"]);
    return { book, cell: cellAddress(row, COLUMN.original) };
  },
  "relisted-status": (random) => {
    const book = anyBook(random);
    const row = book.ledger.length - 1;
    const status = book.statuses.find(({ name }) => name !== book.ledger[row]![COLUMN.status])!;
    setStatus(book.ledger[row]!, status);
    return { book, cell: cellAddress(row, COLUMN.status) };
  },
  "relisted-name": (random) => {
    const book = anyBook(random);
    const row = book.ledger.length - 1;
    const cells = book.ledger[row]!;
    cells[COLUMN.measure] = String(cells[COLUMN.measure]).replace(
      "番目の",
      random.pick(["番目", "番目のの", "番目・の"]),
    );
    if (!String(cells[COLUMN.measure]).includes("番目")) {
      cells[COLUMN.measure] = String(cells[COLUMN.measure])
        .replace(/の/, "のの")
        .replace(/システム/, "システムの");
    }
    cells[COLUMN.relisted] = "再掲";
    return { book, cell: cellAddress(row, COLUMN.measure) };
  },
  "plan-number": (random) => {
    const book = anyBook(random, DEFAULT_VOCABULARY);
    const rows = measureRows(book).length;
    const achieved = measureRows(book).filter((row) => book.ledger[row]![COLUMN.status] === "達成").length;
    const text = random.pick([
      `全${rows + random.int(2, 9)}項目の取組を進めました。`,
      `このうち${achieved + random.int(2, 9)}項目で目標を達成しました。`,
    ]);
    book.plan.push([random.pick(["成果", "課題", "今後の取組"]), text]);
    return { book, cell: `計画!${cellAddress(book.plan.length - 1, 1)}` };
  },
  "plan-wording": (random) => {
    const book = anyBook(random, DEFAULT_VOCABULARY);
    book.plan.push([`評価：${random.pick(["保留", "見送り", "総括"])}`, "引き続き努めます。"]);
    return { book, cell: `計画!${cellAddress(book.plan.length - 1, 1)}` };
  },
  "reasons-sum": (random) => {
    const book = anyBook(random, DEFAULT_VOCABULARY);
    const missed = measureRows(book).filter((row) => book.ledger[row]![COLUMN.status] === "未達成").length;
    const row = book.plan.length;
    book.plan.push(
      ["未達成の理由", `予算の不足（${missed}件）`],
      ["未達成の理由", `調整の遅れ（${random.int(1, 9)}件）`],
    );
    return { book, cell: `計画!${cellAddress(row, 1)}` };
  },
  "date-impossible": (random) =>
    spoil(random, COLUMN.date, () =>
      random.pick(["平成21年2月29日", "平成20年13月1日", "平成0年4月1日", "平成18年4月31日"]),
    ),
  "date-era": (random) =>
    spoil(random, COLUMN.date, () => random.pick(["平成31年5月1日", "昭和64年1月8日", "平成40年1月1日"])),
  "date-notation": (random) =>
    spoil(random, COLUMN.date, () => random.pick(["H20.4.1", "2008/4/1", "2008-04-01", "平成20年度", "平成20年4月"])),
  "date-period": (random) =>
    spoil(random, COLUMN.date, () =>
      random.pick(["平成23年4月1日", "平成13年3月31日", "昭和63年4月1日", "令和2年10月1日"]),
    ),
  "number-text": (random) => spoil(random, COLUMN.amount, () => random.pick(["約100", "12件", "1,234", "▲5", "未定"])),
  "number-blank": (random) => {
    const book = anyBook(random);
    const [row, other] = twoRows(book, random);
    book.ledger[row]![COLUMN.amount] = 0;
    book.ledger[other]![COLUMN.amount] = random.pick(["", "－", "-"]);
    return { book, cell: cellAddress(row, COLUMN.amount) };
  },
  "text-length": (random) =>
    spoil(random, COLUMN.remarks, () => random.pick(["長".repeat(32_768), "行\n".repeat(254)])),
  "text-formula": (random) =>
    spoil(random, random.pick(TEXTS), () => random.pick(["=SUM(A1:A3)", "+市民協働", "@広報", "-廃止の方向"])),
  "space-edge": (random) => spoilText(random, (text) => random.pick([`${text} `, `　${text}`, ` ${text}　`])),
  "space-doubled": (random) => spoilText(random, (text) => insert(text, random.pick(["  ", "　　", " 　 "]), random)),
  "space-invisible": (random) =>
    spoilText(random, (text) => insert(text, random.pick(["\u200B", "\u00A0", "\uFEFF", "\u2009"]), random)),
  "text-line-break": (random) => spoilText(random, (text) => insert(text, random.pick(["\n", "\r\n"]), random), NAMES),
  "text-letter-spaced": (random) =>
    spoilText(
      random,
      (text) => random.pick([`L A N ${text}`, `${text}（L G W A N）`, `${text}I　C`, "窓 口 改 善"]),
      NAMES,
    ),
  "character-platform": (random) => spoilText(random, (text) => text + random.pick(["㈱", "①", "Ⅱ", "№", "㍻", "㋿"])),
  "kana-halfwidth": (random) => spoilText(random, (text) => insert(text, random.pick(["ﾃﾞｰﾀ", "ｼｽﾃﾑ", "ﾟ"]), random)),
  "character-radical": (random) => spoilText(random, (text) => insert(text, random.pick(["⾏", "⻄", "⽂"]), random)),
  "character-decomposed": (random) =>
    spoilText(random, (text) => text + random.pick(["か\u3099", "ハ\u309A", "ウ\u3099"])),
  "character-private": (random) =>
    spoilText(random, (text) => insert(text, random.pick(["\uE000", "\uF8FF", "\u{F0001}"]), random)),
  "character-control": (random) =>
    spoilText(random, (text) => insert(text, random.pick(["\u0007", "\t", "\u0000", "\uFFFF"]), random)),
  "status-columns": (random) => {
    const book = anyBook(random);
    book.ledger[HEADER_ROW]![COLUMN.remarks] = random.pick(["進捗状況", "実施状況"]);
    for (const row of measureRows(book)) book.ledger[row]![COLUMN.remarks] = book.ledger[row]![COLUMN.status]!;
    return { book, cell: cellAddress(HEADER_ROW, COLUMN.status) };
  },
  "settings-value": (random) => {
    const book = anyBook(random);
    const row = book.settings.length - 1;
    book.settings[row]![1] = random.pick(["五捨六入", "なし", "1桁"]);
    return { book, cell: `設定!${cellAddress(row, 1)}` };
  },
  "fields-repeated": (random) => {
    const book = anyBook(random);
    book.fields = fieldsRows(book.ledger);
    book.fields.push([...book.fields[random.int(1, book.fields.length - 1)]!]);
    return { book, cell: `分野!${cellAddress(book.fields.length - 1, 0)}` };
  },
  "field-unused": (random) => {
    const book = anyBook(random);
    book.fields = fieldsRows(book.ledger);
    const row = random.int(1, book.fields.length);
    book.fields.splice(row, 0, ["国際交流の推進", ""]);
    return { book, cell: `分野!${cellAddress(row, 0)}` };
  },
  "field-short": (random) => {
    const book = anyBook(random);
    book.fields = fieldsRows(book.ledger);
    for (const row of book.fields.slice(1)) row[1] = String(row[0]).slice(0, 2);
    const row = anyRow(book, random);
    book.ledger[row]![COLUMN.field] = String(book.ledger[row]![COLUMN.field]).slice(0, 2);
    return { book, cell: cellAddress(row, COLUMN.field) };
  },
  "department-similar": (random) => {
    const book = anyBook(random);
    for (const row of measureRows(book)) book.ledger[row]![COLUMN.department] = "情報政策推進課";
    const row = anyRow(book, random);
    book.ledger[row]![COLUMN.department] = random.pick(["情報施策推進課", "情報政策促進課", "情報政策椎進課"]);
    return { book, cell: cellAddress(row, COLUMN.department) };
  },
  "number-date": (random) => {
    const book = anyBook(random);
    for (const [at, row] of measureRows(book).entries())
      book.ledger[row]![COLUMN.number] = `${1 + Math.floor(at / 9)}-${(at % 9) + 1}`;
    book.ledger[book.ledger.length - 1]![COLUMN.original] = "";
    const row = anyRow(book, random);
    book.ledger[row]![COLUMN.number] = random.pick([46_054, 45_000, "2月1日", "2026/3/1"]);
    return { book, cell: cellAddress(row, COLUMN.number) };
  },
  "measure-similar": (random) => {
    const book = anyBook(random);
    const [row, other] = twoRows(book, random);
    const names = random.pick([
      ["学校給食センターの整備", "学校給食センタの整備"],
      ["公共施設の予約の受付", "公共施設予約の受付"],
      ["情報・通信の基盤整備", "情報通信の基盤整備"],
    ]);
    for (const [at, name] of [row, other].entries()) {
      book.ledger[name]![COLUMN.measure] = names[at]!;
      book.ledger[name]![COLUMN.department] = "総務課";
    }
    return { book, cell: cellAddress(other, COLUMN.measure) };
  },
  "date-distant": (random) =>
    spoil(random, COLUMN.date, () => random.pick(["2206年3月3日", "令和99年4月1日", "2910年4月1日"])),
  "date-text": (random) =>
    spoil(random, COLUMN.date, () => random.pick(["未定", "3月末", "年度内", "調整中", "令和3年春ごろ"])),
  "money-negative": (random) => spoil(random, COLUMN.amount, () => -random.int(1, 900)),
  "money-scale": (random) => {
    const book = anyBook(random);
    for (const row of measureRows(book)) book.ledger[row]![COLUMN.amount] = random.int(300, 4_000);
    const row = anyRow(book, random);
    // Divided, it is a usual one whatever the others are: less than a quarter of them would be doubtful.
    book.ledger[row]![COLUMN.amount] = random.int(1_000, 4_000) * 1_000;
    return { book, cell: cellAddress(row, COLUMN.amount) };
  },
  "rate-scale": (random) => {
    const book = ratesBook(random, () => random.int(40, 99) / 100);
    const row = anyRow(book, random);
    book.ledger[row]![COLUMN.amount] = random.int(45, 99);
    return { book, cell: cellAddress(row, COLUMN.amount) };
  },
  "rate-slip": (random) => {
    const book = ratesBook(random, () => random.int(60, 120));
    const row = anyRow(book, random);
    book.ledger[row]![COLUMN.amount] = random.int(601, 999);
    return { book, cell: cellAddress(row, COLUMN.amount) };
  },
  "direction-odd": (random) => {
    const book = anyBook(random);
    book.ledger[HEADER_ROW]![COLUMN.remarks] = "今後の方向性";
    for (const row of measureRows(book)) book.ledger[row]![COLUMN.remarks] = ["拡充", "継続"][row % 2]!;
    const row = anyRow(book, random);
    book.ledger[row]![COLUMN.remarks] = random.pick(["継読", "要相談", "未記入"]);
    return { book, cell: cellAddress(row, COLUMN.remarks) };
  },
  "review-odd": (random) => {
    const book = anyBook(random, DEFAULT_VOCABULARY);
    book.ledger[HEADER_ROW]![COLUMN.status] = "最終評価";
    book.ledger[HEADER_ROW]![COLUMN.remarks] = "一次評価";
    for (const row of measureRows(book)) book.ledger[row]![COLUMN.remarks] = ["妥当", "要改善"][row % 2]!;
    const row = anyRow(book, random);
    book.ledger[row]![COLUMN.remarks] = random.pick(["妥等", "要相談", "未記入"]);
    return { book, cell: cellAddress(row, COLUMN.remarks) };
  },
  "character-garbled": (random) =>
    spoilText(random, (text) => insert(text, random.pick(["\uFFFD", "繝・ｽ", "譁�ｭ", "ã‚·ã‚¹", "????"]), random)),
  "character-variation": (random) =>
    spoilText(random, (text) => insert(text, random.pick(["\uFE0F", "\uFE00"]), random), PROSE),
  "character-emoji": (random) =>
    spoilText(random, (text) => insert(text, random.pick(["😊", "✨", "📞"]), random), PROSE),
  "wave-mixed": (random) => {
    const book = anyBook(random);
    const [row, other] = twoRows(book, random);
    book.ledger[row]![COLUMN.remarks] = "4月〜6月";
    book.ledger[other]![COLUMN.remarks] = "7月～9月";
    return { book, cell: cellAddress(row, COLUMN.remarks) };
  },
  "unit-missing": (random) => spoilIndicator(random, INDICATOR.unit, ""),
  "unit-mixed": (random) => spoilIndicator(random, INDICATOR.target, random.pick(["200件", "200％", "200千円"])),
  "target-missing": (random) => spoilIndicator(random, INDICATOR.target, ""),
  "target-direction": (random) => {
    const { book, row } = indicatorBook(random);
    if (random.int(0, 1) === 0) book.ledger[row]![INDICATOR.improvement] = "下向き";
    else book.ledger[row]![INDICATOR.base] = 300;
    return { book, cell: cellAddress(row, INDICATOR.target) };
  },
  "actual-gap": (random) => spoilIndicator(random, INDICATOR.second, ""),
  "rate-wrong": (random) => spoilIndicator(random, INDICATOR.rate, random.pick([75, 95, 88.9, 91])),
  "status-rate": (random) => {
    const { book, row } = indicatorBook(random, DEFAULT_VOCABULARY);
    const [achieved, missed] = book.statuses;
    for (const at of measureRows(book)) setStatus(book.ledger[at]!, at === row ? missed! : achieved!);
    for (const [at, from] of ["達成率の下限", 80, 0].entries()) book.settings[at]![6] = from;
    return { book, cell: cellAddress(row, COLUMN.status) };
  },
  "money-over": (random) => {
    const book = anyBook(random);
    book.ledger[HEADER_ROW]![COLUMN.remarks] = "決算額（千円）";
    for (const row of measureRows(book)) book.ledger[row]![COLUMN.remarks] = Number(book.ledger[row]![COLUMN.amount]);
    const row = anyRow(book, random);
    book.ledger[row]![COLUMN.remarks] = Number(book.ledger[row]![COLUMN.amount]) + random.int(1, 100);
    return { book, cell: cellAddress(row, COLUMN.remarks) };
  },
};

/** Columns that `indicatorBook` adds. */
export const INDICATOR = {
  name: 16,
  unit: 17,
  improvement: 18,
  base: 19,
  target: 20,
  first: 21,
  second: 22,
  third: 23,
  rate: 24,
} as const;

/** A clean ledger whose measures have an indicator of three years each, without a measure listed again; and one of its rows. */
export function indicatorBook(random: Random, vocabulary?: string): { book: OpenBook; row: number } {
  const book = anyBook(random, vocabulary);
  book.ledger.pop();
  const header = [
    "指標",
    "単位",
    "改善の方向",
    "基準値",
    "目標値",
    ...[20, 21, 22].map((year) => `平成${year}年度実績値`),
    "達成率",
  ];
  for (const [at, row] of book.ledger.entries()) {
    const values = [`利用した人の数その${at}`, "人", "上向き", 100, 200, 120, 150, 180, 90];
    row.push(...(at === HEADER_ROW ? header : at < FIRST_ROW ? header.map(() => "") : values));
  }
  return { book, row: anyRow(book, random) };
}

function spoilIndicator(random: Random, column: number, value: CellValue): Planted {
  const { book, row } = indicatorBook(random);
  book.ledger[row]![column] = value;
  return { book, cell: cellAddress(row, column) };
}

/** A book whose amounts are rates. */
function ratesBook(random: Random, rate: () => number): OpenBook {
  const book = anyBook(random);
  book.ledger[HEADER_ROW]![COLUMN.amount] = "執行率（％）";
  for (const row of measureRows(book)) book.ledger[row]![COLUMN.amount] = rate();
  return book;
}

/** What `row-color` accepts as the reason of a colour. */
const EXPLAINING: readonly ((book: OpenBook, row: number) => unknown)[] = [
  (_, row) => row % 2,
  (book, row) => book.ledger[row]![COLUMN.status],
  (book, row) => book.ledger[row]![COLUMN.field],
  (book, row) => `${String(book.ledger[row]![COLUMN.field])}${String(book.ledger[row]![COLUMN.heading])}`,
  (book, row) => book.ledger[row]![COLUMN.department],
  (book, row) => isRelisted(book, row),
  ...[COLUMN.measure, COLUMN.reason, COLUMN.result, COLUMN.remarks].map(
    (column) => (book: OpenBook, row: number) => book.ledger[row]![column] === "",
  ),
];

function anyBook(random: Random, vocabulary = random.pick(Object.keys(VOCABULARIES))): OpenBook {
  return cleanBook(random.int(12, 60), VOCABULARIES[vocabulary]!, random);
}

function measureRows(book: OpenBook): number[] {
  return book.ledger.map((_, row) => row).slice(FIRST_ROW);
}

function anyRow(book: OpenBook, random: Random): number {
  return random.int(FIRST_ROW, book.ledger.length - 1);
}

function twoRows(book: OpenBook, random: Random): [number, number] {
  const one = random.int(FIRST_ROW, book.ledger.length - 3);
  return [one, random.int(one + 1, book.ledger.length - 2)];
}

/** How many rows have the same value in a column. */
function sharing(book: OpenBook, row: number, column: number): number {
  return measureRows(book).filter((other) => book.ledger[other]![column] === book.ledger[row]![column]).length;
}

function isRelisted(book: OpenBook, row: number): boolean {
  return row === book.ledger.length - 1;
}

/** Puts a value into a random row of a column. */
function spoil(random: Random, column: number, value: () => CellValue): Planted {
  const book = anyBook(random);
  const row = anyRow(book, random);
  book.ledger[row]![column] = value();
  return { book, cell: cellAddress(row, column) };
}

/** Changes a text that is there. */
function spoilText(random: Random, change: (text: string) => string, columns: readonly number[] = TEXTS): Planted {
  const book = anyBook(random);
  const places = measureRows(book).flatMap((row) =>
    columns.filter((column) => String(book.ledger[row]![column]).length >= 2).map((column) => ({ row, column })),
  );
  const { row, column } = random.pick(places);
  book.ledger[row]![column] = change(String(book.ledger[row]![column]));
  return { book, cell: cellAddress(row, column) };
}

/** Inserts within a text, between two characters that are no spaces or breaks. */
function insert(text: string, inserted: string, random: Random): string {
  const at = random.int(1, Math.min(text.length, text.search(/\s|$/)) - 1);
  return text.slice(0, at) + inserted + text.slice(at);
}

function insertRows(book: OpenBook, row: number, ...rows: CellValue[][]): void {
  const width = HEADERS.length;
  book.ledger.splice(
    row,
    0,
    ...rows.map((cells) => [...cells, ...new Array<CellValue>(width - cells.length).fill("")]),
  );
}
