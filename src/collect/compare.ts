import type { ReceivedLedger } from "./received";

/** By code units, which no locale changes. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The order of received ledgers, whatever order they came in. */
export function inOrder(received: readonly ReceivedLedger[]): readonly ReceivedLedger[] {
  return [...received].sort(
    (a, b) =>
      compareTexts(a.file, b.file) ||
      a.ledger.firstRow - b.ledger.firstRow ||
      compareTexts(a.sheet, b.sheet) ||
      compareTexts(a.fingerprint, b.fingerprint),
  );
}

/** Entries of a map of lists: adds to the list of a key. */
export function addTo<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
