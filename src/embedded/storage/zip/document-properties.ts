import { partText, readRelationships } from "./package-parts";
import { child, escapeText, parseXml } from "../xml/xml";
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

/** The document's properties, by the names Excel's API has for them. */
export function readProperties(entries: ZipEntries): Map<string, string> {
  const part = readRelationships(entries, "").find((each) => each.kind === "core-properties")?.target;
  const text = part === undefined ? null : partText(entries, part);
  const properties = new Map<string, string>();
  if (text === null) return properties;
  const core = parseXml(text);
  for (const [file, api] of PROPERTY_NAMES) {
    const value = child(core, file)?.text;
    if (value !== undefined) properties.set(api, value);
  }
  return properties;
}

/** The document's custom properties. */
export function readCustomProperties(entries: ZipEntries): Map<string, string | number | boolean> {
  const part = readRelationships(entries, "").find((each) => each.kind === "custom-properties")?.target;
  const text = part === undefined ? null : partText(entries, part);
  const properties = new Map<string, string | number | boolean>();
  for (const property of text === null ? [] : parseXml(text).children) {
    const value = property.children[0];
    const kind = value?.name.replace(/^.*:/, "") ?? "";
    if (!value) continue;
    const name = property.attributes.get("name") ?? "";
    if (kind === "bool") properties.set(name, value.text === "true" || value.text === "1");
    else if (/^(i|u)?(1|2|4|8|int|nt)$|^r[48]$|^decimal$/.test(kind)) properties.set(name, Number(value.text));
    else properties.set(name, value.text);
  }
  return properties;
}

/** The core properties part of a new workbook. */
export function coreXml(properties: ReadonlyMap<string, string>): string {
  const elements = PROPERTY_NAMES.flatMap(([file, api]) => {
    const value = properties.get(api);
    // A date needs a type and a shape that free text may not have.
    return value === undefined || file.startsWith("dcterms:") ? [] : [`<${file}>${escapeText(value)}</${file}>`];
  });
  return (
    `${XML_HEAD}<cp:coreProperties xmlns:cp="${CORE_PROPERTIES}" ` +
    `xmlns:dc="http://purl.org/dc/elements/1.1/">${elements.join("")}</cp:coreProperties>`
  );
}
