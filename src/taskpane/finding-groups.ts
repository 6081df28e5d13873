import type { CellEdit, Finding, Severity } from "../validation/finding";

/** Findings of one rule, with their positions in the check's list. */
export interface FindingGroup {
  readonly rule: string;
  readonly severity: Severity;
  readonly entries: readonly { readonly index: number; readonly finding: Finding }[];
}

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

/** Findings by rule and severity: what blocks first, within a severity in the order of first appearance. */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  const groups = new Map<string, FindingGroup & { entries: { index: number; finding: Finding }[] }>();
  findings.forEach((finding, index) => {
    const key = `${finding.severity} ${finding.rule}`;
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { rule: finding.rule, severity: finding.severity, entries: [] }));
    group.entries.push({ index, finding });
  });
  return [...groups.values()].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

/** Identifies a group within one check. */
export function groupKey(group: FindingGroup): string {
  return `${group.severity}-${group.rule}`;
}

/**
 * The edits that mend what needs no choice. A cell with several such findings gets the first one's edit only: the others
 * were computed from a text that is then gone, and the check that follows brings them up again.
 */
export function automaticEdits(findings: readonly Finding[]): readonly CellEdit[] {
  const cells = new Set<string>();
  const edits: CellEdit[] = [];
  for (const finding of findings) {
    if (finding.fix !== "auto") continue;
    const mine = finding.choices[0]?.edits ?? [];
    const keys = mine.map(({ sheet, row, column }) => `${sheet} ${row} ${column}`);
    if (keys.some((key) => cells.has(key))) continue;
    keys.forEach((key) => cells.add(key));
    edits.push(...mine);
  }
  return edits;
}
