import { columnLetters } from "../../../cells/cell";

/*
 * Formula text: in a file it has no "=", functions newer than the format carry a prefix, and formulas filled down
 * are stored once ("shared").
 */

/** Functions added after the first version of the format; a file names them `_xlfn.NAME` ([MS-XLSX] §2.2.2). */
const NEWER_CALL =
  /(^|[^A-Za-z0-9_.])(?:(IFS|SWITCH|TEXTJOIN|CONCAT|MAXIFS|MINIFS|XLOOKUP|XMATCH|IFNA|DAYS|ISOWEEKNUM|UNICODE|UNICHAR|NUMBERVALUE|FORMULATEXT|SHEET|SHEETS|XOR|UNIQUE|SEQUENCE|SORTBY|TEXTBEFORE|TEXTAFTER|TEXTSPLIT|VSTACK|HSTACK|TOCOL|TOROW)|(FILTER|SORT))(?=\()/gi;

/** Formula as Excel shows it ("=A1") from the text of an `<f>`. */
export function formulaFromFile(text: string): string {
  return `=${outsideLiterals(text, (piece) => piece.replace(/_xlfn\.(?:_xlws\.)?/gi, ""))}`;
}

/** Text of an `<f>` from a formula as Excel shows it. */
export function formulaToFile(formula: string): string {
  const text = formula.startsWith("=") ? formula.slice(1) : formula;
  return outsideLiterals(text, (piece) =>
    piece.replace(NEWER_CALL, (_, before: string, newer: string | undefined, worksheet: string | undefined) => {
      return worksheet === undefined ? `${before}_xlfn.${newer ?? ""}` : `${before}_xlfn._xlws.${worksheet}`;
    }),
  );
}

/** A shared formula as it reads `rows` and `columns` away from the cell it is written in. */
export function shiftFormula(text: string, rows: number, columns: number): string {
  return formulaShift(text)(rows, columns);
}

/** A reference as it reads some rows and columns away; null where that is off the sheet. */
type Reference = (rows: number, columns: number) => string | null;

/**
 * What a shared formula reads like elsewhere. Its references are looked for once, because it may be filled down a hundred
 * thousand rows.
 */
export function formulaShift(text: string): (rows: number, columns: number) => string {
  const references: Reference[] = [];
  const mark = (before: string, reference: Reference): string => {
    references.push(reference);
    return `${before}\ufdd0${references.length - 1}\ufdd0`;
  };
  const marked = outsideLiterals(text.replaceAll("\ufdd0", ""), (piece) =>
    piece
      .replace(
        CELL_REFERENCE,
        (_, before: string, lockColumn: string, letters: string, lockRow: string, digits: string) =>
          mark(before, (rows, columns) => {
            const column = lockColumn === "$" ? letters : shiftedLetters(letters, columns);
            const row = lockRow === "$" ? digits : String(Number(digits) + rows);
            return column === null || Number(row) < 1 ? null : `${lockColumn}${column}${lockRow}${row}`;
          }),
      )
      .replace(COLUMN_RANGE, (_, before: string, lock1: string, one: string, lock2: string, other: string) =>
        mark(before, (_rows, columns) => {
          const first = lock1 === "$" ? one : shiftedLetters(one, columns);
          const last = lock2 === "$" ? other : shiftedLetters(other, columns);
          return first === null || last === null ? null : `${lock1}${first}:${lock2}${last}`;
        }),
      )
      .replace(ROW_RANGE, (_, before: string, lock1: string, one: string, lock2: string, other: string) =>
        mark(before, (rows) => {
          const first = lock1 === "$" ? Number(one) : Number(one) + rows;
          const last = lock2 === "$" ? Number(other) : Number(other) + rows;
          return first < 1 || last < 1 ? null : `${lock1}${first}:${lock2}${last}`;
        }),
      ),
  );
  const pieces = marked.split("\ufdd0");
  return (rows, columns) => {
    let shifted = pieces[0]!;
    for (let at = 1; at < pieces.length; at += 2) {
      shifted += (references[Number(pieces[at])]!(rows, columns) ?? "#REF!") + pieces[at + 1]!;
    }
    return shifted;
  };
}

const CELL_REFERENCE =
  /(^|[^A-Za-z0-9_.$\u0080-\uffff])(\$?)([A-Za-z]{1,3})(\$?)([0-9]{1,7})(?![A-Za-z0-9_.(\u0080-\uffff])/g;
const COLUMN_RANGE =
  /(^|[^A-Za-z0-9_.$\u0080-\uffff])(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})(?![A-Za-z0-9_.($\u0080-\uffff])/g;
const ROW_RANGE =
  /(^|[^A-Za-z0-9_.$:\u0080-\uffff])(\$?)([0-9]{1,7}):(\$?)([0-9]{1,7})(?![A-Za-z0-9_.(\u0080-\uffff])/g;

/** Applies `change` to what is neither a string literal, a quoted sheet name nor a structured reference. */
function outsideLiterals(text: string, change: (piece: string) => string): string {
  return text
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\])/)
    .map((piece, index) => (index % 2 === 1 ? piece : change(piece)))
    .join("");
}

function shiftedLetters(letters: string, by: number): string | null {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const shifted = column - 1 + by;
  return shifted < 0 || shifted > 16_383 ? null : columnLetters(shifted);
}
