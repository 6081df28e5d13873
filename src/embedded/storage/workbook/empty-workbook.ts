import { digitPixels } from "../../model/column-width";
import type { WorkbookModel } from "../../model/model";
import type { OpenedWorkbook } from "../open-workbook";
import { MINIMAL_STYLES } from "../styles/style-book";
import { coreXml } from "../zip/document-properties";
import { packPart, ZipEntries } from "../zip/zip";
import { CONTENT_TYPES, MAIN, PACKAGE_RELATIONSHIPS, RELATIONSHIPS, XML_HEAD } from "../xml/namespaces";

const TYPES = "application/vnd.openxmlformats-";

/** What a workbook that came from no file is saved into: a package with everything but sheets. */
export function emptyWorkbook(model: WorkbookModel): OpenedWorkbook {
  const parts: Readonly<Record<string, string>> = {
    "[Content_Types].xml":
      `<Types xmlns="${CONTENT_TYPES}">` +
      `<Default Extension="rels" ContentType="${TYPES}package.relationships+xml"/>` +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}officedocument.spreadsheetml.sheet.main+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${TYPES}officedocument.spreadsheetml.styles+xml"/>` +
      `<Override PartName="/docProps/core.xml" ContentType="${TYPES}package.core-properties+xml"/></Types>`,
    "_rels/.rels":
      `<Relationships xmlns="${PACKAGE_RELATIONSHIPS}">` +
      `<Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/>` +
      `<Relationship Id="rId2" Type="${PACKAGE_RELATIONSHIPS}/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    "xl/workbook.xml":
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">` +
      `<workbookPr${model.date1904 ? ' date1904="1"' : ""}/><bookViews><workbookView/></bookViews><sheets/></workbook>`,
    "xl/_rels/workbook.xml.rels":
      `<Relationships xmlns="${PACKAGE_RELATIONSHIPS}">` +
      `<Relationship Id="rId1" Type="${RELATIONSHIPS}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": MINIMAL_STYLES,
    "docProps/core.xml": coreXml(model.properties),
  };
  const text = (body: string): string => (body.startsWith("<?xml") ? body : XML_HEAD + body);
  return {
    model,
    entries: new ZipEntries(
      Object.entries(parts).map(([name, body]) => [name, packPart(name, new TextEncoder().encode(text(body)))]),
    ),
    workbookPart: "xl/workbook.xml",
    sheets: new Map(),
    activeSheet: "",
    digitPixels: digitPixels("游ゴシック", 11),
  };
}
