import type { RuleWords } from "./rule";

/** Longest piece of a cell's text that a sentence quotes, in characters. */
const LONGEST = 40;

/** A cell's text as a sentence quotes it: on one line, shortened where it is long. */
export function excerpt(text: string): string {
  const line = text.replace(/\s*[\r\n]+\s*/g, " ");
  const characters = Array.from(line);
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join("")}…` : line;
}

/** Texts as a list in quotes: 「達成」、「未達成」 and, beyond `most`, how many more there are. */
export function quotedList(texts: readonly string[], words: RuleWords, most = 6): string {
  const shown = texts.slice(0, most).map((text) => words.list.quote(excerpt(text)));
  const left = texts.length - shown.length;
  return [...shown, ...(left > 0 ? [words.list.more(left)] : [])].join(words.list.separator);
}
