import { closeLetterSpaces } from "../tidy";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

/** A word whose letters are set apart by spaces: 「L A N」 within a text, 「達 成」 as a whole text. */
export const textLetterSpaced = defineRule({
  id: "text-letter-spaced",
  severity: "warning",
  scope: "cell",
  basis: ["1-5", "administrative"],
  fix: "choose",
  check({ text, column, context }, report) {
    const after = closeLetterSpaces(text);
    if (after === text) return;
    const isStatus = column.kind === "status" && context.recognise(after).kind === "exact";
    const rule = context.words.byRule["text-letter-spaced"];
    report({
      message: rule.message(excerpt(text), excerpt(after)),
      suggestion: rule.suggestion(excerpt(after)),
      // Within a vocabulary there is no doubt what the word is.
      ...(isStatus ? { fix: "auto" as const } : {}),
      choices: [{ after }],
    });
  },
});
