import { textLines } from "../../ledger/text-lines";
import { breakLines, lineHeight } from "../text-layout";
import type { Role } from "../plan";
import { STALE_HEIGHT } from "../report-sheet";
import { fontSize } from "../theme";
import type { FlowCell, FlowLine } from "./flow";
import { LINE_EMS, TEXT_SIZE, TEXT_WIDTH } from "./grid";
import { emsIn } from "../text-width";

/*
 * The kinds of lines a booklet page is made of. Text begins in the first column of the text block, a bullet's or a label's
 * text in the second, which is one letter further in.
 */

/** Width of the column that holds a bullet or a label. */
export const LABEL_WIDTH = TEXT_SIZE;

const SPACE_BEFORE = { title: 0, heading: 15, subheading: 9 } as const;
/** Free space below a title. */
export const BELOW_TITLE = 6;
const LINE = lineHeight(TEXT_SIZE);

/** Height of a line of running text in points. */
export const LINE_HEIGHT = LINE;

/**
 * A chapter's title, and below it the line that says that counts have changed.
 *
 * @param stale its cell; null for a chapter without counts
 */
export function chapterTitleLines(text: string, stale: FlowCell["value"] = null): FlowLine[] {
  const below: FlowLine =
    stale === null
      ? blankLine(BELOW_TITLE)
      : { cells: [{ column: 0, value: stale, roles: ["stale"], wide: true }], height: STALE_HEIGHT };
  return [...headingLines(text, "title", { level: 1 }), { ...below, keepWithNext: true }];
}

/** A heading of one of the three levels, kept with what follows; the contents list it where a level is given. */
export function headingLines(
  text: string,
  role: "title" | "heading" | "subheading",
  options: { readonly level?: 1 | 2; readonly roles?: readonly Role[] } = {},
): FlowLine[] {
  const size = fontSize(role);
  return breakLines(text, emsIn(TEXT_WIDTH, size)).map((line, i): FlowLine => ({
    cells: [textCell(line, [role, ...(options.roles ?? [])])],
    height: lineHeight(size),
    spaceBefore: i === 0 ? SPACE_BEFORE[role] : 0,
    keepWithNext: true,
    ...(i === 0 && options.level !== undefined ? { heading: { text, level: options.level } } : {}),
  }));
}

/** A paragraph, its first line indented by one letter; line feeds in the text begin new ones. */
export function paragraphLines(text: string, roles: readonly Role[] = []): FlowLine[] {
  return textLines(text).flatMap((paragraph) =>
    bound(breakLines(`　${paragraph}`, LINE_EMS).map((line) => ({ cells: [textCell(line, roles)], height: LINE }))),
  );
}

/** A list entry: the bullet, and its lines one letter further in. */
export function bulletLines(text: string, roles: readonly Role[] = []): FlowLine[] {
  return labelledLines("・", breakLines(text, LINE_EMS - 1), roles);
}

/** An entry with a label of one letter (ア, イ, ウ), and its lines two letters further in. */
export function labelLines(label: string, text: string, roles: readonly Role[] = []): FlowLine[] {
  return labelledLines(
    label,
    breakLines(text, LINE_EMS - 2).map((line) => `　${line}`),
    roles,
  );
}

/** A free line of any height. */
export function blankLine(height: number, roles: readonly Role[] = []): FlowLine {
  return { cells: roles.length === 0 ? [] : [{ column: 0, value: null, roles, wide: true }], height };
}

/** Keeps the first two and the last two lines of a paragraph together. */
function bound(lines: readonly FlowLine[]): FlowLine[] {
  return lines.map((line, i) =>
    lines.length > 1 && (i === 0 || i === lines.length - 2) ? { ...line, keepWithNext: true } : line,
  );
}

function labelledLines(label: string, texts: readonly string[], roles: readonly Role[]): FlowLine[] {
  return bound(
    texts.map((text, i) => {
      const cells: FlowCell[] = [{ column: 1, value: text, roles }];
      if (i === 0) cells.unshift({ column: 0, value: label, roles });
      return { cells, height: LINE };
    }),
  );
}

/** Roles such as 【要記入】 tint the whole width of the text. */
function textCell(value: string, roles: readonly Role[]): FlowCell {
  return { column: 0, value, roles, wide: true };
}
