import type { Ledger } from "../ledger/ledger";
import { matchKey } from "../ledger/match-key";
import { originalNameKey } from "../ledger/relisted";
import { isContrast } from "../ledger/similarity";
import { Likeness } from "./likeness";
import type { Decision, Match, MatchBasis, Matching, MeasureReference, Pair, Proposal, ProposalKind } from "./matching";
import { measureKeys, type MeasureKeys } from "./measure-keys";

/** Names shorter than this may differ by の or ー and mean two things. */
const SHORTEST_LOOSE = 5;
/** Names shorter than this are within many others by chance. */
const SHORTEST_PART = 4;
/** From which likeness on a new name under a number that is kept is the same measure, unless numbers or the like differ in it. */
const SAME_UNDER_NUMBER = 0.6;
/** From which likeness on two names are proposed as one measure. */
const LIKE = 0.42;
/** From which part of the lighter name on a measure is proposed as part of another. */
const WITHIN = 0.72;

/**
 * Finds which measure of last year is which of this year. A pair that any other row could contest is never matched but
 * proposed: names that occur twice, like names, the same name in another field.
 */
export function matchMeasures(last: Ledger, now: Ledger, decisions: readonly Decision[] = []): Matching {
  const matcher = new Matcher(measureKeys(last), measureKeys(now));
  const { stale, accepted, rejected } = resolved(decisions, last, now);
  for (const pair of rejected) matcher.forbid(pair);
  for (const pair of accepted) matcher.match(pair, "decision");
  matcher.matchAlike();
  matcher.propose();
  return { ...matcher.result(), rejected, stale };
}

class Matcher {
  private readonly matches: Match[] = [];
  private readonly proposals: Proposal[] = [];
  private readonly forbidden = new Set<string>();
  private readonly lastTaken: boolean[];
  private readonly nowTaken: boolean[];
  private readonly keepsNumbers: boolean;

  constructor(
    private readonly last: readonly MeasureKeys[],
    private readonly now: readonly MeasureKeys[],
  ) {
    this.lastTaken = last.map(() => false);
    this.nowTaken = now.map(() => false);
    this.keepsNumbers = keepsNumbers(last, now);
  }

  forbid(pair: Pair): void {
    this.forbidden.add(pairKey(pair));
  }

  match(pair: Pair, by: MatchBasis): void {
    this.matches.push({ ...pair, by });
    this.lastTaken[pair.last] = true;
    this.nowTaken[pair.now] = true;
  }

  /** Everything that is certain, from the strictest likeness to the loosest. */
  matchAlike(): void {
    const relisted = (keys: MeasureKeys): string => (keys.relisted ? "再" : "");
    if (this.keepsNumbers) {
      this.matchBy(({ number, name }) => (number === "" || name === "" ? "" : `${number}\n${name}`), "number-name");
    }
    this.matchBy(({ name, path }) => (name === "" ? "" : `${path}\n\n${name}`), "name");
    this.matchBy(({ name, path, department }) => (name === "" ? "" : `${path}\n\n${name}\n${department}`), "name");
    this.matchBy((keys) => (keys.name === "" ? "" : `${keys.field}\n${keys.name}${relisted(keys)}`), "name");
    const fields = this.sameFields();
    const isSameField = ({ last, now }: Pair): boolean => fields(this.last[last]!.field, this.now[now]!.field);
    const holds = ({ last, now }: Pair): boolean =>
      isSameField({ last, now }) ||
      (this.keepsNumbers && this.last[last]!.number !== "" && this.last[last]!.number === this.now[now]!.number);
    this.matchBy((keys) => (keys.name === "" ? "" : keys.name + relisted(keys)), "name", holds);
    this.matchBy(
      (keys) => (keys.loose.length < SHORTEST_LOOSE ? "" : keys.loose + relisted(keys)),
      "spelling",
      isSameField,
    );
    if (!this.keepsNumbers) return;
    const likeness = new Likeness(
      this.now.map(({ name }) => name),
      this.last.map(({ name }) => name),
    );
    this.matchBy(
      ({ number }) => number,
      "number",
      ({ last, now }) => {
        const [former, present] = [this.last[last]!.name, this.now[now]!.name];
        return likeness.of(former, now).likeness >= SAME_UNDER_NUMBER && !isContrast(former, present);
      },
    );
  }

