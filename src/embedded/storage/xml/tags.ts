import { StorageError } from "../storage-error";
import * as namespaces from "./namespaces";
import {
  attributePlain,
  checkName,
  checkSpecial,
  NAME_COLON,
  NAME_REST,
  NAME_START,
  NAME_WIDE,
  nameByte,
  passDeclaration,
  textPlain,
} from "./xml-bytes";

/*
 * A tokenizer over bytes for the two parts that can be large, sheet data and shared strings: no strings and no objects
 * are made for what is skipped. What it passes is checked to be well-formed, because a part that is only copied would
 * otherwise carry its fault into the new file. Walking over a whole part is therefore also how any other part is checked,
 * one of the file before it is read and one of this program's own before it is handed out.
 */

/** What a prefix stands for here. */
const FOREIGN = 0;
const MAIN = 1;
const COMPATIBILITY = 2;

const NAMESPACES: ReadonlyMap<string, number> = new Map([
  [namespaces.MAIN, MAIN],
  [namespaces.STRICT_MAIN, MAIN],
  [namespaces.COMPATIBILITY, COMPATIBILITY],
]);

interface Binding {
  readonly prefix: string;
  readonly kind: number;
  /** Depth of the element that declares it. */
  readonly depth: number;
}

/** Elements within each other; the format itself never has a tenth of it. */
const MAX_DEPTH = 200;
const MAX_ATTRIBUTES = 256;
/** Places of one attribute: its name's begin and end, its value's begin and end. */
const PLACES = 4;

/** Walks over the tags of a part. After `next()` its fields describe the tag it stopped at. */
export class TagReader {
  /** Local name of the current tag, as a place in the bytes. */
  nameStart = 0;
  nameEnd = 0;
  closing = false;
  selfClosing = false;
  /** Where the current tag begins ("<") and the first byte after it. */
  tagStart = 0;
  tagEnd = 0;
  /** Elements entered so far, of every namespace. */
  elements = 0;
  /** Attributes of the current tag, namespace declarations included. */
  attributeCount = 0;
  /** Places of the attributes: name from, name to, value from, value to. */
  readonly attributePlaces = new Int32Array(MAX_ATTRIBUTES * PLACES);

  /** Elements that are open. */
  private open = 0;
  /** Of these, what is around alternatives, which is as if it were not there. */
  private wrappers = 0;
  private prefixStart = 0;
  private kind = MAIN;
  /** What elements without a prefix are. */
  private unprefixed = MAIN;
  private bindings: Binding[] = [];
  private readonly openNames = new Int32Array(2 * (MAX_DEPTH + 1));
  /** The current tag declares namespaces, or has attributes with prefixes. */
  private declares = false;
  private attributePrefix = false;
  private ended = false;

  /**
   * @param whole whether the bytes are a whole part. In a piece of one, whose root's declarations are not seen, every
   *   prefix is taken for the format's own, and elements may be closed that were opened before it.
   */
  constructor(
    readonly bytes: Uint8Array,
    public at = 0,
    private readonly whole = false,
  ) {
    if (!whole) return;
    this.bindings.push({ prefix: "xml", kind: FOREIGN, depth: 0 });
    if (at === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) this.at = 3;
  }

  /** Elements that are open, the one just entered included. */
  get depth(): number {
    return this.open - this.wrappers;
  }

  /**
   * Moves to the next tag of the format's own elements, over comments, CDATA sections and processing instructions; false
   * at the end. Elements of other namespaces are passed with all they contain; of alternatives for programs that know
   * more (`mc:AlternateContent`) only what is left to the others is entered.
   * @throws StorageError damaged where the part is not well-formed
   */
  next(): boolean {
    while (this.step()) {
      if (this.kind === MAIN) return true;
      const wraps = this.kind === COMPATIBILITY && !this.is("Choice", COMPATIBILITY);
      if (this.closing) this.wrappers -= 1;
      else if (!wraps) this.pass();
      else if (!this.selfClosing) this.wrappers += 1;
    }
    return false;
  }

