import type { LedgerChoice } from "../actions/actions";
import { BOOKLET_PARTS } from "../report/booklet/parts";
import { REPORT_PARTS } from "../report/parts";
import type { Settings } from "../ledger/settings";
import type { PaneState } from "./state";

/*
 * What the pane knows again when it is opened the next time: of a workbook, in its settings, what was chosen and how the last
 * check ended; of a person, in the browser, what is folded and the language. Both may have been written by anybody, and a
 * workbook comes from anywhere: only what fits is believed.
 */

/** How the last check ended. */
export interface LastCheck {
  /** 和暦. */
  readonly at: string;
  readonly errors: number;
  readonly warnings: number;
  /** Of the ledger that was checked. */
  readonly fingerprint: string;
}

/** What is remembered of a workbook. */
export interface BookMemory extends Pick<PaneState, "choice" | "parts" | "chapters" | "overrides"> {
  readonly lastCheck: LastCheck | null;
}

/** What is remembered as the workbook's setting keeps it. */
export function memoryText({ choice, parts, chapters, overrides, lastCheck }: BookMemory): string {
  return JSON.stringify({ choice, parts, chapters, overrides, lastCheck });
}

/** Reads what is remembered of a workbook; null where nothing is. */
export function readMemory(text: string | null): BookMemory | null {
  const read = parsed(text);
  if (!isRecord(read)) return null;
  const { choice, parts, chapters, overrides, lastCheck } = read;
  return {
    choice: choiceOf(choice),
    parts: Array.isArray(parts) ? REPORT_PARTS.filter((part) => parts.includes(part)) : REPORT_PARTS,
    chapters: Array.isArray(chapters) ? BOOKLET_PARTS.filter((part) => chapters.includes(part)) : BOOKLET_PARTS,
    overrides: overridesOf(overrides),
    lastCheck: lastCheckOf(lastCheck),
  };
}

function choiceOf(value: unknown): LedgerChoice {
  if (!isRecord(value)) return {};
  const { sheet, columns, mapping, year } = value;
  const isMapping =
    Array.isArray(mapping) &&
    mapping.every(
      (row) =>
        isRecord(row) &&
        typeof row.header === "string" &&
        (row.key === null || typeof row.key === "string") &&
        (row.year === null || typeof row.year === "number"),
    );
  const isColumns = isRecord(columns) && Object.values(columns).every((column) => Number.isInteger(column));
  return {
    ...(typeof sheet === "string" ? { sheet } : {}),
    ...(isColumns ? { columns: columns } : {}),
    ...(isMapping ? { mapping: mapping as NonNullable<LedgerChoice["mapping"]> } : {}),
    ...(typeof year === "number" && Number.isInteger(year) ? { year } : {}),
  };
}

/** The values that each option may have. */
const OPTIONS = {
  relisted: ["include", "exclude", "both"],
  rounding: ["half-up", "truncate", "sum-100", "largest-class"],
  decimals: [0, 1, 2],
  digits: ["half", "full", "single-full"],
  counts: ["formula", "value"],
} as const;
const LONGEST_UNIT = 8;

function overridesOf(value: unknown): Partial<Settings> {
  if (!isRecord(value)) return {};
  const known = Object.entries(OPTIONS).filter(([key, values]) => (values as readonly unknown[]).includes(value[key]));
  const { unit } = value;
  return {
    ...(Object.fromEntries(known.map(([key]) => [key, value[key]])) as Partial<Settings>),
    ...(typeof unit === "string" && unit.trim() !== "" && unit.length <= LONGEST_UNIT ? { unit } : {}),
  };
}

function lastCheckOf(value: unknown): LastCheck | null {
  if (!isRecord(value)) return null;
  const { at, errors, warnings, fingerprint } = value;
  const isCheck =
    typeof at === "string" && Number.isInteger(errors) && Number.isInteger(warnings) && typeof fingerprint === "string";
  return isCheck ? { at, errors: errors as number, warnings: warnings as number, fingerprint } : null;
}

/** The folds that a person had open; [] where nothing is known. */
export function readUnfolded(text: string | null): readonly string[] {
  const read = parsed(text);
  return Array.isArray(read) ? read.filter((id): id is string => typeof id === "string" && KEPT_FOLDS.has(id)) : [];
}

/** Folds that are worth opening anew; those of one check's findings are not. */
export const KEPT_FOLDS: ReadonlySet<string> = new Set([
  "columns",
  "start",
  "parts",
  "options",
  "use",
  "values",
  "made",
]);

function parsed(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
