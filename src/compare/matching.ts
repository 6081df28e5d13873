/**
 * How two measures were found to be the same one: a person said so, the number that both years keep for it, number and name
 * together, the name, or the name but for の, ー and ・.
 */
export type MatchBasis = "decision" | "number" | "number-name" | "name" | "spelling";

/**
 * Why two measures may be the same one: a new name, one that became several, several that became one, the same name in
 * another field, one of several with the same name, or the only ones left at the same place of the plan.
 */
export type ProposalKind = "renamed" | "split" | "merged" | "moved" | "duplicate" | "place";

/** Two measures, as indexes into the measures of last year's and this year's ledger. */
export interface Pair {
  readonly last: number;
  readonly now: number;
}

/** Two measures that are the same one; a measure that was split or merged stands in several. */
export interface Match extends Pair {
  readonly by: MatchBasis;
}

/** Two measures that only a person can call the same; until then they count as neither. */
export interface Proposal extends Pair {
  readonly kind: ProposalKind;
  /** Likeness of the names from 0 to 1. */
  readonly likeness: number;
}

/** What became of every measure: it stands in a match, in a proposal or alone, and never nowhere. */
export interface Matching {
  /** In the order of this year's ledger. */
  readonly matches: readonly Match[];
  /** In the order of this year's ledger. */
  readonly proposals: readonly Proposal[];
  /** Pairs that a person has called different measures. */
  readonly rejected: readonly Pair[];
  /** 廃止 and 新規: measures in no match and no proposal. */
  readonly gone: readonly number[];
  readonly added: readonly number[];
  /** Whether the numbers of last year are those of this year. */
  readonly keepsNumbers: boolean;
  /** Decisions about measures that neither year has any more. */
  readonly stale: readonly Decision[];
}

/** What a decision says of a measure: enough to find it again after rows were inserted or sorted. */
export interface MeasureReference {
  readonly number: string;
  readonly field: string;
  readonly name: string;
  /** One-based row on its sheet, 0 where nobody knows; only tells apart what is otherwise alike. */
  readonly row: number;
}

/** What a person said of two measures (採否). */
export interface Decision {
  readonly last: MeasureReference;
  readonly now: MeasureReference;
  readonly same: boolean;
}
