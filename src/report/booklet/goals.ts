import { goalsBlocks } from "../document/goals";
import { blockLines } from "./block-lines";
import { chapterTitle, type BookletSource, type Chapter } from "./booklet";
import type { FlowLine } from "./flow";
import { headingLines } from "./lines";

/** 分野別: what each field was to reach and what was done, with its counts in one line. */
export function goalsLines(source: BookletSource, chapter: Chapter): FlowLine[] {
  return [
    ...headingLines(chapterTitle("goals", chapter, source), "title", { level: 1 }),
    ...blockLines(goalsBlocks(source)),
  ];
}
