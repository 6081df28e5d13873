import type { Ledger } from "./ledger";
import { originalNameKey } from "./relisted";

const remembered = new WeakMap<Ledger, readonly string[]>();

/** The key of each measure's name without its mark of being listed again; indexes follow `measures`. */
export function nameKeys(ledger: Ledger): readonly string[] {
  let keys = remembered.get(ledger);
  if (!keys) remembered.set(ledger, (keys = ledger.measures.map(({ name }) => originalNameKey(name))));
  return keys;
}
