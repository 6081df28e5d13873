import { isBlankCell } from "../../ledger/cell-text";
import { headerOf } from "../../ledger/columns";
import { columnOf, nameColumn } from "../context";
import { defineRule } from "../rule";

/** A measure without field or without name. A blank status is `status-blank`'s. */
export const cellRequired = defineRule({
  id: "cell-required",
  severity: "error",
  scope: "row",
  basis: ["1-6", "administrative"],
  fix: "manual",
  check(measure, context, report) {
    if (!isBlankCell(measure.field) && !isBlankCell(measure.name)) return;
    const { row } = measure;
    const rule = context.words.byRule["cell-required"];
    const field = columnOf(context, "field");
    // What the blank cells of a level mean that is written in two ways, level-unclear asks once.
    const isUnclear = context.ledger.unclearLevels.includes("field");
    if (field && !isUnclear && isBlankCell(measure.field) && !context.isCovered(row, field.column)) {
      report({ at: { row, column: field.column }, message: rule.message(field.header), suggestion: rule.suggestion });
    }
    if (isBlankCell(measure.name)) {
      const column = nameColumn(context.ledger, measure);
      if (context.isCovered(row, column)) return;
      const header = context.columns.find((candidate) => candidate.column === column)?.header ?? headerOf("policy");
      report({ at: { row, column }, message: rule.message(header), suggestion: rule.suggestion });
    }
  },
});
