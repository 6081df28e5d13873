import { columnLetters, MAX_COLUMNS, MAX_ROWS } from "../../../cells/cell";
import { columnIndex } from "../../model/address";

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

/**
 * What a shared formula reads like some rows and columns away from the cell it is written in. Its references are looked for
 * once, because it may be filled down a hundred thousand rows.
 */
export function formulaShift(text: string): (rows: number, columns: number) => string {
  // Text and references in turn.
  const pieces: string[] = [];
  let before = "";
  text.split(LITERAL).forEach((piece, index) => {
    // Of what is no literal: text, what is before a reference, the reference, text, and so on.
    const parts = index % 2 === 1 ? [piece] : piece.split(REFERENCE);
    parts.forEach((part, place) => {
      if (place % 3 === 2) {
        pieces.push(before, part);
        before = "";
      } else before += part;
    });
  });
  pieces.push(before);
  return (rows, columns) =>
    pieces.map((piece, index) => (index % 2 === 1 ? shifted(piece, rows, columns) : piece)).join("");
}

function shifted(reference: string, rows: number, columns: number): string {
  const parts = reference.split(/([A-Za-z]+|[0-9]+)/).map((part, index, all) => {
    if (index % 2 === 0 || all[index - 1]!.endsWith("$")) return part;
    const isRow = /[0-9]/.test(part);
    const place = isRow ? Number(part) - 1 + rows : columnIndex(part) + columns;
    if (place < 0 || place >= (isRow ? MAX_ROWS : MAX_COLUMNS)) return null;
    return isRow ? String(place + 1) : columnLetters(place);
  });
  return parts.includes(null) ? "#REF!" : parts.join("");
}

/** A cell, whole columns or whole rows, behind what may be before it. */
const REFERENCE =
  /(^|[^A-Za-z0-9_.$\u0080-\uffff])(\$?[A-Za-z]{1,3}\$?[0-9]{1,7}|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?[0-9]{1,7}:\$?[0-9]{1,7})(?![A-Za-z0-9_.($\u0080-\uffff])/g;

/** A string literal, a quoted sheet name or a structured reference. */
const LITERAL = /("(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\])/;

/** Applies `change` to what is no literal. */
function outsideLiterals(text: string, change: (piece: string) => string): string {
  return text
    .split(LITERAL)
    .map((piece, index) => (index % 2 === 1 ? piece : change(piece)))
    .join("");
}
