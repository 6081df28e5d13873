import type { ChosenLedgers } from "./choose-ledgers";
import { compareTexts } from "./compare";
import type { Item } from "./items";
import type { ReceivedLedger, RosterEntry, UnreadFile } from "./received";
import type { SectionNamer } from "./section";

/** How a section stands: what came, in words of 回収状況. */
export interface SectionState {
  readonly section: string;
  readonly contact: string;
  /** Whether the roster has it; true for all where there is no roster. */
  readonly isExpected: boolean;
  readonly state: "submitted" | "replaced" | "blocked" | "unread" | "missing";
  /** Ledgers that count, and files of it that could not be read. */
  readonly ledgers: readonly ReceivedLedger[];
  readonly unread: readonly UnreadFile[];
  /** Measures in the collected ledger. */
  readonly measures: number;
  /** Findings of the check. */
  readonly errors: number;
  readonly warnings: number;
}

interface Known {
  readonly ordered: readonly ReceivedLedger[];
  readonly sectionOf: (received: ReceivedLedger) => string;
  readonly chosen: ChosenLedgers;
  readonly items: readonly Item[];
  readonly unread: readonly UnreadFile[];
  readonly roster: readonly RosterEntry[];
  readonly namer: SectionNamer;
}

/** Every section of the roster in its order, then the others that sent something. */
export function sectionStates({ ordered, sectionOf, chosen, items, unread, roster, namer }: Known): SectionState[] {
  const expected = new Map(roster.map((entry) => [entry.section, entry]));
  const measures = new Map<string, number>();
  for (const { section } of items) measures.set(section, (measures.get(section) ?? 0) + 1);
  const names = new Set([...ordered.map(sectionOf), ...measures.keys()]);
  const others = [...names].filter((name) => !expected.has(name)).sort(compareTexts);
  return [...expected.keys(), ...others].map((section) => {
    const ledgers = ordered.filter((received) => sectionOf(received) === section && !chosen.left.has(received));
    const sent = ordered.some((received) => sectionOf(received) === section);
    const failed = unread.filter(({ file, isSkipped }) => !isSkipped && namer.ofFile(file) === section);
    const sum = (count: (received: ReceivedLedger) => number) => ledgers.reduce((all, one) => all + count(one), 0);
    const errors = sum(({ findings }) => findings.errors);
    return {
      section,
      contact: expected.get(section)?.contact ?? "",
      isExpected: roster.length === 0 || expected.has(section),
      state:
        failed.length > 0 && !sent
          ? "unread"
          : !sent
            ? "missing"
            : errors > 0
              ? "blocked"
              : ledgers.some((received) => chosen.replacing.has(received))
                ? "replaced"
                : "submitted",
      ledgers,
      unread: failed,
      measures: measures.get(section) ?? 0,
      errors,
      warnings: sum(({ findings }) => findings.warnings),
    };
  });
}
