import { LEVEL_KEYS } from "../ledger/columns/column-words";
import type { ColumnKey, ColumnReading, Ledger } from "../ledger/ledger";
import type { ReportPart } from "./parts";

/** What every part counts or names measures by. */
const ALWAYS: readonly ColumnKey[] = [
  ...LEVEL_KEYS,
  "number",
  "headingNumber",
  "policyNumber",
  "status",
  "relisted",
  "original",
];

/**
 * The columns of a ledger that no part of the report prints, in sheet order. Of several columns of a kind only the one that
 * counts is printed, unless a part prints the others.
 *
 * @param parts the parts that are made
 * @param printed zero-based sheet columns that those made from further columns print
 */
export function unusedColumns(
  ledger: Ledger,
  parts: ReadonlySet<ReportPart>,
  printed: readonly number[],
): readonly ColumnReading[] {
  const keys = parts.has("fields") ? [...ALWAYS, "reason" as const] : ALWAYS;
  const used = new Set([
    ...printed,
    ...keys.flatMap((key) => ledger.columns[key] ?? []),
    ...ledger.levels.map(({ column }) => column),
    ...(ledger.statusMarks ?? []).map(({ column }) => column),
  ]);
  return ledger.headers.filter(({ column }) => !used.has(column));
}
