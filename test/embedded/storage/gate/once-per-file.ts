import { createHash } from "node:crypto";

/** Answers that are kept; tests go from file to file, and what a reader makes of one can be large. */
const KEPT = 24;

/** The question, put once to the same bytes and the same further word: whoever asks again is given the same answer. */
export function oncePerFile<Answer>(
  ask: (bytes: Uint8Array, word: string) => Answer,
): (bytes: Uint8Array, word?: string) => Answer {
  const answers = new Map<string, Answer>();
  return (bytes, word = "") => {
    const key = `${createHash("sha256").update(bytes).digest("hex")} ${word}`;
    if (!answers.has(key)) {
      if (answers.size === KEPT) answers.delete(answers.keys().next().value!);
      answers.set(key, ask(bytes, word));
    }
    return answers.get(key)!;
  };
}
