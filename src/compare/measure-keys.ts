import type { Ledger } from "../ledger/ledger";
import { matchKey } from "../ledger/match-key";
import { nameKeys } from "../ledger/name-keys";
import { looseText } from "../ledger/similarity";

/** What a measure is compared by; all are match keys. */
export interface MeasureKeys {
  readonly number: string;
  /** Without the mark of being listed again. */
  readonly name: string;
  readonly loose: string;
  readonly field: string;
  /** The levels above it. */
  readonly path: string;
  readonly department: string;
  readonly relisted: boolean;
}

const remembered = new WeakMap<Ledger, readonly MeasureKeys[]>();

/** The keys of each measure; indexes follow `measures`. */
export function measureKeys(ledger: Ledger): readonly MeasureKeys[] {
  let keys = remembered.get(ledger);
  if (keys === undefined) remembered.set(ledger, (keys = makeKeys(ledger)));
  return keys;
}

function makeKeys(ledger: Ledger): readonly MeasureKeys[] {
  const names = nameKeys(ledger);
  const own = new Map<string, string>();
  return ledger.measures.map((measure, index) => {
    const name = names[index]!;
    let loose = own.get(name);
    if (loose === undefined) own.set(name, (loose = looseText(name)));
    const levels = [measure.field, measure.heading, measure.policy, measure.action].map(matchKey);
    return {
      number: matchKey(measure.number),
      name,
      loose,
      field: levels[0]!,
      // Where the policy is the measure itself, its name is no level above it.
      path: levels.filter((level) => level !== name).join("\n"),
      department: matchKey(measure.department),
      relisted: measure.relisted,
    };
  });
}
