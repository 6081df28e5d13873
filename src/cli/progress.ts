import { oneLine } from "./terminal";

/** Says on a terminal how far a long command is. */
export interface Progress {
  /** The next item is being worked on. */
  step(name: string): void;
  /** Takes the line away, before anything else is printed. */
  clear(): void;
}

/** A line on stderr that is written over and over; nothing where stderr is no terminal. */
export function progressOf(total: number): Progress {
  const { stderr } = process;
  if (!stderr.isTTY || total < 2) return { step: () => undefined, clear: () => undefined };
  let done = 0;
  return {
    step: (name) => {
      done++;
      // Kanji are two columns wide; a line that wraps could not be taken back.
      const room = Math.max(0, Math.floor(((stderr.columns || 80) - 12) / 2));
      stderr.write(`\r\u001b[K${done}/${total} ${oneLine(name).slice(0, room)}`);
    },
    clear: () => {
      stderr.write("\r\u001b[K");
    },
  };
}
