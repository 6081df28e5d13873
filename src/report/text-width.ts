/*
 * How wide text is, without a font at hand. The report is laid out by pure code and printed by an Excel whose fonts that
 * code never sees, so every width here is an upper bound: a line that fits by this table fits on paper.
 *
 * Source of the table: the advance widths (hmtx) of IPA明朝, IPA P明朝, IPA Pゴシック, Noto Serif CJK and Noto Sans CJK in
 * regular and bold, the largest of them for each character, rounded up to 0.05 em, and never below the 0.5 em that the
 * monospaced ＭＳ 明朝 and ＭＳ ゴシック give every ASCII character. 游明朝 and 游ゴシック stay below it: their Latin letters
 * are proportional and of the same build, and their kana and kanji are 1 em like those of all these fonts.
 */

const ASCII_BY_WIDTH: readonly (readonly [number, string])[] = [
  [0.5, " !'(),-./:;I[]fijlrst{|}"],
  [0.55, "*z"],
  [0.6, '"?J_acegvxy'],
  [0.65, "#$+0123456789<=>FLSZ\\^`oq~"],
  [0.7, "EPTbdhknpu"],
  [0.75, "ABCVXY"],
  [0.8, "DGKR"],
  [0.85, "&NOQU"],
  [0.9, "Hw"],
  [1, "%"],
  [1.05, "@Mm"],
  [1.1, "W"],
];

const ASCII = new Map(
  ASCII_BY_WIDTH.flatMap(([width, characters]) => Array.from(characters, (character) => [character, width] as const)),
);

/** Accented Latin letters and signs of Latin-1 and Latin Extended: as wide as the widest of them (Œ). */
const LATIN = 1.05;
/** Greek and Cyrillic: 1 em in Japanese fonts, up to 1.2 em (Щ) where another font steps in. */
const GREEK_CYRILLIC = 1.2;
/** No character is wider, in em. */
export const WIDEST = GREEK_CYRILLIC;
const HALF_WIDTH_KANA = 0.5;
const FULL_WIDTH = 1;

const ZERO_WIDTH = /^[\p{M}\p{Cf}\p{Cc}]$/u;

/** The text's printed width in em of its font size, as an upper bound over the fonts the report may meet. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** How many em of a font size (points) a length in points holds. */
export function emsIn(points: number, fontSize: number): number {
  return points / fontSize;
}

/** Marks that combine with a letter before them, variation selectors and invisible signs take no room of their own. */
function characterWidth(character: string): number {
  const ascii = ASCII.get(character);
  if (ascii !== undefined) return ascii;
  const code = character.codePointAt(0)!;
  // Kana and kanji first: nearly all of what is measured.
  if ((code >= 0x3041 && code <= 0x3096) || (code >= 0x30a0 && code <= 0xd7ff)) return FULL_WIDTH;
  if (ZERO_WIDTH.test(character)) return 0;
  if (code < 0x250) return LATIN;
  if (code >= 0x370 && code < 0x530) return GREEK_CYRILLIC;
  if (code >= 0xff61 && code <= 0xffdc) return HALF_WIDTH_KANA;
  return FULL_WIDTH;
}
