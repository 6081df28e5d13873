import { goalsBlocks } from "../document/goals";
import { blockLines } from "./block-lines";
import { chapterTitle, type BookletSource, type Chapter } from "./booklet";
import type { FlowCell, FlowLine } from "./flow";
import { chapterTitleLines } from "./lines";

/** 分野別: what each field was to reach and what was done, with its counts in one line. */
export function goalsLines(source: BookletSource, chapter: Chapter, stale: FlowCell["value"]): FlowLine[] {
  return [...chapterTitleLines(chapterTitle("goals", chapter, source), stale), ...fieldLines(source)];
}

/** The lines of the fields, those of each belonging together. */
function fieldLines(source: BookletSource): FlowLine[] {
  let group = 0;
  return goalsBlocks(source).flatMap((block) => {
    if (block.kind === "heading" && block.level === 2) group++;
    return blockLines([block]).map((line) => ({ ...line, group }));
  });
}
