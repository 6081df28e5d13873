/** A text split where two versions of it differ; `head` and `tail` are common to both. */
export interface Difference {
  readonly head: string;
  readonly removed: string;
  readonly inserted: string;
  readonly tail: string;
}

/** Characters of unchanged text kept on each side of a difference. */
const CONTEXT = 12;

/** Where two texts differ, by characters (never inside a surrogate pair), with a little of what surrounds it. */
export function difference(before: string, after: string): Difference {
  const from = Array.from(before);
  const to = Array.from(after);
  let start = 0;
  while (start < from.length && start < to.length && from[start] === to[start]) start++;
  let end = 0;
  while (end < from.length - start && end < to.length - start && from.at(-1 - end) === to.at(-1 - end)) end++;
  const head = from.slice(0, start);
  const tail = from.slice(from.length - end);
  return {
    head: head.length > CONTEXT + 1 ? "…" + head.slice(-CONTEXT).join("") : head.join(""),
    removed: from.slice(start, from.length - end).join(""),
    inserted: to.slice(start, to.length - end).join(""),
    tail: tail.length > CONTEXT + 1 ? tail.slice(0, CONTEXT).join("") + "…" : tail.join(""),
  };
}

/** A text with what the eye cannot see made visible: spaces, line breaks, tabs, and invisible characters by their number. */
export function visibleText(text: string): string {
  return text
    .replace(/ /g, "␣")
    .replace(/\u3000/g, "□")
    .replace(/\r\n|\r|\n/g, "↵")
    .replace(/\t/g, "⇥")
    .replace(
      /[\p{Cc}\p{Cf}\p{Co}\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu,
      (character) => `‹U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}›`,
    );
}

/** At most `limit` characters of a text, with an ellipsis where more follows. For display only. */
export function shortened(text: string, limit: number): string {
  const characters = Array.from(text);
  return characters.length > limit ? characters.slice(0, limit).join("") + "…" : text;
}