  /** Moves past the closing tag of the element whose opening tag is the current one. */
  pass(): void {
    if (this.closing || this.selfClosing) return;
    const outside = this.open - 1;
    while (this.open > outside && this.step());
  }

  /** Whether the current tag's name has no prefix. */
  get plain(): boolean {
    return this.nameStart === this.prefixStart;
  }

  /**
   * Whether bytes are what stands at a place: for content that is nearly always written the same way, and is then read
   * without going from tag to tag.
   */
  stands(expected: Uint8Array, at: number): boolean {
    const { bytes } = this;
    for (let index = 0; index < expected.length; index++) if (bytes[at + index] !== expected[index]) return false;
    return true;
  }

  /** The caller has read the element just entered, with its closing tag, which ends before `at`. */
  passTo(at: number): void {
    this.at = at;
    this.leave();
  }

  /** Walks over the rest of the part. @throws StorageError damaged where it is not well-formed */
  finish(): void {
    while (this.step());
    if (this.whole && !this.ended) throw new StorageError("damaged", "part is cut off");
  }

  /** Whether the current tag is of the format's element with this local name. */
  is(name: string, kind = MAIN): boolean {
    const { bytes, nameStart } = this;
    if (this.nameEnd - nameStart !== name.length || this.kind !== kind) return false;
    for (let index = 0; index < name.length; index++) {
      if (bytes[nameStart + index] !== name.charCodeAt(index)) return false;
    }
    return true;
  }

  /** Value of an attribute of the current tag, as written; null where it has none. */
  attribute(name: string): string | null {
    const { bytes, attributePlaces } = this;
    for (let place = 0; place < this.attributeCount * PLACES; place += PLACES) {
      const start = attributePlaces[place]!;
      if (attributePlaces[place + 1]! - start !== name.length || !matches(bytes, start, name)) continue;
      return ascii(bytes, attributePlaces[place + 2]!, attributePlaces[place + 3]!);
    }
    return null;
  }

  /** Moves to the next tag of whatever namespace; false at the end. */
  private step(): boolean {
    const { bytes } = this;
    const length = bytes.length;
    // What an element without content has declared ends with it.
    if (this.selfClosing) this.leave();
    let at = this.at;
    if (this.open === 0 && this.whole) at = this.between(at);
    for (;;) {
      // indexOf is vectorised, but tags lie so close together that a plain loop is faster.
      while (at < length) {
        const code = bytes[at]!;
        if (textPlain[code] === 1) at++;
        else if (code === LESS) break;
        else at = checkSpecial(bytes, at);
      }
      this.tagStart = at;
      if (at >= length) {
        this.at = at;
        return false;
      }
      const first = bytes[at + 1];
      if (first === EXCLAMATION || first === QUESTION) {
        at = passDeclaration(bytes, at, this.open > 0 || !this.whole);
        if (this.open === 0 && this.whole) at = this.between(at);
        continue;
      }
      this.at = at;
      if (first === SLASH) this.readClosingTag(at + 2);
      else this.readOpeningTag(at + 1);
      return true;
    }
  }

  /** Passes the space before or behind the root element, where no text may stand. */
  private between(from: number): number {
    const { bytes } = this;
    let at = from;
    while (isSpace(bytes[at])) at++;
    if (at < bytes.length && bytes[at] !== LESS) throw new StorageError("damaged", "text outside of the root element");
    return at;
  }

  private readName(from: number): number {
    const { bytes } = this;
    let at = from;
    let local = from;
    let kind = nameByte[bytes[at]!]!;
    let odd = kind !== NAME_START;
    // Beyond the last byte it is undefined, which is no part of a name either.
    for (; kind > 0; kind = nameByte[bytes[++at]!]!) {
      if (kind <= NAME_REST) continue;
      if (kind === NAME_COLON && local === from) {
        local = at + 1;
        odd ||= nameByte[bytes[local]!] !== NAME_START;
      } else odd = true;
    }
    if (odd) {
      at = checkName(bytes, from);
      local = from + bytes.subarray(from, at).indexOf(COLON) + 1;
    }
    this.prefixStart = from;
    this.nameStart = local;
    this.nameEnd = at;
    return at;
  }

