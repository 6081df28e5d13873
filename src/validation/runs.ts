/** Rows that follow one another; zero-based, both ends included. */
interface RowRun {
  readonly first: number;
  readonly last: number;
}

/** Ascending row numbers as runs of neighbours. */
export function rowRuns(rows: readonly number[]): RowRun[] {
  const runs: { first: number; last: number }[] = [];
  for (const row of rows) {
    const run = runs[runs.length - 1];
    if (run && row === run.last + 1) run.last = row;
    else runs.push({ first: row, last: row });
  }
  return runs;
}

/** A run as Excel numbers its rows: "7" or "7–9". */
export function runText({ first, last }: RowRun): string {
  return first === last ? String(first + 1) : `${first + 1}–${last + 1}`;
}
