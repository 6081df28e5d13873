import { ACCEPTED_SHEET } from "../ledger/sheet-names";
import { ACCEPTANCE_HEADERS } from "../validation/acceptances";
import { keptSheet } from "./kept-sheet";
import type { SheetPlan } from "./plan";

const PURPOSE = [
  "検査で「要確認」となったもののうち、このままでよいと確かめたものの記録です。だれが確かめたかは記録されません。",
  "セルの値が変わると、その行は無効になり、もう一度検査の結果に出ます。「状態」に何か書いた行も無効です。",
];

/** 確認済み with its first rows. */
export function acceptanceSheet(rows: readonly (readonly string[])[]): SheetPlan {
  return keptSheet({
    name: ACCEPTED_SHEET,
    purpose: PURPOSE,
    header: Object.values(ACCEPTANCE_HEADERS).map(([text]) => text),
    rows,
    columnWidths: [18, 14, 9, 22, 26, 40, 12, 20],
  });
}
