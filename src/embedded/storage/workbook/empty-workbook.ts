import { digitPixels } from "../../column-width";
import type { WorkbookModel } from "../../model";
import type { OpenedWorkbook } from "../open-workbook";
import { MINIMAL_STYLES } from "../styles/style-book";
import { coreXml } from "../zip/document-properties";
import { packPart } from "../zip/zip";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES = "application/vnd.openxmlformats-";

/** What a workbook that came from no file is saved into: a package with everything but sheets. */
export function emptyWorkbook(model: WorkbookModel): OpenedWorkbook {
  const parts: Readonly<Record<string, string>> = {
    "[Content_Types].xml":
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      `<Default Extension="rels" ContentType="${TYPES}package.relationships+xml"/>` +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}officedocument.spreadsheetml.sheet.main+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${TYPES}officedocument.spreadsheetml.styles+xml"/>` +
      `<Override PartName="/docProps/core.xml" ContentType="${TYPES}package.core-properties+xml"/></Types>`,
    "_rels/.rels":
      `<Relationships xmlns="${RELATIONSHIPS}">` +
      `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/>` +
      `<Relationship Id="rId2" Type="${RELATIONSHIPS}/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    "xl/workbook.xml":
      `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}">` +
      `<workbookPr${model.date1904 ? ' date1904="1"' : ""}/><bookViews><workbookView/></bookViews><sheets/></workbook>`,
    "xl/_rels/workbook.xml.rels":
      `<Relationships xmlns="${RELATIONSHIPS}">` +
      `<Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": MINIMAL_STYLES,
    "docProps/core.xml": coreXml(model.properties),
  };
  const text = (body: string): string => (body.startsWith("<?xml") ? body : HEAD + body);
  return {
    model,
    entries: new Map(
      Object.entries(parts).map(([name, body]) => [name, packPart(name, new TextEncoder().encode(text(body)))]),
    ),
    workbookPart: "xl/workbook.xml",
    sheets: new Map(),
    activeSheet: "",
    digitPixels: digitPixels("游ゴシック", 11),
  };
}
