import type { ColumnKind } from "../report/document/blocks";

/** What a cell of a table shows: figures with thousands separators and the table's decimals, texts as they stand. */
export function cellText(cell: string | number, kind: ColumnKind, decimals: number): string {
  if (typeof cell === "string") return cell.replace(/\r\n?/g, "\n").trim();
  return figure(cell, kind === "rate" ? decimals : 0);
}

/** A number with thousands separators and so many decimals. */
export function figure(value: number, decimals: number): string {
  const [whole = "", rest] = value.toFixed(decimals).split(".");
  const separated = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return rest === undefined ? separated : `${separated}.${rest}`;
}
