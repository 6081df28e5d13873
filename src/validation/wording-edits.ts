import { cellText, isBlankCell } from "../ledger/cell-text";
import { findTableHeader } from "../ledger/header-cells";
import { matchKey } from "../ledger/match-key";
import { PLAN_HEADERS } from "../ledger/read-plan";
import type { SheetSource } from "../ledger/source";
import type { Paragraph } from "../narrative/narrative";
import type { CellEdit } from "./finding";

/**
 * The edits that put sentences of the evaluation into 計画 as rows of their own, below everything else on the sheet, each with
 * what it was made from beside it; rows that are there already stay. Nothing where the sheet has no table 項目 | 内容.
 */
export function wordingEdits(
  source: SheetSource,
  sentences: readonly Pick<Paragraph, "item" | "text">[],
): readonly CellEdit[] {
  const header = findTableHeader(source.values, PLAN_HEADERS, ["item", "content"]);
  const { item, content } = header?.columns ?? {};
  if (header === null || item === undefined || content === undefined) return [];
  const titles = source.values[header.row] ?? [];
  const automatic = header.columns.automatic ?? freeColumn(titles, content);
  const present = new Set(source.values.map((cells) => matchKey(cellText(cells[item]))));
  const wanted = sentences.filter((one) => !present.has(matchKey(one.item)));
  if (wanted.length === 0) return [];
  const edit = (row: number, column: number, after: string): CellEdit => ({
    sheet: source.name,
    row: source.row + row,
    column: source.column + column,
    before: source.values[row]?.[column] ?? "",
    after,
  });
  const first = source.values.length;
  return [
    ...(header.columns.automatic === undefined ? [edit(header.row, automatic, PLAN_HEADERS.automatic[0])] : []),
    ...wanted.flatMap((one, at) => [
      edit(first + at, item, one.item),
      edit(first + at, content, one.text),
      edit(first + at, automatic, one.text),
    ]),
  ];
}

/** The first column right of the table whose header is blank. */
function freeColumn(titles: SheetSource["values"][number], content: number): number {
  let column = content + 1;
  while (!isBlankCell(titles[column] ?? "")) column++;
  return column;
}
