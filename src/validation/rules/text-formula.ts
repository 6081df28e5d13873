import { excerpt } from "../quote";
import { defineRule } from "../rule";

const LOOKS_LIKE_FORMULA = /^[=+\-@]./s;
const NUMBER = /^[+-]?[\d,]*\.?\d+%?$/;

/** A text that Excel or a program reading a CSV may take for a formula. Status texts have rules of their own. */
export const textFormula = defineRule({
  id: "text-formula",
  severity: "warning",
  scope: "cell",
  basis: ["excel"],
  fix: "manual",
  check({ text, column, context }, report) {
    if (column.kind === "status" || !LOOKS_LIKE_FORMULA.test(text) || NUMBER.test(text)) return;
    const rule = context.words.byRule["text-formula"];
    report({ message: rule.message(excerpt(text)), suggestion: rule.suggestion });
  },
});