  /** Matches the measures whose key occurs once in each whole ledger. */
  private matchBy(
    key: (keys: MeasureKeys) => string,
    by: MatchBasis,
    holds: (pair: Pair) => boolean = () => true,
  ): void {
    const lastBy = uniqueBy(this.last, key);
    for (const [text, now] of uniqueBy(this.now, key)) {
      const last = lastBy.get(text);
      if (last === undefined || last < 0 || now < 0) continue;
      const pair = { last, now };
      if (this.isFree(pair) && holds(pair)) this.match(pair, by === "name" ? this.nameBasis(pair) : by);
    }
  }

  private nameBasis({ last, now }: Pair): MatchBasis {
    const { number } = this.last[last]!;
    return number !== "" && number === this.now[now]!.number ? "number-name" : "name";
  }

  /** Whether a field of this year is one of last year: by its name, or because most of its measures came from there. */
  private sameFields(): (last: string, now: string) => boolean {
    const went = new Map<string, Map<string, number>>();
    for (const { last, now } of this.matches) count(went, this.last[last]!.field, this.now[now]!.field);
    // Names that occur once in each ledger say where a renamed field went before they are matched themselves.
    const lastBy = uniqueBy(this.last, ({ name }) => name);
    for (const [name, now] of uniqueBy(this.now, ({ name: key }) => key)) {
      const last = lastBy.get(name);
      if (last === undefined || last < 0 || now < 0 || !this.isFree({ last, now })) continue;
      count(went, this.last[last]!.field, this.now[now]!.field);
    }
    const successor = new Map<string, string>();
    const present = new Set(this.now.map(({ field }) => field));
    for (const [field, targets] of went) {
      const all = [...targets.values()].reduce((sum, one) => sum + one, 0);
      const [most] = [...targets].sort(([, a], [, b]) => b - a);
      if (!present.has(field) && most !== undefined && most[1] >= 2 && most[1] * 2 > all) successor.set(field, most[0]);
    }
    return (last, now) => last === now || successor.get(last) === now;
  }

  /** What a person has to decide: for each measure that is left the likeliest partners. */
  propose(): void {
    const proposed = { last: new Set<number>(), now: new Set<number>() };
    const add = (pair: Pair, kind: ProposalKind, likeness: number): void => {
      this.proposals.push({ ...pair, kind, likeness: Math.round(likeness * 100) / 100 });
      proposed.last.add(pair.last);
      proposed.now.add(pair.now);
    };
    const isOpen = (pair: Pair): boolean =>
      this.isFree(pair) && !proposed.last.has(pair.last) && !proposed.now.has(pair.now);

    this.proposeSameNames(isOpen, add);
    const likeness = new Likeness(
      this.now.map(({ name }) => name),
      this.last.map(({ name }) => name),
    );
    this.proposeLike(likeness, isOpen, add);
    this.proposeNumbers(likeness, isOpen, add);
    this.proposeParts(likeness, proposed, add);
    this.proposePlaces(likeness, isOpen, add);
    this.nameGroups();
  }

