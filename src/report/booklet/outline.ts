import { outlineBlocks } from "../document/outline";
import { blockLines } from "./block-lines";
import { chapterTitle, type BookletSource, type Chapter } from "./booklet";
import type { FlowLine } from "./flow";
import { headingLines } from "./lines";

/** 概要: why the plan was made, its period and its basic goals. */
export function outlineLines(source: BookletSource, chapter: Chapter): FlowLine[] {
  return [
    ...headingLines(chapterTitle("outline", chapter, source), "title", { level: 1 }),
    ...blockLines(outlineBlocks(source)),
  ];
}
