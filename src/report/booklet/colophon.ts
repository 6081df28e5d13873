import { colophonFrame } from "../document/frame";
import type { BookletSource } from "./booklet";
import { PAGE_HEIGHT, type FlowLine } from "./flow";
import { blankLine, headingLines, paragraphLines } from "./lines";

/** Free space above the colophon, so that it stands at the foot of the last page. */
const ABOVE = Math.floor((PAGE_HEIGHT * 0.72) / 3 / 3) * 3;

/** 奥付: what this is, when and by whom it was made; a page of its own at the end of the booklet. */
export function colophonLines(source: BookletSource): FlowLine[] {
  return [
    blankLine(ABOVE),
    blankLine(ABOVE),
    blankLine(ABOVE, ["tableLast"]),
    ...colophonFrame(source).flatMap(({ text, kind, mark }) =>
      kind === "title" ? headingLines(text, "subheading") : paragraphLines(text, mark === undefined ? [] : [mark]),
    ),
    blankLine(6, ["tableLast"]),
  ];
}
