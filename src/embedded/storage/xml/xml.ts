import { StorageError } from "../storage-error";
import {
  CHART,
  COMPATIBILITY,
  CONTENT_TYPES,
  CORE_PROPERTIES,
  DRAWING,
  MAIN,
  PACKAGE_RELATIONSHIPS,
  RELATIONSHIPS,
  SHEET_DRAWING,
  STRICT_MAIN,
} from "./namespaces";

/*
 * A small XML reader for the small parts of a workbook (never for sheet data). Elements keep their place in the text,
 * so that a part can be changed by cutting and inserting text and stays otherwise as its producer wrote it.
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

/** Namespaces by prefix. */
export type Scope = ReadonlyMap<string, string>;

/** Namespaces by the prefix this code knows them under: transitional, then strict. */
const NAMESPACES: readonly (readonly [prefix: string, transitional: string, strict: string | null])[] = [
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

const prefixOfNamespace = new Map(
  NAMESPACES.flatMap(([prefix, ...uris]) => uris.flatMap((uri) => (uri === null ? [] : [[uri, prefix] as const]))),
);
const strictNamespaces = new Set(NAMESPACES.flatMap(([, , strict]) => strict ?? []));

/** Whether an element is of the strict variant of the format. */
export function isStrict(element: XmlElement): boolean {
  return strictNamespaces.has(element.scope.get(element.prefix.slice(0, -1)) ?? "");
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
  const name = /^<[^\s/>]+/.exec(xml)![0];
  const tag = xml.slice(0, xml.indexOf(">"));
  let declared = "";
  for (const [prefix, transitional, strictUri] of NAMESPACES) {
    if (strictUri === null) continue;
    const uri = strict ? strictUri : transitional;
    const declaration = prefix === "" ? "xmlns" : `xmlns:${prefix}`;
    const used =
      prefix === "" ? /<[A-Za-z]+[\s/>]/.test(xml) : xml.includes(`<${prefix}:`) || xml.includes(` ${prefix}:`);
    if (used && into.scope.get(prefix) !== uri && !tag.includes(` ${declaration}=`))
      declared += ` ${declaration}="${uri}"`;
  }
  const whole = name + declared + xml.slice(name.length);
  return strict ? toStrict(whole) : whole;
}

/** The text of an element of a part, declaring what the place it is copied to does not declare as its own place does. */
export function copied(source: string, element: XmlElement, from: XmlElement, into: XmlElement): string {
  const xml = source.slice(element.start, element.end);
  if (from.scope === into.scope) return xml;
  let declared = "";
  for (const [prefix, uri] of from.scope) {
    if (prefix === "xml" || into.scope.get(prefix) === uri || element.scope.get(prefix) !== uri) continue;
    const declaration = prefix === "" ? "xmlns" : `xmlns:${prefix}`;
    if (!new RegExp(`\\s${declaration}\\s*=`).test(xml.slice(0, element.innerStart - element.start))) {
      declared += ` ${declaration}="${escapeAttribute(uri)}"`;
    }
  }
  return declared === "" ? xml : xml.replace(/^<[^\s/>]+/, (name) => name + declared);
}

const MAX_DEPTH = 200;

/**
 * Reads a part and refuses what is not well-formed with its namespaces: not all that is read here is a whole part that was
 * looked at as bytes (`partText`, `checkText`); frames of sheets and edited texts are not. Document type declarations are refused (workbooks have none, and they are how
 * entities are made to explode); the five named entities and character references are decoded.
 * @throws StorageError damaged where the text is not well-formed.
 */
export function parseXml(text: string): XmlElement {
  let root: XmlElement | null = null;
  const open: XmlElement[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (;;) {
    const tag = text.indexOf("<", at);
    const parent = open[open.length - 1];
    if (tag < 0 || tag > at) {
      const between = text.slice(at, tag < 0 ? undefined : tag);
      if (parent) parent.text += decoded(between);
      else if (/[^ \t\r\n]/.test(between)) throw new StorageError("damaged", "text outside the root element");
    }
    if (tag < 0) break;
    const kind = text.charCodeAt(tag + 1);
    if (kind === 0x3f) {
      at = after(text, "?>", tag);
    } else if (kind === 0x21) {
      if (text.startsWith("<!--", tag)) at = after(text, "-->", tag + 4);
      else if (text.startsWith("<![CDATA[", tag) && parent) {
        at = after(text, "]]>", tag);
        parent.text += text.slice(tag + 9, at - 3);
      } else throw new StorageError("damaged", "document type declaration");
    } else if (kind === 0x2f) {
      at = after(text, ">", tag);
      const closed = open.pop();
      if (!closed || text.slice(tag + 2, at - 1).trimEnd() !== rawName(text, closed)) {
        throw new StorageError("damaged", "closing tag without an opening one");
      }
      closed.innerEnd = tag;
      closed.end = at;
    } else {
      const element = readTag(text, tag, parent?.scope ?? NO_SCOPE);
      at = element.end;
      if (parent) parent.children.push(element);
      else if (root) throw new StorageError("damaged", "more than one root element");
      else root = element;
      if (!element.selfClosing) {
        if (open.length >= MAX_DEPTH) throw new StorageError("damaged", "elements nested too deeply");
        open.push(element);
      }
    }
  }
  if (root === null || open.length > 0) throw new StorageError("damaged", "not a well-formed XML part");
  return root;
}

const NO_SCOPE: Scope = new Map([["xml", "http://www.w3.org/XML/1998/namespace"]]);

/** An attribute where it is written. */
interface WrittenAttribute {
  readonly name: string;
  readonly value: string;
  /** From the blank before it to the quote that ends it. */
  readonly start: number;
  readonly end: number;
}

const NAME = /[^\s/>=<"'&]+/y;
const ATTRIBUTE = /\s+([^\s/>=<"'&]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const TAG_END = /\s*(\/?)>/y;

/** An opening tag; the element ends with it as long as its closing tag was not seen. */
function readTag(text: string, start: number, outer: Scope): XmlElement {
  const { raw, attributes, selfClosing, end } = scanTag(text, start);
  const scope = innerScope(outer, attributes);
  const colon = raw.indexOf(":");
  const prefix = raw.slice(0, colon + 1);
  const resolved = new Map<string, string>();
  for (const { name, value } of attributes) {
    const mark = name.indexOf(":");
    // Declarations say what prefixes mean; they are no attributes.
    if (name === "xmlns" || name.startsWith("xmlns:")) continue;
    const key = mark < 0 ? name : resolve(scope, name.slice(0, mark)) + name.slice(mark + 1);
    if (resolved.has(key)) throw new StorageError("damaged", `attribute ${name} twice`);
    resolved.set(key, value);
  }
  return {
    name: resolve(scope, raw.slice(0, Math.max(0, colon))) + raw.slice(colon + 1),
    attributes: resolved,
    children: [],
    text: "",
    start,
    end,
    innerStart: end,
    innerEnd: end,
    selfClosing,
    prefix,
    scope,
  };
}

/** The pieces of the tag that begins at a place. */
function scanTag(
  text: string,
  start: number,
): { raw: string; attributes: WrittenAttribute[]; selfClosing: boolean; end: number } {
  NAME.lastIndex = start + 1;
  const raw = NAME.exec(text)?.[0];
  if (raw === undefined) throw new StorageError("damaged", "tag without a name");
  const attributes: WrittenAttribute[] = [];
  let at = start + 1 + raw.length;
  for (;;) {
    ATTRIBUTE.lastIndex = at;
    const found = ATTRIBUTE.exec(text);
    if (!found) break;
    const name = found[1]!;
    const end = at + found[0].length;
    // Written line breaks and tabs in attributes are blanks (XML 1.0 §3.3.3).
    const value = decoded((found[2] ?? found[3]!).replace(/[\t\r\n]/g, " "));
    attributes.push({ name, value, start: at, end });
    at = end;
  }
  TAG_END.lastIndex = at;
  const closing = TAG_END.exec(text);
  if (!closing) throw new StorageError("damaged", `tag <${raw}> is not well-formed`);
  return { raw, attributes, selfClosing: closing[1] === "/", end: at + closing[0].length };
}

/** Name of an element as it is written. */
function rawName(text: string, element: XmlElement): string {
  NAME.lastIndex = element.start + 1;
  return NAME.exec(text)![0];
}

function innerScope(outer: Scope, attributes: readonly WrittenAttribute[]): Scope {
  const declarations = attributes.filter(({ name }) => name === "xmlns" || name.startsWith("xmlns:"));
  if (declarations.length === 0) return outer;
  const own = new Map(declarations.map(({ name, value }) => [name.slice(6), value]));
  if (own.size < declarations.length) throw new StorageError("damaged", "namespace declared twice");
  return new Map([...outer, ...own]);
}

/** The canonical prefix, with its colon, of what a raw prefix means. */
function resolve(scope: Scope, prefix: string): string {
  const uri = scope.get(prefix);
  if (uri === undefined) {
    if (prefix === "") return "{}";
    throw new StorageError("damaged", `prefix ${prefix} is not declared`);
  }
  const known = prefixOfNamespace.get(uri);
  return known === undefined ? `{${uri}}` : known === "" ? "" : `${known}:`;
}

/** Text between tags or in an attribute. @throws StorageError where XML does not allow it. */
function decoded(text: string): string {
  if (/&(?!(?:amp|lt|gt|quot|apos|#[0-9]+|#x[0-9a-fA-F]+);)/.test(text)) {
    throw new StorageError("damaged", "unknown entity");
  }
  // Characters that XML cannot hold.
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text)) {
    throw new StorageError("damaged", "character that XML cannot hold");
  }
  return decodeEntities(text);
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
    return each.name === "mc:Choice" && required.every((prefix) => prefixOfNamespace.has(each.scope.get(prefix) ?? ""));
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
export function flag(element: XmlElement | undefined, name: string, fallback = false): boolean {
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

/** Text for an element's content. */
export function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (character) => (character === "&" ? "&amp;" : character === "<" ? "&lt;" : "&gt;"));
}

/** Text for a double-quoted attribute; line breaks and tabs survive attribute normalisation. */
export function escapeAttribute(text: string): string {
  return escapeText(text)
    .replaceAll('"', "&quot;")
    .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Decodes the five named entities and character references; an unknown one stays as written. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[0-9a-fA-F]+|#[0-9]+|amp|lt|gt|quot|apos);/g, (whole, name: string) => {
    const named = NAMED_ENTITIES[name];
    if (named !== undefined) return named;
    const code = name.startsWith("#x") ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const NAMED_ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** One change of a text: what is between `start` and `end` becomes `text`. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies edits that do not overlap; edits at one place are inserted in the order given. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits.map((edit, index) => ({ edit, index }));
  ordered.sort((one, other) => one.edit.start - other.edit.start || one.index - other.index);
  let at = 0;
  let result = "";
  for (const { edit } of ordered) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** The edit that puts text at the end of an element's content, opening it where it was written as `<name/>`. */
export function appendInside(source: string, element: XmlElement, text: string): TextEdit {
  if (!element.selfClosing) return { start: element.innerEnd, end: element.innerEnd, text };
  const name = rawName(source, element);
  return { start: element.end - 2, end: element.end, text: `>${text}</${name}>` };
}

/** The edit that sets an attribute without a prefix of an element, or removes it where `value` is null. */
export function setAttribute(source: string, element: XmlElement, name: string, value: string | null): TextEdit | null {
  const { raw, attributes } = scanTag(source, element.start);
  const found = attributes.find((each) => each.name === name);
  const text = value === null ? "" : ` ${name}="${escapeAttribute(value)}"`;
  if (found) return { start: found.start, end: found.end, text };
  if (value === null) return null;
  const at = element.start + 1 + raw.length;
  return { start: at, end: at, text };
}

/**
 * Where a child of a name belongs among an element's children.
 * @param order names of the children in the order in which the format demands them; others do not count, and alternates
 * stand where what they hold stands.
 */
export function placeFor(element: XmlElement, order: readonly string[], name: string): number {
  const rank = order.indexOf(name);
  return element.children.find((each) => rankOf(each, order) > rank)?.start ?? element.innerEnd;
}

function rankOf(element: XmlElement, order: readonly string[]): number {
  if (element.name !== "mc:AlternateContent") return order.indexOf(element.name);
  return Math.max(-1, ...element.children.flatMap((branch) => branch.children.map((each) => rankOf(each, order))));
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  if (at < 0) throw new StorageError("damaged", "XML part is cut off");
  return at + mark.length;
}
