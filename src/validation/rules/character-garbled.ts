import { isGarbled } from "../garbled";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

/** Question marks in place of what another code could not write. */
const LOST = /[?？]{3,}/;

/** Text that was read in the wrong code: U+FFFD, 「???」, 「譁�ｭ怜喧縺�」. What was there is lost. */
export const characterGarbled = defineRule({
  id: "character-garbled",
  severity: "error",
  scope: "cell",
  basis: ["product"],
  fix: "manual",
  check({ text, column, context }, report) {
    const isCertain = isGarbled(text);
    if (!isCertain && !LOST.test(text)) return;
    // Another word for a status is replaced as a whole.
    if (column.kind === "status" && context.proposal === null) return;
    const rule = context.words.byRule["character-garbled"];
    report({
      // Question marks may be a person's.
      ...(isCertain ? {} : { severity: "warning" as const }),
      message: rule.message(excerpt(text)),
      suggestion: rule.suggestion,
    });
  },
});
