/*
 * The namespaces of the format (ECMA-376-1, annex A), each in its transitional and its strict variant. Files mix prefixes as
 * they like; only these names say what an element is.
 */

/** Elements of workbooks, sheets, styles and tables. */
export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";
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
