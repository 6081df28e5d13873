import { cellAddress } from "../../../cells/cell";
import { parseArea } from "../../model/address";
import type { HyperlinkModel, SheetModel } from "../../model/model";
import { child, childrenOf, escapeAttribute } from "../xml/xml";
import type { XmlElement } from "../xml/xml";
import type { PackageEditor } from "../zip/package-editor";
import type { Relationship } from "../zip/package-parts";

/*
 * Links (ECMA-376-1 §18.3.1.47): a place in the workbook is said in the sheet part, an address in its relationships.
 */

/** The links of a sheet part. */
export function readHyperlinks(frame: XmlElement, relationships: readonly Relationship[]): HyperlinkModel[] {
  const targets = new Map(relationships.map(({ id, target }) => [id, target]));
  return childrenOf(child(frame, "hyperlinks"), "hyperlink").flatMap((element) => {
    const area = parseArea(element.attributes.get("ref") ?? "");
    if (!area) return [];
    const id = element.attributes.get("r:id");
    return [
      {
        row: area.row,
        column: area.column,
        address: targets.get(id ?? "") ?? null,
        documentReference: element.attributes.get("location") ?? null,
        screenTip: element.attributes.get("tooltip") ?? null,
      },
    ];
  });
}

/** `<hyperlinks>` of a sheet; "" where it has none. Addresses become relationships of `part`. */
export function hyperlinksXml(sheet: SheetModel, part: string, editor: PackageEditor): string {
  const elements = sheet.hyperlinks.flatMap(({ row, column, address, documentReference, screenTip }) => {
    const outside = address !== null && address !== "";
    if (!outside && documentReference === null) return [];
    const target = outside
      ? ` r:id="${editor.relate(part, { kind: "hyperlink", target: address, external: true })}"`
      : "";
    const location = documentReference === null ? "" : ` location="${escapeAttribute(documentReference)}"`;
    const tip = screenTip === null ? "" : ` tooltip="${escapeAttribute(screenTip)}"`;
    return [`<hyperlink ref="${cellAddress(row, column)}"${target}${location}${tip}/>`];
  });
  return elements.length === 0 ? "" : `<hyperlinks>${elements.join("")}</hyperlinks>`;
}
