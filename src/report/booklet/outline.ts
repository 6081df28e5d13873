import { outlineBlocks } from "../document/outline";
import { blockLines } from "./block-lines";
import { chapterTitle, type BookletSource, type Chapter } from "./booklet";
import type { FlowLine } from "./flow";
import { chapterTitleLines } from "./lines";

/** 概要: why the plan was made, its period and its basic goals. */
export function outlineLines(source: BookletSource, chapter: Chapter): FlowLine[] {
  return [...chapterTitleLines(chapterTitle("outline", chapter, source)), ...blockLines(outlineBlocks(source))];
}
