import type { Paragraph, ParagraphKind } from "./narrative";

/** A paragraph that is ready. */
export function written(kind: ParagraphKind, text: string): Paragraph {
  return { kind, text, missing: false, contradicted: false };
}

/** A place where somebody still has to write or decide. */
export function missing(kind: ParagraphKind, what: string): Paragraph {
  return { kind, text: `【要記入】${what}`, missing: true, contradicted: false };
}
