import { LEVEL_KEYS, type LevelKey } from "./column-words";

/** A column whose header is a word for a level. */
export interface LevelCandidate {
  /** Index within the rows. */
  readonly index: number;
  /** The level its word means. */
  readonly key: LevelKey;
  /** Different texts in the column: a higher level has fewer. */
  readonly distinct: () => number;
}

/**
 * Puts the columns that are levels into order and gives each a slot of its own: by the rank of their words, columns of the
 * same rank by how many different texts they have (a higher level has fewer), then from the left. The top of several is
 * always the field, because a report counts by it; the others keep the slot of their word as far as it is free. Of more
 * than five levels those between are left out.
 *
 * @param isFieldElsewhere true where the field stands in rows of its own, so that no column is it
 */
export function assignLevels(
  candidates: readonly LevelCandidate[],
  isFieldElsewhere = false,
): ReadonlyMap<LevelKey, number> {
  const rank = ({ key }: LevelCandidate) => LEVEL_KEYS.indexOf(key);
  const ranked = [...candidates].sort((a, b) => {
    if (rank(a) !== rank(b)) return rank(a) - rank(b);
    const [fewer, more] = [a.distinct(), b.distinct()];
    return (fewer > 0 && more > 0 ? fewer - more : 0) || a.index - b.index;
  });
  const sorted =
    ranked.length > LEVEL_KEYS.length ? [...ranked.slice(0, 1), ...ranked.slice(1 - LEVEL_KEYS.length)] : ranked;
  const slots = sorted.map(rank);
  // Of two with the same word the upper one moves up where there is room, else the lower one down.
  for (let at = slots.length - 2; at >= 0; at--) slots[at] = Math.min(slots[at]!, slots[at + 1]! - 1);
  if (sorted.length > 1 && !isFieldElsewhere) slots[0] = 0;
  for (let at = 0; at < slots.length; at++) slots[at] = Math.max(slots[at]!, (slots[at - 1] ?? -1) + 1);
  for (let at = slots.length - 1, limit = LEVEL_KEYS.length - 1; at >= 0; at--) {
    slots[at] = Math.min(slots[at]!, limit);
    limit = slots[at]! - 1;
  }
  const assigned = new Map<LevelKey, number>();
  for (const [at, { index }] of sorted.entries()) {
    const key = LEVEL_KEYS[slots[at]!];
    if (key !== undefined && !assigned.has(key)) assigned.set(key, index);
  }
  return assigned;
}
