import { applyEdits, content, grafted, parseXml, placeFor } from "../xml/xml";
import type { TextEdit, XmlElement } from "../xml/xml";

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
export class SheetFrame {
  readonly text: string;
  readonly root: XmlElement;
  private readonly mark: number;
  private readonly edits: TextEdit[] = [];

  /** The text before and after the part's `<sheetData>` element. */
  constructor(head: string, tail: string) {
    this.text = head + MARK + tail;
    this.root = parseXml(this.text);
    this.mark = head.length;
  }

  /** The frame of a part whose `<sheetData>` element stands between two places. */
  static cut(bytes: Uint8Array, elementStart: number, elementEnd: number): SheetFrame {
    const decoder = new TextDecoder();
    return new SheetFrame(decoder.decode(bytes.subarray(0, elementStart)), decoder.decode(bytes.subarray(elementEnd)));
  }

  /** XML of an element as it was before any edit. */
  xmlOf(element: XmlElement): string {
    return this.text.slice(element.start, element.end);
  }

  /** The frame with its edits applied, so that it can be edited once more. */
  settled(): SheetFrame {
    const { head, tail } = this.parts();
    return new SheetFrame(head, tail);
  }

  /** Adds a change of the frame's text. */
  edit(edit: TextEdit | null): void {
    if (edit) this.edits.push(edit);
  }

  /** Replaces all elements of a name by `xml` (none where it is ""), at the place the format demands. */
  replace(name: string, xml: string): void {
    const old = content(this.root).filter((each) => each.name === name);
    const suited = grafted(xml, this.root);
    old.forEach((each, index) => {
      this.edits.push({ start: each.start, end: each.end, text: index === 0 ? suited : "" });
    });
    if (old.length === 0 && xml !== "") this.edits.push(this.insertion(name, suited));
  }

  /** Adds `xml` as (another) element of a name. */
  insert(name: string, xml: string): void {
    this.edits.push(this.insertion(name, grafted(xml, this.root)));
  }

  /** The edited text before and after the cells. */
  parts(): { head: string; tail: string } {
    const text = applyEdits(this.text, this.edits);
    const at = text.indexOf(MARK);
    return { head: text.slice(0, at), tail: text.slice(at + MARK.length) };
  }

  private insertion(name: string, text: string): TextEdit {
    const start = placeFor(this.root, ORDER, name);
    const beforeCells = ORDER.indexOf(name) < ORDER.indexOf("sheetData");
    const at = beforeCells ? Math.min(start, this.mark) : Math.max(start, this.mark + MARK.length);
    return { start: at, end: at, text };
  }
}
