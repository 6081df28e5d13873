import { readNumber } from "./number-order";
import {
  DEFAULT_SETTINGS,
  EMPTY_PLAN,
  type FieldProfile,
  type PlanProfile,
  type Settings,
  type Status,
} from "../ledger/settings";
import { proposeVocabulary } from "../validation/propose-vocabulary";
import { chooseItems } from "./choose-items";
import { chooseLedgers, type ChosenLedgers } from "./choose-ledgers";
import { chooseWords } from "./choose-words";
import { collectedValues, type CollectedValues } from "./collected-values";
import { compareTexts, inOrder } from "./compare";
import type { Conflict, Decisions } from "./conflict";
import type { EarlierCollection } from "./earlier";
import { itemsOf, type Item } from "./items";
import { joinColumns, type JoinedColumns } from "./join-columns";
import type { ReceivedLedger, RosterEntry, UnreadFile } from "./received";
import { sectionNamer } from "./section";
import { sectionStates, type SectionState } from "./section-state";
import { earlierLedger, findVanished } from "./vanished";

/** What is collected. */
export interface Handed {
  readonly received: readonly ReceivedLedger[];
  readonly unread: readonly UnreadFile[];
  /** Empty where nobody says who has to hand in. */
  readonly roster: readonly RosterEntry[];
  readonly earlier: EarlierCollection | null;
  /** Decisions beside those of the earlier collection, which they come before. */
  readonly decisions: Decisions;
}

/** What became of the rows of one ledger. */
export interface LedgerAccount {
  readonly received: ReceivedLedger;
  readonly section: string;
  /** Measures, and how many of them are in the collected ledger. */
  readonly measures: number;
  readonly taken: number;
  /** Why the whole ledger was left out; null where it was not. */
  readonly left: "same-file" | "versions" | null;
  /** One-based rows below the header that are no measures: totals, notes, bands, headers once more. */
  readonly aside: readonly number[];
}

/** Ledgers collected into one, with everything that has to be known of it. */
export interface Collection {
  readonly ledger: CollectedValues;
  readonly settings: Settings;
  /** True where nobody set a vocabulary and the one in `settings` was taken from the ledgers. */
  readonly isProposed: boolean;
  readonly fields: readonly FieldProfile[];
  readonly plan: PlanProfile;
  readonly joined: JoinedColumns;
  readonly accounts: readonly LedgerAccount[];
  readonly unread: readonly UnreadFile[];
  readonly sections: readonly SectionState[];
  readonly hasRoster: boolean;
  readonly conflicts: readonly Conflict[];
  /** Whether each section numbers its own measures. */
  readonly hasOwnNumbers: boolean;
  /** Measures in the collected ledger; those of the last time that were kept. */
  readonly total: number;
  readonly kept: number;
}

/** Collects ledgers into one. The same ledgers give the same collection in whatever order they come. */
export function collect(handed: Handed): Collection {
  const { roster, earlier } = handed;
  const ordered = inOrder(handed.received);
  const namer = sectionNamer(roster);
  const sections = new Map(ordered.map((received) => [received, namer.ofLedger(received)]));
  const sectionOf = (received: ReceivedLedger) => sections.get(received) ?? "";
  const decisions: Decisions = new Map([...(earlier?.decisions ?? []), ...handed.decisions]);
  const chosen = chooseLedgers(ordered, sectionOf, decisions);

  const before = earlier?.ledger ?? null;
  const { joined, picked, vanished } = pickItems(chosen.used, before, sectionOf, decisions);
  const items = inReadingOrder([...picked.used, ...vanished.kept], roster, picked.hasOwnNumbers);
  const base = baseSettings(chosen.used, before, items);
  const words = chooseWords(items, base.settings.statuses, decisions);
  const settings = { ...base.settings, statuses: words.statuses };
  const ledger = collectedValues(items, joined, settings);
  const conflicts = [...chosen.conflicts, ...picked.conflicts, ...words.conflicts, ...vanished.conflicts];
  const unread = [...handed.unread].sort((a, b) => compareTexts(a.file, b.file) || compareTexts(a.sheet, b.sheet));
  return {
    ledger,
    settings: { ...settings, columns: ledger.mapping },
    isProposed: base.isProposed,
    fields: mostCommon(
      [...chosen.used, ...(before === null ? [] : [before])].map(({ fields }) => fields),
      [],
    ),
    plan: mostCommon(
      [...(before === null ? [] : [before]), ...chosen.used].map(({ plan }) => plan),
      EMPTY_PLAN,
    ),
    joined,
    accounts: ordered.map((received) => accountOf(received, sectionOf(received), chosen, items)),
    unread,
    sections: sectionStates({ ordered, sectionOf, chosen, items, unread, roster, namer }),
    hasRoster: roster.length > 0,
    conflicts,
    hasOwnNumbers: picked.hasOwnNumbers,
    total: items.length,
    kept: vanished.kept.length,
  };
}

