import type { CellEdit, Finding, Severity } from "./finding";
import { automaticFixes, planFixes } from "./fix-plan";

/** Findings of one rule and severity, with their positions in the check's list. */
export interface FindingGroup {
  readonly rule: string;
  readonly severity: Severity;
  readonly entries: readonly { readonly index: number; readonly finding: Finding }[];
  /** What mends those of them that need no choice. */
  readonly edits: readonly CellEdit[];
}

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

/** Findings by rule and severity: what blocks first, within a severity in the order of first appearance. */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  const groups = new Map<string, { index: number; finding: Finding }[]>();
  findings.forEach((finding, index) => {
    const key = `${finding.severity} ${finding.rule}`;
    const entries = groups.get(key);
    if (entries) entries.push({ index, finding });
    else groups.set(key, [{ index, finding }]);
  });
  return [...groups.values()]
    .map((entries) => {
      const { rule, severity } = entries[0]!.finding;
      return { rule, severity, entries, edits: automaticEdits(entries.map(({ finding }) => finding)) };
    })
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

/** The edits that mend what needs no choice, at most one for a cell. */
export function automaticEdits(findings: readonly Finding[]): readonly CellEdit[] {
  return planFixes(automaticFixes(findings)).edits;
}

/** Identifies a group within one check. */
export function groupKey(group: FindingGroup): string {
  return `${group.severity}-${group.rule}`;
}
