import { cellAddress } from "../cells/cell";
import { addTo, compareTexts } from "./compare";
import { settle, stableId, type Conflict, type Decisions, type Option } from "./conflict";
import type { ReceivedLedger } from "./received";
import { areVersions, newerOf } from "./versions";

/** Which of the received ledgers count. */
export interface ChosenLedgers {
  readonly used: readonly ReceivedLedger[];
  /** Why each of the others does not. */
  readonly left: ReadonlyMap<ReceivedLedger, "same-file" | "versions">;
  /** Those that took the place of another version. */
  readonly replacing: ReadonlySet<ReceivedLedger>;
  readonly conflicts: readonly Conflict[];
}

/** Of ledgers that are the same, or versions of the same, takes one each; the newer version where something says which that is. */
export function chooseLedgers(
  ordered: readonly ReceivedLedger[],
  sectionOf: (received: ReceivedLedger) => string,
  decisions: Decisions,
): ChosenLedgers {
  const conflicts: Conflict[] = [];
  const left = new Map<ReceivedLedger, "same-file" | "versions">();
  const replacing = new Set<ReceivedLedger>();

  const same = new Map<string, ReceivedLedger[]>();
  for (const received of ordered) addTo(same, received.fingerprint, received);
  for (const group of same.values()) {
    if (group.length < 2) continue;
    const id = stableId("same-file", group[0]!.fingerprint);
    const options = group.map((received) => optionOf(received, sectionOf));
    // 「福祉課.xlsx」 before 「福祉課 - コピー.xlsx」.
    const original = [...group].sort((a, b) => a.file.length - b.file.length || compareTexts(a.file, b.file))[0]!;
    const usual = { used: [original], state: "automatic" } as const;
    const { conflict, used } = settle("same-file", id, sectionOf(group[0]!), options, usual, decisions);
    conflicts.push(conflict);
    for (const received of group) if (!used.includes(received)) left.set(received, "same-file");
  }

  const bySection = new Map<string, ReceivedLedger[]>();
  for (const received of ordered) if (!left.has(received)) addTo(bySection, sectionOf(received), received);
  for (const [section, ledgers] of bySection) {
    for (const group of groupsOf(ledgers)) {
      if (group.length < 2) continue;
      const { newest, isSure } = newestOf(group);
      const id = stableId("versions", section, ...group.map(({ fingerprint }) => fingerprint).sort());
      const options = group.map((received) => optionOf(received, sectionOf));
      const usual = { used: [newest], state: isSure ? "automatic" : "open" } as const;
      const { conflict, used } = settle("versions", id, section, options, usual, decisions);
      conflicts.push(conflict);
      for (const received of group) {
        if (used.includes(received)) replacing.add(received);
        else left.set(received, "versions");
      }
    }
  }
  return { used: ordered.filter((received) => !left.has(received)), left, replacing, conflicts };
}

function optionOf(received: ReceivedLedger, sectionOf: (received: ReceivedLedger) => string): Option<ReceivedLedger> {
  const { file, sheet, ledger, fingerprint } = received;
  return {
    id: stableId(sectionOf(received), file, sheet, fingerprint),
    label: file,
    file,
    sheet,
    cell: cellAddress(ledger.firstRow, 0),
    value: `${ledger.measures.length}`,
    what: received,
  };
}

/** Ledgers of one section in groups of versions of the same. */
function groupsOf(ledgers: readonly ReceivedLedger[]): ReceivedLedger[][] {
  const groups: ReceivedLedger[][] = [];
  for (const received of ledgers) {
    const group = groups.find((one) => one.some((other) => areVersions(received, other)));
    if (group === undefined) groups.push([received]);
    else group.push(received);
  }
  return groups;
}

function newestOf(group: readonly ReceivedLedger[]): { readonly newest: ReceivedLedger; readonly isSure: boolean } {
  let newest = group[0]!;
  for (const received of group) newest = newerOf(received, newest)?.newer ?? newest;
  return { newest, isSure: group.every((one) => one === newest || newerOf(newest, one)?.newer === newest) };
}
