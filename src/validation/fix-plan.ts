import { cellAddress, type CellValue } from "../cells/cell";
import type { CellEdit, Finding } from "./finding";
import { MENDINGS } from "./tidy";

/** A finding with the way of mending that was chosen: an index into `finding.choices`. */
export interface ChosenFix {
  readonly finding: Finding;
  readonly choice: number;
}

/** One row of the preview: exactly what the edit will do. */
interface FixPreview {
  readonly sheet: string;
  /** A1 address. */
  readonly cell: string;
  readonly before: CellValue;
  readonly after: CellValue;
  /** The rules whose fixes meet in the cell. */
  readonly rules: readonly string[];
}

/** Edits that can be applied together, at most one for a cell, and the fixes that must wait for the next check. */
interface FixPlan {
  readonly edits: readonly CellEdit[];
  readonly preview: readonly FixPreview[];
  readonly left: readonly ChosenFix[];
}

/** Every fix that needs no choice. */
export function automaticFixes(findings: readonly Finding[]): ChosenFix[] {
  return findings.flatMap((finding) =>
    finding.fix === "auto" && finding.choices.length > 0 ? [{ finding, choice: 0 }] : [],
  );
}

/**
 * One list of edits for the chosen fixes. Fixes of spaces, line breaks and the like compose with one another and with one
 * other fix of the same cell; a second fix that wants another text there, or was made for another one, is left as a whole.
 */
export function planFixes(chosen: readonly ChosenFix[]): FixPlan {
  const cells = new Map<string, PlannedCell>();
  const left: ChosenFix[] = [];
  for (const fix of chosen) {
    const { rule } = fix.finding;
    const edits = fix.finding.choices[fix.choice]?.edits ?? [];
    const fits = edits.every((edit) => mayJoin(cells.get(keyOf(edit)), edit, rule));
    if (!fits || edits.length === 0) {
      left.push(fix);
      continue;
    }
    for (const edit of edits) join(cells, edit, rule);
  }
  const planned = [...cells.values()]
    .map((cell) => ({ cell, after: textOf(cell) }))
    .filter(({ cell, after }) => after !== cell.edit.before);
  return {
    edits: planned.map(({ cell, after }) => ({ ...cell.edit, after })),
    preview: planned.map(({ cell: { edit, rules }, after }) => ({
      sheet: edit.sheet,
      cell: cellAddress(edit.row, edit.column),
      before: edit.before,
      after,
      rules: [...rules],
    })),
    left,
  };
}

interface PlannedCell {
  readonly edit: CellEdit;
  readonly rules: Set<string>;
  /** The text of the one fix that is no mending. */
  replacement: CellValue | null;
}

const MENDING_RULES: ReadonlySet<string> = new Set(MENDINGS.map(({ rule }) => rule));

function mayJoin(planned: PlannedCell | undefined, edit: CellEdit, rule: string): boolean {
  if (!planned) return true;
  if (planned.edit.before !== edit.before) return false;
  return MENDING_RULES.has(rule) || planned.replacement === null || planned.replacement === edit.after;
}

function join(cells: Map<string, PlannedCell>, edit: CellEdit, rule: string): void {
  const key = keyOf(edit);
  const planned = cells.get(key) ?? { edit, rules: new Set<string>(), replacement: null };
  cells.set(key, planned);
  planned.rules.add(rule);
  if (!MENDING_RULES.has(rule)) planned.replacement = edit.after;
}

/** The cell's new text: the replacement, or what is there, mended by each of the cell's mendings in their order. */
function textOf({ edit, rules, replacement }: PlannedCell): CellValue {
  // A fix that stands alone does what its finding said.
  if (rules.size === 1) return edit.after;
  if (replacement !== null && typeof replacement !== "string") return replacement;
  let text = replacement ?? String(edit.before);
  for (const { rule, mend } of MENDINGS) if (rules.has(rule)) text = mend(text);
  return text;
}

function keyOf({ sheet, row, column }: CellEdit): string {
  return `${sheet}\u0000${row}\u0000${column}`;
}
