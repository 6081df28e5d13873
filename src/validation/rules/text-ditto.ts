import { cellText, isBlankCell } from "../../ledger/cell-text";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

const DITTO = /^(?:〃|″|”|"|々|仝|同上|同じ|同左|↑)$/;

/** 「〃」, 「同上」 and the like in place of what is meant. */
export const textDitto = defineRule({
  id: "text-ditto",
  severity: "warning",
  scope: "ledger",
  basis: ["1-6", "administrative"],
  fix: "choose",
  check({ ledger, source, columns, valueAt, words }, report) {
    const rule = words.byRule["text-ditto"];
    for (const { column, kind } of columns) {
      if (kind === "status" || kind === "mark") continue;
      let aboveRow: number | undefined;
      for (const { row } of ledger.measures) {
        const value = source.values[row - source.row]?.[column - source.column] ?? "";
        if (typeof value !== "string" || value.length > 2 || !DITTO.test(value)) {
          if (!isBlankCell(value)) aboveRow = row;
          continue;
        }
        const above = aboveRow === undefined ? "" : cellText(valueAt(aboveRow, column));
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
