import { cellText } from "../ledger/cell-text";
import { matchKey } from "../ledger/match-key";
import type { SheetSource } from "../ledger/source";

/** Labels of the record's facts; the value stands in the cell to the right. */
export const RECORD_LABELS = {
  date: "検査日",
  version: "製品の版",
  sheet: "台帳のシート",
  measures: "個別事業の件数",
  fingerprint: "台帳の指紋",
  result: "判定",
} as const;

/** What a later check compares with. */
interface CheckRecord {
  /** 和暦, as written. */
  readonly date: string;
  readonly version: string;
  /** Name of the ledger's sheet at the time. */
  readonly sheet: string;
  /** 16 hexadecimal digits. */
  readonly fingerprint: string;
}

/** Reads 検査記録; null where the sheet is no record or its fingerprint is gone. */
export function readCheckRecord(source: SheetSource | undefined): CheckRecord | null {
  const facts = new Map<string, string>();
  for (const row of source?.values ?? []) {
    for (let index = 0; index + 1 < row.length; index++) {
      const label = matchKey(cellText(row[index]));
      if (LABEL_KEYS.has(label) && !facts.has(label)) facts.set(label, cellText(row[index + 1]).trim());
    }
  }
  const fact = (key: keyof typeof RECORD_LABELS) => facts.get(matchKey(RECORD_LABELS[key])) ?? "";
  const fingerprint = fact("fingerprint");
  if (!/^[0-9a-f]{16}$/.test(fingerprint)) return null;
  return { date: fact("date"), version: fact("version"), sheet: fact("sheet"), fingerprint };
}

const LABEL_KEYS: ReadonlySet<string> = new Set(Object.values(RECORD_LABELS).map(matchKey));
