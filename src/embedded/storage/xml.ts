import { StorageError } from "./storage-error";

/*
 * A small XML reader for the small parts of a workbook (never for sheet data). Elements keep their place in the text,
 * so that a part can be changed by cutting and inserting text and stays otherwise as its producer wrote it.
 */

/** An element with its namespace resolved to the prefix this code uses ("c:barChart"; none for spreadsheet elements). */
export interface XmlElement {
  readonly name: string;
  /** By resolved name: "r:id" whatever prefix the producer chose. */
  readonly attributes: ReadonlyMap<string, string>;
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
  /** The prefix in the text, with its colon: "x:" or "". */
  readonly prefix: string;
}

/** Namespaces by the prefix this code knows them under: transitional, then strict. */
const NAMESPACES: readonly (readonly [prefix: string, transitional: string, strict: string | null])[] = [
  ["", "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main"],
  [
    "r",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
  ],
  ["a", "http://schemas.openxmlformats.org/drawingml/2006/main", "http://purl.oclc.org/ooxml/drawingml/main"],
  ["c", "http://schemas.openxmlformats.org/drawingml/2006/chart", "http://purl.oclc.org/ooxml/drawingml/chart"],
  [
    "xdr",
    "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
    "http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing",
  ],
  ["", "http://schemas.openxmlformats.org/package/2006/relationships", null],
  ["", "http://schemas.openxmlformats.org/package/2006/content-types", null],
  ["mc", "http://schemas.openxmlformats.org/markup-compatibility/2006", null],
  ["x14", "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main", null],
  ["cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties", null],
  ["dc", "http://purl.org/dc/elements/1.1/", null],
  ["dcterms", "http://purl.org/dc/terms/", null],
  ["xml", "http://www.w3.org/XML/1998/namespace", null],
];

const prefixOfNamespace = new Map(
  NAMESPACES.flatMap(([prefix, ...uris]) => uris.flatMap((uri) => (uri === null ? [] : [[uri, prefix] as const]))),
);

const STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";

/** Whether a workbook part is of the strict variant of the format. */
export function isStrict(text: string): boolean {
  return text.slice(0, 4096).includes(STRICT_MAIN);
}

/** Text of a new part with its namespaces and relationship types as the strict variant of the format names them. */
export function toStrict(text: string): string {
  let strict = text;
  for (const [, transitional, uri] of NAMESPACES) if (uri !== null) strict = strict.replaceAll(transitional, uri);
  return strict;
}

const MAX_DEPTH = 200;

/**
 * Reads a part. Document type declarations are refused (workbooks have none, and they are how entities are made to
 * explode); the five named entities and character references are decoded.
 * @throws StorageError damaged where the text is not well-formed.
 */
export function parseXml(text: string): XmlElement {
  let root: XmlElement | null = null;
  const open: XmlElement[] = [];
  const scopes: ReadonlyMap<string, string>[] = [new Map([["xml", "xml:"]])];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (;;) {
    const tag = text.indexOf("<", at);
    const parent = open[open.length - 1];
    if (tag < 0) break;
    if (parent && tag > at) parent.text += decodeEntities(text.slice(at, tag));
    const kind = text.charCodeAt(tag + 1);
    if (kind === 0x3f) {
      at = after(text, "?>", tag);
    } else if (kind === 0x21) {
      if (text.startsWith("<!--", tag)) at = after(text, "-->", tag);
      else if (text.startsWith("<![CDATA[", tag)) {
        at = after(text, "]]>", tag);
        if (parent) parent.text += text.slice(tag + 9, at - 3);
      } else throw new StorageError("damaged", "document type declaration");
    } else if (kind === 0x2f) {
      at = after(text, ">", tag);
      const closed = open.pop();
      if (!closed) throw new StorageError("damaged", "closing tag without an opening one");
      scopes.pop();
      closed.innerEnd = tag;
      closed.end = at;
      if (open.length === 0) break;
    } else {
      const end = tagEnd(text, tag);
      const selfClosing = text.charCodeAt(end - 1) === 0x2f;
      const { raw, attributes } = readTag(text, tag + 1, selfClosing ? end - 1 : end);
      const scope = declaredPrefixes(scopes[scopes.length - 1]!, attributes);
      const colon = raw.indexOf(":");
      const prefix = colon < 0 ? "" : raw.slice(0, colon + 1);
      at = end + 1;
      const element: XmlElement = {
        name: resolve(scope, prefix) + raw.slice(prefix.length),
        attributes: resolveAttributes(scope, attributes),
        children: [],
        text: "",
        start: tag,
        end: at,
        innerStart: at,
        innerEnd: at,
        selfClosing,
        prefix,
      };
      if (parent) parent.children.push(element);
      else root ??= element;
      if (selfClosing) {
        if (open.length === 0) break;
      } else {
        if (open.length >= MAX_DEPTH) throw new StorageError("damaged", "elements nested too deeply");
        open.push(element);
        scopes.push(scope);
      }
    }
  }
  if (root === null || open.length > 0) throw new StorageError("damaged", "not a well-formed XML part");
  return root;
}

