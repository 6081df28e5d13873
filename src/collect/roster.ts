import type { CellValue } from "../cells/cell";
import { cellText, isBlankCell } from "../ledger/cell-text";
import { findTableHeader } from "../ledger/header-cells";
import { matchKey } from "../ledger/match-key";
import type { RosterEntry } from "./received";

const HEADERS = {
  section: ["課名", "課", "部署", "部署名", "所属", "所属名", "担当課", "所管課", "提出課"],
  aliases: ["別名", "略称", "旧名"],
  contact: ["連絡先", "担当者", "担当", "内線", "メール", "メールアドレス"],
} as const;

/** A roster of the sections that have to hand in: a table with 課名, perhaps 別名 and 連絡先, or one column of names. */
export function readRoster(values: readonly (readonly CellValue[])[]): RosterEntry[] {
  const header = findTableHeader(values, HEADERS, ["section"]);
  const at = header?.columns ?? { section: 0 };
  const seen = new Set<string>();
  return values.slice((header?.row ?? -1) + 1).flatMap((cells) => {
    const section = textAt(cells, at.section);
    const key = matchKey(section);
    if (isBlankCell(section) || seen.has(key)) return [];
    seen.add(key);
    const aliases = textAt(cells, at.aliases)
      .split(/[、，,／/]/)
      .map((alias) => alias.trim())
      .filter((alias) => matchKey(alias) !== "");
    return [{ section, aliases, contact: textAt(cells, at.contact) }];
  });
}

function textAt(cells: readonly CellValue[], column: number | undefined): string {
  return column === undefined ? "" : cellText(cells[column]).trim();
}