  /** Names that both years have, but which occur several times or stand in another field. */
  private proposeSameNames(isOpen: (pair: Pair) => boolean, add: AddProposal): void {
    const lastBy = groupBy(this.last, ({ name }) => name);
    for (const [name, group] of groupBy(this.now, (keys) => keys.name)) {
      if (name === "") continue;
      const former = lastBy.get(name) ?? [];
      const kind: ProposalKind = former.length === 1 && group.length === 1 ? "moved" : "duplicate";
      const closeness = [
        (pair: Pair) => this.same(pair, "path") && this.same(pair, "number"),
        (pair: Pair) => this.same(pair, "path"),
        (pair: Pair) => this.same(pair, "field"),
        () => true,
      ];
      for (const isClose of closeness) {
        for (const now of group) {
          const last = former.find((one) => isOpen({ last: one, now }) && isClose({ last: one, now }));
          if (last !== undefined) add({ last, now }, kind, 1);
        }
      }
    }
  }

  /** Like names, the likest first. */
  private proposeLike(likeness: Likeness, isOpen: (pair: Pair) => boolean, add: AddProposal): void {
    const edges: { pair: Pair; likeness: number; rank: number }[] = [];
    for (const [last, keys] of this.last.entries()) {
      if (this.lastTaken[last] === true || keys.name === "") continue;
      for (const near of likeness.near(keys.name)) {
        const pair = { last, now: near.index };
        if (near.likeness < LIKE || !isOpen(pair)) continue;
        const bonus = (this.same(pair, "path") ? 0.1 : this.same(pair, "field") ? 0.05 : 0) + this.numberBonus(pair);
        edges.push({ pair, likeness: near.likeness, rank: near.likeness + bonus });
      }
    }
    edges.sort((a, b) => b.rank - a.rank || a.pair.last - b.pair.last || a.pair.now - b.pair.now);
    for (const edge of edges) if (isOpen(edge.pair)) add(edge.pair, "renamed", edge.likeness);
  }

  private numberBonus(pair: Pair): number {
    return this.keepsNumbers && this.same(pair, "number") ? 0.2 : 0;
  }

  /** The number is kept, the name is another. */
  private proposeNumbers(likeness: Likeness, isOpen: (pair: Pair) => boolean, add: AddProposal): void {
    if (!this.keepsNumbers) return;
    const lastBy = uniqueBy(this.last, ({ number }) => number);
    for (const [number, now] of uniqueBy(this.now, (keys) => keys.number)) {
      const last = lastBy.get(number);
      if (last === undefined || last < 0 || now < 0 || !isOpen({ last, now })) continue;
      add({ last, now }, "renamed", likeness.of(this.last[last]!.name, now).likeness);
    }
  }

  /** Measures whose name is within that of another one, which has its partner already: parted from it, or come to it. */
  private proposeParts(likeness: Likeness, proposed: { last: Set<number>; now: Set<number> }, add: AddProposal): void {
    const merged: { pair: Pair; likeness: number }[] = [];
    for (const [last, keys] of this.last.entries()) {
      if (this.lastTaken[last] === true || proposed.last.has(last) || keys.name === "") continue;
      const near = likeness
        .near(keys.name)
        .map((one) => ({ ...one, within: partOf(keys.name, this.now[one.index]!.name, one.within) }))
        .filter(({ index, within }) => within >= WITHIN && !this.isForbidden({ last, now: index }))
        .sort((a, b) => b.within - a.within || b.likeness - a.likeness || a.index - b.index)[0];
      if (near !== undefined) merged.push({ pair: { last, now: near.index }, likeness: near.likeness });
    }
    const open = [...this.now.keys()].filter((now) => this.nowTaken[now] !== true && !proposed.now.has(now));
    const parted: { pair: Pair; likeness: number }[] = [];
    if (open.length > 0) {
      const former = new Likeness(
        this.last.map(({ name }) => name),
        this.now.map(({ name }) => name),
      );
      for (const now of open) {
        const { name } = this.now[now]!;
        if (name === "") continue;
        const near = former
          .near(name)
          .map((one) => ({ ...one, within: partOf(name, this.last[one.index]!.name, one.within) }))
          .filter(({ index, within }) => within >= WITHIN && !this.isForbidden({ last: index, now }))
          .sort((a, b) => b.within - a.within || b.likeness - a.likeness || a.index - b.index)[0];
        if (near !== undefined) parted.push({ pair: { last: near.index, now }, likeness: near.likeness });
      }
    }
    for (const { pair, likeness: like } of merged) add(pair, "merged", like);
    for (const { pair, likeness: like } of parted) {
      if (!this.proposals.some(({ last, now }) => last === pair.last && now === pair.now)) add(pair, "split", like);
    }
  }

