import { ja } from "../../src/messages/ja";

/** What a sentence has in the place of what varies. */
export const VARIES = "…";

/** Every text of a tree of sentences; what a sentence is told stands in it as `VARIES`. */
export function sentencesOf(words: unknown): string[] {
  if (typeof words === "string") return [words];
  if (typeof words === "function") {
    try {
      const said: unknown = (words as (...told: string[]) => unknown)(...Array<string>(4).fill(VARIES));
      return typeof said === "string" ? [said] : [];
    } catch {
      // It wants something else than texts; nothing quotes such a sentence.
      return [];
    }
  }
  return Object.values(words as object).flatMap(sentencesOf);
}

/** Every text of the pane, the page and the command line in Japanese. */
export const SENTENCES: ReadonlySet<string> = new Set(sentencesOf(ja));
