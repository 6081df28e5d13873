import { areaAddress, type CellValue } from "../cells/cell";
import { cellText } from "../ledger/cell-text";
import type { WorkingMessages } from "../messages";
import { ruleContext, sheetContext, type ValidationInput } from "./context";
import type { Finding, Severity } from "./finding";
import { tableTotals } from "./table-totals";
import type { Basis, CellRule, Choice, Defect, LedgerColumn, RuleContext, Report, Rule, RuleWords } from "./rule";
import { RULES } from "./rules";

export type { ValidationInput } from "./context";

/** What a check comes to. */
interface FindingSummary {
  /** Exact, never capped. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** True where nothing blocks the submission. */
  readonly submittable: boolean;
}

/**
 * Checks a ledger and says everything that is wrong with it, in the order of the rules and then of the rows. A sheet that
 * is no ledger gets the findings about its structure only. Never throws for what a workbook holds.
 */
export function validate(input: ValidationInput, messages: WorkingMessages): Finding[] {
  const sheet = sheetContext(input, messages);
  const buckets = new Map<Rule, Finding[]>(RULES.map((rule) => [rule, []]));
  const reports = new Map<Rule, Report>(
    RULES.map((rule) => [rule, reporter(rule, buckets.get(rule)!, input.source.name, messages.rules, sheet.valueAt)]),
  );
  const reportOf = (rule: Rule) => reports.get(rule)!;
  for (const rule of RULES) if (rule.scope === "sheet") rule.check(sheet, reportOf(rule));
  if ("ledger" in input.ledger) {
    const context = ruleContext(input, sheet, input.ledger.ledger, messages);
    checkRows(context, reportOf);
    for (const rule of RULES) if (rule.scope === "ledger") rule.check(context, reportOf(rule));
  }
  return RULES.flatMap((rule) => buckets.get(rule)!);
}

/** Counts findings as `validate` returns them. */
export function summarise(findings: readonly Finding[]): FindingSummary {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return { counts, submittable: counts.error === 0 };
}

/** The source of a rule and why it matters, as a finding says it. */
export function basisText(rule: Rule, words: RuleWords): string {
  const items = rule.basis.filter((basis) => /\d/.test(basis));
  const sources = [
    ...(items.length > 0 ? [words.basis.unified(items.join("・"))] : []),
    ...rule.basis.flatMap((basis) => namedSource(basis, words) ?? []),
  ];
  return words.basis.join(sources.join(words.list.separator), words.byRule[rule.id].why);
}

function namedSource(basis: Basis, words: RuleWords): string | undefined {
  return basis === "administrative" || basis === "excel" || basis === "plan" || basis === "product"
    ? words.basis[basis]
    : undefined;
}

/** Makes findings of the defects that a rule reports. */
function reporter(
  rule: Rule,
  findings: Finding[],
  ledgerSheet: string,
  words: RuleWords,
  valueAt: (row: number, column: number) => CellValue,
): Report {
  const basis = basisText(rule, words);
  return (defect) => {
    const choices = (defect.choices ?? []).map((choice) => fullChoice(choice, defect, ledgerSheet, valueAt));
    findings.push({
      rule: rule.id,
      severity: defect.severity ?? rule.severity,
      sheet: defect.sheet ?? ledgerSheet,
      cell: defect.address ?? (defect.at ? areaAddress({ rows: 1, columns: 1, ...defect.at }) : ""),
      value: cellText(
        defect.value ?? (defect.at && defect.sheet === undefined ? valueAt(defect.at.row, defect.at.column) : ""),
      ),
      message: defect.message,
      basis,
      suggestion: defect.suggestion,
      fix: choices.length === 0 ? "manual" : (defect.fix ?? rule.fix),
      choices,
      target: targetOf(defect, valueAt),
    });
  };
}

/** The cell a defect is about, where it is a single one; the cell of another sheet is known by its address alone. */
function targetOf(
  { at, sheet, address }: Defect,
  valueAt: (row: number, column: number) => CellValue,
): Finding["target"] {
  if (at === undefined || sheet !== undefined || address !== undefined) return null;
  const { row, column, rows = 1, columns = 1 } = at;
  return rows === 1 && columns === 1 ? { row, column, before: valueAt(row, column) } : null;
}

function fullChoice(
  choice: Choice,
  { at, sheet }: Defect,
  ledgerSheet: string,
  valueAt: (row: number, column: number) => CellValue,
): Finding["choices"][number] {
  if ("edits" in choice) return choice;
  if (!at) throw new Error("A choice that is the new text of a cell needs the cell.");
  const { row, column } = at;
  return {
    label: choice.label ?? choice.after,
    edits: [{ sheet: sheet ?? ledgerSheet, row, column, before: valueAt(row, column), after: choice.after }],
  };
}

