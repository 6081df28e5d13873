import type { Ledger, Measure } from "../ledger/ledger";
import { matchKey } from "../ledger/match-key";
import type { Settings } from "../ledger/settings";
import type { SheetSource } from "../ledger/source";
import type { Counts } from "../tally/tally";
import { countMeasures } from "../tally/tally-ledger";
import { directionJudge, type Direction } from "./direction";
import { matchMeasures } from "./match-measures";
import type { Decision, Match, Matching } from "./matching";
import { statusLinks, type StatusDecision, type StatusLink } from "./status-links";

/** A year's ledger, and where it stands. */
export interface YearLedger {
  readonly ledger: Ledger;
  readonly settings: Settings;
  /** 「令和5年度」; 「前年度」 where nothing says the year. */
  readonly label: string;
  /** Where its rows stand: 「R5.xlsx」のシート「台帳」. */
  readonly origin: string;
  /** Its sheet, where that is in the workbook of the report, so that formulas can count it. */
  readonly source?: SheetSource;
}

/** What a person decided about two years. */
export interface Decisions {
  readonly pairs: readonly Decision[];
  readonly statuses: readonly StatusDecision[];
}

/** Nothing decided yet. */
export const NO_DECISIONS: Decisions = { pairs: [], statuses: [] };

/** A measure of both years, and how its status changed. */
export interface Change {
  readonly match: Match;
  readonly last: Measure;
  readonly now: Measure;
  /** Indexes into this year's vocabulary, -1 for a status outside it; `from` is -1 too where the years are not comparable. */
  readonly from: number;
  readonly to: number;
  readonly direction: Direction;
  /** What else changed. */
  readonly renamed: boolean;
  readonly moved: boolean;
  readonly renumbered: boolean;
}

/** Counts of a field in both years; null for a year that does not have it, or whose classes are others. */
export interface FieldChange {
  readonly name: string;
  readonly last: Counts | null;
  readonly now: Counts | null;
}

/** An earlier year's counts in this year's vocabulary. */
export interface CourseYear {
  readonly year: YearLedger;
  /** Null where its classes are not this year's. */
  readonly counts: Counts | null;
  /** By its own vocabulary. */
  readonly own: Counts;
}

/** Two years of a plan side by side. All counts follow this year's settings: its 再掲, its denominator, its rounding. */
export interface Comparison {
  readonly last: YearLedger;
  readonly now: YearLedger;
  readonly matching: Matching;
  readonly links: readonly StatusLink[];
  /** Whether every class that occurred last year is one of this year; else there are no rates and no changes of counts. */
  readonly isComparable: boolean;
  /** From the earliest year to this one, two at least. */
  readonly course: readonly CourseYear[];
  readonly fields: readonly FieldChange[];
  /** In the order of this year's ledger; without those that 再掲 除く leaves out. */
  readonly changes: readonly Change[];
  /** Indexes of 廃止, 新規 and what is still to be confirmed, likewise. */
  readonly gone: readonly Measure[];
  readonly added: readonly Measure[];
  readonly openLast: readonly Measure[];
  readonly openNow: readonly Measure[];
}

/**
 * Compares years of a plan.
 *
 * @param years from the earliest to the latest, which is this year; the one before it is last year
 */
export function compareYears(years: readonly YearLedger[], decisions: Decisions = NO_DECISIONS): Comparison {
  const now = years[years.length - 1];
  const last = years[years.length - 2];
  if (now === undefined || last === undefined) throw new Error("A comparison needs two years.");
  const { settings } = now;
  const matching = matchMeasures(last.ledger, now.ledger, decisions.pairs);
  const links = statusLinks(last, settings, decisions.statuses);
  const isComparable = areKnown(links);
  const indexOf = ({ statusIndex }: Measure): number => (isComparable ? (links[statusIndex]?.index ?? -1) : -1);
  const isCounted = ({ relisted }: Measure): boolean => settings.relisted !== "exclude" || !relisted;
  const judge = directionJudge(settings.statuses);
  const [before, after] = [last.ledger.measures, now.ledger.measures];

  const changes = matching.matches.flatMap((match): Change[] => {
    const [former, present] = [before[match.last]!, after[match.now]!];
    if (!isCounted(present) || !isCounted(former)) return [];
    const [from, to] = [indexOf(former), present.statusIndex];
    return [
      {
        match,
        last: former,
        now: present,
        from,
        to,
        direction: judge(from, to),
        renamed: matchKey(former.name) !== matchKey(present.name),
        moved: matchKey(former.field) !== matchKey(present.field),
        renumbered: matchKey(former.number) !== matchKey(present.number),
      },
    ];
  });
  const rows = (measures: readonly Measure[], indexes: readonly number[]): Measure[] =>
    indexes.map((index) => measures[index]!).filter(isCounted);
  return {
    last,
    now,
    matching,
    links,
    isComparable,
    course: years.map((year) => courseYear(year, settings, decisions.statuses)),
    fields: fieldChanges(last, now, isComparable ? links : null),
    changes,
    gone: rows(before, matching.gone),
    added: rows(after, matching.added),
    openLast: rows(before, stillOpen(matching, "last")),
    openNow: rows(after, stillOpen(matching, "now")),
  };
}

function areKnown(links: readonly StatusLink[]): boolean {
  return links.every(({ count, index }) => count === 0 || index >= 0);
}

/** Measures in a proposal and in no match, in the order of their ledger. */
function stillOpen({ proposals, matches }: Matching, side: "last" | "now"): readonly number[] {
  const matched = new Set(matches.map((pair) => pair[side]));
  const open = new Set(proposals.map((pair) => pair[side]).filter((index) => !matched.has(index)));
  return [...open].sort((a, b) => a - b);
}

function courseYear(year: YearLedger, settings: Settings, decisions: readonly StatusDecision[]): CourseYear {
  const links = statusLinks(year, settings, decisions);
  const own = countMeasures(year.ledger.measures, { ...year.settings, relisted: settings.relisted });
  return {
    year,
    own,
    counts: areKnown(links) ? countMeasures(translated(year.ledger.measures, links), settings) : null,
  };
}

/** The measures with the statuses that they have in this year's vocabulary. */
function translated(measures: readonly Measure[], links: readonly StatusLink[]): readonly Measure[] {
  return measures.map((measure) => ({ ...measure, statusIndex: links[measure.statusIndex]?.index ?? -1 }));
}

/** This year's fields in their order, then those that only last year had. */
function fieldChanges(last: YearLedger, now: YearLedger, links: readonly StatusLink[] | null): readonly FieldChange[] {
  const countsBy = (measures: readonly Measure[], fields: readonly string[]): Map<string, Counts> =>
    new Map(
      fields.flatMap((field, index) => {
        const own = measures.filter(({ fieldIndex }) => fieldIndex === index);
        return own.length === 0 ? [] : [[matchKey(field), countMeasures(own, now.settings)]];
      }),
    );
  const former =
    links === null ? new Map<string, Counts>() : countsBy(translated(last.ledger.measures, links), last.ledger.fields);
  const present = countsBy(now.ledger.measures, now.ledger.fields);
  const names = new Map<string, string>();
  for (const name of [...now.ledger.fields, ...(links === null ? [] : last.ledger.fields)]) {
    const key = matchKey(name);
    if (!names.has(key) && (former.has(key) || present.has(key))) names.set(key, name);
  }
  return [...names].map(([key, name]) => ({ name, last: former.get(key) ?? null, now: present.get(key) ?? null }));
}
