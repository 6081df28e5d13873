import type { CellValue } from "../cells/cell";
import { cellText, isBlankCell } from "./cell-text";
import type { HeaderMatch } from "./columns/find-header";
import { isLevelKey } from "./columns/column-words";
import type { SkippedRow } from "./ledger";
import { matchKey } from "./match-key";
import type { SheetSource } from "./source";

const TOTALS = new Set([
  "計",
  "合計",
  "小計",
  "総計",
  "総合計",
  "累計",
  "再掲計",
  "再掲除く計",
  "全体",
  "全体計",
  "集計",
  "総数",
]);
const TOTAL_OF = /(?:小計|合計|総計)$/;
/* 「行政サービス計」, 「全40事業」; a budget account, a statistic or a design is no total. */
const TOTAL_LABEL = /(?:[^会統設推家時余累集]計|^全(?:体|\d+)の?(?:事業|項目|施策|取組|件|指標)?(?:数|計)?)$/;
/* What stands at the left of a row of figures: 計24事業, 小計(福祉), 件数, 平均, 構成比. */
const FIGURES_LABEL =
  /^(?:(?:総|合|小|累)?計?\d+(?:件|事業|項目|施策|取組|指標)|(?:小計|合計|総計).{0,12}|(?:達成|未達成|中止|総)?件数|総(?:事業費|予算額?|決算額?|額|数)|平均値?|構成比|割合|達成率|実施率|差引|増減)$/;
const NOTE = /^(?:[※*]|[(]?(?:注|備考|出典|資料|凡例)(?:\d*[):.]|\d*$))/;
/* 計, spaces and closing brackets: what the text of a total row can end with. */
const TOTAL_END = /[計\s\u200B-\u200D\u2060\])）］】〕」]$/;

/** What a row below the header is. `statusIndex`: the row's status in the vocabulary, or -1. */
export type RowJudge = (cells: readonly CellValue[], statusIndex: number) => "measure" | SkippedRow["kind"];

/**
 * Says of each row below the header, in order, whether it is a measure. A row that has a name is one, however little else is
 * filled in; a total row is none, with a label (計, 全40事業, 行政サービス計) or without. `band`: a row of the field alone.
 */
export function rowJudge(values: SheetSource["values"], header: HeaderMatch): RowJudge {
  const { columns } = header;
  const levels = header.levels.flatMap(({ column }) => (column >= 0 ? [column] : []));
  const labelled = [columns.number, ...levels, columns.indicator].flatMap((column) => column ?? []);
  const known = Object.values(columns).filter((column) => column !== columns.number);
  const lower = header.levels.filter(({ key }) => key !== "field" || header.levels.length === 1);
  const names = lower.flatMap(({ column }) => (column >= 0 ? [column] : []));
  const status = columns.status ?? -1;
  const field = columns.field ?? -1;
  const marks = header.statusMarks.map(({ column }) => column);
  const continued = header.readings.flatMap(({ column, key }) => (isOfIndicator(key) ? [column] : []));
  const sums = header.readings.flatMap(({ column, key }) => (key === "budget" || key === "settled" ? [column] : []));
  const headerRows = values.slice(header.top, header.row + 1);
  const lowest = names[names.length - 1] ?? -1;
  let followsGap = false;
  let afterMeasure = false;
  let isFirst = true;

  function isTotal(cells: readonly CellValue[], statusIndex: number): boolean {
    for (const column of labelled) {
      const cell = cells[column];
      if (typeof cell !== "string" || cell === "") continue;
      const mayBe = mayEndAsTotal(cell);
      if (!mayBe && statusIndex >= 0) continue;
      const key = matchKey(cell).replace(/[()]/g, "");
      if (TOTALS.has(key) && (mayBe || statusIndex < 0)) return true;
      if (statusIndex < 0 && (TOTAL_OF.test(key) || (TOTAL_LABEL.test(key) && hasNoStatus(cells)))) return true;
    }
    if (statusIndex < 0 && hasNoStatus(cells) && isCountOnly(cells)) return true;
    if (statusIndex < 0 && hasNoStatus(cells) && names.every((column) => isBlankCell(cells[column]))) {
      // The label may stand anywhere left of the figures.
      const texts = cells.filter((cell) => typeof cell === "string" && !isBlankCell(cell)) as string[];
      if (texts.some((text) => TOTALS.has(matchKey(text)))) return true;
      const figures = cells.filter((cell) => typeof cell === "number").length;
      if (figures > 0 && texts.length > 0 && FIGURES_LABEL.test(matchKey(texts[0]!).replace(/[()]/g, ""))) return true;
      // Sums of money and counts with no label at all.
      if (texts.length === 0 && (figures > 1 || sums.some((column) => typeof cells[column] === "number"))) return true;
    }
    // Without a label: a number where the statuses stand.
    return (
      statusIndex < 0 && typeof cells[status] === "number" && labelled.every((column) => isBlankCell(cells[column]))
    );
  }

  /** A count in place of the names, and figures: 24件 | 9,999. */
  function isCountOnly(cells: readonly CellValue[]): boolean {
    const texts = cells.filter((cell) => typeof cell === "string" && !isBlankCell(cell)) as string[];
    return (
      texts.length === 1 &&
      cells.some((cell) => typeof cell === "number") &&
      FIGURES_LABEL.test(matchKey(texts[0]!).replace(/[()]/g, ""))
    );
  }

  function hasNoStatus(cells: readonly CellValue[]): boolean {
    return isBlankCell(cells[status]) || typeof cells[status] === "number";
  }

  /** A row whose only text is a remark, a heading of its own, or the header once more. */
  function noteKind(cells: readonly CellValue[]): "note" | "header" | "band" | null {
    if (headerRows.some((row) => isSameRow(cells, row)) || isNumbering(cells)) return "header";
    if (isFirst && isExplaining(cells)) return "header";
    if (!isBlankCell(cells[status]) || marks.some((column) => !isBlankCell(cells[column]))) return null;
    const filled = cells.flatMap((cell, column) => (isBlankCell(cell) ? [] : [column]));
    const [only] = filled;
    if (filled.length === 1 && only !== undefined) {
      const key = matchKey(cellText(cells[only]));
      if (NOTE.test(key)) return "note";
      if (labelled.includes(only) || only <= Math.min(...labelled)) {
        if (field < 0 && only <= lowest) return "band";
        if (only !== lowest) return "note";
      }
    }
    if (names.every((column) => isBlankCell(cells[column]))) {
      return known.reduce((sum, column) => sum + (isBlankCell(cells[column]) ? 0 : 1), 0) <= 1 ? "note" : null;
    }
    return filled.length === 1 && isBlankCell(cells[field]) && followsGap ? "note" : null;
  }

  /** A further indicator of the measure above: only indicator cells are filled. */
  function isContinued(cells: readonly CellValue[]): boolean {
    return (
      afterMeasure &&
      continued.length > 0 &&
      isBlankCell(cells[status]) &&
      names.every((column) => continued.includes(column) || isBlankCell(cells[column])) &&
      continued.some((column) => !isBlankCell(cells[column]))
    );
  }

  return (cells, statusIndex) => {
    let kind: ReturnType<RowJudge> = "measure";
    // A row with a status of the vocabulary and a field can only be a measure or a total.
    const doubtful = statusIndex < 0 || isBlankCell(cells[field]);
    if (doubtful && cells.every(isBlankCell)) kind = "blank";
    else if (isTotal(cells, statusIndex)) kind = "total";
    else if (doubtful && isContinued(cells)) kind = "continued";
    else if (doubtful) kind = noteKind(cells) ?? "measure";
    isFirst &&= kind === "blank" || kind === "header";
    followsGap = kind === "blank" || (followsGap && kind === "note");
    afterMeasure = kind === "measure" || (afterMeasure && kind === "continued");
    return kind;
  };
}

