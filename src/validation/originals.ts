import { isBlankCell } from "../ledger/cell-text";
import type { Measure } from "../ledger/ledger";
import { matchKey } from "../ledger/match-key";
import { originalNameKey } from "../ledger/relisted";
import type { LedgerContext } from "./rule";
import { isContrast, leaveOneOut } from "./similarity";

/** A re-listed measure and what it repeats; `original` is null where no row is it. */
export interface Relisting {
  readonly measure: Measure;
  readonly original: Measure | null;
  /** True where both have the same name, marks and spelling aside. */
  readonly sameName: boolean;
}

const remembered = new WeakMap<LedgerContext, readonly Relisting[]>();

/**
 * Every re-listed measure with its original: by 参照元 (a number or a name) where that is filled, else by name, else by a
 * name that differs in one character or in particles only. Time grows with the number of rows.
 */
export function relistings(context: LedgerContext): readonly Relisting[] {
  let answer = remembered.get(context);
  if (!answer) {
    answer = find(context.ledger.measures);
    remembered.set(context, answer);
  }
  return answer;
}

function find(measures: readonly Measure[]): Relisting[] {
  const relisted = measures.filter((measure) => measure.relisted);
  if (relisted.length === 0) return [];
  const first = new Map<string, Measure>();
  const near = new Map<string, Measure>();
  for (const measure of measures) {
    if (measure.relisted) continue;
    remember(first, `number ${matchKey(measure.number)}`, measure);
    const key = originalNameKey(measure.name);
    remember(first, `name ${key}`, measure);
    for (const variant of nearKeys(key)) remember(near, variant, measure);
  }
  return relisted.map((measure): Relisting => {
    const key = originalNameKey(measure.name);
    const original = isBlankCell(measure.original)
      ? (first.get(`name ${key}`) ?? nearest(key, near))
      : referenced(matchKey(measure.original), first);
    return {
      measure,
      original: original ?? null,
      sameName: original !== undefined && originalNameKey(original.name) === key,
    };
  });
}

function referenced(key: string, first: ReadonlyMap<string, Measure>): Measure | undefined {
  const bare = key.replace(/^(?:no\.?|番号|通番|#)/, "");
  return first.get(`number ${key}`) ?? first.get(`number ${bare}`) ?? first.get(`name ${key}`);
}

/** Names this short differ in one character by meaning, not by slip. */
const SHORTEST_NEAR_NAME = 5;

function nearest(key: string, near: ReadonlyMap<string, Measure>): Measure | undefined {
  for (const variant of nearKeys(key)) {
    const found = near.get(variant);
    if (found && !isContrast(key, originalNameKey(found.name))) return found;
  }
  return undefined;
}

/** Keys of which near names share one: without particles and punctuation, and with any one character left out. */
function nearKeys(key: string): string[] {
  const keys = [`loose ${key.replace(/[のをにへとがはで・、,.()-]/g, "")}`];
  if (key.length >= SHORTEST_NEAR_NAME) for (const variant of leaveOneOut(key)) keys.push(variant);
  return keys;
}

function remember(map: Map<string, Measure>, key: string, measure: Measure): void {
  if (!map.has(key)) map.set(key, measure);
}
