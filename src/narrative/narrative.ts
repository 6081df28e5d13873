import type { Contradiction } from "./reconcile";

/** What a paragraph is about; `missing` paragraphs are the visible 【要記入】 places. */
export type ParagraphKind =
  | "total"
  | "achieved"
  | "not-achieved"
  | "cancelled"
  | "other-status"
  | "best-field"
  | "weakest-field"
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
}

/** The evaluation text. */
export interface Narrative {
  readonly title: string;
  readonly paragraphs: readonly Paragraph[];
}
