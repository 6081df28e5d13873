import { planName, type BookletSource } from "./booklet";
import { publicationDate } from "./cover";
import { PAGE_HEIGHT, type FlowLine } from "./flow";
import { blankLine, headingLines, paragraphLines } from "./lines";
import { madeBy, missing, publishedBy, REPORT_TITLE } from "./words";

/** Free space above the colophon, so that it stands at the foot of the last page. */
const ABOVE = Math.floor((PAGE_HEIGHT * 0.72) / 3 / 3) * 3;

/** 奥付: what this is, when and by whom it was made; a page of its own at the end of the booklet. */
export function colophonLines(source: BookletSource): FlowLine[] {
  const { plan } = source;
  const made = plan.author.startsWith(plan.municipality) ? [] : [plan.municipality];
  return [
    blankLine(ABOVE),
    blankLine(ABOVE),
    blankLine(ABOVE, ["tableLast"]),
    ...headingLines(`${planName(plan)}　${REPORT_TITLE}`, "subheading"),
    ...paragraphLines(publicationDate(source), plan.published === "" ? ["missing"] : []),
    ...made.filter((name) => name !== "").flatMap((name) => paragraphLines(publishedBy(name))),
    ...(plan.author === ""
      ? paragraphLines(missing("計画", "作成課", "作成した課の名称"), ["missing"])
      : paragraphLines(madeBy(plan.author))),
    blankLine(6, ["tableLast"]),
  ];
}
