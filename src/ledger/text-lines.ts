/* A bullet the clerk typed; the report sets its own. A circle is one only before a space, where it cannot be a mark. */
const BULLET = /^(?:[・･•‣■◆●]|[○◎□◇]\s)\s*/;

/** The paragraphs or list entries of a cell: its lines without outer spaces and typed bullets, blank ones left out. */
export function textLines(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim().replace(BULLET, ""))
    .filter((line) => line !== "");
}
