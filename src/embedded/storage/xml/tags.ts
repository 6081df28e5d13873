import { StorageError } from "../storage-error";

/*
 * A tokenizer over bytes for the two parts that can be large, sheet data and shared strings: no strings and no objects
 * are made for what is skipped.
 */

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

  constructor(
    readonly bytes: Uint8Array,
    public at = 0,
  ) {}

  /** Moves to the next tag, over comments, CDATA sections and processing instructions; false at the end. */
  next(): boolean {
    const { bytes } = this;
    const length = bytes.length;
    let at = this.at;
    for (;;) {
      // indexOf is vectorised, but tags lie so close together that a plain loop is faster.
      while (at < length && bytes[at] !== LESS) at++;
      if (at >= length) return false;
      this.tagStart = at;
      at += 1;
      const first = bytes[at];
      if (first === EXCLAMATION) {
        at = this.skipDeclaration(at);
        continue;
      }
      if (first === QUESTION) {
        at = this.skipTo(at, QUESTION, GREATER);
        continue;
      }
      this.closing = first === SLASH;
      if (this.closing) at += 1;
      this.nameStart = at;
      for (; at < length; at++) {
        const code = bytes[at]!;
        if (code === COLON) this.nameStart = at + 1;
        else if (code === GREATER || code === SLASH || code <= SPACE) break;
      }
      this.nameEnd = at;
      for (; at < length && bytes[at] !== GREATER; at++) {
        const quote = bytes[at];
        if (quote === DOUBLE_QUOTE || quote === SINGLE_QUOTE) {
          at += 1;
          while (at < length && bytes[at] !== quote) at++;
        }
      }
      if (at >= length) throw new StorageError("damaged", "sheet is cut off");
      this.selfClosing = bytes[at - 1] === SLASH;
      this.tagEnd = at + 1;
      this.at = at + 1;
      return true;
    }
  }

  /** Whether the current tag has this local name. */
  is(name: string): boolean {
    const { bytes, nameStart } = this;
    if (this.nameEnd - nameStart !== name.length) return false;
    for (let index = 0; index < name.length; index++) {
      if (bytes[nameStart + index] !== name.charCodeAt(index)) return false;
    }
    return true;
  }

  /** Value of an attribute of the current tag, undecoded; null where it has none. */
  attribute(name: string): string | null {
    const { bytes } = this;
    let at = this.nameEnd;
    const end = this.tagEnd - 1;
    while (at < end) {
      while (at < end && bytes[at]! <= SPACE) at++;
      const start = at;
      while (at < end && bytes[at] !== EQUALS) at++;
      let nameStop = at;
      while (nameStop > start && bytes[nameStop - 1]! <= SPACE) nameStop--;
      at += 1;
      while (at < end && bytes[at]! <= SPACE) at++;
      const quote = bytes[at];
      if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) return null;
      const valueStart = at + 1;
      at = valueStart;
      while (at < end && bytes[at] !== quote) at++;
      if (nameStop - start === name.length && matches(bytes, start, name)) return ascii(bytes, valueStart, at);
      at += 1;
    }
    return null;
  }

  /** First byte after a declaration's end: comment or CDATA section. */
  private skipDeclaration(at: number): number {
    const { bytes } = this;
    if (bytes[at + 1] === DASH) return this.skipTo(at + 3, DASH, DASH, GREATER);
    if (bytes[at + 1] === OPEN_BRACKET) return this.skipTo(at, CLOSE_BRACKET, CLOSE_BRACKET, GREATER);
    throw new StorageError("damaged", "document type declaration");
  }

  private skipTo(from: number, ...mark: number[]): number {
    const { bytes } = this;
    for (let at = from; at + mark.length <= bytes.length; at++) {
      if (mark.every((code, index) => bytes[at + index] === code)) return at + mark.length;
    }
    throw new StorageError("damaged", "sheet is cut off");
  }
}

/** Text between two tags, as bytes without any CDATA wrapping decoded; see `textBetween`. */
function ascii(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at]!);
  return text;
}

function matches(bytes: Uint8Array, start: number, name: string): boolean {
  for (let index = 0; index < name.length; index++) if (bytes[start + index] !== name.charCodeAt(index)) return false;
  return true;
}

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const COLON = 0x3a;
const SPACE = 0x20;
const EQUALS = 0x3d;
const EXCLAMATION = 0x21;
const QUESTION = 0x3f;
const DASH = 0x2d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
