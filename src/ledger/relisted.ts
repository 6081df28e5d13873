import type { CellValue } from "../cells/cell";
import { matchKey } from "./match-key";

/* The mark in a name's key: in brackets (with or without a reference), or after a ※. */
const MARK = /\(※?再掲[^()]*\)|※再掲/;
/* What a 再掲 column may hold for "no". */
const NO = new Set(["", "-", "×", "x", "0", "なし", "無", "無し", "否", "いいえ", "非該当", "false", "no", "n"]);

/** True where a name says of itself that it is listed again: 「…(再掲)」, 「【再掲】…」, 「…※再掲」. */
export function isRelistedName(name: string): boolean {
  return name.includes("再") && MARK.test(matchKey(name));
}

/** True where a cell of the 再掲 column says yes: any mark but those that mean no (－, ×, 0, なし…). */
export function isRelistedMark(cell: CellValue): boolean {
  if (cell === "" || cell === false || cell === 0) return false;
  return typeof cell !== "string" || !NO.has(matchKey(cell));
}

/** The key of a name without its mark of being listed again, to find the original by. */
export function originalNameKey(name: string): string {
  const key = matchKey(name);
  return key.includes("再") ? key.replace(MARK, "") : key;
}