  private readClosingTag(from: number): void {
    const { bytes } = this;
    this.closing = true;
    this.selfClosing = false;
    this.attributeCount = 0;
    let at = this.readName(from);
    while (isSpace(bytes[at])) at++;
    if (bytes[at] !== GREATER) throw cutOff();
    this.tagEnd = at + 1;
    this.at = at + 1;
    this.kind = this.kindOfPrefix();
    if (this.open === 0) {
      if (this.whole) throw new StorageError("damaged", "closing tag without an opening one");
      return;
    }
    const start = this.openNames[this.open * 2]!;
    const length = this.openNames[this.open * 2 + 1]! - start;
    let same = this.nameEnd - from === length;
    for (let index = 0; same && index < length; index++) same = bytes[start + index] === bytes[from + index];
    if (!same) throw new StorageError("damaged", "closing tag of another element");
    this.leave();
  }

  private readOpeningTag(from: number): void {
    const { bytes } = this;
    this.closing = false;
    let at = this.readName(from);
    if (this.ended) throw new StorageError("damaged", "second root element");
    if (this.open >= MAX_DEPTH) throw new StorageError("damaged", "elements nested too deeply");
    this.open += 1;
    this.elements += 1;
    this.openNames[this.open * 2] = from;
    this.openNames[this.open * 2 + 1] = at;
    const code = bytes[at];
    if (code === GREATER) {
      this.selfClosing = false;
      this.attributeCount = 0;
    } else at = this.readAttributes(at);
    this.tagEnd = at + 1;
    this.at = at + 1;
    if (this.declares) this.declare();
    this.kind = this.kindOfPrefix();
  }

