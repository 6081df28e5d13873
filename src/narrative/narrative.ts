import type { Contradiction } from "./reconcile";

/** What a paragraph is about; `missing` paragraphs are the visible 【要記入】 places. */
export type ParagraphKind =
  | "total"
  | "achieved"
  | "not-achieved"
  | "cancelled"
  | "other-status"
  | "fields"
  | "comparison"
  | "outside"
  | "relisted"
  | "achievements"
  | "challenges"
  | "outlook";

/** One idea of the evaluation, in です・ます. */
export interface Paragraph {
  readonly kind: ParagraphKind;
  /** The text without the first-line indent. */
  readonly text: string;
  /** True where the officer still has to write: the text then begins with 【要記入】. */
  readonly missing: boolean;
  /** True where a number of the officer's own prose contradicts the tally. */
  readonly contradicted: boolean;
  /** The numbers that do; absent where there is none. */
  readonly contradictions?: readonly Contradiction[];
  /** What a row of 計画 that says this paragraph is called: 「評価：未達成」, 「成果」. */
  readonly item: string;
  /** Whose words it is in: the product's, or those of 計画. */
  readonly origin: "automatic" | "plan";
  /** What the product would write in the place of a wording of 計画; absent for what only 計画 can say. */
  readonly automatic?: string;
  /** True where the product now would write something else than when the wording was made. */
  readonly outdated?: true;
}

/** The evaluation text. */
export interface Narrative {
  readonly title: string;
  readonly paragraphs: readonly Paragraph[];
  /** Items of 計画 that word a paragraph which the evaluation does not have now, so that they stand nowhere. */
  readonly unplaced: readonly string[];
}
