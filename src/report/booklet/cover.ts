import type { Role } from "../plan";
import { breakLines, lineHeight } from "../text-layout";
import { emsIn } from "../text-width";
import { fontSize } from "../theme";
import type { FrameLine } from "../document/blocks";
import { coverFrame } from "../document/frame";
import type { BookletSource } from "./booklet";
import type { FlowLine } from "./flow";
import { columnsOf, TEXT_WIDTH } from "./grid";
import { blankLine } from "./lines";

/** Width of the cover's only column of text. */
export const COVER_COLUMNS = columnsOf([]);

/** Free space above the title and between title and date, so that they stand at the upper third and near the foot. */
const ABOVE_TITLE = 150;
const ABOVE_DATE = 270;

/** 表紙: the plan's name, what this is, when and by whom. */
export function coverLines(source: BookletSource): FlowLine[] {
  const { head, foot } = coverFrame(source);
  return [blankLine(ABOVE_TITLE), ...head.flatMap(centred), blankLine(ABOVE_DATE), ...foot.flatMap(centred)];
}

function centred({ text, kind, mark }: FrameLine): FlowLine[] {
  const role = kind === "title" ? "coverTitle" : "coverText";
  const roles: readonly Role[] = mark === undefined ? [role] : [role, mark];
  const size = fontSize(role);
  // Large bold letters are drawn up to a twentieth wider than the table of widths says.
  return breakLines(text, emsIn(TEXT_WIDTH, size) / 1.05).map((line) => ({
    cells: [{ column: 0, value: line, roles }],
    height: lineHeight(size),
  }));
}
