import type { CellValue } from "../cells/cell";
import { cellText } from "../ledger/cell-text";
import { findTableHeader } from "../ledger/header-cells";
import { isRelistedMark } from "../ledger/relisted";
import type { SheetSource } from "../ledger/source";
import type { Decisions } from "./conflict";
import type { ReceivedLedger } from "./received";

/** What an earlier collection left: what was decided in it, and its ledger. */
export interface EarlierCollection {
  readonly decisions: Decisions;
  readonly ledger: ReceivedLedger | null;
}

/** Headers of the columns of 食い違い that are read back. */
export const DECISION_HEADERS = { chosen: ["採用"], id: ["決定番号"] } as const;

/** Headers of the columns of the collected ledger that say where a row came from, in their order. */
export const ORIGIN_HEADERS = ["提出課", "元ファイル", "元シート", "元の行", "行の照合値"] as const;

/** What was marked in the column 採用, wherever the table stands. */
export function readDecisions(sources: readonly Pick<SheetSource, "values">[]): Map<string, ReadonlySet<string>> {
  const decisions = new Map<string, Set<string>>();
  for (const { values } of sources) {
    const header = findTableHeader(values, DECISION_HEADERS, ["chosen", "id"]);
    if (header === null) continue;
    const { chosen = -1, id = -1 } = header.columns;
    for (const cells of values.slice(header.row + 1)) {
      const [conflict = "", candidate = ""] = cellText(cells[id]).trim().split("-");
      if (candidate === "" || !isRelistedMark(cells[chosen] ?? "")) continue;
      decisions.set(conflict, (decisions.get(conflict) ?? new Set()).add(candidate));
    }
  }
  return decisions;
}

/** Zero-based columns, within the rows, of what says where a row came from; null in a ledger that is no collected one. */
export function originColumns(header: readonly CellValue[]): readonly number[] | null {
  const texts = header.map((cell) => cellText(cell));
  const columns = ORIGIN_HEADERS.map((text) => texts.indexOf(text));
  return columns.includes(-1) ? null : columns;
}

/** A collected ledger without the columns that say where its rows came from. */
export function earlierLedger(received: ReceivedLedger): ReceivedLedger {
  const origin: readonly string[] = ORIGIN_HEADERS;
  const headers = received.ledger.headers.filter(({ text }) => !origin.includes(text));
  const columns = Object.fromEntries(
    Object.entries(received.ledger.columns).filter(([, column]) => headers.some((one) => one.column === column)),
  );
  return { ...received, ledger: { ...received.ledger, headers, columns } };
}
