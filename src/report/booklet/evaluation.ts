import type { Narrative } from "../../narrative/narrative";
import { evaluationBlocks } from "../document/evaluation";
import { blockLines } from "./block-lines";
import { chapterTitle, type BookletSource, type Chapter } from "./booklet";
import type { Figures } from "./figures";
import type { FlowCell, FlowLine } from "./flow";
import { chapterTitleLines } from "./lines";

/** 評価: the narrative with the summary table and one chart set into it. */
export function evaluationLines(
  source: BookletSource,
  narrative: Narrative,
  chapter: Chapter,
  figures: Figures,
  stale: FlowCell["value"],
): FlowLine[] {
  const { before, after } = evaluationBlocks(narrative, source.tally, figures.mention);
  const [first, ...rest] = blockLines(after);
  return [
    ...chapterTitleLines(chapterTitle("evaluation", chapter, source), figures.stale ?? stale),
    ...blockLines(before),
    ...(figures.repeated === undefined ? figures.table : []),
    ...figures.chart,
    ...(first === undefined ? [] : [{ ...first, spaceBefore: AFTER_FIGURES }, ...rest]),
    ...(figures.repeated === undefined ? [] : figures.table),
  ];
}

/** Free space in points between the figures and the text that goes on. */
const AFTER_FIGURES = 15;