  /** The only measures left below the same levels, or those that have the same number there. */
  private proposePlaces(likeness: Likeness, isOpen: (pair: Pair) => boolean, add: AddProposal): void {
    const openIn = (rows: readonly MeasureKeys[], isLeft: (index: number) => boolean): Map<string, number[]> => {
      const groups = new Map<string, number[]>();
      for (const [index, { path }] of rows.entries()) {
        if (path === "" || !isLeft(index)) continue;
        const group = groups.get(path);
        if (group === undefined) groups.set(path, [index]);
        else group.push(index);
      }
      return groups;
    };
    const proposedLast = new Set(this.proposals.map(({ last }) => last));
    const proposedNow = new Set(this.proposals.map(({ now }) => now));
    const lastLeft = openIn(this.last, (index) => this.lastTaken[index] !== true && !proposedLast.has(index));
    const nowLeft = openIn(this.now, (index) => this.nowTaken[index] !== true && !proposedNow.has(index));
    for (const [path, present] of nowLeft) {
      const former = lastLeft.get(path) ?? [];
      for (const now of present) {
        const last =
          former.length === 1 && present.length === 1
            ? former[0]!
            : former.find((one) => this.now[now]!.number !== "" && this.same({ last: one, now }, "number"));
        if (last === undefined || !isOpen({ last, now })) continue;
        add({ last, now }, "place", likeness.of(this.last[last]!.name, now).likeness);
      }
    }
  }

  /** Several proposals for one measure are parts of it; a single one is only another name. */
  private nameGroups(): void {
    const lastTimes = timesOf([...this.proposals, ...this.matches].map(({ last }) => last));
    const nowTimes = timesOf([...this.proposals, ...this.matches].map(({ now }) => now));
    for (const [at, proposal] of this.proposals.entries()) {
      if (proposal.kind === "duplicate" || proposal.kind === "moved") continue;
      if ((lastTimes.get(proposal.last) ?? 0) > 1) this.proposals[at] = { ...proposal, kind: "split" };
      else if ((nowTimes.get(proposal.now) ?? 0) > 1) this.proposals[at] = { ...proposal, kind: "merged" };
      else if (proposal.kind !== "place") this.proposals[at] = { ...proposal, kind: "renamed" };
    }
  }

  result(): Omit<Matching, "rejected" | "stale"> {
    const inOrder = (a: Pair, b: Pair): number => a.now - b.now || a.last - b.last;
    const lastSeen = new Set([...this.matches, ...this.proposals].map(({ last }) => last));
    const nowSeen = new Set([...this.matches, ...this.proposals].map(({ now }) => now));
    return {
      matches: [...this.matches].sort(inOrder),
      proposals: [...this.proposals].sort(inOrder),
      gone: [...this.last.keys()].filter((index) => !lastSeen.has(index)),
      added: [...this.now.keys()].filter((index) => !nowSeen.has(index)),
      keepsNumbers: this.keepsNumbers,
    };
  }

  private same({ last, now }: Pair, key: "path" | "field" | "number"): boolean {
    return this.last[last]![key] === this.now[now]![key];
  }

  private isFree(pair: Pair): boolean {
    return this.lastTaken[pair.last] !== true && this.nowTaken[pair.now] !== true && !this.isForbidden(pair);
  }

  private isForbidden(pair: Pair): boolean {
    return this.forbidden.has(pairKey(pair));
  }
}

type AddProposal = (pair: Pair, kind: ProposalKind, likeness: number) => void;

