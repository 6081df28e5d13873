import type { Ledger } from "../ledger/ledger";
import type { PlanProfile, Settings } from "../ledger/settings";
import type { Tally } from "../tally/tally";
import type { SheetSource } from "../ledger/source";
import type { CountFormulas } from "./count-formulas";

/** What every sheet of one report is made from. */
export interface ReportContext {
  readonly ledger: Ledger;
  /** The sheet that the ledger was read from. */
  readonly source: SheetSource;
  readonly tally: Tally;
  readonly settings: Settings;
  readonly plan: PlanProfile;
  readonly formulas: CountFormulas;
  /** When the figures are of: 「平成22年度末」. */
  readonly asOf: string;
}
