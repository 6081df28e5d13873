import { BOOKLET_PARTS, USUAL_BOOKLET, type BookletPart } from "../report/booklet/parts";
import type {
  CheckOutcome,
  CsvEncoding,
  HistoryRun,
  EarlierYear,
  LedgerChoice,
  ProgressStep,
  ReportOutcome,
  SubmissionOutcome,
  Survey,
} from "../actions/actions";
import type { ColumnKey, LedgerProblem } from "../ledger/ledger";
import type { ChosenHeader } from "./intents";
import type { Settings } from "../ledger/settings";
import { REPORT_PARTS, type ReportPart } from "../report/parts";
import type { CellEdit, SheetChange } from "../validation/finding";
import { groupKey, type FindingGroup } from "../validation/finding-groups";
import type { LastCheck } from "./memory";
import { NO_WALK, type Walk } from "./walk";

/** The three steps of the pane, in the order of the work. */
export type StepId = "ledger" | "check" | "report";

/** Where a sentence is said: in a step, or beside what is done with the check's result. */
export type NotePlace = StepId | "use" | "history";

/** What the pane can be busy with; one thing at a time. */
export type Task =
  | "survey"
  | "check"
  | "report"
  | "removeReport"
  | "document"
  | "earlier"
  | "fix"
  | "undoFix"
  | "history"
  | "accept"
  | "select"
  | "checkSheet"
  | "mark"
  | "clearMarks"
  | "submission"
  | "newLedger"
  | "sample"
  | "proposal"
  | "columns";

/** The task that runs now. */
export interface Running {
  readonly task: Task;
  /** Where the task is, for those that say so. */
  readonly step: ProgressStep | null;
  readonly cancelling: boolean;
}

/** A sentence that stays in a step until the next thing happens there. */
export interface Note {
  readonly kind: "done" | "caution" | "failure";
  readonly text: string;
  /** Sheets the sentence speaks of, shown as links. */
  readonly sheets: readonly string[];
}

/** Edits that are shown and not yet written; exactly these are written when the user agrees. */
export interface FixPreview {
  /** Where it is shown: "all", "proposed", "walk", "rule:<id>" or "finding:<number>". */
  readonly place: string;
  readonly edits: readonly CellEdit[];
  readonly changes: readonly SheetChange[];
  /** What is not to be done after all: numbers of the edits and, behind them, of the changes. */
  readonly without: readonly number[];
}

/** What the latest fix wrote, and what became of taking it back. */
export interface LatestFix {
  /** Where it was asked for, as in `FixPreview`. */
  readonly place: string;
  readonly applied: readonly CellEdit[];
  readonly skipped: readonly CellEdit[];
  /** Changes of sheets that were made, and how many were not. */
  readonly changed: { readonly done: number; readonly skipped: number };
  /** Copies of sheets that were made first, and sheets that got what was moved out. */
  readonly copies: readonly string[];
  readonly moved: readonly string[];
  /** What 変更履歴 calls it, the latest first. */
  readonly runs: readonly string[];
  readonly undone: { readonly restored: number; readonly left: readonly CellEdit[] } | null;
}

/** Groups of findings that are open, and how many entries of a group (or of the list of groups) are shown. */
export interface Listing {
  readonly open: readonly string[];
  readonly shown: Readonly<Record<string, number>>;
}

/** An element that receives the keyboard focus; `turn` grows so that the same element can be asked for again. */
export interface Focus {
  readonly id: string;
  readonly turn: number;
}

