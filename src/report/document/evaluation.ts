import type { Narrative, Paragraph, ParagraphKind } from "../../narrative/narrative";
import { fieldLead } from "../../narrative/write-narrative";
import type { Tally } from "../../tally/tally";
import { CONTRADICTED_MARK } from "../booklet/words";
import { paragraph, type Block } from "./blocks";

/** The officer's own prose; what the tally says stands before it, with table and chart in between. */
const PROSE: readonly ParagraphKind[] = ["achievements", "challenges", "outlook"];

/**
 * 評価: the paragraphs before its table and chart, and those after them.
 *
 * @param mention a sentence that names table and chart; "" where there are none
 */
export function evaluationBlocks(
  narrative: Narrative,
  tally: Tally,
  mention: string,
): { readonly before: Block[]; readonly after: Block[] } {
  const paragraphs =
    mention === "" ? narrative.paragraphs : withMention(narrative.paragraphs, fieldLead(tally), mention);
  const firstProse = paragraphs.findIndex(({ kind }) => PROSE.includes(kind));
  const split = firstProse < 0 ? paragraphs.length : firstProse;
  const blocks = paragraphs.map(({ text, missing, contradicted, outdated }) => {
    if (contradicted || outdated === true) return paragraph(`${CONTRADICTED_MARK}${text}`, "contradicted");
    return missing ? paragraph(text, "missing") : paragraph(text);
  });
  return { before: blocks.slice(0, split), after: blocks.slice(split) };
}

/** The mention leads the paragraph on the fields, or stands alone before the officer's prose where there is none of the product's. */
function withMention(paragraphs: readonly Paragraph[], lead: string, mention: string): readonly Paragraph[] {
  const at = paragraphs.findIndex(({ kind }) => kind === "fields");
  const fields = paragraphs[at];
  if (fields?.text.startsWith(lead) === true && fields.origin === "automatic") {
    const led = { ...fields, text: mention + fields.text.slice(lead.length) };
    return [...paragraphs.slice(0, at), led, ...paragraphs.slice(at + 1)];
  }
  const prose = paragraphs.findIndex(({ kind }) => PROSE.includes(kind));
  const end = prose < 0 ? paragraphs.length : prose;
  const alone: Paragraph = {
    kind: "fields",
    text: mention,
    missing: false,
    contradicted: false,
    item: "",
    origin: "automatic",
  };
  return [...paragraphs.slice(0, end), alone, ...paragraphs.slice(end)];
}
