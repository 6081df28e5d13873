import type { Ledger } from "../ledger/ledger";
import { matchKey } from "../ledger/match-key";
import { statusIndexOf, statusRecogniser } from "../ledger/recognise-status";
import type { Settings } from "../ledger/settings";

/** What a class of last year's vocabulary is in this year's. */
export interface StatusLink {
  /** Name in last year's vocabulary. */
  readonly name: string;
  /** How many measures had it. */
  readonly count: number;
  /** Index into this year's vocabulary; -1 where nothing says which it is. */
  readonly index: number;
  /** "vocabulary": this year's 設定 knows it, as a class or a synonym of one; "decision": a person said so. */
  readonly by: "vocabulary" | "decision" | "none";
}

/** What a person said of a class of last year (区分の対応). */
export interface StatusDecision {
  readonly last: string;
  readonly now: string;
}

/** A class of last year for each class of its vocabulary, in its order. */
export function statusLinks(
  last: { readonly ledger: Ledger; readonly settings: Settings },
  now: Settings,
  decisions: readonly StatusDecision[],
): readonly StatusLink[] {
  const recognise = statusRecogniser(now.statuses);
  const decided = new Map(decisions.map((decision) => [matchKey(decision.last), decision.now]));
  const counts = last.settings.statuses.map(() => 0);
  for (const { statusIndex } of last.ledger.measures) if (statusIndex >= 0) counts[statusIndex]!++;
  return last.settings.statuses.map(({ name }, at): StatusLink => {
    const link = { name, count: counts[at]! };
    const said = decided.get(matchKey(name));
    const chosen = said === undefined ? -1 : statusIndexOf(recognise(said));
    if (chosen >= 0) return { ...link, index: chosen, by: "decision" };
    const known = statusIndexOf(recognise(name));
    return { ...link, index: known, by: known < 0 ? "none" : "vocabulary" };
  });
}
