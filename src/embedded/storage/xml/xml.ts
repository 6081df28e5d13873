import { StorageError } from "../storage-error";
import { MAIN, NAMESPACES, knownPrefix, STRICT_NAMESPACES } from "./namespaces";
import { attributesText } from "./write-xml";
import { XmlReader } from "./xml-reader";
import type { Scope } from "./xml-reader";

/*
 * Small parts of a workbook (never sheet data) as trees. Elements keep their place in the text, so that a part can be
 * changed by cutting and inserting text (`EditedXml`).
 */

/**
 * An element of a part. Names are understood by namespace: "c:barChart" is a bar chart whatever prefix, or none, its
 * producer chose. Names of spreadsheet and package elements have no prefix here; names of namespaces this program does
 * not know are "{uri}local", so that they are never taken for something else.
 */
export interface XmlElement {
  readonly name: string;
  /** By resolved name: "r:id" whatever prefix the producer chose; attributes without a prefix are in no namespace. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Its child elements as they are written; `content` looks through alternates. */
  readonly children: XmlElement[];
  /** Decoded text directly inside the element. */
  text: string;
  /** Where the element begins and ends in the text, tags included. */
  readonly start: number;
  end: number;
  /** What is between its tags; `innerStart === innerEnd` for an empty element. */
  readonly innerStart: number;
  innerEnd: number;
  /** Written as `<name/>`. */
  readonly selfClosing: boolean;
  /** The prefix in the text, with its colon: "x:" or "". Inside the element it means the element's own namespace. */
  readonly prefix: string;
  /** Namespaces by the prefixes that are declared inside the element; "" is the default one. */
  readonly scope: Scope;
}

/** Whether an element is of the strict variant of the format. */
export function isStrict(element: XmlElement): boolean {
  return STRICT_NAMESPACES.has(element.scope.get(element.prefix.slice(0, -1)) ?? "");
}

/** XML of this program's own with its namespaces and relationship types as the strict variant of the format names them. */
export function toStrict(text: string): string {
  let strict = text;
  for (const [, transitional, uri] of NAMESPACES) {
    if (uri !== null) strict = strict.replaceAll(transitional, uri);
  }
  return strict;
}

/**
 * One element of this program's own as it must read inside `into`: it declares each namespace it uses (under the prefixes
 * of this code: none for spreadsheet elements, r, a, c, xdr) that is not in scope there under that prefix, in the variant
 * of the format that the part is of.
 */
export function grafted(xml: string, into: XmlElement): string {
  // Nearly always there is nothing to declare.
  if (xml === "" || (!xml.includes(":") && into.scope.get("") === MAIN)) return xml;
  const strict = isStrict(into);
  const tag = xml.slice(0, xml.indexOf(">"));
  const declared: Record<string, string> = {};
  for (const [prefix, transitional, strictUri] of NAMESPACES) {
    if (strictUri === null) continue;
    const uri = strict ? strictUri : transitional;
    const used =
      prefix === "" ? /<[A-Za-z]+[\s/>]/.test(xml) : xml.includes(`<${prefix}:`) || xml.includes(` ${prefix}:`);
    if (used && into.scope.get(prefix) !== uri) declared[declarationOf(prefix)] = uri;
  }
  const whole = declaring(xml, tag, declared);
  return strict ? toStrict(whole) : whole;
}

/** The text of an element of a part, declaring what the place it is copied to does not declare as its own place does. */
export function copied(source: string, element: XmlElement, from: XmlElement, into: XmlElement): string {
  const declared: Record<string, string> = {};
  for (const [prefix, uri] of from.scope) {
    if (into.scope.get(prefix) !== uri && element.scope.get(prefix) === uri) declared[declarationOf(prefix)] = uri;
  }
  return declaring(source.slice(element.start, element.end), source.slice(element.start, element.innerStart), declared);
}

function declarationOf(prefix: string): string {
  return prefix === "" ? "xmlns" : `xmlns:${prefix}`;
}

/** An element with declarations that its tag does not have yet. */
function declaring(xml: string, tag: string, declared: Readonly<Record<string, string>>): string {
  const missing = Object.entries(declared).filter(([name]) => !new RegExp(`\\s${name}\\s*=`).test(tag));
  return xml.replace(/^<[^\s/>]+/, (name) => name + attributesText(Object.fromEntries(missing)));
}

/** Elements of one part, at half a kilobyte each. */
const MAX_ELEMENTS = 500_000;

/**
 * Reads a part.
 * @param count is told how many elements it has
 * @throws StorageError damaged where the text is not well-formed with its namespaces; too-large
 */
export function parseXml(text: string, count?: (elements: number) => void): XmlElement {
  const reader = new XmlReader(text);
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  while (reader.step()) {
    if (reader.elements > MAX_ELEMENTS) throw new StorageError("too-large", `${reader.elements} elements`);
    const parent = open[open.length - 1];
    const { name, attributes, start, end, closing, selfClosing, prefix, scope } = reader;
    if (closing) {
      parent!.innerEnd = start;
      parent!.end = end;
      open.pop();
    } else {
      const place = { start, end, innerStart: end, innerEnd: end };
      const element = { name, attributes, children: [], text: "", ...place, selfClosing, prefix, scope };
      parent?.children.push(element);
      root ??= element;
      if (!selfClosing) open.push(element);
    }
    const inside = open[open.length - 1];
    if (inside) inside.text += reader.readText();
  }
  reader.finish();
  count?.(reader.elements);
  return root!;
}

/**
 * Child elements with alternates decided (ECMA-376-3): of `mc:AlternateContent` the first choice whose namespaces this
 * program knows, else the fallback.
 */
export function content(element: XmlElement): readonly XmlElement[] {
  const { children } = element;
  if (!children.some((each) => each.name === "mc:AlternateContent")) return children;
  return children.flatMap((each) => (each.name === "mc:AlternateContent" ? chosen(each) : [each]));
}

function chosen(alternates: XmlElement): readonly XmlElement[] {
  const choice = alternates.children.find((each) => {
    if (each.name === "mc:Fallback") return true;
    const required = (each.attributes.get("Requires") ?? "").split(/\s+/).filter((prefix) => prefix !== "");
    return (
      each.name === "mc:Choice" &&
      required.every((prefix) => !knownPrefix(each.scope.get(prefix) ?? "").startsWith("{"))
    );
  });
  return choice ? content(choice) : [];
}

/** First child of a name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element && content(element).find((each) => each.name === name);
}

/** Children of a name. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element ? content(element).filter((each) => each.name === name) : [];
}

/** The element reached by following child names; undefined where one is missing. */
export function descend(element: XmlElement | undefined, ...names: string[]): XmlElement | undefined {
  return names.reduce(child, element);
}

/** All elements of a name below an element, at any depth, in order. */
export function allBelow(element: XmlElement, name: string): XmlElement[] {
  return content(element).flatMap((each) => [...(each.name === name ? [each] : []), ...allBelow(each, name)]);
}

/** A boolean as the format writes it: "1", "true" or "on"; `fallback` where the attribute is absent. */
export function flag(element: Pick<XmlElement, "attributes"> | undefined, name: string, fallback = false): boolean {
  const value = element?.attributes.get(name);
  return value === undefined ? fallback : value === "1" || value === "true" || value === "on";
}

/** A number attribute, or null where it is absent or no number. */
export function number(element: XmlElement | undefined, name: string): number | null {
  const value = element?.attributes.get(name);
  if (value === undefined || value.trim() === "") return null;
  const parsed = Number(value);
  return Number.isFinite(parsed) ? parsed : null;
}
