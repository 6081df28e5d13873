import type { Collection } from "../../collect/collect";
import type { Candidate, Conflict } from "../../collect/conflict";
import { CONFLICTS_SHEET } from "../../ledger/sheet-names";
import type { PlanCell, SheetPlan } from "../plan";
import { SheetDraft } from "../sheet-draft";
import { addList, addSentence, finishList } from "./table";
import { COLLECTION_WORDS as WORDS } from "./words";

const WIDTHS = [5, 12, 22, 14, 22, 13, 34, 10, 7, 24];
const CHOICE_COLUMN = 8;
const NUMBERS = 0;

/** The sheet 食い違い: a row for each way to settle a conflict, with the column in which a person chooses. */
export function conflictsSheet(collection: Collection): SheetPlan {
  const { conflicts, plan, hasOwnNumbers, isProposed, settings } = collection;
  const draft = new SheetDraft(WIDTHS.length);
  addSentence(draft, "title", WORDS.conflictsTitle, WIDTHS);
  addSentence(draft, "subtitle", conflicts.length > 0 ? WORDS.conflictsHow : WORDS.noConflicts, WIDTHS);
  if (hasOwnNumbers) addSentence(draft, "note", WORDS.ownNumbers, WIDTHS);
  if (isProposed) addSentence(draft, "note", WORDS.proposed(settings.statuses.map(({ name }) => name)), WIDTHS);
  draft.add([]);
  // What somebody still has to decide comes first.
  const order = { open: 0, chosen: 1, automatic: 2 } as const;
  const listed = [...conflicts].sort((a, b) => order[a.state] - order[b.state]);
  const rows = listed.flatMap((conflict, at) =>
    conflict.candidates.map((candidate, index) => rowOf(conflict, candidate, index === 0 ? at + 1 : null)),
  );
  const header = addList(draft, WIDTHS, {
    header: WORDS.conflictsHeader,
    rows,
    roles: { [NUMBERS]: "tableStatus", 5: "tableStatus", 7: "tableStatus", [CHOICE_COLUMN]: "tableStatus" },
  });
  listed.reduce((row, conflict) => {
    if (conflict.state === "open") draft.role("missing", row, CHOICE_COLUMN, 1, conflict.candidates.length);
    return row + conflict.candidates.length;
  }, header + 1);
  return {
    ...finishList(draft, {
      name: CONFLICTS_SHEET,
      widths: WIDTHS,
      plan,
      freezeRows: header + 1,
      titleRow: header,
      printed: CHOICE_COLUMN + 1,
    }),
    ...(rows.length === 0
      ? {}
      : {
          validations: [
            {
              area: { row: header + 1, column: CHOICE_COLUMN, rows: rows.length, columns: 1 },
              source: "○",
              promptTitle: "採用",
              prompt: "使う方に○を付けます。",
              errorTitle: "採用",
              error: "○を選ぶか、空欄にしてください。",
            },
          ],
        }),
  };
}

function rowOf({ id, kind, subject, state }: Conflict, candidate: Candidate, number: number | null): PlanCell[] {
  const { label, file, sheet, cell, value, isUsed } = candidate;
  return [
    number ?? "",
    number === null ? "" : WORDS.kinds[kind],
    number === null ? "" : subject,
    label,
    file,
    cell === "" ? sheet : `${sheet}!${cell}`,
    kind === "versions" || kind === "same-file" ? WORDS.rows(value) : value,
    isUsed
      ? state === "open"
        ? WORDS.usedOpen
        : WORDS.used
      : number !== null && state === "open"
        ? WORDS.unsettled
        : "",
    state === "chosen" && isUsed ? "○" : "",
    `${id}-${candidate.id}`,
  ];
}
