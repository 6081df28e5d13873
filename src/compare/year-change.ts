import type { YearChange } from "../narrative/year-change";
import type { Comparison } from "./comparison";

/** What the evaluation says of a comparison. */
export function yearChange({ last, course, changes, added, gone, matching }: Comparison): YearChange {
  return {
    last: last.label,
    counts: course[course.length - 2]!.counts,
    worse: changes.filter(({ direction }) => direction === "worse").length,
    added: added.length,
    gone: gone.length,
    open: matching.proposals.length,
  };
}
