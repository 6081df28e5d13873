import type { CellValue } from "../../cells/cell";
import { parseAddress } from "../../cells/parse-address";
import { isBlankCell } from "../../ledger/cell-text";
import type { ColumnKey } from "../../ledger/ledger";
import type { RuleContext } from "../rule";
import type { FixContext, Mender, Offered } from "./mending";

/** Values that a column uses already and that may be offered. */
const MOST_USED = 6;
/** A text longer than this is about one measure and no other. */
const LONGEST = 60;

/** The values that a column of the ledger has in other rows, the commonest first. */
export function usedValues({ ledger, valueAt }: RuleContext, column: number): string[] {
  const counts = new Map<string, number>();
  for (const { row } of ledger.measures) {
    const value = valueAt(row, column);
    if (typeof value !== "string" || isBlankCell(value) || value.length > LONGEST) continue;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort((one, other) => other[1] - one[1]).flatMap(([text]) => text);
}

/** The fields of 分野, or those that the ledger has. */
export function knownFields({ fields, ledger }: RuleContext): string[] {
  return (fields.length > 0 ? fields.map(({ name }) => name) : ledger.fields).filter((name) => name !== "");
}

/** A status that is missing or means nothing can be any of the vocabulary. */
export const offerStatuses: Mender = (finding, context) => {
  const ledger = context.ledger();
  if (ledger === null) return {};
  const { settings, recognise } = ledger;
  const recognition = recognise(finding.value);
  return {
    values: settings.statuses.map(({ name }) => name),
    // A word that only means the like (完了) may be a class of its own.
    isProposed: finding.choices.length === 1 && recognition.kind === "suggest" && recognition.by !== "meaning",
  };
};

/** A field that is missing or unknown can be any of those that are known. */
export const offerFields: Mender = (finding, context) => {
  const ledger = context.ledger();
  const at = parseAddress(finding.cell);
  if (ledger === null || at === null) return {};
  const fields = knownFields(ledger);
  if (finding.rule === "field-unknown") return { values: fields, isProposed: finding.choices.length === 1 };
  const isField = ledger.ledger.columns.field === at.column;
  if (!isField) return { values: [] };
  const around = fieldAround(ledger, at.row);
  return around === null
    ? { values: fields }
    : { values: [around, ...fields.filter((name) => name !== around)], isProposed: true };
};

/** The field of the measure above where the one below has the same. */
function fieldAround({ ledger: { measures } }: RuleContext, row: number): string | null {
  const index = measures.findIndex((measure) => measure.row === row);
  const above = measures[index - 1]?.field ?? "";
  return above !== "" && above === measures[index + 1]?.field ? above : null;
}

/** Any cell may hold what its column holds elsewhere. */
function offerUsed(key: ColumnKey): Mender {
  return (finding: { readonly value: string }, context: FixContext): Offered => {
    const ledger = context.ledger();
    const column = ledger?.ledger.columns[key];
    if (ledger === null || column === undefined) return {};
    const values: CellValue[] = usedValues(ledger, column).filter((text) => text !== finding.value);
    return { values: values.slice(0, MOST_USED) };
  };
}

/** The reasons that other measures give; one of them often fits. */
export const offerReasons: Mender = (finding, context) => {
  const { values = [] } = offerUsed("reason")(finding, context);
  const isReason = (text: CellValue) => String(text).length > SHORTEST_REASON;
  return { values: values.filter(isReason) };
};

/** Shorter than this is what is written in place of a reason (特になし, 別紙のとおり). */
const SHORTEST_REASON = 6;

/** The directions that other measures have. */
export const offerDirections: Mender = (finding, context) => ({
  ...offerUsed("direction")(finding, context),
  isProposed: finding.choices.length === 1,
});

/** What blank cells of a level mean can be written into them: the cell above. */
export const fillLevel: Mender = ({ cell }, context) => {
  const ledger = context.ledger();
  const at = parseAddress(cell);
  if (ledger === null || at === null) return {};
  const { column } = at;
  let above: CellValue = "";
  const edits = ledger.ledger.measures.flatMap(({ row }) => {
    const before = ledger.valueAt(row, column);
    if (!isBlankCell(before)) above = before;
    if (!isBlankCell(before) || above === "") return [];
    return [{ sheet: ledger.ledger.sheet, row, column, before, after: above }];
  });
  return edits.length === 0 ? {} : { ways: [{ label: context.words.fillDown(edits.length), edits, changes: [] }] };
};
