import type { Counts } from "../tally/tally";

/** What the evaluation says of last year. */
export interface YearChange {
  /** 「令和5年度」, or 「前年度」 where nothing says which year it was. */
  readonly last: string;
  /** Last year's counts in this year's vocabulary; null where its classes are others, which leaves nothing to compare. */
  readonly counts: Counts | null;
  /** Measures of both years whose status is worse. */
  readonly worse: number;
  readonly added: number;
  readonly gone: number;
  /** Pairs of measures of which nobody has said yet whether they are the same; until then the three numbers above are not certain. */
  readonly open: number;
}
