import type { Block } from "../document/blocks";
import type { FlowLine } from "./flow";
import { bulletLines, headingLines, labelLines, paragraphLines } from "./lines";

/** The lines of a document's running text and headings; tables, charts and the tree have lines of their own. */
export function blockLines(blocks: readonly Block[]): FlowLine[] {
  return blocks.flatMap((block): FlowLine[] => {
    switch (block.kind) {
      case "heading":
        return headingLines(block.text, block.level === 2 ? "heading" : "subheading", {
          ...(block.listed === true ? { level: 2 } : {}),
          roles: block.mark === undefined ? [] : [block.mark],
        });
      case "paragraph": {
        const lines = paragraphLines(block.text, block.mark === undefined ? [] : [block.mark]);
        return block.keepWithNext === true ? lines.map((line) => ({ ...line, keepWithNext: true })) : lines;
      }
      case "bullet":
        return bulletLines(block.text);
      case "label":
        return labelLines(block.label, block.text);
      case "entry":
      case "table":
      case "chart":
        return [];
    }
  });
}
