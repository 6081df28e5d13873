/*
 * How like two names are: the pairs of neighbouring characters that they share, each weighing the more the fewer names have it.
 * 「システムの導入」 at the end of half of all names says little; 「乳幼児」 says much. Candidates are found by the rarest pairs of a
 * name, so that the time grows with the number of names and not with its square.
 */

/** Pairs of characters by which a name's candidates are looked up. */
const KEYS = 8;
/** Names that share a pair of characters and are still looked at. */
const CROWD = 40;

/** Names that are compared whole: those that share most of the rare pairs. */
const CANDIDATES = 24;

/** A name near another. */
export interface Near {
  /** Index into the names that were indexed. */
  readonly index: number;
  /** Shared weight of the weight of both, from 0 to 1. */
  readonly likeness: number;
  /** Shared weight of the weight of the lighter name: 1 where one name is within the other. */
  readonly within: number;
}

/** A name's pairs of characters and what they weigh together. */
interface Weighed {
  readonly pairs: readonly string[];
  readonly weight: number;
}

/** The weights of the character pairs of some names, and which names have each pair. */
export class Likeness {
  private readonly frequency = new Map<string, number>();
  private readonly holders = new Map<string, number[]>();
  private readonly sets: readonly ReadonlySet<string>[];
  /** Of each indexed name, once it was asked for. */
  private readonly weights: number[] = [];
  private readonly all: number;

  /**
   * @param names among which the like ones are looked for
   * @param others that also say how common a pair of characters is
   */
  constructor(names: readonly string[], others: readonly string[]) {
    this.all = names.length + others.length;
    this.sets = names.map(pairsOf);
    for (const [index, pairs] of this.sets.entries()) {
      for (const pair of pairs) {
        this.frequency.set(pair, (this.frequency.get(pair) ?? 0) + 1);
        const holders = this.holders.get(pair);
        if (holders === undefined) this.holders.set(pair, [index]);
        else holders.push(index);
      }
    }
    for (const name of others) {
      for (const pair of pairsOf(name)) this.frequency.set(pair, (this.frequency.get(pair) ?? 0) + 1);
    }
  }

  /** How like the indexed name is to another. */
  of(name: string, index: number): Near {
    return this.between(this.known(name), index);
  }

  /** The names that share most of the rarest pairs of characters with a name, in the order of their indexes. */
  near(name: string): readonly Near[] {
    const own = this.known(name);
    const rarest = own.pairs
      .map((pair) => ({ pair, holders: this.holders.get(pair) ?? [] }))
      .filter(({ holders }) => holders.length > 0 && holders.length <= CROWD)
      .sort((a, b) => a.holders.length - b.holders.length || (a.pair < b.pair ? -1 : 1))
      .slice(0, KEYS);
    const shared = new Map<number, number>();
    for (const { pair, holders } of rarest) {
      const weight = this.weight(pair);
      for (const index of holders) shared.set(index, (shared.get(index) ?? 0) + weight);
    }
    let candidates = [...shared];
    if (candidates.length > CANDIDATES) {
      candidates = candidates.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, CANDIDATES);
    }
    return candidates
      .map(([index]) => index)
      .sort((a, b) => a - b)
      .map((index) => this.between(own, index));
  }

  private between({ pairs, weight: own }: Weighed, index: number): Near {
    const set = this.sets[index]!;
    let shared = 0;
    for (const pair of pairs) if (set.has(pair)) shared += this.weight(pair);
    if (shared === 0) return { index, likeness: 0, within: 0 };
    const other = (this.weights[index] ??= this.weightOf(set));
    return { index, likeness: (2 * shared) / (own + other), within: shared / Math.min(own, other) };
  }

  private known(name: string): Weighed {
    const set = pairsOf(name);
    return { pairs: [...set], weight: this.weightOf(set) };
  }

  private weight(pair: string): number {
    return Math.log(1 + this.all / (this.frequency.get(pair) ?? 1));
  }

  private weightOf(pairs: ReadonlySet<string>): number {
    let sum = 0;
    for (const pair of pairs) sum += this.weight(pair);
    return sum;
  }
}

/** Neighbouring characters of a name, its ends included, so that a name of one character has pairs too. */
function pairsOf(name: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  const text = `^${name}$`;
  for (let at = 0; at + 1 < text.length; at++) pairs.add(text.slice(at, at + 2));
  return pairs;
}