/** Row rules and cell rules in one pass over the measures. */
function checkRows(context: RuleContext, reportOf: (rule: Rule) => Report): void {
  const rowRules = RULES.filter((rule) => rule.scope === "row").map((rule) => ({ rule, report: reportOf(rule) }));
  const { source, ledger } = context;
  const texts = context.columns.map((column) => new TextChecks(column, context));
  const totals = tableTotals(source);
  for (const measure of ledger.measures) {
    // What is wrong with a table's total row is that it is counted.
    if (totals.includes(measure.row)) continue;
    for (const { rule, report } of rowRules) rule.check(measure, context, report);
    const cells = source.values[measure.row - source.row] ?? [];
    for (const checks of texts) {
      const value = cells[checks.column.column - source.column];
      if (typeof value !== "string" || !checks.isSuspect(value)) continue;
      for (const { rule, defect } of checks.defectsOf(value)) {
        reportOf(rule)({ ...defect, at: { row: measure.row, column: checks.column.column }, value });
      }
    }
  }
}

/**
 * What any rule about single texts looks for: controls, symbols, radicals, enclosed and private-use characters, detached
 * marks, half-width kana, traces of a wrong code (�, ???, 縺繧繝, ã); a sign at the beginning; spaces at an end, doubled, or between single letters. A text without any
 * of them and of ordinary length is clean.
 */
const SUSPECT =
  /[\0-\x1F\x7F-\xAD\xE3-\xE9\u180E\u2000-\u200F\u2028-\u202F\u205F-\u206F\u2100-\u2BFF\u2E80-\u2FDF\u3099\u309A\u301D\u301F\u3200-\u33FF\uD800-\uF8FF\uFE00-\uFE0F\uFEFF\uFF61-\uFF9F\uFFFD-\uFFFF縺繧繝]|[?？]{3}|^[=+\-@ \u3000]|[ \u3000](?:[ \u3000]|$)|[A-ZＡ-Ｚ][ \u3000][A-ZＡ-Ｚ]|^.[ \u3000].(?:[ \u3000]|$)/;
const ORDINARY_LENGTH = 253;

/**
 * Whether a text is clean at a glance: kanji, kana, digits and letters, with single spaces after the second character and
 * not after a capital letter. Nearly all texts are, and the pattern takes several times as long to say so.
 */
function isSurelyClean(text: string): boolean {
  let before = SPACE;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === SPACE || code === IDEOGRAPHIC_SPACE) {
      if (at < 2 || before === SPACE || isCapital(before)) return false;
      before = SPACE;
    } else if (
      (code >= 0x4e00 && code <= 0x9fff && code !== 0x7e3a && code !== 0x7e5d && code !== 0x7e67) ||
      (code >= 0x3041 && code <= 0x3096) ||
      (code >= 0x30a1 && code <= 0x30fc) ||
      (code >= 0x30 && code <= 0x39) ||
      (code >= 0x61 && code <= 0x7a) ||
      (code >= 0x41 && code <= 0x5a)
    ) {
      before = code;
    } else return false;
  }
  return before !== SPACE;
}

const SPACE = 0x20;
const IDEOGRAPHIC_SPACE = 0x3000;

function isCapital(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}

/** The rules about single texts for one column, each distinct text checked once. */
class TextChecks {
  private readonly found = new Map<string, readonly { rule: CellRule; defect: Defect }[]>();
  private latest = "";

  constructor(
    readonly column: LedgerColumn,
    private readonly context: RuleContext,
  ) {}

  isSuspect(text: string): boolean {
    // The row above usually has the answer already.
    if (text === "" || text === this.latest) return false;
    if (text.length > ORDINARY_LENGTH || (!isSurelyClean(text) && SUSPECT.test(text))) return true;
    this.latest = text;
    return false;
  }

  defectsOf(text: string): readonly { rule: CellRule; defect: Defect }[] {
    let defects = this.found.get(text);
    if (!defects) {
      const list: { rule: CellRule; defect: Defect }[] = [];
      for (const rule of CELL_RULES) {
        rule.check({ text, column: this.column, context: this.context }, (defect) => list.push({ rule, defect }));
      }
      this.found.set(text, (defects = list));
    }
    return defects;
  }
}

const CELL_RULES = RULES.filter((rule): rule is Readonly<CellRule> => rule.scope === "cell");
