import { areaAddress } from "../../cells/cell";
import { defineRule } from "../rule";

/**
 * Merged cells in the rows of the data. Left alone is where no value is lost: a title or header, a row that is no measure
 * (a field's own row, a total), and a level merged over its group, whose cells are read as the first.
 */
export const cellsMerged = defineRule({
  id: "cells-merged",
  severity: "error",
  scope: "sheet",
  basis: ["1-4", "administrative"],
  fix: "manual",
  check({ ledger, source, words, valueAt }, report) {
    if (!ledger) return;
    const rule = words.byRule["cells-merged"];
    const filled = new Set(ledger.filledDown.map(({ key }) => key));
    const levels = new Set(ledger.levels.filter(({ key }) => filled.has(key)).map(({ column }) => column));
    // The numbers of a level are merged beside its names.
    for (const { column, key } of ledger.headers) {
      if (key === "headingNumber" || key === "policyNumber" || levels.has(column + 1)) levels.add(column);
    }
    const noMeasures = new Set((ledger.skipped ?? []).map(({ row }) => row));
    for (const area of source.structure?.mergedAreas ?? []) {
      if (area.row + area.rows - 1 < ledger.firstRow || area.row > ledger.lastRow) continue;
      if (area.columns === 1 && levels.has(area.column)) continue;
      // A measure's cells over its further indicators, or a field's own row.
      const below = Array.from({ length: area.rows - 1 }, (_, at) => area.row + 1 + at);
      if (area.columns === 1 ? below.every((row) => noMeasures.has(row)) : noMeasures.has(area.row)) continue;
      report({
        at: area,
        value: valueAt(area.row, area.column),
        message: rule.message(areaAddress(area)),
        suggestion: rule.suggestion,
      });
    }
  },
});
