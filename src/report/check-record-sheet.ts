import type { Ledger } from "../ledger/ledger";
import type { PlanProfile } from "../ledger/settings";
import { CHECK_RECORD_SHEET } from "../ledger/sheet-names";
import { formatEraDate, tokyoDate } from "../ledger/wareki";
import type { Tally } from "../tally/tally";
import { RECORD_LABELS } from "../validation/check-record";
import type { AcceptedFinding } from "../validation/acceptances";
import type { Finding } from "../validation/finding";
import { excerpt } from "../validation/quote";
import { ruleTitle } from "../validation/result-rows";
import type { RuleWords } from "../validation/rule";
import { RULES } from "../validation/rules";
import { summarise } from "../validation/validate";
import { CHECK_WORDS } from "./check-words";
import { headerAndFooter, MARGINS } from "./page-setup";
import type { SheetPlan } from "./plan";
import { SheetDraft } from "./sheet-draft";
import { rowHeight } from "./theme";

/** What a check was of and what it found. */
interface CheckedLedger {
  readonly ledger: Ledger;
  readonly fingerprint: string;
  readonly findings: readonly Finding[];
  readonly accepted: readonly AcceptedFinding[];
  readonly tally: Tally;
  readonly plan: PlanProfile;
  /** Version of the product. */
  readonly version: string;
}

const LABEL_WIDTH = 34;
const VALUE_WIDTH = 26;
const COUNT_WIDTH = 10;

/**
 * The sheet 検査記録: when what was checked by which rules, with the ledger's fingerprint, its counts and those of the
 * findings. `readCheckRecord` reads it back.
 */
export function checkRecordSheet(checked: CheckedLedger, today: Date, words: RuleWords): SheetPlan {
  const { ledger, tally, findings } = checked;
  const { counts, submittable } = summarise(findings);
  const columns = Math.max(3, tally.statuses.length + 3);
  const draft = new SheetDraft(columns);
  draft.role("title", draft.add([CHECK_WORDS.recordTitle], rowHeight("title")), 0, columns);
  const facts: readonly (readonly [string, string | number])[] = [
    [RECORD_LABELS.date, formatEraDate(tokyoDate(today))],
    [RECORD_LABELS.version, checked.version],
    [RECORD_LABELS.sheet, ledger.sheet],
    [RECORD_LABELS.measures, ledger.measures.length],
    [RECORD_LABELS.fingerprint, checked.fingerprint],
    [RECORD_LABELS.result, submittable ? CHECK_WORDS.submittable : CHECK_WORDS.blocked(counts.error)],
    [words.severities.error, counts.error],
    [words.severities.warning, counts.warning],
    [words.severities.info, counts.info],
    ...(checked.accepted.length > 0 ? [[CHECK_WORDS.accepted, checked.accepted.length] as const] : []),
  ];
  const first = draft.next;
  for (const fact of facts) draft.add(fact);
  draft.role("tableText", first, 0, 2, facts.length);
  draft.role("note", draft.add([CHECK_WORDS.recordNote]), 0, columns);
  draft.add([]);
  addCounts(draft, tally);
  draft.add([]);
  addRules(draft, findings, words);
  addAccepted(draft, checked.accepted, words);
  return {
    name: CHECK_RECORD_SHEET,
    kind: "report",
    blocks: draft.blocks(),
    roles: draft.roles("body"),
    columnWidths: [LABEL_WIDTH, VALUE_WIDTH, ...new Array<number>(columns - 2).fill(COUNT_WIDTH)],
    rowHeights: draft.rowHeights(),
    charts: [],
    links: [],
    page: { orientation: "Portrait", margins: MARGINS, printArea: draft.area(), ...headerAndFooter(checked.plan) },
  };
}

/** Counts by field and status, with 区分外 where it occurs. */
function addCounts(draft: SheetDraft, tally: Tally): void {
  const hasOutside = tally.total.outside > 0;
  const header = [
    CHECK_WORDS.field,
    ...tally.statuses.map(({ name }) => name),
    ...(hasOutside ? [CHECK_WORDS.outside] : []),
    CHECK_WORDS.total,
  ];
  draft.role("heading", draft.add([CHECK_WORDS.countsHeading], rowHeight("heading")), 0, header.length);
  draft.role("tableHeader", draft.add(header, rowHeight("tableHeader")), 0, header.length);
  const lines = [
    ...tally.fields.map(({ name, counts }) => ({ name: name === "" ? CHECK_WORDS.noField : name, counts })),
    { name: CHECK_WORDS.total, counts: tally.total },
  ];
  const first = draft.next;
  for (const { name, counts } of lines) {
    draft.add([name, ...counts.byStatus, ...(hasOutside ? [counts.outside] : []), counts.total]);
  }
  draft.role("tableText", first, 0, 1, lines.length);
  draft.role("tableCount", first, 1, header.length - 1, lines.length);
  draft.role("tableTotal", first + lines.length - 1, 0, header.length);
  draft.role("tableLast", first + lines.length - 1, 0, header.length);
}

/** What somebody has accepted, where, and why. */
function addAccepted(draft: SheetDraft, accepted: readonly AcceptedFinding[], words: RuleWords): void {
  if (accepted.length === 0) return;
  draft.add([]);
  const { length } = CHECK_WORDS.acceptedHeader;
  draft.role("heading", draft.add([CHECK_WORDS.accepted], rowHeight("heading")), 0, length);
  draft.role("tableHeader", draft.add(CHECK_WORDS.acceptedHeader, rowHeight("tableHeader")), 0, length);
  const first = draft.next;
  for (const { finding, acceptance } of accepted) {
    draft.add([`${ruleTitle(finding.rule, words)}（${finding.cell}）`, excerpt(finding.value), acceptance.reason]);
  }
  draft.role("tableText", first, 0, length, accepted.length);
  draft.role("tableLast", first + accepted.length - 1, 0, length);
}

/** Every rule of the product with its number of findings, so that a later version's check can be compared. */
function addRules(draft: SheetDraft, findings: readonly Finding[], words: RuleWords): void {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  draft.role("heading", draft.add([CHECK_WORDS.rulesHeading], rowHeight("heading")), 0, 3);
  draft.role("tableHeader", draft.add(CHECK_WORDS.rulesHeader, rowHeight("tableHeader")), 0, 3);
  const first = draft.next;
  for (const { id } of RULES) draft.add([id, ruleTitle(id, words), counts.get(id) ?? 0]);
  draft.role("tableText", first, 0, 2, RULES.length);
  draft.role("tableCount", first, 2, 1, RULES.length);
  draft.role("tableLast", first + RULES.length - 1, 0, 3);
}
