import { StorageError } from "../storage-error";

/*
 * What bytes of an XML 1.0 part in UTF-8 may be, for readers that walk over bytes. Tables, because each byte is looked at.
 */

const SPACE = 0x20;
const DOUBLE_QUOTE = 0x22;
const HASH = 0x23;
const AMPERSAND = 0x26;
const SINGLE_QUOTE = 0x27;
const SEMICOLON = 0x3b;
const LESS = 0x3c;
const GREATER = 0x3e;
const CLOSE_BRACKET = 0x5d;
const LETTER_X = 0x78;

/** 1 for ASCII that stands for itself between tags. */
export const textPlain = tableOf(
  (code) => isCharacter(code) && code !== LESS && code !== AMPERSAND && code !== GREATER,
);
/** 1 for ASCII that stands for itself in an attribute's value. */
export const attributePlain = tableOf(
  (code) => isCharacter(code) && code !== LESS && code !== AMPERSAND && code !== DOUBLE_QUOTE && code !== SINGLE_QUOTE,
);

/** What a byte is in a name; 0 where it ends it. */
export const nameByte = new Uint8Array(256);
/** May begin a name. */
export const NAME_START = 1;
/** May only follow in a name: digits, "-" and ".". */
export const NAME_REST = 2;
export const NAME_COLON = 3;
/** Part of a character beyond ASCII. */
export const NAME_WIDE = 4;
for (let code = 0; code < 256; code++) {
  const character = String.fromCharCode(code);
  if (code >= 0x80) nameByte[code] = NAME_WIDE;
  else if (character === ":") nameByte[code] = NAME_COLON;
  else if (/[A-Za-z_]/.test(character)) nameByte[code] = NAME_START;
  else if (/[0-9.-]/.test(character)) nameByte[code] = NAME_REST;
}

/**
 * Checks what begins with a byte that is not plain: a reference, a character beyond ASCII, "]]>", a quote.
 * @returns the place behind it
 * @throws StorageError damaged
 */
export function checkSpecial(bytes: Uint8Array, at: number): number {
  const code = bytes[at]!;
  if (code >= 0x80) return at + characterLength(bytes, at);
  if (code === AMPERSAND) return referenceEnd(bytes, at);
  if (code === GREATER && bytes[at - 1] === CLOSE_BRACKET && bytes[at - 2] === CLOSE_BRACKET) {
    throw new StorageError("damaged", "end of a CDATA section that did not begin");
  }
  if (!isCharacter(code)) throw new StorageError("damaged", "control character");
  return at + 1;
}

/** Bytes of the character beyond ASCII that begins at a place. @throws StorageError damaged where none does */
export function characterLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  const second = bytes[at + 1]!;
  if (first >= 0xe0 && first < 0xf0) {
    const third = bytes[at + 2]!;
    if ((second & 0xc0) === 0x80 && (third & 0xc0) === 0x80) {
      const code = ((first & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f);
      if (code >= 0x800 && (code < 0xd800 || code > 0xdfff) && code < 0xfffe) return 3;
    }
  } else if (first >= 0xc2 && first < 0xe0) {
    if ((second & 0xc0) === 0x80) return 2;
  } else if (first >= 0xf0 && first < 0xf5) {
    const point = ((first & 0x07) << 6) | (second & 0x3f);
    const rest = (second & 0xc0) === 0x80 && (bytes[at + 2]! & 0xc0) === 0x80 && (bytes[at + 3]! & 0xc0) === 0x80;
    if (rest && point >= 0x10 && point < 0x110) return 4;
  }
  throw new StorageError("damaged", "text is not UTF-8");
}

/** The code point a reference stands for. @throws StorageError damaged where it stands for none */
export function referencedCode(bytes: Uint8Array, at: number): number {
  if (bytes[at + 1] === HASH) {
    const hex = bytes[at + 2] === LETTER_X;
    const start = at + (hex ? 3 : 2);
    let code = 0;
    let place = start;
    for (; code < 0x110000; place++) {
      const byte = bytes[place]!;
      const digit = byte - 0x30;
      if (digit >= 0 && digit <= 9) code = code * (hex ? 16 : 10) + digit;
      else if (hex && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66) code = code * 16 + (byte | 0x20) - 0x57;
      else break;
    }
    if (place > start && bytes[place] === SEMICOLON && isCharacter(code)) return code;
  } else {
    for (const [name, code] of NAMED) {
      let index = 0;
      while (index < name.length && bytes[at + 1 + index] === name.charCodeAt(index)) index++;
      if (index === name.length) return code;
    }
  }
  throw new StorageError("damaged", "reference to nothing");
}

