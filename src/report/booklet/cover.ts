import type { Role } from "../plan";
import { breakLines, lineHeight } from "../text-layout";
import { emsIn } from "../text-width";
import { fontSize } from "../theme";
import { withDigits, type BookletSource } from "./booklet";
import type { FlowLine } from "./flow";
import { columnsOf, TEXT_WIDTH } from "./grid";
import { blankLine } from "./lines";
import { missing, REPORT_TITLE } from "./words";

/** Width of the cover's only column of text. */
export const COVER_COLUMNS = columnsOf([]);

/** Free space above the title and between title and date, so that they stand at the upper third and near the foot. */
const ABOVE_TITLE = 150;
const ABOVE_DATE = 270;

/** 表紙: the plan's name, what this is, when and by whom. */
export function coverLines(source: BookletSource): FlowLine[] {
  const { plan } = source;
  return [
    blankLine(ABOVE_TITLE),
    ...(plan.name === ""
      ? centred(missing("計画", "計画名", "計画の名称"), ["coverText", "missing"])
      : centred(plan.name, ["coverTitle"])),
    ...centred(REPORT_TITLE, ["coverTitle"]),
    blankLine(ABOVE_DATE),
    ...centred(publicationDate(source), plan.published === "" ? ["coverText", "missing"] : ["coverText"]),
    ...(plan.municipality === ""
      ? centred(missing("計画", "自治体名", "市区町村の名称"), ["coverText", "missing"])
      : centred(plan.municipality, ["coverText"])),
  ];
}

/** 発行年月 as written; the day the booklet is made is not its publication. */
export function publicationDate({ plan, settings }: BookletSource): string {
  return withDigits(plan.published === "" ? missing("計画", "発行年月", "発行した年と月") : plan.published, settings);
}

function centred(text: string, roles: readonly Role[]): FlowLine[] {
  const size = fontSize(roles[0]!);
  // Large bold letters are drawn up to a twentieth wider than the table of widths says.
  return breakLines(text, emsIn(TEXT_WIDTH, size) / 1.05).map((line) => ({
    cells: [{ column: 0, value: line, roles }],
    height: lineHeight(size),
  }));
}
