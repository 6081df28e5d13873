import type { Collection } from "../../collect/collect";
import type { SectionState } from "../../collect/section-state";
import { SECTIONS_SHEET } from "../../ledger/sheet-names";
import type { PlanCell, SheetPlan } from "../plan";
import { SheetDraft } from "../sheet-draft";
import { lackSentence, totalSentence } from "./lacks";
import { addList, addSentence, finishList } from "./table";
import { COLLECTION_WORDS as WORDS } from "./words";

const WIDTHS = [18, 13, 7, 7, 7, 28, 14, 34];
const STATES = ["submitted", "replaced", "blocked", "unread", "missing"] as const;
const COUNTS = { measures: "C", errors: "D", warnings: "E" } as const;

/** The sheet 回収状況: who handed in, and who is to be reminded of what. */
export function sectionsSheet(collection: Collection, day: string): SheetPlan {
  const { sections, plan, hasRoster } = collection;
  const draft = new SheetDraft(WIDTHS.length);
  addSentence(draft, "title", WORDS.sectionsTitle, WIDTHS);
  addSentence(draft, "subtitle", `${WORDS.asOf(day)}　${totalSentence(collection)}`, WIDTHS);
  const counts = STATES.map((state) =>
    WORDS.count(WORDS.states[state], sections.filter((one) => one.state === state).length),
  );
  addSentence(draft, "heading", counts.join("　"), WIDTHS);
  const missing = sections
    .filter(({ state }) => state === "missing" || state === "unread")
    .map(({ section }) => section);
  if (hasRoster) {
    addSentence(draft, "subtitle", missing.length > 0 ? WORDS.remind(missing) : WORDS.nobodyToRemind, WIDTHS);
  }
  draft.add([]);
  const first = draft.next + 1;
  const total = (key: keyof typeof COUNTS): PlanCell => ({
    formula: `=SUM(${COUNTS[key]}${first + 1}:${COUNTS[key]}${first + sections.length})`,
    value: sections.reduce((all, one) => all + one[key], 0),
  });
  const header = addList(draft, WIDTHS, {
    header: WORDS.sectionsHeader,
    rows: [
      ...sections.map(sectionRow),
      [WORDS.allOf(sections.length), "", total("measures"), total("errors"), total("warnings"), "", "", ""],
    ],
    roles: { 1: "tableStatus", 2: "tableStatus", 3: "tableStatus", 4: "tableStatus" },
    hasTotal: true,
  });
  addSentence(draft, "note", lackSentence(collection), WIDTHS);
  return finishList(draft, { name: SECTIONS_SHEET, widths: WIDTHS, plan, freezeRows: header + 1, titleRow: header });
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

function todo({ state, ledgers, unread }: SectionState): string {
  switch (state) {
    case "missing":
      return WORDS.todo.missing;
    case "unread":
      return unread[0]?.reason ?? "";
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
