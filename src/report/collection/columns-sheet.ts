import type { Collection } from "../../collect/collect";
import type { ColumnUse } from "../../collect/join-columns";
import type { ReceivedLedger } from "../../collect/received";
import { columnLetters } from "../../cells/cell";
import { headerOf } from "../../ledger/columns";
import { COLUMNS_SHEET } from "../../ledger/sheet-names";
import type { PlanCell, SheetPlan } from "../plan";
import { SheetDraft } from "../sheet-draft";
import { addList, addSentence, finishList } from "./table";
import { COLLECTION_WORDS as WORDS } from "./words";

const WIDTHS = [20, 12, 28, 5, 14, 52];

/**
 * The sheet 列の対応: what each file's columns became. Files of one form are one line, the form that most have is not named
 * file by file, so that what differs is seen.
 */
export function columnsSheet({ joined, plan }: Collection): SheetPlan {
  const draft = new SheetDraft(WIDTHS.length);
  addSentence(draft, "title", WORDS.columnsTitle, WIDTHS);
  addSentence(draft, "subtitle", WORDS.columnsHow(""), WIDTHS);
  draft.add([]);
  const received = [...joined.uses.keys()];
  const rows = joined.columns.flatMap(({ header, key }, at): PlanCell[][] => {
    const readings = new Map<string, { readonly use: ColumnUse; readonly files: ReceivedLedger[] }>();
    for (const [one, uses] of joined.uses) {
      for (const use of uses) {
        if (use.joined !== at) continue;
        const { text, column, by } = use.reading;
        const id = `${text}\n${column}\n${by}`;
        const known = readings.get(id);
        if (known === undefined) readings.set(id, { use, files: [one] });
        else known.files.push(one);
      }
    }
    const groups = [...readings.values()].sort((a, b) => b.files.length - a.files.length);
    return groups.map(({ use, files }, index) => [
      index === 0 ? header : "",
      index === 0 ? (key === null ? WORDS.unused : headerOf(key)) : "",
      use.reading.text.replace(/\s*\n\s*/g, ""),
      use.reading.column < 0 ? "" : columnLetters(use.reading.column),
      WORDS.by[use.reading.by],
      filesText(files, received, index === 0),
    ]);
  });
  const header = addList(draft, WIDTHS, {
    header: WORDS.columnsHeader,
    rows,
    roles: { 3: "tableStatus" },
  });
  return finishList(draft, { name: COLUMNS_SHEET, widths: WIDTHS, plan, freezeRows: header + 1, titleRow: header });
}

/** From so many files on the form that most of them have is not named file by file. */
const MANY = 6;

function filesText(files: readonly ReceivedLedger[], all: readonly ReceivedLedger[], isUsual: boolean): string {
  if (files.length === all.length && all.length > 1) return WORDS.allFiles(files.length);
  if (isUsual && files.length >= MANY && files.length * 2 > all.length) {
    const others = all.filter((one) => !files.includes(one));
    return `${WORDS.otherFiles(files.length)}　ないもの・違うもの：${others.map(nameOf).join("、")}`;
  }
  return files.map(nameOf).join("、");
}

function nameOf({ file, sheet, ledgersInFile }: ReceivedLedger): string {
  return ledgersInFile > 1 ? `${file}［${sheet}］` : file;
}
