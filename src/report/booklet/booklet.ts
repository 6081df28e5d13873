import type { FieldProfile, PlanProfile, Settings } from "../../ledger/settings";
import { inWidth } from "../../narrative/numbers";
import type { Tally } from "../../tally/tally";
import { CHAPTER_TITLES, UNNAMED_PLAN } from "./words";

/** What every sheet of the booklet is made from. */
export interface BookletSource {
  readonly tally: Tally;
  readonly settings: Settings;
  readonly fields: readonly FieldProfile[];
  readonly plan: PlanProfile;
  /** When the figures are of: 「平成22年度末」. */
  readonly asOf: string;
}

/** A chapter's place in the booklet. */
export interface Chapter {
  /** From 1, in the order of the chapters that were chosen. */
  readonly number: number;
  /** Name of its sheet. */
  readonly sheet: string;
  /** Number at the foot of its first page. */
  readonly firstPage: number;
}

/** A text with every number in it in the digit width that 集計方法 asks for. */
export function withDigits(text: string, settings: Settings): string {
  return text.replace(/\d+/g, (number) => inWidth(number, settings.digits));
}

/** 「2　計画の分野別目標と実績」. */
export function chapterTitle(
  kind: keyof typeof CHAPTER_TITLES,
  chapter: Chapter,
  { plan, settings }: BookletSource,
): string {
  return `${withDigits(String(chapter.number), settings)}　${CHAPTER_TITLES[kind](planName(plan))}`;
}

/** 「(1)」, in the digit width of the booklet. */
export function bracketedNumber(number: string, settings: Settings): string {
  const digits = withDigits(number, settings);
  return digits === number ? `(${number})` : `（${digits}）`;
}

/** The plan's name, or what stands for it. */
export function planName(plan: PlanProfile): string {
  return plan.name === "" ? UNNAMED_PLAN : plan.name;
}
