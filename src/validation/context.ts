import type { Comparison } from "../compare/comparison";
import { isBlankCell } from "../ledger/cell-text";
import type { ColumnKey, Ledger, LedgerProblem, Measure } from "../ledger/ledger";
import type { FieldsNotice } from "../ledger/read-fields";
import type { SettingsNotice } from "../ledger/read-settings";
import { statusRecogniser } from "../ledger/recognise-status";
import type { FieldProfile, PlanProfile, Settings } from "../ledger/settings";
import type { SheetSource } from "../ledger/source";
import type { WorkingMessages } from "../messages";
import type { Tally } from "../tally/tally";
import { proposeVocabulary } from "./propose-vocabulary";
import type { ColumnKind, LedgerColumn, RuleContext, SheetContext } from "./rule";

/** Everything one check looks at. */
export interface ValidationInput {
  /** The ledger's sheet, read for a check: with formulas and structure. */
  readonly source: SheetSource;
  /** What `readLedger` said of it. */
  readonly ledger: { readonly ledger: Ledger } | { readonly problem: LedgerProblem };
  readonly settings: Settings;
  /** Rows of the 分野 sheet, `[]` where the workbook has none. */
  readonly fields: readonly FieldProfile[];
  readonly plan: PlanProfile;
  /** Without it the rules about totals stay silent. */
  readonly tally?: Tally;
  /** Without it the rules about last year stay silent. */
  readonly comparison?: Comparison;
  /** The 計画 sheet, so that findings in its prose name their cell. */
  readonly planSource?: SheetSource;
  /** The 分野 sheet, so that findings about it name their cell. */
  readonly fieldsSource?: SheetSource;
  /** What of 設定 and 分野 was not taken as it stands. */
  readonly notices?: {
    readonly settings: readonly SettingsNotice[];
    readonly fields: readonly FieldsNotice[];
  };
}

/** The column's kind to the text rules; columns that mean nothing to the ledger are taken for prose. */
const KINDS: Readonly<Partial<Record<ColumnKey, ColumnKind>>> = {
  number: "code",
  field: "name",
  headingNumber: "code",
  heading: "name",
  policyNumber: "code",
  policy: "name",
  action: "name",
  measure: "name",
  status: "status",
  relisted: "mark",
  original: "code",
  department: "name",
};

/** What the rules about the sheet see. */
export function sheetContext(input: ValidationInput, messages: WorkingMessages): SheetContext {
  const { source } = input;
  return {
    source,
    ledger: "ledger" in input.ledger ? input.ledger.ledger : null,
    problem: "problem" in input.ledger ? input.ledger.problem : null,
    words: messages.rules,
    valueAt: (row, column) => source.values[row - source.row]?.[column - source.column] ?? "",
    formulaAt(row, column) {
      const formula = source.formulas?.[row - source.row]?.[column - source.column];
      if (typeof formula !== "string" || !formula.startsWith("=")) return null;
      // A text that only looks like a formula is its own value.
      return formula === source.values[row - source.row]?.[column - source.column] ? null : formula;
    },
  };
}

/** What every other rule sees. */
export function ruleContext(
  input: ValidationInput,
  sheet: SheetContext,
  ledger: Ledger,
  messages: WorkingMessages,
): RuleContext {
  const recognise = statusRecogniser(input.settings.statuses);
  const filled = new Map<ColumnKey, number>();
  return {
    ...sheet,
    ledger,
    problem: null,
    settings: input.settings,
    fields: input.fields,
    plan: input.plan,
    planSource: input.planSource ?? null,
    fieldsSource: input.fieldsSource ?? null,
    notices: input.notices ?? { settings: [], fields: [] },
    describe: messages.actions.settingsNotice,
    tally: input.tally ?? null,
    comparison: input.comparison ?? null,
    columns: ledger.headers.map(({ column, text, key }): LedgerColumn => ({
      column,
      header: text,
      key,
      kind: (key === null ? undefined : KINDS[key]) ?? "prose",
    })),
    recognise,
    proposal: proposeVocabulary(ledger, input.settings),
    isCovered: coverage(input.source, ledger),
    filled(key) {
      let count = filled.get(key);
      if (count === undefined) {
        const column = ledger.columns[key];
        count =
          column === undefined
            ? 0
            : ledger.measures.filter(({ row }) => !isBlankCell(sheet.valueAt(row, column))).length;
        filled.set(key, count);
      }
      return count;
    },
  };
}

function coverage({ structure }: SheetSource, ledger: Ledger): RuleContext["isCovered"] {
  const covered = new Set<string>();
  for (const area of structure?.mergedAreas ?? []) {
    const last = Math.min(area.row + area.rows - 1, ledger.lastRow);
    for (let row = Math.max(area.row, ledger.firstRow); row <= last; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        if (row !== area.row || column !== area.column) covered.add(`${row},${column}`);
      }
    }
  }
  return covered.size === 0 ? () => false : (row, column) => covered.has(`${row},${column}`);
}

/** The column of a key with its header, or undefined where the ledger has none. */
export function columnOf(context: RuleContext, key: ColumnKey): LedgerColumn | undefined {
  return context.columns.find((column) => column.key === key);
}

/** Zero-based column of the cell that a measure's name stands in: 個別事業, or 施策 where that is blank. */
export function nameColumn(ledger: Ledger, measure: Measure): number {
  const { measure: measureColumn, policy } = ledger.columns;
  if (measureColumn !== undefined && (!isBlankCell(measure.measure) || policy === undefined)) return measureColumn;
  return policy ?? 0;
}
