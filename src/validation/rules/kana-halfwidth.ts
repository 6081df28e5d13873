import { isGarbled } from "../garbled";
import { excerpt } from "../quote";
import { defineRule } from "../rule";

const HALF_KANA = /[\uFF61-\uFF9F]+/g;

/** Half-width kana. */
export const kanaHalfwidth = defineRule({
  id: "kana-halfwidth",
  severity: "warning",
  scope: "cell",
  basis: ["product"],
  fix: "choose",
  check({ text, column, context }, report) {
    const found = text.match(HALF_KANA);
    if (!found || isGarbled(text)) return;
    // Another word for a status is replaced as a whole.
    if (column.kind === "status" && context.proposal === null && context.recognise(text).kind === "suggest") return;
    const rule = context.words.byRule["kana-halfwidth"];
    const full = excerpt(widen(found.join("")));
    report({
      message: rule.message(excerpt(found.join("")), full),
      suggestion: rule.suggestion(full),
      choices: [{ after: text.replace(HALF_KANA, widen) }],
    });
  },
});

function widen(kana: string): string {
  return kana.normalize("NFKC");
}
