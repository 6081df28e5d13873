import { partXml, readRelationships } from "./package-parts";
import { child } from "../xml/xml";
import type { XmlElement } from "../xml/xml";
import { element, escapeText } from "../xml/write-xml";
import type { ZipEntries } from "./zip";
import { CORE_PROPERTIES, XML_HEAD } from "../xml/namespaces";

/** Document properties by the names Excel's API has for them. */
const PROPERTY_NAMES: readonly (readonly [file: string, api: string])[] = [
  ["dc:title", "title"],
  ["dc:subject", "subject"],
  ["dc:creator", "author"],
  ["cp:keywords", "keywords"],
  ["dc:description", "comments"],
  ["cp:lastModifiedBy", "lastAuthor"],
  ["cp:category", "category"],
  ["dcterms:created", "creationDate"],
];

function propertiesPart(entries: ZipEntries, kind: string): XmlElement | null {
  const part = readRelationships(entries, "").find((each) => each.kind === kind)?.target;
  return part === undefined ? null : partXml(entries, part);
}

/** The document's properties, by the names Excel's API has for them. */
export function readProperties(entries: ZipEntries): Map<string, string> {
  const core = propertiesPart(entries, "core-properties") ?? undefined;
  return new Map(
    PROPERTY_NAMES.flatMap(([file, api]) => {
      const value = child(core, file)?.text;
      return value === undefined ? [] : [[api, value] as const];
    }),
  );
}

/** The document's custom properties. */
export function readCustomProperties(entries: ZipEntries): Map<string, string | number | boolean> {
  const properties = new Map<string, string | number | boolean>();
  for (const property of propertiesPart(entries, "custom-properties")?.children ?? []) {
    const value = property.children[0];
    if (!value) continue;
    const kind = value.name.replace(/^.*:/, "");
    const isNumber = /^(i|u)?(1|2|4|8|int|nt)$|^r[48]$|^decimal$/.test(kind);
    const isTrue = value.text === "true" || value.text === "1";
    const name = property.attributes.get("name") ?? "";
    properties.set(name, kind === "bool" ? isTrue : isNumber ? Number(value.text) : value.text);
  }
  return properties;
}

/** The core properties part of a new workbook. */
export function coreXml(properties: ReadonlyMap<string, string>): string {
  // A date needs a type and a shape that free text may not have.
  const written = PROPERTY_NAMES.filter(([file, api]) => properties.has(api) && !file.startsWith("dcterms:"));
  return (
    XML_HEAD +
    element(
      "cp:coreProperties",
      { "xmlns:cp": CORE_PROPERTIES, "xmlns:dc": "http://purl.org/dc/elements/1.1/" },
      written.map(([file, api]) => element(file, {}, escapeText(properties.get(api)!))),
    )
  );
}
