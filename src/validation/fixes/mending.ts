import type { CellValue } from "../../cells/cell";
import type { CellEdit, Finding, SheetChange } from "../finding";
import type { RuleContext, RuleWords, SheetContext } from "../rule";

/** The one cell that a finding is about. */
export type CellTarget = Pick<CellEdit, "sheet" | "row" | "column" | "before">;

/** A way to mend a finding that is more than another value in its own cell. */
export interface Way {
  readonly label: string;
  readonly edits: readonly CellEdit[];
  readonly changes: readonly SheetChange[];
}

/** Everything that can be done about one finding where it stands. */
export interface Mending {
  /** Null where it is about an area, or about what no cell holds. */
  readonly target: CellTarget | null;
  /** What the cell may hold instead, the likeliest first. */
  readonly values: readonly CellValue[];
  readonly ways: readonly Way[];
  /** What nearly everybody would do about it, to be done together with others; null where it wants somebody's mind. */
  readonly proposed: Omit<Way, "label"> | null;
  /** The cells of all findings of its rule and column with the same value, itself among them; [] where it is the only one. */
  readonly alike: readonly CellTarget[];
  /** Whether a number that is typed for the cell is to be one for Excel, too. */
  readonly isNumeric: boolean;
}

/** What a rule's findings offer beyond their choices. */
export interface Offered {
  readonly values?: readonly CellValue[];
  readonly ways?: readonly Way[];
  /** The first value, or the first way where there is no value, is what nearly everybody would take. */
  readonly isProposed?: boolean;
}

/** What is known where offers are made; `ledger` is null where the sheet could not be read as one. */
export interface FixContext {
  readonly sheet: SheetContext;
  /** Made when it is first asked for. */
  readonly ledger: () => RuleContext | null;
  readonly words: RuleWords["ways"];
}

/** Says what can be done about a finding of one rule. */
export type Mender = (finding: Finding, context: FixContext) => Offered;
