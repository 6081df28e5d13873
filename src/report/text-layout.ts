import { emsIn, textWidth, WIDEST } from "./text-width";

/*
 * Japanese line breaking as printed matter has it (JIS X 4051's 行頭禁則, 行末禁則 and 分離禁止), in pure code.
 *
 * Excel wraps a cell by itself, but with the fonts and the printer of the machine it runs on and with few of these rules,
 * so a wrapped paragraph's height is a guess and its pages are luck. The booklet therefore never wraps: each printed line
 * is a row of its own, broken here, set without 折り返し. What is computed is what prints; a font slightly wider than the
 * table of text-width.ts runs into the free column to the right of the text instead of losing its last line, and a page
 * may end between any two lines, so no row ever comes near Excel's limit of 409 points.
 */

/** 行頭禁則: what may not begin a line. */
const NO_LINE_START = new Set(
  "、。，．・：；？！?!,.:;ー々〻ゝゞヽヾ゛゜）)］]｝}」』】〕〉》≫〗〙〟’”»ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ‐–゠〜～%％‰℃°′″ｰﾞﾟ｡､･｣ｧｨｩｪｫｯｬｭｮ",
);
/** 行末禁則: what may not end a line. */
const NO_LINE_END = new Set("（(［[｛{「『【〔〈《≪〖〘〝‘“«￥¥＄$£＃#№｢");
/** 分離禁止: two of the same sign that stay together. */
const INSEPARABLE = new Set("…‥―—");
const SPACE = /^[ \u3000\t]$/;
const NO_BREAK = /[\u00a0\u202f\u2060\ufeff]/;
const WORD = /^[0-9A-Za-z\u00c0-\u024f\uff10-\uff19]/;
/** Signs that hold a word or number together when they stand between its parts: 73.5, i-mode, 2011/3/31, a@b. */
const WORD_JOINT = new Set(".,'’-_/@:&+~=?#%．，");

/** A letter with the marks and variation selectors that belong to it, an emoji sequence, or a flag: never split. */
const CLUSTER = /\p{Regional_Indicator}{2}|[^](?:[\p{M}\p{Emoji_Modifier}]|\u200d[^])*/gu;

/** Excel's limits on a row's height (points) and on the line feeds of one cell. */
export const MAX_ROW_HEIGHT = 409;

/**
 * Breaks text into printed lines.
 *
 * @param text any text; CR, LF or CRLF end a line
 * @param width room of a line in em of the text's font size
 * @param indent em that the first line of each paragraph (after each explicit break) has less
 * @returns the lines in order, at least one; joined they are the text without its explicit breaks. A space at a break ends
 *   the line before it and takes no room there. Only where a line has no permitted break at all (one word longer than the
 *   line, a run of closing brackets) is it broken between two characters.
 */
export function breakLines(text: string, width: number, indent = 0): string[] {
  return text.split(/\r\n|[\n\r\u2028]/).flatMap((paragraph) => breakParagraph(paragraph, width, indent));
}

/**
 * Number of lines that Excel may need at most for text in a wrapped cell.
 *
 * @param points inner width of the cell: its column's width in points
 * @param fontSize in points
 */
export function wrappedLines(text: string, points: number, fontSize: number): number {
  return breakLines(text, Math.max(1, emsIn(points - CELL_PADDING, fontSize))).length;
}

/** Room that Excel keeps free to the left and right of a cell's text, together, in points. */
export const CELL_PADDING = 4.5;

/** Printed height of one line as a multiple of the font size, as Japanese body text is set. */
const LINE_PITCH = 1.7;
/** Heights are whole multiples of this, because Excel rounds a row to whole pixels: 3 points are whole ones at 100 to 200 %. */
const HEIGHT_STEP = 3;

/** Height in points of a row that holds one line: 1.7 × the font size on a step that no screen scaling rounds (10.5 → 18). */
export function lineHeight(fontSize: number): number {
  return Math.ceil((fontSize * LINE_PITCH - 0.01) / HEIGHT_STEP) * HEIGHT_STEP;
}

