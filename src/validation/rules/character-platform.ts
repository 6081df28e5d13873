import { defineRule } from "../rule";

/*
 * What NEC and IBM added to JIS X 0208: circled and Roman numerals, enclosed and squared words, units, №, ℡.
 * Ideographs such as 髙 and 﨑 are parts of names and no mistake.
 */
const PLATFORM = /[\u2116\u2121\u2160-\u217F\u2460-\u24FF\u2776-\u277F\u301D\u301F\u3220-\u325F\u3280-\u33FF]/g;
/** Units that every present-day system shows. */
const HARMLESS = /^[\u33A1\u33A5\u339C-\u33A0\u33A2-\u33A4\u338E\u338F]$/;
/** A classification code: 「Ⅰ-1」, 「Ⅱ」, 「①」 at the beginning of a name. */
const CODE = /^[\u2160-\u217F\u2460-\u2473](?:$|[\s\-.．・:：、ー－―0-9０-９\u3041-\u9FFF])/;

/**
 * Platform-dependent characters. Classification codes and units are only mentioned, and a status that the plan's own
 * vocabulary writes so is no mistake.
 */
export const characterPlatform = defineRule({
  id: "character-platform",
  severity: "warning",
  scope: "cell",
  basis: ["1-10", "administrative"],
  fix: "choose",
  check({ text, column, context }, report) {
    const found = [...new Set(text.match(PLATFORM) ?? [])];
    if (found.length === 0) return;
    if (column.kind === "status" && context.recognise(text).kind === "exact") return;
    const rule = context.words.byRule["character-platform"];
    const grave = found.filter(
      (character) => !HARMLESS.test(character) && !(CODE.test(text) && text.startsWith(character)),
    );
    const shown = grave.length > 0 ? grave : found;
    const instead = shown.map(plainForm);
    const after = text.replace(PLATFORM, (character) => (shown.includes(character) ? plainForm(character) : character));
    report({
      ...(grave.length > 0 && column.kind !== "code" ? {} : { severity: "info" as const }),
      message: rule.message(shown.join(""), instead.join("")),
      suggestion: rule.suggestion(instead.join("")),
      choices: [{ after }],
    });
  },
});

/** How a platform-dependent character is written with ordinary ones: ① → (1), ㈱ → (株), № → No. */
function plainForm(character: string): string {
  if (character === "№") return "No.";
  if (character === "\u301D" || character === "\u301F") return '"';
  const plain = character.normalize("NFKC");
  return /[\u2460-\u24FF\u2776-\u277F\u3251-\u325F]/.test(character) && !plain.startsWith("(")
    ? `(${plainNumber(character, plain)})`
    : plain;
}

/** Negative circled numbers (❶) have no compatibility form. */
function plainNumber(character: string, plain: string): string {
  const code = character.charCodeAt(0);
  return code >= 0x2776 && code <= 0x277f ? String(code - 0x2775) : plain;
}
