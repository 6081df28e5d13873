import type { CellValue } from "../../cells/cell";
import { cellText, isBlankCell } from "../../ledger/cell-text";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

const DITTO = /^(?:〃|″|”|"|々|仝|同上|同じ|同左)$/;
/* Among values that also fall or stay, an arrow is a trend, not the cell above. */
const TRENDS = /^[→↓↗↘⇒⇑⇓]$/;
const ARROW = "↑";

function isDitto(value: CellValue | undefined): value is string {
  return typeof value === "string" && value.length <= 2 && value !== "" && (value === ARROW || DITTO.test(value));
}

/** 「〃」, 「同上」 and the like in place of what is meant. */
export const textDitto = defineRule({
  id: "text-ditto",
  severity: "warning",
  scope: "ledger",
  basis: ["1-6", "administrative"],
  fix: "choose",
  check({ ledger, source, columns, valueAt, words }, report) {
    const rule = words.byRule["text-ditto"];
    const isTrend = (column: number) =>
      ledger.measures.some(({ row }) => TRENDS.test(cellText(valueAt(row, column)))) ||
      ledger.indicators.some(({ targets, actuals }) => [...targets, ...actuals].some((one) => one.column === column));
    for (const { column, kind } of columns) {
      if (kind === "status" || kind === "mark") continue;
      let trend: boolean | undefined;
      // What the last mark stood for, and the measure below which to look for what the next one does.
      let above = "";
      let looked = 0;
      for (let index = 0; index < ledger.measures.length; index++) {
        const { row } = ledger.measures[index]!;
        const value = source.values[row - source.row]?.[column - source.column];
        if (!isDitto(value) || (value === ARROW && (trend ??= isTrend(column)))) continue;
        for (let at = index - 1; at >= looked; at--) {
          const candidate = valueAt(ledger.measures[at]!.row, column);
          if (isBlankCell(candidate) || isDitto(candidate)) continue;
          above = cellText(candidate);
          break;
        }
        looked = index;
        report({
          at: { row, column },
          value,
          message: rule.message(value, excerpt(above === "" ? words.blank : above)),
          suggestion: rule.suggestion(excerpt(above === "" ? words.blank : above)),
          choices: above === "" ? [] : [{ after: above }],
        });
      }
    }
  },
});
