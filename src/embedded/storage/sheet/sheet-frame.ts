import { EditedXml } from "../xml/edited-xml";
import type { SheetDataPlace } from "./sheet-scanner";

/*
 * A sheet part without its cells ("frame"). Where the cells were stands a mark, so that the frame is a small text that
 * can be read as a tree and edited, and the cells are put back behind the mark as bytes or as they are generated.
 */

const MARK = "<?cells?>";

/** Children of a worksheet in the order in which the format demands them (ECMA-376-1 §18.3.1.99). */
const ORDER = [
  "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection",
  "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells",
  "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup",
  "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing",
  "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts",
  "extLst",
]; // prettier-ignore

/** A frame that is being edited. */
export class SheetFrame extends EditedXml {
  /** Of the elements of its cells: "x:" or "". */
  readonly prefix: string;
  private readonly mark: number;
  private readonly opening: string;
  private readonly closing: string;

  /** The frame of a part whose cells are at a place. */
  constructor(part: string, place: SheetDataPlace) {
    const text = frameText(part, place);
    super(text, ORDER);
    this.mark = text.indexOf(MARK);
    this.opening = part.slice(place.elementStart, place.dataStart).replace(/\/>$/, ">");
    const name = /^<([^\s>]+)/.exec(this.opening)![1]!;
    this.closing = `</${name}>`;
    this.prefix = name.slice(0, name.indexOf(":") + 1);
  }

  /** The edited text before and after the cells, with the tags around them. */
  parts(): { head: string; tail: string } {
    const text = this.result();
    const at = text.indexOf(MARK);
    return { head: text.slice(0, at) + this.opening, tail: this.closing + text.slice(at + MARK.length) };
  }

  protected override placeFor(name: string): number {
    const start = super.placeFor(name);
    const beforeCells = ORDER.indexOf(name) < ORDER.indexOf("sheetData");
    return beforeCells ? Math.min(start, this.mark) : Math.max(start, this.mark + MARK.length);
  }
}

/** The text of a part with a mark in the place of its cells. */
export function frameText(part: string, { elementStart, elementEnd }: SheetDataPlace): string {
  return part.slice(0, elementStart) + MARK + part.slice(elementEnd);
}