/** The place behind a reference. @throws StorageError damaged where it stands for nothing */
export function referenceEnd(bytes: Uint8Array, at: number): number {
  referencedCode(bytes, at);
  return bytes.indexOf(SEMICOLON, at) + 1;
}

/**
 * Checks a name with characters beyond ASCII or an odd beginning.
 * @returns the place behind it
 * @throws StorageError damaged where it is none
 */
export function checkName(bytes: Uint8Array, from: number): number {
  let at = from;
  while (nameByte[bytes[at]!]) at += bytes[at]! < 0x80 ? 1 : characterLength(bytes, at);
  if (!NAME.test(new TextDecoder().decode(bytes.subarray(from, at)))) throw new StorageError("damaged", "not a name");
  return at;
}

/**
 * Passes a comment, CDATA section or processing instruction.
 * @returns the place behind it
 * @throws StorageError damaged where it is something else, above all a document type, which workbooks do not have and
 *   which is how entities are made to explode
 */
export function passDeclaration(bytes: Uint8Array, at: number, inside: boolean): number {
  if (starts(bytes, at, "<!--")) {
    const end = find(bytes, at + 4, "--");
    if (bytes[end + 2] !== GREATER) throw new StorageError("damaged", "comment with two hyphens");
    return end + 3;
  }
  if (inside && starts(bytes, at, "<![CDATA[")) return find(bytes, at + 9, "]]>") + 3;
  if (!starts(bytes, at, "<?")) throw new StorageError("damaged", "document type declaration");
  const nameEnd = checkName(bytes, at + 2);
  const isDeclaration = nameEnd - at === 5 && /^xml$/i.test(String.fromCharCode(...bytes.subarray(at + 2, nameEnd)));
  if (isDeclaration && at > 0 && !(at === 3 && bytes[0] === 0xef))
    throw new StorageError("damaged", "XML declaration inside a part");
  const end = find(bytes, nameEnd, "?>") + 2;
  if (isDeclaration) checkDeclaration(bytes.subarray(at, end));
  else if (end > nameEnd + 2 && bytes[nameEnd]! > SPACE)
    throw new StorageError("damaged", "instruction without a name");
  return end;
}

function checkDeclaration(bytes: Uint8Array): void {
  if (!DECLARATION.test(new TextDecoder().decode(bytes))) throw new StorageError("damaged", "XML declaration");
}

const DECLARATION =
  /^<\?xml\s+version\s*=\s*(["'])1\.[0-9]\1(\s+encoding\s*=\s*(["'])[A-Za-z][A-Za-z0-9._-]*\3)?(\s+standalone\s*=\s*(["'])(yes|no)\5)?\s*\?>$/;

/** The place of a mark of ASCII characters, with what is before it checked to be text. */
function find(bytes: Uint8Array, from: number, mark: string): number {
  for (let at = from; at < bytes.length;) {
    const code = bytes[at]!;
    if (code === mark.charCodeAt(0) && starts(bytes, at, mark)) return at;
    if (code >= 0x80) at += characterLength(bytes, at);
    else if (isCharacter(code)) at += 1;
    else throw new StorageError("damaged", "control character");
  }
  throw new StorageError("damaged", "part is cut off");
}

function starts(bytes: Uint8Array, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index++) if (bytes[at + index] !== text.charCodeAt(index)) return false;
  return true;
}

/** Whether XML 1.0 can hold a character. */
function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d;
  return code < 0xd800 || (code > 0xdfff && code < 0xfffe) || (code > 0xffff && code < 0x110000);
}

function tableOf(test: (code: number) => boolean): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, code) => (code < 0x80 && test(code) ? 1 : 0));
}

const NAMED: readonly (readonly [name: string, code: number])[] = [
  ["amp;", 0x26],
  ["lt;", 0x3c],
  ["gt;", 0x3e],
  ["quot;", 0x22],
  ["apos;", 0x27],
];

/** A qualified name (XML 1.0 §2.3, Namespaces in XML §4). */
const NAME = (() => {
  const start =
    "A-Z_a-z\\u{c0}-\\u{d6}\\u{d8}-\\u{f6}\\u{f8}-\\u{2ff}\\u{370}-\\u{37d}\\u{37f}-\\u{1fff}\\u{200c}-\\u{200d}" +
    "\\u{2070}-\\u{218f}\\u{2c00}-\\u{2fef}\\u{3001}-\\u{d7ff}\\u{f900}-\\u{fdcf}\\u{fdf0}-\\u{fffd}\\u{10000}-\\u{effff}";
  const name = `[${start}][${start}\\-.0-9\\u{b7}\\u{300}-\\u{36f}\\u{203f}-\\u{2040}]*`;
  return new RegExp(`^${name}(:${name})?$`, "u");
})();
