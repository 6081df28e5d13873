import { cellAddress } from "../cells/cell";
import { isBlankCell } from "../ledger/cell-text";
import { matchKey } from "../ledger/match-key";
import { statusRecogniser } from "../ledger/recognise-status";
import type { Status } from "../ledger/settings";
import { settle, stableId, type Conflict, type Decisions, type Option } from "./conflict";
import type { Item } from "./items";

/** A vocabulary that also knows the words somebody decided on, and the words that are still to be decided. */
export interface ChosenWords {
  readonly statuses: readonly Status[];
  readonly conflicts: readonly Conflict[];
}

/**
 * Looks for statuses that are none of the vocabulary. What somebody chose for one becomes its 同義語; the cells stay as they
 * were sent.
 */
export function chooseWords(items: readonly Item[], statuses: readonly Status[], decisions: Decisions): ChosenWords {
  const recognise = statusRecogniser(statuses);
  const unknown = new Map<string, { readonly text: string; readonly items: Item[] }>();
  for (const item of items) {
    const { status } = item.measure;
    if (isBlankCell(status)) continue;
    const { kind } = recognise(status);
    if (kind === "exact" || kind === "auto") continue;
    const known = unknown.get(matchKey(status));
    if (known === undefined) unknown.set(matchKey(status), { text: status, items: [item] });
    else known.items.push(item);
  }
  const conflicts: Conflict[] = [];
  const synonyms = new Map<string, string[]>();
  for (const { text, items: users } of unknown.values()) {
    const [first] = users;
    const files = [...new Set(users.map(({ received }) => received.file))];
    const options = statuses.map(({ name }): Option<string> => ({
      id: stableId("status", name),
      label: name,
      file: files.join("、"),
      sheet: first!.received.sheet,
      cell: statusCell(first!),
      value: text,
      what: name,
    }));
    const id = stableId("status-word", matchKey(text));
    const { conflict, used } = settle("status-word", id, text, options, { used: [], state: "open" }, decisions);
    conflicts.push(conflict);
    const [name] = used;
    if (name !== undefined) synonyms.set(name, [...(synonyms.get(name) ?? []), text.trim()]);
  }
  return {
    conflicts,
    statuses: statuses.map((status) => {
      const added = (synonyms.get(status.name) ?? []).filter((text) => !status.synonyms.includes(text));
      return added.length === 0 ? status : { ...status, synonyms: [...status.synonyms, ...added] };
    }),
  };
}

function statusCell({ received, measure }: Item): string {
  return cellAddress(measure.row, received.ledger.columns.status ?? 0);
}
