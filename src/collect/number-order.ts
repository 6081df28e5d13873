import { matchKey } from "../ledger/match-key";

/** A number as ledgers write it, part by part: 「1-2-10」 → [1, 2, 10]; null for what is no number. */
export function readNumber(text: string): readonly number[] | null {
  const key = matchKey(text);
  return /^\d+(?:[-.(]\d+\)?)*$/.test(key) ? (key.match(/\d+/g) ?? []).map(Number) : null;
}
