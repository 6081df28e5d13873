/* What checking and mending needs, loaded with the first check. */
export { undoEdits } from "../excel/apply-edits";
export { clearMarks, markCells } from "../excel/mark-cells";
export { checkLedger } from "./check-ledger";
