import { parseArea } from "../../model/address";
import type { SheetModel } from "../../model/model";
import { newSheetModel } from "../../model/workbook";
import { child, childrenOf, descend, flag, number } from "../xml/xml";
import type { XmlElement } from "../xml/xml";
import type { Relationship } from "../zip/package-parts";
import { readColumns } from "./columns";
import { readConditionalFormats } from "./conditional-formats";
import type { ConditionalContext } from "./conditional-formats";
import { readHyperlinks } from "./hyperlinks";
import { readPage } from "./page";
import { readValidations } from "./validations";

/** What reading a sheet's frame needs to know of the rest of the file. */
interface FrameContext extends ConditionalContext {
  /** Pixels of a digit of the file's default font. */
  readonly digitPixels: number;
  readonly relationships: readonly Relationship[];
}

/** Everything a sheet part says besides its cells, tables and charts, as a model without cells. */
export function readFrame(frame: XmlElement, name: string, id: string, context: FrameContext): SheetModel {
  const sheet = newSheetModel(name, id);
  const properties = child(frame, "sheetPr");
  sheet.tabColor = context.colors.of(child(properties, "tabColor")) ?? "";
  const view = descend(frame, "sheetViews", "sheetView");
  sheet.showGridlines = flag(view, "showGridLines", true);
  sheet.showHeadings = flag(view, "showRowColHeaders", true);
  const pane = child(view, "pane");
  if (pane && (pane.attributes.get("state") ?? "split").startsWith("frozen")) {
    sheet.frozenRows = number(pane, "ySplit") ?? 0;
    sheet.frozenColumns = number(pane, "xSplit") ?? 0;
  }
  readColumns(frame, sheet, context.digitPixels);
  sheet.protected = flag(child(frame, "sheetProtection"), "sheet");
  sheet.merged = childrenOf(child(frame, "mergeCells"), "mergeCell")
    .map((each) => parseArea(each.attributes.get("ref") ?? ""))
    .filter((area) => area !== null);
  const filter = child(frame, "autoFilter");
  const filterArea = parseArea(filter?.attributes.get("ref") ?? "");
  if (filter && filterArea) {
    const filtered = childrenOf(filter, "filterColumn").length > 0 || flag(properties, "filterMode");
    sheet.autoFilter = { area: filterArea, filtered };
  }
  sheet.conditionalFormats = readConditionalFormats(frame, context);
  sheet.validations = readValidations(frame);
  sheet.hyperlinks = readHyperlinks(frame, context.relationships);
  readPage(frame, sheet.page);
  return sheet;
}
