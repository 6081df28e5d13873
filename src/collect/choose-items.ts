import { cellText } from "../ledger/cell-text";
import { addTo } from "./compare";
import { settle, stableId, type Conflict, type ConflictKind, type Decisions, type Option } from "./conflict";
import { differences, type Item } from "./items";
import type { JoinedColumns } from "./join-columns";

/** Which measures count. */
export interface ChosenItems {
  readonly used: readonly Item[];
  readonly left: ReadonlySet<Item>;
  readonly conflicts: readonly Conflict[];
  /** Whether each section numbers its own measures, so that a number says nothing beyond it. */
  readonly hasOwnNumbers: boolean;
}

/** From so many shared numbers on they can be told to be each section's own. */
const FEWEST_SHARED = 3;

/** Of measures that several ledgers name, takes one each; numbers that stand for several measures are told. */
export function chooseItems(items: readonly Item[], joined: JoinedColumns, decisions: Decisions): ChosenItems {
  const conflicts: Conflict[] = [];
  const left = new Set<Item>();
  const decide = (kind: ConflictKind, group: readonly Item[], usual: readonly Item[], isOpen: boolean): void => {
    const subject = [group[0]!.measure.number, group[0]!.measure.name].filter((text) => text !== "").join(" ");
    const id = stableId(kind, ...group.map((item) => optionId(item)).sort());
    const different = columnsThatDiffer(group, joined);
    const options = group.map((item) => optionOf(item, different, joined));
    const { conflict, used } = settle(
      kind,
      id,
      subject,
      options,
      { used: usual, state: isOpen ? "open" : "automatic" },
      decisions,
    );
    conflicts.push(conflict);
    for (const item of group) if (!used.includes(item)) left.add(item);
  };

  for (const group of groupsOf(items, ({ nameKey }) => nameKey)) {
    const isSame = columnsThatDiffer(group, joined).length === 0;
    decide(isSame ? "same-row" : "other-content", group, group.slice(0, 1), !isSame);
  }
  const shared = groupsOf(
    items.filter((item) => !left.has(item) && !item.measure.relisted),
    ({ numberKey }) => numberKey,
  );
  const hasOwnNumbers = shared.length >= FEWEST_SHARED && shared.length * 2 >= mostNumbers(items);
  if (!hasOwnNumbers) for (const group of shared) decide("same-number", group, group, true);
  return { used: items.filter((item) => !left.has(item)), left, conflicts, hasOwnNumbers };
}

/** Measures of different ledgers with one key. */
function groupsOf(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) if (keyOf(item) !== "") addTo(groups, keyOf(item), item);
  return [...groups.values()].filter((group) => new Set(group.map(({ received }) => received)).size > 1);
}

/** How many numbers the ledger with the second most has: so many can be shared at all. */
function mostNumbers(items: readonly Item[]): number {
  const numbers = new Map<Item["received"], number>();
  for (const { received, numberKey } of items) {
    if (numberKey !== "") numbers.set(received, (numbers.get(received) ?? 0) + 1);
  }
  return [...numbers.values()].sort((a, b) => b - a)[1] ?? 0;
}

function columnsThatDiffer(group: readonly Item[], joined: JoinedColumns): number[] {
  const [first, ...others] = group;
  return [...new Set(others.flatMap((other) => differences(first!, other, joined)))].sort((a, b) => a - b);
}

function optionOf(item: Item, different: readonly number[], { columns }: JoinedColumns): Option<Item> {
  const { received, section, cell } = item;
  const cells = item.rows[0]!.cells;
  const shown = different.map((at) => `${columns[at]!.header}: ${cellText(cells[at]) || "（空欄）"}`).join("、");
  return {
    id: optionId(item),
    label: section,
    file: received.file,
    sheet: received.sheet,
    cell,
    value: shown === "" ? item.measure.name : shown,
    what: item,
  };
}

/** The same as long as section and content are, whatever the file is called. */
function optionId({ section, rows }: Item): string {
  return stableId(section, ...rows.map(({ print }) => print));
}
