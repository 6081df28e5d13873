import { StorageError } from "../storage-error";
import { parseXml } from "../xml/xml";
import { unpack } from "./zip";
import type { ZipEntries } from "./zip";

/*
 * The conventions of the package around the parts: relationships, content types, part names
 * (ECMA-376-2, Open Packaging Conventions).
 */

/** One relationship of a part. */
export interface Relationship {
  readonly id: string;
  /** Last segment of the type's URI, which transitional and strict files share: "worksheet", "drawing"… */
  readonly kind: string;
  readonly type: string;
  /** Part name for an internal target, the address as written for an external one. */
  readonly target: string;
  readonly external: boolean;
}

const RELATIONSHIP_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/** URI of a relationship type from its last segment. */
export function relationshipType(kind: string): string {
  return RELATIONSHIP_TYPES + kind;
}

const decoder = new TextDecoder();

/** Text of a part; null where the package has none of that name. UTF-16 parts are decoded as such. */
export function partText(entries: ZipEntries, name: string): string | null {
  const entry = entries.get(name) ?? entryIgnoringCase(entries, name);
  if (!entry) return null;
  const bytes = unpack(entry);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return decoder.decode(bytes);
}

/** Part names are equal without regard to case; a few producers write them differently in relationships. */
function entryIgnoringCase(entries: ZipEntries, name: string): ReturnType<ZipEntries["get"]> {
  const lower = name.toLowerCase();
  for (const [key, entry] of entries) if (key.toLowerCase() === lower) return entry;
  return undefined;
}

/** Name of the part that holds a part's relationships: "xl/workbook.xml" → "xl/_rels/workbook.xml.rels". */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf("/");
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

/** Relationships of a part ("" for the package itself); none where it has no relationships part. */
export function readRelationships(entries: ZipEntries, part: string): Relationship[] {
  const text = partText(entries, relationshipsPart(part));
  return text === null ? [] : parseRelationships(text, part);
}

/** Relationships written in `text`, with targets resolved against the part they belong to. */
export function parseRelationships(text: string, part: string): Relationship[] {
  return parseXml(text)
    .children.filter((each) => each.name === "Relationship")
    .map((each) => {
      const type = each.attributes.get("Type") ?? "";
      const target = each.attributes.get("Target") ?? "";
      const external = each.attributes.get("TargetMode") === "External";
      return {
        id: each.attributes.get("Id") ?? "",
        kind: type.slice(type.lastIndexOf("/") + 1),
        type,
        target: external ? target : resolveTarget(part, target),
        external,
      };
    });
}

/** Part name a relative target means, seen from the part that refers to it. */
export function resolveTarget(part: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const segments = part.split("/").slice(0, -1);
  for (const segment of target.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "." && segment !== "") segments.push(segment);
  }
  return segments.join("/");
}

/**
 * A part's name as it is written seen from another part; the inverse of `resolveTarget`. Names from the root are
 * allowed too, but some readers do not follow them.
 */
export function relativeTarget(part: string, target: string): string {
  const from = part.split("/").slice(0, -1);
  const to = target.split("/");
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common++;
  return [...from.slice(common).map(() => ".."), ...to.slice(common)].join("/");
}

/** Name of the workbook part, through the package's relationships. */
export function workbookPart(entries: ZipEntries): string {
  const found = readRelationships(entries, "").find((each) => each.kind === "officeDocument");
  if (!found || !entries.has(found.target)) throw new StorageError("not-a-workbook", "package without a main part");
  if (!/\.xml$/i.test(found.target)) throw new StorageError("not-a-workbook", `main part ${found.target}`);
  return found.target;
}