/** Everything the pane shows. Immutable: each transition below returns a new one. */
export interface PaneState {
  readonly choice: LedgerChoice;
  readonly survey: Survey | null;
  readonly running: Running | null;
  readonly notes: Readonly<Partial<Record<NotePlace, Note | undefined>>>;
  readonly check: CheckOutcome | null;
  readonly groups: readonly FindingGroup[];
  /** What mends every finding that needs no choice. */
  readonly automatic: readonly CellEdit[];
  readonly listing: Listing;
  readonly preview: FixPreview | null;
  /** Which list of values is shown, and which of its values is being changed. */
  readonly values: { readonly key: ColumnKey | null; readonly open: string | null };
  readonly fix: LatestFix | null;
  readonly walk: Walk;
  /** Whether a value goes into all cells with the same mistake; null while nobody has said so for the one that is shown. */
  readonly alike: boolean | null;
  readonly marked: boolean;
  readonly encoding: CsvEncoding;
  readonly submission: SubmissionOutcome | null;
  readonly report: ReportOutcome | null;
  readonly parts: readonly ReportPart[];
  /** Last year's ledger, where the user said where it is. */
  readonly earlier: EarlierYear | null;
  /** The sheets of the booklet to make. */
  readonly chapters: readonly BookletPart[];
  /** What the user chose otherwise than the 設定 sheet, for the next run only. */
  readonly overrides: Partial<Settings>;
  /** Which folded areas are open, by their id. */
  readonly unfolded: readonly string[];
  /** What is shown although the ledger was changed after it was computed. */
  readonly stale: { readonly check: boolean; readonly report: boolean };
  readonly focus: Focus | null;
  /** How the last check of this workbook ended, at whatever time; null where nobody knows. */
  readonly lastCheck: LastCheck | null;
  /** What can be taken back of what was done at any time; null as long as nobody has looked. */
  readonly history: readonly HistoryRun[] | null;
  /** What the user has to confirm before it is done. */
  readonly asking: "newLedger" | null;
}

/** Entries of a group (and groups of the list) shown at first and added by each 「次の…件」. */
export const PAGE_SIZE = 20;
/** Groups shown at first; the rest is one press away, so that the buttons below stay near. */
export const FIRST_GROUPS = 8;

/** The pane before it has looked at the workbook. */
export const INITIAL_STATE: PaneState = {
  choice: {},
  survey: null,
  running: null,
  notes: {},
  check: null,
  groups: [],
  automatic: [],
  listing: { open: [], shown: {} },
  preview: null,
  values: { key: null, open: null },
  fix: null,
  walk: NO_WALK,
  alike: null,
  marked: false,
  encoding: "utf-8",
  submission: null,
  report: null,
  parts: REPORT_PARTS,
  earlier: null,
  chapters: USUAL_BOOKLET,
  overrides: {},
  unfolded: [],
  stale: { check: false, report: false },
  focus: null,
  lastCheck: null,
  history: null,
  asking: null,
};

/** The step whose button is the next sensible one. */
export function currentStep(state: PaneState): StepId {
  if (!state.survey?.ledger) return "ledger";
  if (state.report && !state.stale.report) return "report";
  if (!state.check || state.stale.check || !state.check.submittable) return "check";
  return "report";
}

/** The settings the next report is made with: the 設定 sheet's, with what the user chose in the pane. */
export function effectiveSettings(state: PaneState): Settings | null {
  return state.survey && { ...state.survey.settings, ...state.overrides };
}

export function started(state: PaneState, task: Task): PaneState {
  return { ...state, running: { task, step: null, cancelling: false } };
}

export function progressed(state: PaneState, step: ProgressStep): PaneState {
  return state.running ? { ...state, running: { ...state.running, step } } : state;
}

export function cancelling(state: PaneState): PaneState {
  return state.running ? { ...state, running: { ...state.running, cancelling: true } } : state;
}

export function finished(state: PaneState): PaneState {
  return { ...state, running: null };
}

/** Says something at a place, instead of what was said there before. */
export function noted(state: PaneState, place: NotePlace, note: Note): PaneState {
  return { ...state, notes: { ...state.notes, [place]: note } };
}

export function withoutNote(state: PaneState, place: NotePlace): PaneState {
  return { ...state, notes: { ...state.notes, [place]: undefined } };
}

export function focused(state: PaneState, id: string): PaneState {
  return { ...state, focus: { id, turn: (state.focus?.turn ?? 0) + 1 } };
}

/** Another sheet or other columns are to be taken as the ledger; what follows from that shows once the workbook was looked at. */
export function chosen(state: PaneState, choice: LedgerChoice): PaneState {
  return { ...state, choice };
}