/**
 * Whether a number means the same measure in both years: no number has the name that another number had. One row inserted on
 * top of a list that is numbered from 1 makes every number mean another measure.
 */
function keepsNumbers(last: readonly MeasureKeys[], now: readonly MeasureKeys[]): boolean {
  const lastByNumber = uniqueBy(last, ({ number }) => number);
  const lastByName = uniqueBy(last, ({ name }) => name);
  const nowByName = uniqueBy(now, ({ name }) => name);
  let kept = 0;
  for (const [number, index] of uniqueBy(now, (keys) => keys.number)) {
    const former = lastByNumber.get(number);
    if (former === undefined || former < 0 || index < 0) continue;
    const [one, other] = [last[former]!.name, now[index]!.name];
    if (one === other) kept++;
    else if ((nowByName.get(one) ?? -1) >= 0 || (lastByName.get(other) ?? -1) >= 0) return false;
  }
  return kept > 0;
}

/** Index of the only row with each key, -1 where there are several; rows whose key is "" are left out. */
function uniqueBy(rows: readonly MeasureKeys[], key: (keys: MeasureKeys) => string): Map<string, number> {
  const found = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    const text = key(row);
    if (text !== "") found.set(text, found.has(text) ? -1 : index);
  }
  return found;
}

/** How much of a name is within another: all of it where it stands there in one piece. */
function partOf(name: string, other: string, within: number): number {
  const [short, long] = name.length < other.length ? [name, other] : [other, name];
  return short.length >= SHORTEST_PART && long.includes(short) ? 1 : within;
}

function groupBy(rows: readonly MeasureKeys[], key: (keys: MeasureKeys) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [index, row] of rows.entries()) {
    const text = key(row);
    const group = groups.get(text);
    if (group === undefined) groups.set(text, [index]);
    else group.push(index);
  }
  return groups;
}

function timesOf(values: readonly number[]): Map<number, number> {
  const times = new Map<number, number>();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  return times;
}

function count(counts: Map<string, Map<string, number>>, from: string, to: string): void {
  const targets = counts.get(from) ?? new Map<string, number>();
  counts.set(from, targets.set(to, (targets.get(to) ?? 0) + 1));
}

function pairKey({ last, now }: Pair): string {
  return `${last},${now}`;
}

/** The decisions as pairs of rows. A later decision about the same pair counts. */
function resolved(
  decisions: readonly Decision[],
  last: Ledger,
  now: Ledger,
): { accepted: Pair[]; rejected: Pair[]; stale: Decision[] } {
  const verdicts = new Map<string, { pair: Pair; same: boolean }>();
  const stale: Decision[] = [];
  const [findLast, findNow] = [finderOf(last), finderOf(now)];
  for (const decision of decisions) {
    const pair = { last: findLast(decision.last), now: findNow(decision.now) };
    if (pair.last < 0 || pair.now < 0) stale.push(decision);
    else verdicts.set(pairKey(pair), { pair, same: decision.same });
  }
  const of = (same: boolean): Pair[] =>
    [...verdicts.values()].filter((one) => one.same === same).map(({ pair }) => pair);
  return { accepted: of(true), rejected: of(false), stale };
}

/** Finds a measure by its name, and where several have it by field, number and row. */
function finderOf(ledger: Ledger): (reference: MeasureReference) => number {
  const keys = measureKeys(ledger);
  const byName = groupBy(keys, ({ name }) => name);
  return ({ number, field, name, row }) => {
    let found = byName.get(originalNameKey(name)) ?? [];
    const narrow = (holds: (index: number) => boolean): void => {
      if (found.length < 2) return;
      const narrower = found.filter(holds);
      if (narrower.length > 0) found = narrower;
    };
    narrow((index) => keys[index]!.field === matchKey(field));
    narrow((index) => keys[index]!.number === matchKey(number));
    narrow((index) => ledger.measures[index]!.row + 1 === row);
    return found.length === 1 ? found[0]! : -1;
  };
}
