import type { Collection, LedgerAccount } from "../../collect/collect";
import type { SectionState } from "../../collect/section-state";
import { SECTIONS_SHEET } from "../../ledger/sheet-names";
import type { PlanCell, SheetPlan } from "../plan";
import { SheetDraft } from "../sheet-draft";
import { lackSentence, totalSentence } from "./lacks";
import { addList, addSentence, finishList } from "./table";
import { COLLECTION_WORDS as WORDS } from "./words";

const WIDTHS = [20, 13, 9, 10, 13, 34, 20, 40, 18];
const STATES = ["submitted", "replaced", "blocked", "unread", "missing"] as const;

/** The sheet 回収状況: who handed in, who is to be reminded, and what became of every row. */
export function sectionsSheet(collection: Collection, day: string): SheetPlan {
  const { sections, accounts, unread, plan, hasRoster } = collection;
  const draft = new SheetDraft(WIDTHS.length);
  addSentence(draft, "title", WORDS.sectionsTitle, WIDTHS);
  addSentence(draft, "subtitle", `${WORDS.asOf(day)}　${totalSentence(collection)}`, WIDTHS);
  addSentence(draft, "subtitle", lackSentence(collection), WIDTHS);
  const missing = sections
    .filter(({ state }) => state === "missing" || state === "unread")
    .map(({ section }) => section);
  if (hasRoster) {
    addSentence(draft, "subtitle", missing.length > 0 ? WORDS.remind(missing) : WORDS.nobodyToRemind, WIDTHS);
  }
  draft.add([]);
  const counts = STATES.map((state) => sections.filter((one) => one.state === state).length);
  addList(draft, WIDTHS, {
    header: WORDS.summary,
    rows: [[...counts, sections.length]],
    roles: { 0: "tableCount", 1: "tableCount", 2: "tableCount", 3: "tableCount", 4: "tableCount", 5: "tableCount" },
  });
  draft.add([]);

  const header = draft.next;
  const rows = sections.map(sectionRow);
  const last = header + 1 + rows.length;
  const sum = (column: string, value: number): PlanCell => ({
    formula: `=SUM(${column}${header + 2}:${column}${last})`,
    value,
  });
  const total = (count: (state: SectionState) => number) => sections.reduce((all, one) => all + count(one), 0);
  addList(draft, WIDTHS, {
    header: WORDS.sectionsHeader,
    rows: [
      ...rows,
      [
        WORDS.all,
        "",
        rows.length === 0
          ? 0
          : sum(
              "C",
              total(({ measures }) => measures),
            ),
        rows.length === 0
          ? 0
          : sum(
              "D",
              total(({ errors }) => errors),
            ),
        rows.length === 0
          ? 0
          : sum(
              "E",
              total(({ warnings }) => warnings),
            ),
        lackSentence(collection),
        "",
        "",
      ],
    ],
    roles: { 1: "tableStatus", 2: "tableCount", 3: "tableCount", 4: "tableCount" },
    hasTotal: true,
  });

  if (unread.length > 0) {
    draft.add([]);
    addSentence(draft, "heading", WORDS.unreadTitle, WIDTHS);
    // Long texts stand in the wide columns.
    addList(draft, WIDTHS, {
      header: ["", "", "", "", "", ...WORDS.unreadHeader],
      rows: unread.map(({ file, sheet, cell, reason }) => [
        "",
        "",
        "",
        "",
        "",
        file,
        [sheet, cell].filter((part) => part !== "").join(" "),
        reason,
      ]),
    });
  }

  draft.add([]);
  addSentence(draft, "heading", WORDS.accountsTitle, WIDTHS);
  const [file, sheet, section, read, taken, leftOut, why, aside, print] = WORDS.accountsHeader;
  addList(draft, WIDTHS, {
    header: [section, sheet, read, taken, leftOut, file, why, aside, print],
    rows: accounts.map(accountRow),
    roles: { 2: "tableCount", 3: "tableCount", 4: "tableCount" },
  });
  return finishList(draft, { name: SECTIONS_SHEET, widths: WIDTHS, plan });
}

function sectionRow(one: SectionState): PlanCell[] {
  const { section, state, isExpected, ledgers, unread, measures, errors, warnings, contact } = one;
  const files = [...new Set([...ledgers.map(({ file }) => file), ...unread.map(({ file }) => file)])];
  return [
    section,
    WORDS.states[state],
    measures,
    errors,
    warnings,
    files.join("、"),
    contact,
    isExpected ? todo(one) : WORDS.todo.unknown,
  ];
}

function todo({ state, ledgers }: SectionState): string {
  switch (state) {
    case "missing":
      return WORDS.todo.missing;
    case "unread":
      return WORDS.todo.unread;
    case "replaced":
      return WORDS.todo.replaced;
    case "blocked": {
      const first = ledgers.map(({ findings }) => findings.first).find((one) => one !== null);
      return first == null ? "" : WORDS.todo.blocked(first.cell, first.message);
    }
    case "submitted":
      return "";
  }
}

function accountRow({ received, section, measures, taken, left, aside }: LedgerAccount): PlanCell[] {
  const why = left === null ? (taken < measures ? WORDS.left.rows : "") : WORDS.left[left];
  return [
    section,
    received.sheet,
    measures,
    taken,
    measures - taken,
    received.file,
    why,
    aside.length === 0 ? "" : WORDS.aside(aside),
    received.fingerprint,
  ];
}
