import type { CheckOutcome } from "../actions/actions";
import type { Finding } from "../validation/finding";

/*
 * Going through the findings one after the other. The order is that of the check that somebody asked for; what a later check
 * no longer finds is ticked off and keeps its number, what it finds anew comes last.
 */

/** Findings in the order in which they are gone through, and how far that is. */
export interface Walk {
  readonly stops: readonly Stop[];
  /** Index into `stops` of the one that is shown. */
  readonly at: number;
}

/** A finding on the way; `index` is its place among the latest check's findings, null once it is done. */
export interface Stop {
  readonly key: string;
  readonly rule: string;
  readonly cell: string;
  readonly isBlocking: boolean;
  readonly index: number | null;
}

/** Before any check. */
export const NO_WALK: Walk = { stops: [], at: 0 };

/** A walk through what a check found: what blocks first; what is only said is no stop. */
export function walkThrough({ groups }: Pick<CheckOutcome, "groups">): Walk {
  const stops = groups.flatMap(({ severity, entries }) =>
    severity === "info" ? [] : entries.map(({ finding, index }) => stopOf(finding, index)),
  );
  return { stops, at: 0 };
}

/**
 * The walk after another check.
 *
 * @param isMoved whether rows or columns went, so that no finding can be told by its cell any more
 */
export function walkOn(walk: Walk, check: Pick<CheckOutcome, "groups">, isMoved: boolean): Walk {
  const found = walkThrough(check).stops;
  const left = new Map(found.map((stop) => [stop.key, stop]));
  // Where everything has moved, another finding may stand where this one was.
  const done = (stop: Stop): Stop => ({ ...stop, index: null, key: isMoved ? "" : stop.key });
  const stops = isMoved
    ? walk.stops.filter(({ index }) => index === null).map(done)
    : walk.stops.map((stop) => {
        const again = left.get(stop.key);
        left.delete(stop.key);
        return again ?? done(stop);
      });
  const mended = isMoved ? Math.max(0, walk.stops.length - stops.length - found.length) : 0;
  const gone = walk.stops
    .filter(({ index }) => index !== null)
    .slice(0, mended)
    .map(done);
  const all = isMoved ? [...stops, ...gone, ...found] : [...stops, ...left.values()];
  return { stops: all, at: firstOpen(all, isMoved ? 0 : walk.at) };
}

/** One stop on or back; after the last comes the first. */
export function stepped({ stops, at }: Walk, by: 1 | -1): Walk {
  return { stops, at: (at + by + stops.length) % Math.max(1, stops.length) };
}

/** How many stops are done. */
export function doneStops({ stops }: Pick<Walk, "stops">): number {
  return stops.filter(({ index }) => index === null).length;
}

/** How many of what blocks, or of what does not, there are and are done, and which of them is shown. */
export function legOf({ stops, at }: Walk): { readonly at: number; readonly total: number; readonly done: number } {
  const isBlocking = stops[at]?.isBlocking;
  const leg = stops.filter((stop) => stop.isBlocking === isBlocking);
  const before = stops.slice(0, at).filter((stop) => stop.isBlocking === isBlocking).length;
  return { at: before + 1, total: leg.length, done: doneStops({ stops: leg }) };
}
/** The next stop that is open; while anything blocks, the next that does. */
function firstOpen(stops: readonly Stop[], from: number): number {
  for (const isWanted of [({ isBlocking }: Stop) => isBlocking, () => true]) {
    for (let step = 0; step < stops.length; step++) {
      const at = (from + step) % stops.length;
      const stop = stops[at]!;
      if (stop.index !== null && isWanted(stop)) return at;
    }
  }
  return Math.min(from, Math.max(0, stops.length - 1));
}

function stopOf({ rule, severity, sheet, cell }: Finding, index: number): Stop {
  return { key: `${rule}\n${sheet}\n${cell}`, rule, cell, isBlocking: severity === "error", index };
}
