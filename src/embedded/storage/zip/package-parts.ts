import { StorageError } from "../storage-error";
import { TagReader } from "../xml/tags";
import { parseXml } from "../xml/xml";
import { toUtf8 } from "../xml/xml-encoding";
import { unpack } from "./zip";
import type { ZipEntries, ZipEntry } from "./zip";
import { RELATIONSHIPS } from "../xml/namespaces";

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

/** URI of a relationship type from its last segment. */
export function relationshipType(kind: string): string {
  return `${RELATIONSHIPS}/${kind}`;
}

/**
 * An XML part as UTF-8 without a byte order mark, whatever it was written in; its declaration then says no other encoding.
 * Null where the package has no part of that name.
 * @throws StorageError damaged
 */
export function partBytes(entries: ZipEntries, name: string): Uint8Array | null {
  const entry = entries.get(name);
  return entry ? toUtf8(unpack(entry), entry.name) : null;
}

/**
 * Text of a small XML part, which is well-formed; see `partBytes`.
 * @throws StorageError damaged, too-large
 */
export function partText(entries: ZipEntries, name: string): string | null {
  const entry = entries.get(name);
  if (!entry) return null;
  const bytes = toUtf8(unpack(entry), entry.name);
  if (!checked.has(entry)) {
    checked.add(entry);
    const reader = new TagReader(bytes, 0, true);
    reader.finish();
    const total = (elementsRead.get(entries) ?? 0) + reader.elements;
    elementsRead.set(entries, total);
    if (reader.elements > MAX_ELEMENTS || total > MAX_ALL_ELEMENTS) {
      throw new StorageError("too-large", `${name} has ${reader.elements} elements, the package ${total}`);
    }
  }
  return new TextDecoder().decode(bytes);
}

/** Elements of a part that is read as a tree, at half a kilobyte each, and of all such parts of a package. */
const MAX_ELEMENTS = 500_000;
const MAX_ALL_ELEMENTS = 2_000_000;
const checked = new WeakSet<ZipEntry>();
const elementsRead = new WeakMap<ZipEntries, number>();

/** Name of the part that holds a part's relationships: "xl/workbook.xml" → "xl/_rels/workbook.xml.rels". */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf("/");
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

/** Relationships of a part ("" for the package itself); none where it has no relationships part. */
export function readRelationships(entries: ZipEntries, part: string): Relationship[] {
  const text = partText(entries, relationshipsPart(part));
  if (text === null) return [];
  return parseRelationships(text, part, entries);
}

/** A part's name as the package spells it, which may differ from a reference to it in case and percent-encoding. */
function spelledInPackage(entries: ZipEntries | undefined, name: string): string {
  const written = entries?.get(name) ?? entries?.get(decodedName(name));
  return written?.name ?? name;
}

function decodedName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/**
 * Relationships written in `text`, with targets resolved against the part they belong to and spelled as the package
 * spells its parts.
 */
export function parseRelationships(text: string, part: string, entries?: ZipEntries): Relationship[] {
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
        target: external ? target : spelledInPackage(entries, resolveTarget(part, target)),
        external,
      };
    });
}

/** Part name a relative target means, seen from the part that refers to it. */
export function resolveTarget(part: string, target: string): string {
  const segments = target.startsWith("/") ? [] : part.split("/").slice(0, -1);
  for (const segment of target.split(/[/\\]/)) {
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
