import { StorageError } from "../storage-error";
import { childrenOf, parseXml } from "../xml/xml";
import type { XmlElement } from "../xml/xml";
import { xmlText } from "../xml/xml-encoding";
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

/** Text of an XML part (see `xmlText`); null where the package has no part of that name. @throws StorageError */
export function partText(entries: ZipEntries, name: string): string | null {
  const entry = entries.get(name);
  return entry ? xmlText(unpack(entry), entry.name) : null;
}

/** A small XML part as a tree; null where the package has no part of that name. @throws StorageError damaged, too-large */
export function partXml(entries: ZipEntries, name: string): XmlElement | null {
  const text = partText(entries, name);
  return text === null ? null : parseXml(text, entries.counterOf(name));
}

/** Name of the part that holds a part's relationships: "xl/workbook.xml" → "xl/_rels/workbook.xml.rels". */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf("/");
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

/** Relationships of a part ("" for the package itself); none where it has no relationships part. */
export function readRelationships(entries: ZipEntries, part: string): Relationship[] {
  const root = partXml(entries, relationshipsPart(part));
  return root ? relationshipsOf(root, part, entries) : [];
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
 * Relationships of a part that a tree names, with targets resolved against the part and spelled as the package spells its
 * parts.
 */
export function relationshipsOf(root: XmlElement, part: string, entries?: ZipEntries): Relationship[] {
  return childrenOf(root, "Relationship").map(({ attributes }) => {
    const type = attributes.get("Type") ?? "";
    const target = attributes.get("Target") ?? "";
    const external = attributes.get("TargetMode") === "External";
    return {
      id: attributes.get("Id") ?? "",
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
