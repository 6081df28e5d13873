import { cellText } from "../ledger/cell-text";
import { addTo } from "./compare";
import { settle, stableId, type Conflict, type Decisions, type Option } from "./conflict";
import { ORIGIN_HEADERS, originColumns } from "./earlier";
import { itemsOf, type Item } from "./items";
import type { JoinedColumns } from "./join-columns";
import type { ReceivedLedger } from "./received";

/** The measures of the last collection that are in none of the ledgers now, with what becomes of them. */
export interface Vanished {
  readonly kept: readonly Item[];
  readonly conflicts: readonly Conflict[];
}

/** The collected ledger of last time without the columns that say where its rows came from. */
export function earlierLedger(received: ReceivedLedger): ReceivedLedger {
  const origin: readonly string[] = ORIGIN_HEADERS;
  const headers = received.ledger.headers.filter(({ text }) => !origin.includes(text));
  const columns = Object.fromEntries(
    Object.entries(received.ledger.columns).filter(([, column]) => headers.some((one) => one.column === column)),
  );
  return { ...received, ledger: { ...received.ledger, headers, columns } };
}

/** Compares the last collection with what is there now, by section and name. */
export function findVanished(
  earlier: ReceivedLedger,
  joined: JoinedColumns,
  now: readonly Item[],
  decisions: Decisions,
): Vanished {
  const { source, ledger } = earlier;
  const origin = originColumns(source.values[ledger.headerRow - source.row] ?? []);
  if (origin === null) return { kept: [], conflicts: [] };
  const present = new Set(now.map(({ nameKey }) => nameKey));
  const sections = new Set(now.map(({ section }) => section));
  const gone = new Map<string, Item[]>();
  for (const item of itemsOf(earlierLedger(earlier), "", joined)) {
    if (item.nameKey === "" || present.has(item.nameKey)) continue;
    const cells = source.values[item.measure.row - source.row] ?? [];
    const [section = "", file = "", sheet = "", row = ""] = origin.map((column) => cellText(cells[column]));
    const whence = { file, sheet, row: Number(row) || item.measure.row + 1 };
    const known = { ...item, section, rows: item.rows.map((one) => ({ ...one, ...whence })) };
    // A section that sent nothing this time has lost all its rows at once.
    addTo(gone, sections.has(section) ? `${section}\n${item.nameKey}` : section, known);
  }
  const kept: Item[] = [];
  const conflicts: Conflict[] = [];
  for (const items of gone.values()) {
    const [first] = items;
    const { section, measure, rows } = first!;
    const isWhole = !sections.has(section);
    const id = stableId("vanished", section, isWhole ? "" : first!.nameKey);
    const option = (label: string, what: readonly Item[]): Option<readonly Item[]> => ({
      id: stableId(label),
      label,
      file: rows[0]!.file,
      sheet: rows[0]!.sheet,
      cell: `${rows[0]!.row}行`,
      value: isWhole ? `${items.length}件` : measure.name,
      what,
    });
    const options = [option("前回の行を残す", items), option("除く", [])];
    // Left out, they would be lost before anybody has decided.
    const usual = { used: [items], state: "open" } as const;
    const subject = isWhole ? `${section}（全${items.length}件）` : `${section} ${measure.number} ${measure.name}`;
    const { conflict, used } = settle("vanished", id, subject, options, usual, decisions);
    conflicts.push(conflict);
    kept.push(...used.flat());
  }
  return { kept, conflicts };
}
