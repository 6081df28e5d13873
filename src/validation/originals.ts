import { isBlankCell } from "../ledger/cell-text";
import type { Ledger, Measure } from "../ledger/ledger";
import { matchKey } from "../ledger/match-key";
import { originalNameKey } from "../ledger/relisted";
import { nameKeys } from "../ledger/name-keys";
import type { RuleContext } from "./rule";
import { isContrast, leaveOneOut } from "../ledger/similarity";

/** A re-listed measure and what it repeats; `original` is null where no row is it. */
interface Relisting {
  readonly measure: Measure;
  readonly original: Measure | null;
  /** True where both have the same name, marks and spelling aside. */
  readonly sameName: boolean;
}

const remembered = new WeakMap<RuleContext, readonly Relisting[]>();

/**
 * Every re-listed measure with its original: by 参照元 (a number or a name) where that is filled, else by name, else by a
 * name that differs in one character or in particles only. Time grows with the number of rows.
 */
export function relistings(context: RuleContext): readonly Relisting[] {
  let answer = remembered.get(context);
  if (!answer) {
    answer = find(context.ledger);
    remembered.set(context, answer);
  }
  return answer;
}

/** Measures that are no second listing, by what a second listing may call them; the first of each counts. */
interface Originals {
  readonly byNumber: Map<string, Measure>;
  readonly byName: Map<string, Measure>;
  /** By the near keys of their names. */
  readonly near: Map<string, Measure>;
}

function find(ledger: Ledger): Relisting[] {
  const { measures } = ledger;
  const keys = nameKeys(ledger);
  const relisted: { measure: Measure; key: string }[] = [];
  for (let index = 0; index < measures.length; index++) {
    if (measures[index]!.relisted) relisted.push({ measure: measures[index]!, key: keys[index]! });
  }
  if (relisted.length === 0) return [];
  const originals: Originals = { byNumber: new Map(), byName: new Map(), near: new Map() };
  for (let index = 0; index < measures.length; index++) {
    const measure = measures[index]!;
    if (measure.relisted) continue;
    remember(originals.byNumber, matchKey(measure.number), measure);
    remember(originals.byName, keys[index]!, measure);
  }
  const strangers = relisted.filter(({ measure, key }) => isBlankCell(measure.original) && !originals.byName.has(key));
  addNear(
    strangers.map(({ key }) => key),
    ledger,
    originals.near,
  );
  return relisted.map(({ measure, key }): Relisting => {
    const original = isBlankCell(measure.original)
      ? (originals.byName.get(key) ?? nearest(key, originals.near))
      : referenced(matchKey(measure.original), originals);
    return {
      measure,
      original: original ?? null,
      sameName: original !== undefined && originalNameKey(original.name) === key,
    };
  });
}

/** Near names share so many characters at the beginning, or so many at the end. */
const BEGINNING = 2;
const ENDING = 5;

/** Adds the measures whose names may be near one of the given names. */
function addNear(names: readonly string[], ledger: Ledger, near: Map<string, Measure>): void {
  if (names.length === 0) return;
  const keys = nameKeys(ledger);
  const beginnings = new Set(names.map((name) => name.slice(0, BEGINNING)));
  const endings = new Set(names.map((name) => name.slice(-ENDING)));
  for (const [index, measure] of ledger.measures.entries()) {
    if (measure.relisted) continue;
    const key = keys[index]!;
    if (!beginnings.has(key.slice(0, BEGINNING)) && !endings.has(key.slice(-ENDING))) continue;
    for (const variant of nearKeys(key)) remember(near, variant, measure);
  }
}

function referenced(key: string, { byNumber, byName }: Originals): Measure | undefined {
  const bare = key.replace(/^(?:no\.?|番号|通番|#)/, "");
  return byNumber.get(key) ?? byNumber.get(bare) ?? byName.get(key);
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