/** First child of a name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((each) => each.name === name);
}

/** Children of a name. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((each) => each.name === name) ?? [];
}

/** The element reached by following child names; undefined where one is missing. */
export function descend(element: XmlElement | undefined, ...names: string[]): XmlElement | undefined {
  return names.reduce(child, element);
}

/** All elements of a name below an element, at any depth, in order. */
export function allBelow(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((each) => [...(each.name === name ? [each] : []), ...allBelow(each, name)]);
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
  const name = /^<([^\s/>]+)/.exec(source.slice(element.start, element.end))![1]!;
  return { start: element.end - 2, end: element.end, text: `>${text}</${name}>` };
}

/** The edit that sets an attribute of an element, or removes it where `value` is null. */
export function setAttribute(source: string, element: XmlElement, name: string, value: string | null): TextEdit | null {
  const tag = source.slice(element.start, element.selfClosing ? element.end : element.innerStart);
  const found = new RegExp(`\\s${name}\\s*=\\s*("[^"]*"|'[^']*')`).exec(tag);
  const written = value === null ? "" : ` ${name}="${escapeAttribute(value)}"`;
  if (found) {
    const start = element.start + found.index;
    return { start, end: start + found[0].length, text: written };
  }
  if (value === null) return null;
  const at = element.start + (/^<[^\s/>]+/.exec(tag)?.[0].length ?? 0);
  return { start: at, end: at, text: written };
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  if (at < 0) throw new StorageError("damaged", "XML part is cut off");
  return at + mark.length;
}

/** The place of a tag's ">", looking past those inside attribute values. */
function tagEnd(text: string, from: number): number {
  let quote = 0;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x22 || code === 0x27) quote = code;
    else if (code === 0x3e) return at;
  }
  throw new StorageError("damaged", "XML part is cut off");
}

function readTag(text: string, from: number, to: number): { raw: string; attributes: Map<string, string> } {
  const inside = text.slice(from, to);
  const raw = /^[^\s/>]+/.exec(inside)?.[0] ?? "";
  const attributes = new Map<string, string>();
  const pattern = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
  pattern.lastIndex = raw.length;
  for (let found = pattern.exec(inside); found !== null; found = pattern.exec(inside)) {
    attributes.set(found[1]!, decodeEntities(found[2] ?? found[3] ?? ""));
  }
  return { raw, attributes };
}

function declaredPrefixes(
  scope: ReadonlyMap<string, string>,
  attributes: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  let own: Map<string, string> | null = null;
  for (const [name, value] of attributes) {
    if (name !== "xmlns" && !name.startsWith("xmlns:")) continue;
    own ??= new Map(scope);
    const prefix = name === "xmlns" ? "" : name.slice(6);
    const known = prefixOfNamespace.get(value);
    // An unknown namespace keeps its prefix; as a default one it must not look like a spreadsheet element.
    const canonical = known ?? (prefix === "" ? "?" : prefix);
    own.set(prefix, canonical === "" ? "" : `${canonical}:`);
  }
  return own ?? scope;
}

function resolve(scope: ReadonlyMap<string, string>, prefix: string): string {
  return scope.get(prefix.slice(0, -1)) ?? prefix;
}

function resolveAttributes(
  scope: ReadonlyMap<string, string>,
  attributes: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const resolved = new Map<string, string>();
  for (const [name, value] of attributes) {
    const colon = name.indexOf(":");
    if (colon < 0) resolved.set(name, value);
    else resolved.set(resolve(scope, name.slice(0, colon + 1)) + name.slice(colon + 1), value);
  }
  return resolved;
}
