import { defineRule } from "../rule";

const EMOJI = /\p{Emoji_Presentation}|\p{Extended_Pictographic}(?=\uFE0F)|[\u{1F000}-\u{1FAFF}]/gu;

/** Emoji: no print font of an office has them, and Shift_JIS cannot write them. */
export const characterEmoji = defineRule({
  id: "character-emoji",
  severity: "warning",
  scope: "cell",
  basis: ["1-10", "administrative"],
  fix: "manual",
  check({ text, column, context }, report) {
    const found = text.match(EMOJI);
    // A look-alike of a status (⭕) is replaced as a whole.
    if (!found || (column.kind === "status" && context.recognise(text).kind === "suggest")) return;
    const rule = context.words.byRule["character-emoji"];
    report({ message: rule.message([...new Set(found)].join("")), suggestion: rule.suggestion });
  },
});
