import type { Finding, Severity } from "./finding";
import { excerpt } from "./quote";
import type { RuleId, RuleWords } from "./rule";

/** A finding as a row of 検査結果; `cell` is an A1 address on `sheet`, "" for the whole sheet. */
interface ResultRow {
  readonly severity: string;
  readonly title: string;
  readonly sheet: string;
  readonly cell: string;
  readonly value: string;
  readonly message: string;
  readonly suggestion: string;
  readonly fix: string;
  readonly basis: string;
  /** "" where none is known. */
  readonly department: string;
}

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Findings as rows, what blocks first, otherwise in their order. */
export function resultRows(
  findings: readonly Finding[],
  words: RuleWords,
  departmentOf: (finding: Finding) => string = () => "",
): ResultRow[] {
  return [...findings]
    .sort((one, other) => ORDER[one.severity] - ORDER[other.severity])
    .map((finding) => ({
      severity: words.severities[finding.severity],
      title: ruleTitle(finding.rule, words),
      sheet: finding.sheet,
      cell: finding.cell,
      value: excerpt(finding.value),
      message: finding.message,
      suggestion: finding.suggestion,
      fix: words.fixes[finding.fix],
      basis: finding.basis,
      department: departmentOf(finding),
    }));
}

/** What a rule is called; its id where the finding is of no rule that is known. */
export function ruleTitle(rule: string, words: RuleWords): string {
  return rule in words.byRule ? words.byRule[rule as RuleId].title : rule;
}
