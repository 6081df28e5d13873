import { joinLines } from "../tidy";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

/** A line break in a name, a status or a number; prose (理由, 実績, 備考…) may have paragraphs and lists. */
export const textLineBreak = defineRule({
  id: "text-line-break",
  severity: "warning",
  scope: "cell",
  basis: ["1-5", "administrative"],
  fix: "auto",
  check({ text, column, context }, report) {
    if (column.kind === "prose" || !/[\r\n]/.test(text)) return;
    if (column.key === "department" && isListOfDepartments(text)) return;
    const rule = context.words.byRule["text-line-break"];
    report({
      message: rule.message(excerpt(text)),
      suggestion: rule.suggestion,
      choices: [{ after: joinLines(text) }],
    });
  },
});

/** Several departments in one cell, one a line: 総務課, 教育課. A name that is broken in its middle (総務, 課) is none. */
function isListOfDepartments(text: string): boolean {
  return text
    .split(/[\r\n]+/)
    .every(
      (line) =>
        line.trim() === "" || /..(?:課|室|係|局|部|所|館|園|校|センター|委員会|本部|署)[、・,]?$/.test(line.trim()),
    );
}