function pickItems(
  used: readonly ReceivedLedger[],
  before: ReceivedLedger | null,
  sectionOf: (received: ReceivedLedger) => string,
  decisions: Decisions,
) {
  const past = before === null ? null : earlierLedger(before);
  const pick = (joined: JoinedColumns) => {
    const items = used.flatMap((received) => itemsOf(received, sectionOf(received), joined));
    const picked = chooseItems(items, joined, decisions);
    const vanished = before === null ? { kept: [], conflicts: [] } : findVanished(before, joined, items, decisions);
    return { joined, picked, vanished };
  };
  if (past === null || before === null) return pick(joinColumns(used));
  // Columns that only the last collection had are there for the rows that are kept from it, and for no others.
  const withPast = joinColumns([...used, past]);
  const uses = new Map([...withPast.uses, [before, withPast.uses.get(past) ?? []] as const]);
  const first = pick({ ...withPast, uses });
  return first.vanished.kept.length > 0 || used.length === 0
    ? first
    : { ...pick(joinColumns(used)), vanished: first.vanished };
}

/** By number where the numbers are the plan's, else by section in the roster's order and as each section has them. */
function inReadingOrder(items: readonly Item[], roster: readonly RosterEntry[], hasOwnNumbers: boolean): Item[] {
  const places = new Map(roster.map(({ section }, at) => [section, at]));
  const numbers = items.map(({ measure }) => readNumber(measure.number));
  const byNumber = !hasOwnNumbers && numbers.every((number) => number !== null);
  const place = ({ section }: Item) => places.get(section) ?? roster.length;
  return items
    .map((item, at) => ({ item, at, number: numbers[at] }))
    .sort((a, b) => {
      if (byNumber) {
        const order = compareParts(a.number ?? [], b.number ?? []);
        if (order !== 0) return order;
      }
      return place(a.item) - place(b.item) || compareTexts(a.item.section, b.item.section) || a.at - b.at;
    })
    .map(({ item }) => item);
}

function compareParts(one: readonly number[], other: readonly number[]): number {
  for (let at = 0; at < Math.max(one.length, other.length); at++) {
    const difference = (one[at] ?? -1) - (other[at] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** 設定 of the last collection, else what most of the ledgers say, else what their words say. */
function baseSettings(
  used: readonly ReceivedLedger[],
  before: ReceivedLedger | null,
  items: readonly Item[],
): { readonly settings: Settings; readonly isProposed: boolean } {
  const year = mostCommon(
    used.flatMap(({ ledger }) => (ledger.year === null ? [] : [ledger.year.year])),
    null,
  );
  const withYear = (settings: Settings): Settings =>
    settings.year !== undefined || year === null ? settings : { ...settings, year };
  if (before?.hasSettings === true) return { settings: withYear(before.settings), isProposed: false };
  const said = used.filter(({ hasSettings }) => hasSettings).map(({ settings }) => settings);
  if (said.length > 0) {
    const usual = mostCommon(said, DEFAULT_SETTINGS, ({ statuses }) => JSON.stringify(statuses));
    return { settings: withYear({ ...usual, columns: [] }), isProposed: false };
  }
  const proposal = proposeFor(used, items);
  return {
    settings: withYear(proposal === null ? DEFAULT_SETTINGS : { ...DEFAULT_SETTINGS, statuses: proposal }),
    isProposed: proposal !== null,
  };
}

function proposeFor(used: readonly ReceivedLedger[], items: readonly Item[]): readonly Status[] | null {
  const [first] = used;
  if (first === undefined) return null;
  return proposeVocabulary({ ...first.ledger, measures: items.map(({ measure }) => measure) }, DEFAULT_SETTINGS);
}

/** The value that comes most often; of several the first by its text. */
function mostCommon<T>(
  values: readonly T[],
  otherwise: T,
  keyOf: (value: T) => string = (value) => JSON.stringify(value),
): T {
  const counts = new Map<string, { readonly value: T; count: number }>();
  const empty = JSON.stringify(otherwise);
  for (const value of values) {
    const key = keyOf(value);
    if (key === empty) continue;
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { value, count: 1 });
    else known.count++;
  }
  const [first] = [...counts].sort(([a, one], [b, other]) => other.count - one.count || compareTexts(a, b));
  return first?.[1].value ?? otherwise;
}

function accountOf(
  received: ReceivedLedger,
  section: string,
  { left }: ChosenLedgers,
  items: readonly Item[],
): LedgerAccount {
  const { ledger } = received;
  return {
    received,
    section,
    measures: ledger.measures.length,
    taken: items.filter((item) => item.received === received).length,
    left: left.get(received) ?? null,
    aside: (ledger.skipped ?? [])
      .filter(({ kind }) => kind !== "blank" && kind !== "continued")
      .map(({ row }) => row + 1),
  };
}
