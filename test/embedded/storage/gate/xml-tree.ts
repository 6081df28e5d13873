import { SaxesParser, type SaxesTagNS } from "saxes";

/*
 * A part as an independent namespace-aware parser sees it. Names of the strict variant (ISO/IEC 29500-1) are told as those
 * of the transitional one, so that one set of rules judges both.
 */

export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
export const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
export const SHEET_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
export const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
export const COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006";
const XML = "http://www.w3.org/XML/1998/namespace";
const XMLNS = "http://www.w3.org/2000/xmlns/";
const INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

/** An element; attributes without a namespace by their name, others as `{namespace}name`. */
export interface Element {
  readonly uri: string;
  readonly local: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Element[];
  readonly parent: Element | null;
  /** Its own text, without that of its children. */
  text: string;
}

/** A parsed part. */
export interface XmlTree {
  readonly root: Element;
  /** Every attribute of the relationships namespace: which element has it, and the id it names. */
  readonly references: readonly { readonly element: Element; readonly id: string }[];
}

/** Takes rows one by one, so that a large sheet need not be held whole. */
export type RowTaker = (row: Element) => void;

/**
 * Parses a part.
 * @param say is told what is wrong with it
 * @returns null where it is not well-formed.
 */
export function parsePart(bytes: Uint8Array, say: (fault: string) => void, takeRow?: RowTaker): XmlTree | null {
  const decoded = decode(bytes);
  if (decoded === null) {
    say("is not in the encoding that its first bytes announce");
    return null;
  }
  const parser = new SaxesParser({ xmlns: true });
  let broken = false as boolean;
  let root = null as Element | null;
  let open = null as Element | null;
  const references: { element: Element; id: string }[] = [];
  const understood: Set<string>[] = [new Set([MAIN, RELATIONS, SHEET_DRAWING, COMPATIBILITY, XML, XMLNS, INSTANCE])];
  parser.on("error", (error) => {
    if (!broken) say(`is not well-formed: ${error.message}`);
    broken = true;
  });
  parser.on("xmldecl", ({ encoding }) => {
    const fault = encodingFault(decoded.encoding, encoding, bytes);
    if (fault !== null) say(fault);
  });
  parser.on("doctype", () => {
    say("has a document type, which the package format forbids");
  });
  parser.on("opentag", (tag) => {
    if (broken) return;
    const element = elementOf(tag, open);
    if (root === null) root = element;
    open?.children.push(element);
    open = element;
    const inScope = scopeOf(element, understood[understood.length - 1]!, (prefix) => parser.resolve(prefix), say);
    understood.push(inScope);
    const strange = strangeNames(element, inScope);
    if (strange !== null) say(strange);
    for (const [name, value] of element.attributes) {
      if (name.startsWith(`{${RELATIONS}}`)) references.push({ element, id: value });
    }
  });
  const addText = (text: string): void => {
    if (open !== null) open.text += text;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    if (open === null) return;
    understood.pop();
    const closed = open;
    open = closed.parent;
    if (takeRow === undefined || closed.local !== "row" || closed.uri !== MAIN || open?.local !== "sheetData") return;
    takeRow(closed);
    open.children.length = 0;
  });
  parser.write(decoded.text).close();
  return broken || root === null ? null : { root, references };
}

function elementOf(tag: SaxesTagNS, parent: Element | null): Element {
  const attributes = new Map<string, string>();
  for (const { uri, local, value } of Object.values(tag.attributes)) {
    attributes.set(uri === "" ? local : `{${transitional(uri)}}${local}`, value);
  }
  return { uri: transitional(tag.uri), local: tag.local, attributes, children: [], parent, text: "" };
}

function transitional(uri: string): string {
  const strict = /^http:\/\/purl\.oclc\.org\/ooxml\/(spreadsheetml|drawingml|officeDocument)\/(.+)$/.exec(uri);
  return strict ? `http://schemas.openxmlformats.org/${strict[1]!}/2006/${strict[2]!}` : uri;
}

