import type { Settings } from "../../ledger/settings";
import type { Counts, Tally } from "../../tally/tally";
import { countColumns } from "../count-table";
import { unitNote, WORDS } from "../words";
import type { DocumentColumn, DocumentRow, TableBlock } from "./blocks";
import type { NamedCounts } from "./charts";

/** What a table says besides its figures. */
interface TableText {
  readonly caption: string;
  /** Heading of the rows' names. */
  readonly label: string;
  readonly notes?: readonly string[];
}

/** Rows × statuses with 計 and the rate, 計 below, and with 併記 a last row without the re-listed measures. */
export function countsTable(
  { caption, label, notes = [] }: TableText,
  rows: readonly NamedCounts[],
  totals: { readonly total: Counts; readonly without?: Counts },
  tally: Tally,
  settings: Settings,
): TableBlock {
  const { outside, rate } = countColumns(tally, 0);
  const count = (heading: string): DocumentColumn => ({ heading, kind: "count" });
  const cells = (name: string, counts: Counts): (string | number)[] => [
    name,
    ...counts.byStatus,
    ...(outside === null ? [] : [counts.outside]),
    counts.total,
    ...(rate === null ? [] : [counts.rate ?? WORDS.noRate]),
  ];
  const { total, without } = totals;
  return {
    kind: "table",
    caption,
    unit: unitNote(settings),
    columns: [
      { heading: label, kind: "label" },
      ...tally.statuses.map(({ name }) => count(name)),
      ...(outside === null ? [] : [count(WORDS.outside)]),
      count(WORDS.total),
      ...(rate === null ? [] : [{ heading: tally.wording.rate, kind: "rate" } as const]),
    ],
    rows: [
      ...rows.map(({ name, counts }): DocumentRow => ({ cells: cells(name, counts) })),
      { cells: cells(WORDS.total, total), isTotal: true },
      ...(without === undefined ? [] : [{ cells: cells(WORDS.totalWithoutRelisted, without) }]),
    ],
    decimals: settings.decimals,
    notes,
  };
}

/** Rows × statuses with the share of each, and the whole plan below. */
export function sharesTable(
  { caption, label, notes = [] }: TableText,
  rows: readonly NamedCounts[],
  { statuses, total }: Tally,
  { decimals }: Settings,
): TableBlock {
  const cells = (name: string, { shares }: Counts): (string | number)[] => [
    name,
    ...shares.map((share) => share ?? WORDS.noRate),
  ];
  return {
    kind: "table",
    caption,
    unit: WORDS.shareUnit,
    columns: [
      { heading: label, kind: "label" },
      ...statuses.map(({ name }) => ({ heading: name, kind: "rate" }) as const),
    ],
    rows: [
      ...rows.map(({ name, counts }): DocumentRow => ({ cells: cells(name, counts) })),
      { cells: cells(WORDS.total, total), isTotal: true },
    ],
    decimals,
    notes,
  };
}

/** One row a status with its count and share in the whole plan. */
export function wholeTable(caption: string, { statuses, total }: Tally, settings: Settings): TableBlock {
  return {
    kind: "table",
    caption,
    unit: unitNote(settings),
    columns: [
      { heading: WORDS.status, kind: "label" },
      { heading: WORDS.count, kind: "count" },
      { heading: WORDS.share, kind: "rate" },
    ],
    rows: [
      ...statuses.map(({ name }, at): DocumentRow => ({
        cells: [name, total.byStatus[at] ?? 0, total.shares[at] ?? WORDS.noRate],
      })),
      ...(total.outside > 0 ? [{ cells: [WORDS.outside, total.outside, WORDS.noRate] }] : []),
      { cells: [WORDS.total, total.total, ""], isTotal: true },
    ],
    decimals: settings.decimals,
    notes: [],
  };
}
