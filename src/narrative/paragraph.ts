import type { Paragraph, ParagraphKind } from "./narrative";

/**
 * A paragraph that is ready.
 * @param item what 計画 calls the paragraph
 */
export function written(
  kind: ParagraphKind,
  text: string,
  item: string,
  origin: Paragraph["origin"] = "automatic",
): Paragraph {
  return { kind, text, missing: false, contradicted: false, item, origin };
}

/** A place where somebody still has to write or decide. */
export function missing(kind: ParagraphKind, what: string, item: string): Paragraph {
  return { kind, text: `【要記入】${what}`, missing: true, contradicted: false, item, origin: "automatic" };
}
