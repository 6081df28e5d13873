import { fingerprint } from "../ledger/fingerprint";

/** What somebody has to know or to decide before the collected ledger can be trusted. */
export type ConflictKind =
  /** The same ledger in two files. */
  | "same-file"
  /** Two versions of a section's ledger. */
  | "versions"
  /** The same measure twice, in the same words. */
  | "same-row"
  /** The same measure twice, in other words. */
  | "other-content"
  /** One number for two measures. */
  | "same-number"
  /** A status that is none of the vocabulary. */
  | "status-word"
  /** A measure of the last collection that nobody sent any more. */
  | "vanished";

/** One way to settle a conflict. */
export interface Candidate {
  /** Names it in the decisions of the next collection. */
  readonly id: string;
  /** What choosing it means: the ledger or row that counts, the class that a word stands for, what becomes of a row. */
  readonly label: string;
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
  readonly value: string;
  /** Whether the collected ledger now is as if it had been chosen. */
  readonly isUsed: boolean;
}

export interface Conflict {
  readonly id: string;
  readonly kind: ConflictKind;
  /** What it is about: a section, a measure, a word. */
  readonly subject: string;
  readonly candidates: readonly Candidate[];
  /** `chosen` by a person, `automatic` by a rule that needs no confirming, `open` until somebody chooses. */
  readonly state: "chosen" | "automatic" | "open";
}

/** What was chosen in an earlier collection: ids of candidates by the conflict's id. */
export type Decisions = ReadonlyMap<string, ReadonlySet<string>>;

/** A name that stays the same as long as what it names does. */
export function stableId(...parts: readonly string[]): string {
  // Short enough to be read on a sheet; they only have to differ within one collection.
  return fingerprint([parts.map((part) => part.normalize("NFKC"))]).slice(0, 10);
}

/** A way to settle a conflict, with what it is made of. */
export interface Option<T> extends Omit<Candidate, "isUsed"> {
  readonly what: T;
}

/**
 * Settles a conflict: by what was chosen before, as far as it still is among the options, else by `usual`.
 * @returns the conflict and what counts
 */
export function settle<T>(
  kind: ConflictKind,
  id: string,
  subject: string,
  options: readonly Option<T>[],
  usual: { readonly used: readonly T[]; readonly state: "automatic" | "open" },
  decisions: Decisions,
): { readonly conflict: Conflict; readonly used: readonly T[] } {
  const wished = decisions.get(id);
  const chosen = options.filter((option) => wished?.has(option.id) === true).map(({ what }) => what);
  const used = chosen.length > 0 ? chosen : usual.used;
  return {
    used,
    conflict: {
      id,
      kind,
      subject,
      candidates: options.map(({ what, ...option }) => ({ ...option, isUsed: used.includes(what) })),
      state: chosen.length > 0 ? "chosen" : usual.state,
    },
  };
}