/** The workbook was looked at. Results stay while they are about the same ledger, marked as old if it has changed. */
export function surveyed(state: PaneState, survey: Survey): PaneState {
  const former = state.survey?.ledger;
  const same = survey.ledger?.sheet === former?.sheet && isDeepEqual(survey.ledger?.headers, former?.headers);
  if (!survey.ledger || !former || !same) {
    // A ledger is not last year's of itself.
    const earlier = state.earlier?.choice.sheet === survey.ledger?.sheet ? null : state.earlier;
    return { ...withoutResults(state), earlier, survey };
  }
  const unchanged = survey.ledger.fingerprint === former.fingerprint;
  return { ...(unchanged ? state : ledgerChanged(state)), survey };
}

/** The ledger could not be read after all. */
export function problemFound(state: PaneState, problem: LedgerProblem): PaneState {
  if (!state.survey) return state;
  return { ...withoutResults(state), survey: { ...state.survey, ledger: null, problem } };
}

/** A check ended. The fix that led to it stays, because it can still be taken back. */
export function checked(state: PaneState, check: CheckOutcome): PaneState {
  return {
    ...state,
    check,
    groups: check.groups,
    automatic: check.automatic,
    preview: null,
    marked: false,
    submission: null,
    stale: { ...state.stale, check: false },
    listing: { open: state.listing.open, shown: {} },
  };
}

/** Takes one of the shown edits or changes in or out. */
export function previewToggled(state: PaneState, number: number): PaneState {
  const { preview } = state;
  if (preview === null) return state;
  const isOut = preview.without.includes(number);
  const without = isOut ? preview.without.filter((each) => each !== number) : [...preview.without, number];
  return { ...state, preview: { ...preview, without } };
}

/** What of a preview is to be done. */
export function agreed({ edits, changes, without }: FixPreview): Pick<FixPreview, "edits" | "changes"> {
  return {
    edits: edits.filter((_, index) => !without.includes(index)),
    changes: changes.filter((_, index) => !without.includes(edits.length + index)),
  };
}

export function previewed(state: PaneState, preview: FixPreview | null): PaneState {
  return { ...state, preview };
}

export function fixed(state: PaneState, fix: LatestFix): PaneState {
  return { ...ledgerChanged(state), fix, preview: null };
}

export function fixUndone(state: PaneState, restored: number, left: readonly CellEdit[]): PaneState {
  return state.fix ? { ...ledgerChanged(state), fix: { ...state.fix, undone: { restored, left }, runs: [] } } : state;
}

/** Where in the list a reader is: a finding's group with its position there, and the groups that follow. */
export interface ReadingPlace {
  readonly groups: readonly string[];
  readonly position: number;
  readonly isValues: boolean;
}

/** Where the reader is who asks for a fix at `place`. */
export function readingPlace({ groups }: PaneState, place: string): ReadingPlace {
  const index = Number(/^finding:(\d+)/.exec(place)?.[1] ?? -1);
  const keys = groups.map(groupKey);
  const ofRule = /^rule:(.+)$/.exec(place)?.[1];
  const at = groups.findIndex(({ entries }, group) =>
    ofRule === undefined ? entries.some((entry) => entry.index === index) : keys[group] === ofRule,
  );
  const position = groups[at]?.entries.findIndex((entry) => entry.index === index) ?? 0;
  return { groups: at < 0 ? [] : keys.slice(at), position, isValues: place.startsWith("values") };
}

/**
 * The element to go on at once the ledger was checked again: the finding that has moved up into the mended one's place, the
 * group that follows where its own is done with, the list of values, or the verdict where nothing is left.
 */
export function placeAfter({ groups, values }: PaneState, { groups: keys, position, isValues }: ReadingPlace): string {
  if (isValues) return values.key === null ? "fix-result" : "values-title";
  if (keys.length === 0) return "fix-result";
  if (groups.length === 0) return "check-result";
  const next = keys.map((key) => groups.find((group) => groupKey(group) === key)).find((group) => group !== undefined);
  if (next === undefined) return groupId(groups[groups.length - 1]!);
  const entry = groupKey(next) === keys[0] ? next.entries[Math.min(position, next.entries.length - 1)] : undefined;
  return entry === undefined ? groupId(next) : `finding-${entry.index}`;
}

