import { areaAddress } from "../../cells/cell";
import { defineRule } from "../rule";

/** Merged cells in the rows of the data; a merged title or header is left alone, because no value is lost there. */
export const cellsMerged = defineRule({
  id: "cells-merged",
  severity: "error",
  scope: "sheet",
  basis: ["1-4", "administrative"],
  fix: "manual",
  check({ ledger, source, words, valueAt }, report) {
    if (!ledger) return;
    const rule = words.byRule["cells-merged"];
    for (const area of source.structure?.mergedAreas ?? []) {
      if (area.row + area.rows - 1 < ledger.firstRow || area.row > ledger.lastRow) continue;
      report({
        at: area,
        value: valueAt(area.row, area.column),
        message: rule.message(areaAddress(area)),
        suggestion: rule.suggestion,
      });
    }
  },
});
