import { MAX_SHEET_NAME } from "../cells/cell";
import { matchKey } from "../ledger/match-key";
import type { Tally } from "../tally/tally";
import { WORDS } from "./words";

/** 「基本目標1 」 leaves 25 characters for the name. */
const LONGEST_WORD = 4;

/** Signs that a worksheet's name may not hold, and the full-width signs that stand in for them. */
const FORBIDDEN: Readonly<Record<string, string>> = {
  "\\": "＼",
  "/": "／",
  "?": "？",
  "*": "＊",
  ":": "：",
  "[": "［",
  "]": "］",
};

/**
 * Names of the field sheets, in order: 「分野1 行政サービス」 from the 略称 or the name itself, with 「…」 where it is too long. (A bare
 * 「1 行政サービス」 would read like a chapter of the booklet beside 「1 概要」.) Valid in Excel, and unlike each other and every
 * name in `taken` even without regard to case and width.
 */
export function fieldSheetNames(
  { fields, fieldWord }: Pick<Tally, "fields" | "fieldWord">,
  taken: readonly string[],
): string[] {
  // A longer word would leave no room for the name.
  const word = fieldWord.length <= LONGEST_WORD ? validLabel(fieldWord) : "分野";
  const used = new Set(taken.map(matchKey));
  return fields.map((field, index) => {
    const label = validLabel(field.shortName === "" ? field.name : field.shortName) || validLabel(WORDS.noField);
    for (let attempt = 1; ; attempt++) {
      const suffix = attempt === 1 ? "" : ` (${attempt})`;
      const name = shortened(`${word}${index + 1} ${label}`, MAX_SHEET_NAME - suffix.length) + suffix;
      if (used.has(matchKey(name))) continue;
      used.add(matchKey(name));
      return name;
    }
  });
}

/** A name made of parts, valid for a sheet. */
export function validSheetName(text: string): string {
  return shortened(validLabel(text), MAX_SHEET_NAME);
}

function validLabel(text: string): string {
  return text
    .replace(/[\u0000-\u001F\u007F\uFFFE\uFFFF]/g, " ")
    .replace(/[\\/?*:[\]]/g, (sign) => FORBIDDEN[sign]!)
    .replace(/\s+/g, " ")
    .replace(/^['\s]+|['\s]+$/g, "");
}

/** The text within `length` UTF-16 units, ending in … where it was longer; letters outside the BMP stay whole. */
function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  let short = "";
  for (const character of text) {
    if (short.length + character.length > length - 1) break;
    short += character;
  }
  return `${short.trimEnd()}…`;
}
