import type { Measure } from "../../ledger/ledger";
import { defineRule } from "../rule";

/** The row's cells do not all have the same fill. */
const MIXED = "mixed";

/**
 * Rows whose fill, colour of letters or strikethrough differs although no column says why. Stripes, and colours that follow a column's value (状況, 分野…),
 * are decoration: what they say can be read in the data.
 */
export const rowColor = defineRule({
  id: "row-color",
  severity: "warning",
  scope: "ledger",
  basis: ["administrative"],
  fix: "manual",
  check({ ledger, source, words }, report) {
    const fills = source.structure?.rowFills;
    if (!fills) return;
    const fillOf = (measure: Measure) => {
      const fill = fills[measure.row - source.row];
      return fill === null ? MIXED : (fill ?? "");
    };
    const rows = new Map<string, Measure[]>();
    for (const measure of ledger.measures) {
      const fill = fillOf(measure);
      const known = rows.get(fill);
      if (known) known.push(measure);
      else rows.set(fill, [measure]);
    }
    if (rows.size < 2 || EXPLANATIONS.some((value) => explains(value, ledger.measures, fillOf))) return;
    const [, ...minorities] = [...rows.values()].sort((a, b) => b.length - a.length);
    const rule = words.byRule["row-color"];
    for (const measures of minorities) {
      report({
        at: { row: measures[0]!.row, column: source.column },
        message: rule.message(measures.length),
        suggestion: rule.suggestion,
      });
    }
  },
});

const EXPLANATIONS: readonly ((measure: Measure) => string)[] = [
  ({ row }) => String(row % 2),
  ({ status }) => status,
  ({ field }) => field,
  ({ field, headingNumber, heading }) => `${field}\n${headingNumber}\n${heading}`,
  ({ department }) => department,
  ({ relisted }) => String(relisted),
  ({ measure }) => String(measure === ""),
  ({ reason }) => String(reason === ""),
  ({ result }) => String(result === ""),
  ({ remarks }) => String(remarks === ""),
];

/** True where equal values always have equal fills; a value that only one row has explains nothing. */
function explains(
  value: (measure: Measure) => string,
  measures: readonly Measure[],
  fillOf: (measure: Measure) => string,
): boolean {
  const fills = new Map<string, string>();
  for (const measure of measures) {
    const key = value(measure);
    const fill = fillOf(measure);
    const known = fills.get(key);
    if (known === undefined) fills.set(key, fill);
    else if (known !== fill) return false;
  }
  return fills.size > 1;
}