  /** Reads attributes from behind a tag's name; answers the place of the tag's ">". */
  private readAttributes(from: number): number {
    const { bytes, attributePlaces } = this;
    const length = bytes.length;
    let at = from;
    let place = 0;
    for (;;) {
      const before = at;
      while (isSpace(bytes[at])) at++;
      const first = bytes[at];
      if (first === GREATER) {
        this.selfClosing = false;
        break;
      }
      if (first === SLASH) {
        if (bytes[at + 1] !== GREATER) throw cutOff();
        this.selfClosing = true;
        at += 1;
        break;
      }
      if (at === before || place >= MAX_ATTRIBUTES * PLACES) throw cutOff();
      const nameStart = at;
      let kind = nameByte[first!]!;
      let odd = kind !== NAME_START;
      let prefixed = false;
      for (; kind > 0; kind = nameByte[bytes[++at]!]!) {
        if (kind <= NAME_REST) continue;
        odd ||= prefixed || kind === NAME_WIDE || nameByte[bytes[at + 1]!] !== NAME_START;
        prefixed ||= kind === NAME_COLON;
      }
      if (odd) at = checkName(bytes, nameStart);
      const nameStop = at;
      while (isSpace(bytes[at])) at++;
      if (bytes[at] !== EQUALS) throw cutOff();
      at += 1;
      while (isSpace(bytes[at])) at++;
      const quote = bytes[at];
      if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) throw cutOff();
      const valueStart = at + 1;
      at = valueStart;
      while (at < length) {
        const code = bytes[at]!;
        if (attributePlain[code] === 1) at++;
        else if (code === quote) break;
        else if (code === LESS) throw new StorageError("damaged", "tag inside an attribute");
        else at = checkSpecial(bytes, at);
      }
      if (at >= length) throw cutOff();
      if (place > 0) this.refuseSecond(place, nameStart, nameStop);
      attributePlaces[place] = nameStart;
      attributePlaces[place + 1] = nameStop;
      attributePlaces[place + 2] = valueStart;
      attributePlaces[place + 3] = at;
      place += PLACES;
      at += 1;
      if (first === LETTER_X && nameStop - nameStart >= 5 && matches(bytes, nameStart, "xmlns")) this.declares = true;
      else if (prefixed) this.attributePrefix = true;
    }
    this.attributeCount = place / PLACES;
    if (this.attributePrefix && !this.declares) this.checkAttributePrefixes();
    return at;
  }

  /** Refuses an attribute that the tag has already. */
  private refuseSecond(places: number, start: number, stop: number): void {
    const { bytes, attributePlaces } = this;
    for (let place = 0; place < places; place += PLACES) {
      const other = attributePlaces[place]!;
      if (bytes[other] !== bytes[start] || attributePlaces[place + 1]! - other !== stop - start) continue;
      let index = 1;
      while (index < stop - start && bytes[other + index] === bytes[start + index]) index++;
      if (index === stop - start) throw new StorageError("damaged", "attribute written twice");
    }
  }

  private leave(): void {
    this.selfClosing = false;
    const { bindings } = this;
    while (bindings.length > 0 && bindings[bindings.length - 1]!.depth >= this.open && this.open > 0) {
      if (bindings.pop()!.prefix === "") this.unprefixed = this.lookUp("") ?? MAIN;
    }
    this.open -= 1;
    if (this.open === 0) this.ended = this.whole;
  }

  /** Takes over the namespace declarations of the current tag. */
  private declare(): void {
    const { bytes, attributePlaces } = this;
    this.declares = false;
    for (let place = 0; place < this.attributeCount * PLACES; place += PLACES) {
      const name = ascii(bytes, attributePlaces[place]!, attributePlaces[place + 1]!);
      if (name !== "xmlns" && !name.startsWith("xmlns:")) continue;
      const uri = ascii(bytes, attributePlaces[place + 2]!, attributePlaces[place + 3]!);
      const prefix = name === "xmlns" ? "" : name.slice(6);
      if (uri === "" && prefix !== "") throw new StorageError("damaged", "prefix without a namespace");
      const kind = NAMESPACES.get(uri) ?? (uri === "" ? MAIN : FOREIGN);
      this.bindings.push({ prefix, kind, depth: this.open });
      if (prefix === "") this.unprefixed = kind;
    }
    if (this.attributePrefix) this.checkAttributePrefixes();
  }

  private checkAttributePrefixes(): void {
    const { bytes, attributePlaces } = this;
    this.attributePrefix = false;
    if (!this.whole) return;
    for (let place = 0; place < this.attributeCount * PLACES; place += PLACES) {
      const start = attributePlaces[place]!;
      let colon = start;
      while (colon < attributePlaces[place + 1]! && bytes[colon] !== COLON) colon++;
      if (colon === attributePlaces[place + 1]) continue;
      if (colon - start === 5 && matches(bytes, start, "xmlns")) continue;
      if (this.kindOf(start, colon) === null) throw unbound();
    }
  }

  private kindOfPrefix(): number {
    const { prefixStart, nameStart } = this;
    if (nameStart === prefixStart) return this.unprefixed;
    const kind = this.kindOf(prefixStart, nameStart - 1);
    if (kind !== null) return kind;
    if (this.whole) throw unbound();
    return MAIN;
  }

  /** What the prefix between two places stands for; null where nothing declares it. */
  private kindOf(start: number, end: number): number | null {
    const { bindings, bytes } = this;
    for (let index = bindings.length - 1; index >= 0; index--) {
      const { prefix, kind } = bindings[index]!;
      if (prefix.length === end - start && matches(bytes, start, prefix)) return kind;
    }
    return null;
  }

  private lookUp(prefix: string): number | null {
    for (let index = this.bindings.length - 1; index >= 0; index--) {
      if (this.bindings[index]!.prefix === prefix) return this.bindings[index]!.kind;
    }
    return null;
  }
}

/** Bytes as they are; every attribute that is asked for is ASCII. */
function ascii(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at]!);
  return text;
}

function matches(bytes: Uint8Array, start: number, name: string): boolean {
  for (let index = 0; index < name.length; index++) if (bytes[start + index] !== name.charCodeAt(index)) return false;
  return true;
}

function isSpace(code: number | undefined): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

function cutOff(): StorageError {
  return new StorageError("damaged", "tag is cut off");
}

function unbound(): StorageError {
  return new StorageError("damaged", "prefix that nothing declares");
}

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const COLON = 0x3a;
const EQUALS = 0x3d;
const EXCLAMATION = 0x21;
const QUESTION = 0x3f;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const LETTER_X = 0x78;
