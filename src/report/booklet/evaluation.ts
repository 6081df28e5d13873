import type { Narrative, ParagraphKind } from "../../narrative/narrative";
import { chapterTitle, type BookletSource, type Chapter } from "./booklet";
import type { Figures } from "./figures";
import type { FlowLine } from "./flow";
import { headingLines, paragraphLines } from "./lines";
import { CONTRADICTED_MARK } from "./words";

/** The officer's own prose; what the tally says stands before it, with table and chart in between. */
const PROSE: readonly ParagraphKind[] = ["achievements", "challenges", "outlook"];

/** 評価: the narrative with the summary table and one chart set into it. */
export function evaluationLines(
  source: BookletSource,
  narrative: Narrative,
  chapter: Chapter,
  figures: Figures,
): FlowLine[] {
  const firstProse = narrative.paragraphs.findIndex(({ kind }) => PROSE.includes(kind));
  const split = firstProse < 0 ? narrative.paragraphs.length : firstProse;
  const paragraphs = (from: number, to?: number): FlowLine[] =>
    narrative.paragraphs.slice(from, to).flatMap(({ text, missing, contradicted }) => {
      if (contradicted) return paragraphLines(`${CONTRADICTED_MARK}${text}`, ["contradicted"]);
      return paragraphLines(text, missing ? ["missing"] : []);
    });
  const [first, ...rest] = paragraphs(split);
  return [
    ...headingLines(chapterTitle("evaluation", chapter, source), "title", { level: 1 }),
    ...paragraphs(0, split),
    ...figures.lines,
    ...(first === undefined ? [] : [{ ...first, spaceBefore: AFTER_FIGURES }, ...rest]),
  ];
}

/** Free space in points between the figures and the text that goes on. */
const AFTER_FIGURES = 15;