/** Namespaces that a reader need not know below this element, or must know to get there (ECMA-376 part 3). */
function scopeOf(
  element: Element,
  outer: Set<string>,
  resolve: (prefix: string) => string | undefined,
  say: (fault: string) => void,
): Set<string> {
  const names = [
    element.attributes.get(`{${COMPATIBILITY}}Ignorable`),
    element.uri === COMPATIBILITY && element.local === "Choice" ? element.attributes.get("Requires") : undefined,
  ];
  const prefixes = names.flatMap((each) => each?.split(/\s+/) ?? []).filter((prefix) => prefix !== "");
  if (prefixes.length === 0) return outer;
  const inner = new Set(outer);
  for (const prefix of prefixes) {
    const uri = resolve(prefix);
    if (uri === undefined) say(`<${element.local}> names the prefix ${prefix}, which is not declared`);
    else inner.add(transitional(uri));
  }
  return inner;
}

/** What a reader that knows only the standard would stumble over: names of other namespaces that are not ignorable. */
function strangeNames(element: Element, understood: ReadonlySet<string>): string | null {
  const { parent, uri, local, attributes } = element;
  if (uri === MAIN) {
    for (const name of attributes.keys()) {
      const other = /^\{(.*)\}(.*)$/.exec(name);
      if (other && !understood.has(other[1]!)) return `<${local}> has ${name}, which is not ignorable`;
    }
  }
  if (parent?.uri !== MAIN || parent.local === "ext" || understood.has(uri)) return null;
  return `<${parent.local}> has <${local}> of ${uri === "" ? "no namespace" : uri}, which is not ignorable`;
}

interface Decoded {
  readonly encoding: "UTF-8" | "UTF-16";
  readonly text: string;
}

function decode(bytes: Uint8Array): Decoded | null {
  const mark = Buffer.from(bytes.subarray(0, 2)).toString("hex");
  const little = mark === "fffe" || (bytes[0] === 0x3c && bytes[1] === 0);
  const big = mark === "feff" || (bytes[0] === 0 && bytes[1] === 0x3c);
  const label = little ? "utf-16le" : big ? "utf-16be" : "utf-8";
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    return { encoding: label === "utf-8" ? "UTF-8" : "UTF-16", text };
  } catch {
    return null;
  }
}

function encodingFault(found: Decoded["encoding"], declared: string | undefined, bytes: Uint8Array): string | null {
  // Without a word an XML part is UTF-8, or UTF-16 by its mark.
  if (declared === undefined) return null;
  const name = declared.toUpperCase();
  if (name === found) return null;
  if (name === "US-ASCII" && found === "UTF-8" && bytes.every((byte) => byte < 0x80)) return null;
  return `is declared as ${declared} but is ${found}`;
}

/** The children as a reader meets them that knows every extension: an mc:AlternateContent is what its first choice holds. */
export function childrenOf(element: Element): readonly Element[] {
  if (!element.children.some(isAlternative)) return element.children;
  return element.children.flatMap((each) => {
    if (!isAlternative(each)) return [each];
    const [choice, ...others] = each.children;
    const taken = choice !== undefined && choice.children.length > 0 ? choice : others.at(-1);
    return taken === undefined ? [] : childrenOf(taken);
  });
}

function isAlternative({ uri, local }: Element): boolean {
  return local === "AlternateContent" && uri === COMPATIBILITY;
}

/** The first child of a name in the element's own namespace. */
export function childOf(element: Element, local: string): Element | undefined {
  return childrenOf(element).find((each) => each.local === local && each.uri === element.uri);
}

/** All children of a name in the element's own namespace. */
export function childrenNamed(element: Element | undefined, local: string): Element[] {
  if (element === undefined) return [];
  return childrenOf(element).filter((each) => each.local === local && each.uri === element.uri);
}

/** The element and everything below it. */
export function* everyElement(element: Element): Generator<Element> {
  const waiting = [element];
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    yield each;
    const below = childrenOf(each);
    for (let index = below.length - 1; index >= 0; index -= 1) waiting.push(below[index]!);
  }
}

/** An attribute as a whole number; `otherwise` where it is not there, NaN where it is no whole number. */
export function wholeNumber(element: Element, name: string, otherwise = NaN): number {
  const value = element.attributes.get(name);
  if (value === undefined) return otherwise;
  return /^\s*[+-]?\d+\s*$/.test(value) ? Number(value) : NaN;
}
