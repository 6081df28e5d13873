import type { CellValue } from "../../src/cells/cell";
import { parseArea } from "../../src/embedded/model/address";
import type { RuleId } from "../../src/validation/rule";
import { officeLedger } from "../fixtures/office-ledger";
import { check } from "./check-rows";

const SHEETS = ["台帳", "設定", "分野", "計画"] as const;

/** Where a rule finds something in the office's ledger after cells were changed: 「J9」, 「分野!A5」; with the first choice, if any. */
export function foundIn(rule: RuleId, cells: Readonly<Record<string, CellValue>>): string[] {
  const book = officeLedger();
  for (const [place, value] of Object.entries(cells)) {
    const [address = "", sheet = "台帳"] = place.split("!").reverse();
    const rows = book[SHEETS.find((name) => name === sheet)!];
    const { row, column } = parseArea(address)!;
    for (const line of rows) while (line.length <= column) line.push("");
    rows[row]![column] = value;
  }
  return check({ ledger: book.台帳, settings: book.設定, fields: book.分野, plan: book.計画 }).flatMap((finding) => {
    if (finding.rule !== rule) return [];
    const place = finding.sheet === "台帳" ? finding.cell : `${finding.sheet}!${finding.cell}`;
    const [choice] = finding.choices;
    return [choice === undefined ? place : `${place} → ${choice.label}`];
  });
}

/** One column from its first row on, for `foundIn`. */
export function column(
  letter: string,
  header: CellValue,
  value: (row: number) => CellValue,
): Record<string, CellValue> {
  const cells: Record<string, CellValue> = { [`${letter}3`]: header };
  for (let row = 4; row <= 33; row++) cells[`${letter}${row}`] = value(row);
  return cells;
}
