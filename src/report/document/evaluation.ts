import type { Narrative, ParagraphKind } from "../../narrative/narrative";
import { CONTRADICTED_MARK } from "../booklet/words";
import { paragraph, type Block } from "./blocks";

/** The officer's own prose; what the tally says stands before it, with table and chart in between. */
const PROSE: readonly ParagraphKind[] = ["achievements", "challenges", "outlook"];

/** 評価: the paragraphs before its table and chart, and those after them. */
export function evaluationBlocks({ paragraphs }: Narrative): { readonly before: Block[]; readonly after: Block[] } {
  const firstProse = paragraphs.findIndex(({ kind }) => PROSE.includes(kind));
  const split = firstProse < 0 ? paragraphs.length : firstProse;
  const blocks = paragraphs.map(({ text, missing, contradicted }) => {
    if (contradicted) return paragraph(`${CONTRADICTED_MARK}${text}`, "contradicted");
    return missing ? paragraph(text, "missing") : paragraph(text);
  });
  return { before: blocks.slice(0, split), after: blocks.slice(split) };
}