/** A paragraph's last line has at least this much (em), so that no 「す。」 is left over. */
const LAST_LINE = 3;

function breakParagraph(paragraph: string, width: number, indent: number): string[] {
  const room = width - indent;
  // Most names fit at the first look, many by their mere length.
  if (paragraph.length * WIDEST <= room || textWidth(paragraph) <= room) return [paragraph];
  const clusters = paragraph.match(CLUSTER) ?? [];
  const widths = clusters.map(textWidth);
  const starts = [0];
  for (let start = 0; start < clusters.length;) {
    start = lineEnd(clusters, widths, start, starts.length === 1 ? width - indent : width);
    if (start < clusters.length) starts.push(start);
  }
  if (starts.length > 1) {
    const last = starts.pop()!;
    starts.push(fullerLastLine(clusters, widths, starts[starts.length - 1]!, last, width));
  }
  return starts.map((start, i) => clusters.slice(start, starts[i + 1]).join(""));
}

/** Where the last line begins once it has taken over enough of the line before it; where it began, if it cannot. */
function fullerLastLine(
  clusters: readonly string[],
  widths: readonly number[],
  lineBefore: number,
  last: number,
  width: number,
): number {
  let ems = 0;
  for (let i = last; i < clusters.length; i++) ems += widths[i]!;
  if (ems >= LAST_LINE) return last;
  // No more than half of the line before it: what is left there must not look short itself.
  for (let i = last - 1; i > (lineBefore + last) / 2; i--) {
    ems += widths[i]!;
    if (ems > width) return last;
    if (ems >= LAST_LINE && mayBreak(clusters, i)) return i;
  }
  return last;
}

/** Index after the last cluster of the line that begins at `start`. */
function lineEnd(clusters: readonly string[], widths: readonly number[], start: number, room: number): number {
  let used = 0;
  let lastBreak = start;
  let inked = false;
  for (let i = start; i < clusters.length; i++) {
    if (inked && mayBreak(clusters, i)) lastBreak = i;
    const space = SPACE.test(clusters[i]!);
    used += widths[i]!;
    if (!space && used > room + 1e-9 && i > start)
      return lastBreak > start ? lastBreak : emergencyEnd(clusters, start, i);
    inked ||= !space;
  }
  return clusters.length;
}

/** Where to break a line without a permitted break: inside a word, and only if need be against the rules of its signs. */
function emergencyEnd(clusters: readonly string[], start: number, overflow: number): number {
  for (let i = overflow; i > start + 1; i--) if (signsAllowBreak(clusters[i - 1]!, clusters[i]!)) return i;
  return overflow;
}

/** May a line end before cluster `i`? */
function mayBreak(clusters: readonly string[], i: number): boolean {
  return signsAllowBreak(clusters[i - 1]!, clusters[i]!) && !insideWord(clusters, i) && !endsOpen(clusters, i - 1);
}

/** Whether a line up to here ends with an opening sign and spaces, which nobody sees at its end. */
function endsOpen(clusters: readonly string[], end: number): boolean {
  let last = end;
  while (last > 0 && SPACE.test(clusters[last]!)) last -= 1;
  return last < end && NO_LINE_END.has(firstCharacter(clusters[last]!));
}

function signsAllowBreak(before: string, after: string): boolean {
  if (SPACE.test(after) || NO_LINE_START.has(firstCharacter(after)) || NO_LINE_END.has(firstCharacter(before)))
    return false;
  if (NO_BREAK.test(before) || NO_BREAK.test(after)) return false;
  return !(before === after && INSEPARABLE.has(after));
}

function insideWord(clusters: readonly string[], i: number): boolean {
  const before = clusters[i - 1]!;
  const after = clusters[i]!;
  if (WORD.test(before)) return WORD.test(after) || (WORD_JOINT.has(after) && WORD.test(clusters[i + 1] ?? ""));
  return WORD_JOINT.has(before) && WORD.test(after) && WORD.test(clusters[i - 2] ?? "");
}

function firstCharacter(cluster: string): string {
  return String.fromCodePoint(cluster.codePointAt(0)!);
}
