import type { ReportOutcome } from "../actions/actions";
import { NARRATIVE_SHEET } from "../ledger/sheet-names";
import type { Messages } from "../messages";
import type { Counts, Tally } from "../tally/tally";
import { oneLine } from "./terminal";

/** A tally as JSON answers say it. */
export function tallyJson(tally: Tally): object {
  const statuses = tally.statuses.map(({ name }) => name);
  const line = (counts: Counts) => ({
    counts: Object.fromEntries([
      ...statuses.map((name, index) => [name, counts.byStatus[index] ?? 0] as const),
      ...(counts.outside > 0 ? [["区分外", counts.outside] as const] : []),
    ]),
    total: counts.total,
    rate: counts.rate,
  });
  return {
    statuses,
    fields: tally.fields.map((field) => ({ name: field.name, ...line(field.counts) })),
    total: line(tally.total),
    relisted: { count: tally.relisted.count, without: line(tally.relisted.without) },
  };
}

/** What the figures are, what has to be known of them and what is still to be written, in lines. */
export function figureLines(
  {
    tally,
    narrative,
    remarks,
    missing,
  }: Pick<ReportOutcome, "tally" | "narrative" | "remarks"> & Partial<Pick<ReportOutcome, "missing">>,
  { commandLine }: Messages,
): { readonly total: string; readonly remarks: readonly string[] } {
  const shares = tally.statuses.map(({ name }, index) => {
    const share = tally.total.shares[index];
    const count = String(tally.total.byStatus[index] ?? 0);
    return oneLine(share == null ? `${name} ${count}` : `${name} ${count} (${String(share)}%)`);
  });
  const outside = tally.total.outside > 0 ? [`${commandLine.outside} ${tally.total.outside}`] : [];
  // A report without sheets has the evaluation's places only.
  const places =
    missing ?? narrative.paragraphs.filter((paragraph) => paragraph.missing).map(() => ({ sheet: NARRATIVE_SHEET }));
  return {
    total: `  ${commandLine.total} ${tally.total.total} = ${[...shares, ...outside].join(" / ")}`,
    remarks: [
      ...remarks.map((remark) => `  ${oneLine(remark)}`),
      ...(places.length > 0 ? [`  ${commandLine.missingText(places.length, oneLine(places[0]!.sheet))}`] : []),
    ],
  };
}
