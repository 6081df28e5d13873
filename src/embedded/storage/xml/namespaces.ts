/*
 * The namespaces of the format (ECMA-376-1, annex A), each in its transitional and its strict variant. Files mix prefixes as
 * they like; only these names say what an element is.
 */

/** Elements of workbooks, sheets, styles and tables. */
export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";
/** Attributes that name a relationship; relationship types begin with it too. */
export const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
export const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
export const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
export const SHEET_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
/** Markup compatibility (ECMA-376-3). */
export const COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006";
/** The package's own parts (ECMA-376-2). */
export const PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
export const CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";
export const CORE_PROPERTIES = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";

/** Begins every part that this program makes. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Namespaces by the prefix this code knows them under: transitional, then strict. */
export const NAMESPACES: readonly (readonly [prefix: string, transitional: string, strict: string | null])[] = [
  ["", MAIN, STRICT_MAIN],
  ["r", RELATIONSHIPS, "http://purl.oclc.org/ooxml/officeDocument/relationships"],
  ["a", DRAWING, "http://purl.oclc.org/ooxml/drawingml/main"],
  ["c", CHART, "http://purl.oclc.org/ooxml/drawingml/chart"],
  ["xdr", SHEET_DRAWING, "http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing"],
  [
    "vt",
    "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
    "http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes",
  ],
  [
    "custom",
    "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    "http://purl.oclc.org/ooxml/officeDocument/customProperties",
  ],
  ["", PACKAGE_RELATIONSHIPS, null],
  ["", CONTENT_TYPES, null],
  ["mc", COMPATIBILITY, null],
  ["x14", "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main", null],
  ["cp", CORE_PROPERTIES, null],
  ["dc", "http://purl.org/dc/elements/1.1/", null],
  ["dcterms", "http://purl.org/dc/terms/", null],
  ["xml", "http://www.w3.org/XML/1998/namespace", null],
];

/** Namespaces of the strict variant. */
export const STRICT_NAMESPACES: ReadonlySet<string> = new Set(NAMESPACES.flatMap(([, , strict]) => strict ?? []));

const PREFIXES = new Map(
  NAMESPACES.flatMap(([prefix, ...uris]) => uris.map((uri) => [uri, prefix === "" ? "" : `${prefix}:`])),
);

/** The prefix, with its colon, that this code knows a namespace under; "{uri}" for one it does not know. */
export function knownPrefix(uri: string): string {
  return PREFIXES.get(uri) ?? `{${uri}}`;
}
