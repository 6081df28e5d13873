import { cellAddress } from "../../../cells/cell";
import { parseArea } from "../../model/address";
import type { HyperlinkModel, SheetModel } from "../../model/model";
import { around, element } from "../xml/write-xml";
import { child, childrenOf } from "../xml/xml";
import type { XmlElement } from "../xml/xml";
import type { PackageEditor } from "../zip/package-editor";
import type { Relationship } from "../zip/package-parts";

/*
 * Links (ECMA-376-1 §18.3.1.47): a place in the workbook is said in the sheet part, an address in its relationships.
 */

/** The links of a sheet part. */
export function readHyperlinks(frame: XmlElement, relationships: readonly Relationship[]): HyperlinkModel[] {
  const targets = new Map(relationships.map(({ id, target }) => [id, target]));
  return childrenOf(child(frame, "hyperlinks"), "hyperlink").flatMap(({ attributes }) => {
    const area = parseArea(attributes.get("ref") ?? "");
    if (!area) return [];
    const { row, column } = area;
    const address = targets.get(attributes.get("r:id") ?? "") ?? null;
    const documentReference = attributes.get("location") ?? null;
    return [{ row, column, address, documentReference, screenTip: attributes.get("tooltip") ?? null }];
  });
}

/** `<hyperlinks>` of a sheet; "" where it has none. Addresses become relationships of `part`. */
export function hyperlinksXml(sheet: SheetModel, part: string, editor: PackageEditor): string {
  const elements = sheet.hyperlinks.flatMap(({ row, column, address, documentReference, screenTip }) => {
    if (!address && documentReference === null) return [];
    const id = address ? editor.relate(part, { kind: "hyperlink", target: address, external: true }) : null;
    const ref = cellAddress(row, column);
    return [element("hyperlink", { ref, "r:id": id, location: documentReference, tooltip: screenTip })];
  });
  return around("hyperlinks", {}, elements);
}
