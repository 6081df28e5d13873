import type { Collection, LedgerAccount } from "../../collect/collect";
import type { UnreadFile } from "../../collect/received";
import { FILES_SHEET } from "../../ledger/sheet-names";
import type { PlanCell, SheetPlan } from "../plan";
import { SheetDraft } from "../sheet-draft";
import { lackSentence } from "./lacks";
import { addList, addSentence, finishList } from "./table";
import { COLLECTION_WORDS as WORDS } from "./words";

const WIDTHS = [34, 12, 16, 7, 8, 8, 44, 20];

/** The sheet ファイル別: what became of every file and of every row in it. */
export function filesSheet(collection: Collection): SheetPlan {
  const { accounts, unread, plan, kept } = collection;
  const draft = new SheetDraft(WIDTHS.length);
  addSentence(draft, "title", WORDS.filesTitle, WIDTHS);
  addSentence(draft, "subtitle", WORDS.filesHow, WIDTHS);
  draft.add([]);
  const failed = unread.filter(({ isSkipped }) => !isSkipped);
  const skipped = unread.filter(({ isSkipped }) => isSkipped);
  const rows = [
    ...failed.map((one) => unreadRow(one)),
    ...accounts.map(accountRow),
    ...skipped.map((one) => unreadRow(one)),
  ];
  const first = draft.next + 2;
  const sum = (column: string, value: number): PlanCell => ({
    formula: `=SUM(${column}${first}:${column}${first + rows.length - 1})`,
    value,
  });
  const total = (count: (account: LedgerAccount) => number) => accounts.reduce((all, one) => all + count(one), 0);
  const header = addList(draft, WIDTHS, {
    header: WORDS.filesHeader,
    rows: [
      ...rows,
      [
        WORDS.all,
        "",
        "",
        sum(
          "D",
          total(({ measures }) => measures),
        ),
        sum(
          "E",
          total(({ taken }) => taken),
        ),
        sum(
          "F",
          total(({ measures, taken }) => measures - taken),
        ),
        kept > 0 ? WORDS.kept(kept) : "",
        "",
      ],
    ],
    roles: { 3: "tableStatus", 4: "tableStatus", 5: "tableStatus" },
    hasTotal: true,
  });
  addSentence(draft, "note", lackSentence(collection), WIDTHS);
  return finishList(draft, { name: FILES_SHEET, widths: WIDTHS, plan, freezeRows: header + 1, titleRow: header });
}

function unreadRow({ file, sheet, cell, reason, isSkipped }: UnreadFile): PlanCell[] {
  const place = [sheet, cell].filter((part) => part !== "").join(" ");
  return [file, place, isSkipped ? WORDS.skipped : WORDS.states.unread, "", "", "", reason, ""];
}

function accountRow({ received, section, measures, taken, left, aside }: LedgerAccount): PlanCell[] {
  const why = left === null ? (taken < measures ? WORDS.left.rows : "") : WORDS.left[left];
  return [
    received.file,
    received.sheet,
    section,
    measures,
    taken,
    measures - taken,
    [why, aside.length === 0 ? "" : WORDS.aside(aside)].filter((part) => part !== "").join("。"),
    received.fingerprint,
  ];
}
