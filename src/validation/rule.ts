import type { Area, CellValue } from "../cells/cell";
import type { Comparison } from "../compare/comparison";
import type { ColumnKey, Ledger, LedgerProblem, Measure } from "../ledger/ledger";
import type { FieldProfile, PlanProfile, Settings, Status } from "../ledger/settings";
import type { FieldsNotice } from "../ledger/read-fields";
import type { SettingsNotice } from "../ledger/read-settings";
import type { StatusRecogniser } from "../ledger/recognise-status";
import type { SheetSource } from "../ledger/source";
import type { WorkingMessages } from "../messages";
import type { Tally } from "../tally/tally";
import type { CellEdit, FixKind, Severity } from "./finding";

/** The sentences of the rules in one language. */
export type RuleWords = WorkingMessages["rules"];

/** Id of a rule: thing and what is checked of it; the file's name, and the key of the rule's sentences. */
export type RuleId = keyof RuleWords["byRule"];

/**
 * Where a rule comes from. A pair of digits is an item of 総務省「統計表における機械判読可能なデータの表記方法の統一ルール」
 * (2020); `administrative` is 「行政データの機械可読性に関するルール」 (2026-03-31), named without item; `excel` are Excel's
 * specifications and limits; `plan` is what the plan itself says on its 設定, 分野 and 計画 sheets; `product` is what counting
 * and comparing need, without a rule of the state.
 */
export type Basis = `${number}-${number}` | "administrative" | "excel" | "plan" | "product";

/** What a column is to the text rules: names are never altered beyond what is shown, prose may hold lists. */
export type ColumnKind = "name" | "code" | "status" | "mark" | "prose";

/** A column of the ledger with its header. */
export interface LedgerColumn {
  /** Zero-based sheet column. */
  readonly column: number;
  readonly header: string;
  readonly key: ColumnKey | null;
  readonly kind: ColumnKind;
}

/** What a rule about the sheet as a whole sees; `ledger` is null where the sheet could not be read as one. */
export interface SheetContext {
  readonly source: SheetSource;
  readonly ledger: Ledger | null;
  readonly problem: LedgerProblem | null;
  readonly words: RuleWords;
  /** Value of a cell by zero-based sheet position, "" outside the used range. */
  readonly valueAt: (row: number, column: number) => CellValue;
  /** Formula of a cell ("=A1"); null where it has none, or none is known. */
  readonly formulaAt: (row: number, column: number) => string | null;
}

/** What every other rule sees. */
export interface RuleContext extends SheetContext {
  readonly ledger: Ledger;
  readonly problem: null;
  readonly settings: Settings;
  /** Rows of the 分野 sheet; empty where there is none. */
  readonly fields: readonly FieldProfile[];
  readonly plan: PlanProfile;
  readonly planSource: SheetSource | null;
  readonly fieldsSource: SheetSource | null;
  /** What of 設定 and 分野 was not taken as it stands. */
  readonly notices: { readonly settings: readonly SettingsNotice[]; readonly fields: readonly FieldsNotice[] };
  /** What a notice about 設定 says. */
  readonly describe: (notice: SettingsNotice) => string;
  readonly tally: Tally | null;
  /** The ledger beside last year's; null where nobody said where that is. */
  readonly comparison: Comparison | null;
  readonly columns: readonly LedgerColumn[];
  /** A vocabulary made from what was found, where the ledger's statuses match none; status rules then stay silent. */
  readonly proposal: readonly Status[] | null;
  readonly recognise: StatusRecogniser;
  /** How many measures have something in that column; 0 where the ledger lacks it. */
  readonly filled: (key: ColumnKey) => number;
  /** True for a cell that a merged area covers, its first cell aside: that it is blank is the merge's doing. */
  readonly isCovered: (row: number, column: number) => boolean;
}

/** One text of the ledger, as the rules about single cells see it. */
interface TextCell {
  readonly text: string;
  readonly column: LedgerColumn;
  readonly context: RuleContext;
}

/** One way to mend a defect: the new text of the cell it is reported at, or edits of several cells. */
export type Choice =
  { readonly label?: string; readonly after: string } | { readonly label: string; readonly edits: readonly CellEdit[] };

/** What a rule says about one place; the rest of a finding follows from the rule. */
export interface Defect {
  /** Cell or area on the sheet; absent for the whole sheet and for rules about single cells, whose place is known. */
  readonly at?: Pick<Area, "row" | "column"> & Partial<Area>;
  /** Address of the cell or area, for a rule that knows it only so. */
  readonly address?: string;
  /** Sheet of `at` where it is not the ledger's. */
  readonly sheet?: string;
  readonly value?: CellValue;
  readonly message: string;
  readonly suggestion: string;
  /** Where this place is less grave than the rule in general. */
  readonly severity?: Severity;
  /** How `choices` are to be used where that differs from the rule's `fix`. */
  readonly fix?: FixKind;
  readonly choices?: readonly Choice[];
}

/** Takes what a rule found. */
export type Report = (defect: Defect) => void;

interface RuleBase {
  readonly id: RuleId;
  /** The gravest severity the rule gives. */
  readonly severity: Severity;
  readonly basis: readonly Basis[];
  /** The best mending the rule can offer. */
  readonly fix: FixKind;
}

/** A rule about the sheet's structure; the only kind that also runs where the sheet is no ledger. */
interface SheetRule extends RuleBase {
  readonly scope: "sheet";
  check(context: SheetContext, report: Report): void;
}

/**
 * A rule about one text. It may look at nothing but the text and its column, because equal texts of a column are checked once.
 */
export interface CellRule extends RuleBase {
  readonly scope: "cell";
  check(cell: TextCell, report: Report): void;
}

/** A rule about one row. */
interface RowRule extends RuleBase {
  readonly scope: "row";
  check(measure: Measure, context: RuleContext, report: Report): void;
}

/** A rule that compares rows with one another, with the other sheets or with the tally. */
interface LedgerRule extends RuleBase {
  readonly scope: "ledger";
  check(context: RuleContext, report: Report): void;
}

/** One rule: a frozen object whose sentences are `messages.rules.byRule[id]`. */
export type Rule = SheetRule | CellRule | RowRule | LedgerRule;

/** A rule, frozen. */
export function defineRule<R extends Rule>(rule: R): Readonly<R> {
  return Object.freeze(rule);
}
