import type { Comparison } from "../compare/comparison";
import type { ExcelHost } from "../excel/host";
import type { Ledger } from "../ledger/ledger";
import type { SheetSource } from "../ledger/source";
import type { WorkingMessages } from "../messages";
import type { ComparisonSummary, EarlierYears, Problem } from "./actions";
import type { LoadedWorkbook } from "./load-ledger";

/** This year's ledger as it was loaded. */
export interface ThisYear {
  readonly loaded: LoadedWorkbook;
  readonly ledger: Ledger;
  readonly source: SheetSource | undefined;
}

/** A comparison, in a few numbers too, and what a person has to know of it. */
export interface ComparedYears {
  readonly comparison: Comparison;
  readonly summary: ComparisonSummary;
  readonly remarks: readonly string[];
}

/**
 * The ledger beside those of earlier years; null where there are none, and then what compares them is not loaded.
 *
 * @throws HostError
 */
export async function comparedYears(
  host: ExcelHost,
  year: ThisYear,
  against: EarlierYears,
  messages: WorkingMessages,
): Promise<ComparedYears | Problem | null> {
  if ((against.earlierYears ?? []).length === 0) return null;
  const { compareWithEarlier } = await import(/* webpackChunkName: "years" */ "./compare-years");
  return compareWithEarlier(host, year, against, messages);
}