/** Id of a group's heading. */
export function groupId(group: FindingGroup): string {
  return `group-${groupKey(group)}`;
}

export function marked(state: PaneState, on: boolean): PaneState {
  return { ...state, marked: on };
}

export function submitted(state: PaneState, submission: SubmissionOutcome): PaneState {
  return { ...state, submission };
}

export function reported(state: PaneState, report: ReportOutcome | null): PaneState {
  return { ...state, report, stale: { ...state.stale, report: false } };
}

/** The encoding of the next 提出用 CSV; what was made in the other one is no longer shown. */
export function encodingChosen(state: PaneState, encoding: CsvEncoding): PaneState {
  return { ...state, encoding, submission: null };
}

/** The user changed the ledger; nothing is computed anew until asked for. */
export function ledgerChanged(state: PaneState): PaneState {
  return { ...state, stale: { check: state.check !== null, report: state.report !== null } };
}

export function partToggled(state: PaneState, part: ReportPart): PaneState {
  const parts = REPORT_PARTS.filter((each) => state.parts.includes(each) !== (each === part));
  return { ...state, parts };
}

/** Another ledger is last year's, or none. */
export function earlierChosen(state: PaneState, earlier: EarlierYear | null): PaneState {
  return { ...state, earlier };
}

/** Takes a sheet of the booklet in or out. */
export function chapterToggled(state: PaneState, chapter: BookletPart): PaneState {
  const chapters = BOOKLET_PARTS.filter((each) => state.chapters.includes(each) !== (each === chapter));
  return { ...state, chapters };
}

export function overridden(state: PaneState, change: Partial<Settings>): PaneState {
  return { ...state, overrides: { ...state.overrides, ...change } };
}

export function folded(state: PaneState, id: string, open: boolean): PaneState {
  const others = state.unfolded.filter((each) => each !== id);
  return { ...state, unfolded: open ? [...others, id] : others };
}

export function groupFolded(state: PaneState, rule: string, open: boolean): PaneState {
  const others = state.listing.open.filter((each) => each !== rule);
  return { ...state, listing: { ...state.listing, open: open ? [...others, rule] : others } };
}

/** Shows the next page of a group's entries. */
export function pageAdded(state: PaneState, rule: string): PaneState {
  const shown = { ...state.listing.shown, [rule]: shownOf(state.listing, rule) + PAGE_SIZE };
  return { ...state, listing: { ...state.listing, shown } };
}

/** How many entries of a group are shown. */
export function shownOf(listing: Listing, rule: string): number {
  return listing.shown[rule] ?? PAGE_SIZE;
}

/**
 * A column was taken for something else by hand; null for nothing. It is remembered by its header, which also fits the
 * ledger of the next year, or by its place where several columns have that header.
 */
export function columnChosen(
  { columns, mapping, year }: LedgerChoice,
  sheet: string,
  { column, text, isOnly }: ChosenHeader,
  key: ColumnKey | null,
): LedgerChoice {
  const places = Object.entries(columns ?? {}).filter(([other, place]) => other !== key && place !== column);
  const rows = (mapping ?? []).filter(({ header }) => header !== text);
  if (isOnly || key === null) rows.push({ header: text, key, year: null });
  else places.push([key, column]);
  return {
    sheet,
    ...(year === undefined ? {} : { year }),
    ...(places.length > 0 ? { columns: Object.fromEntries(places) } : {}),
    ...(rows.length > 0 ? { mapping: rows } : {}),
  };
}

function isDeepEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function withoutResults(state: PaneState): PaneState {
  const { choice, survey, running, focus, encoding, parts, chapters, overrides, unfolded, lastCheck } = state;
  const kept = { choice, survey, running, focus, encoding, parts, chapters, overrides, unfolded, lastCheck };
  return { ...INITIAL_STATE, ...kept };
}
