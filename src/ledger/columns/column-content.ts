import type { CellValue } from "../../cells/cell";
import { isBlankCell } from "../cell-text";
import { matchKey } from "../match-key";
import { readNumber } from "../number-text";

/**
 * What the cells of a column are, seen as a whole: `words` are few short texts that come again and again (statuses, names of
 * fields), `marks` one sign or none (○, ★), `numbers` amounts (306人, 85.5％, 未集計 between them), `text` sentences, `labels` short
 * texts that are all different (names), `blank` nothing at all.
 */
export type Content = "words" | "marks" | "numbers" | "text" | "labels" | "blank";

/** What was counted in a column's cells. */
export interface ColumnContent {
  readonly kind: Content;
  readonly filled: number;
  /** Different texts, by match key. */
  readonly distinct: ReadonlySet<string>;
}

/** So many rows tell what a column is; more would only cost time. */
const LOOKED_AT = 300;
/** A status is written in fewer characters than this on average; the longest published ones have 20. */
const SHORT = 13;
const LONGEST_WORD = 24;
/* Marks that stand for "this one", not for a class of several. */
const MARK = /^[○〇◯●◎★☆✓✔レ※*1]$/u;

/** Says what the cells of a column (an index into the rows) are from a row on, looking at up to 300 rows spread over all of them. */
export type ContentReader = (firstRow: number, column: number) => ColumnContent;

/** A reader of rows that stay as they are: what it has found out about a column or a text it does not find out again. */
export function contentReader(values: readonly (readonly CellValue[])[]): ContentReader {
  const known: Map<number, ColumnContent>[] = [];
  const texts = new Map<string, TextFacts>();
  return (firstRow, column) => {
    const below = (known[firstRow] ??= new Map<number, ColumnContent>());
    let content = below.get(column);
    if (content === undefined) below.set(column, (content = columnContent(values, firstRow, column, texts)));
    return content;
  };
}

interface TextFacts {
  readonly key: string;
  readonly isNumber: boolean;
}

function factsOf(text: string, known: Map<string, TextFacts>): TextFacts {
  let facts = known.get(text);
  if (facts === undefined)
    known.set(text, (facts = { key: matchKey(text), isNumber: readNumber(text).kind !== "none" }));
  return facts;
}

function columnContent(
  values: readonly (readonly CellValue[])[],
  firstRow: number,
  column: number,
  texts: Map<string, TextFacts>,
): ColumnContent {
  const rows = values.length - firstRow;
  const step = Math.max(1, Math.floor(rows / LOOKED_AT));
  const distinct = new Set<string>();
  let filled = 0;
  let length = 0;
  let longest = 0;
  let numbers = 0;
  let small = 0;
  let marks = 0;
  for (let row = firstRow; row < values.length; row += step) {
    const cell = values[row]?.[column];
    if (isBlankCell(cell) || cell === undefined) continue;
    const text = String(cell);
    filled++;
    length += text.length;
    if (text.length > longest) longest = text.length;
    const { key, isNumber } = factsOf(text, texts);
    distinct.add(typeof cell === "string" ? key : text);
    if (typeof cell === "number" || isNumber) numbers++;
    if (/^[0-9]$/.test(text)) small++;
    if (MARK.test(text)) marks++;
  }
  return { kind: kindOf(), filled, distinct };

  function kindOf(): Content {
    if (filled === 0) return "blank";
    if (marks === filled && distinct.size === 1) return "marks";
    // Grades from 1 to 9 are classes; counts of that size hardly come without a larger one.
    if (numbers > filled * 0.6 && !(small === numbers && distinct.size <= 6)) return "numbers";
    const average = length / filled;
    const repeats = distinct.size <= Math.max(3, Math.min(12, filled / 2));
    if (repeats && average < SHORT + 4 && longest <= LONGEST_WORD) return "words";
    if (average >= SHORT) return "text";
    return repeats ? "words" : "labels";
  }
}
