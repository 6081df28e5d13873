import { isBlankCell } from "../ledger/cell-text";
import { matchKey } from "../ledger/match-key";

/** What is written in place of a reason by those who have none to give. */
const NO_REASON =
  /^(?:-+|なし|無し?|特に(?:なし|無し?|ありません)|ありません|該当なし|未記入|未定|不明|別紙(?:の?とおり|参照)?|[/×…])[。.]?$/;

/** No such word is longer. */
const LONGEST = 10;

/** True for a blank and for a word in place of a reason (－, 特になし). */
export function saysNoReason(reason: string): boolean {
  return isBlankCell(reason) || (reason.length <= LONGEST && NO_REASON.test(matchKey(reason)));
}