function isOfIndicator(key: string | null): boolean {
  return (
    key !== null &&
    ["indicator", "unit", "indicatorKind", "base", "target", "actual", "rate"].includes(key) &&
    !isLevelKey(key as "field")
  );
}

/** The header once more, as on every printed page: each filled cell is what the header has there. */
function isSameRow(cells: readonly CellValue[], header: readonly CellValue[]): boolean {
  let same = 0;
  for (const [column, cell] of cells.entries()) {
    if (isBlankCell(cell)) continue;
    if (cell !== header[column]) return false;
    same++;
  }
  return same > 1;
}

const NUMBERING = /^[(]?(?:\d{1,2}|[a-zア-ン])[)]?$/;

/** Numbers of the columns below a header: (1), (2), (3)…, ①, ②… in every column. */
function isNumbering(cells: readonly CellValue[]): boolean {
  const texts = cells.flatMap((cell) => (isBlankCell(cell) ? [] : [matchKey(cellText(cell))]));
  if (texts.length < 4 || !texts.every((text) => NUMBERING.test(text))) return false;
  const numbers = texts.map((text) => Number(text.replace(/[()]/g, "")));
  return numbers.every((number, at) => at === 0 || number === numbers[at - 1]! + 1);
}

/* What a row below the header says of the columns: (千円), 必須, リストから選択. */
const EXPLANATION =
  /^(?:[(].*[)]|必須|任意|選択式?|入力|記入|記述|自動(?:入力|計算|表示)?|数値|数字|文字列?|日付|半角.*|全角.*|プルダウン.*|リスト.*|.*(?:を|から|で)(?:選択|選ぶ|入力|記入|記載)(?:する|して(?:ください|下さい))?。?)$/;
/* A header in English has words, not codes, in every column that it names. */
const ENGLISH = /^[a-z][a-z ./&()'-]*[a-z)]$/i;
const FEWEST_ENGLISH = 3;

/** A second row of the header that explains the columns: their units, how to fill them in, or their names in English. */
function isExplaining(cells: readonly CellValue[]): boolean {
  const filled = cells.filter((cell) => !isBlankCell(cell));
  if (filled.length === 0 || !filled.every((cell) => typeof cell === "string")) return false;
  if (filled.length >= FEWEST_ENGLISH && filled.every((text) => ENGLISH.test(text))) return true;
  return filled.every((text) => EXPLANATION.test(matchKey(text)));
}

function mayEndAsTotal(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  // Most cells end in a digit, a letter, or a kanji or kana other than 計 (U+8A08), which no pattern needs to look at.
  const isUsual = (last >= 0x3040 && last <= 0x9fff) || (last >= 0x30 && last <= 0x5c);
  return last === 0x8a08 || (!isUsual && TOTAL_END.test(text));
}
