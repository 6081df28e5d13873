import type { Status } from "../ledger/settings";
import { isCancelled } from "../narrative/phrases";

/** How one status follows another: better, worse (後退), the same, or neither. */
export type Direction = "better" | "worse" | "same" | "other";

/**
 * Judges a change of status. From an achieved class to one that is not is worse, whatever the classes; among the others the order
 * of the vocabulary decides, where it goes from the best class to the worst or the other way round. Classes outside the
 * denominator (評価なし) are neither better nor worse than any other.
 */
export function directionJudge(statuses: readonly Status[]): (from: number, to: number) => Direction {
  const step = orderOf(statuses);
  return (from, to) => {
    if (from === to) return "same";
    const [former, present] = [statuses[from], statuses[to]];
    if (former === undefined || present === undefined) return "other";
    if (!former.inDenominator || (!present.inDenominator && !isCancelled(present))) return "other";
    if (former.achieved !== present.achieved) return former.achieved ? "worse" : "better";
    // To stop what was not achieved is a decision, not a fall.
    if (!present.inDenominator || isCancelled(former) || isCancelled(present) || step === 0) return "other";
    return (to - from) * step > 0 ? "worse" : "better";
  };
}

/** 1 where the achieved classes stand before the others, -1 where they stand behind them, 0 where they are mixed. */
function orderOf(statuses: readonly Status[]): 1 | -1 | 0 {
  const counted = statuses
    .filter((status) => status.inDenominator && !isCancelled(status))
    .map(({ achieved }) => achieved);
  const [first, last] = [counted.indexOf(true), counted.lastIndexOf(true)];
  if (first < 0 || counted.slice(first, last + 1).includes(false)) return 0;
  if (first === 0) return 1;
  return last === counted.length - 1 ? -1 : 0;
}
