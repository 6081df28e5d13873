import { StorageError } from "../storage-error";

/*
 * Encodings of XML parts. The format allows UTF-8 and UTF-16 (ECMA-376-2 §6.5.2); everything else here reads UTF-8.
 */

/** An XML part as UTF-8 without a byte order mark. @throws StorageError damaged for an encoding that is neither */
export function toUtf8(bytes: Uint8Array, name: string): Uint8Array {
  const wide = utf16(bytes);
  if (wide !== null) return new TextEncoder().encode(withoutEncoding(new TextDecoder(wide).decode(bytes)));
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return bytes.subarray(3);
  const encoding = declaredEncoding(bytes);
  if (encoding !== null && !/^(utf-?8|us-ascii)$/i.test(encoding)) {
    throw new StorageError("damaged", `${name} is written in ${encoding}`);
  }
  return bytes;
}

/** Which UTF-16 a part is written in, by its mark or by its first character; null where it is not. */
function utf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [LESS, 0])) return "utf-16le";
  if (startsWith(bytes, [0xfe, 0xff]) || startsWith(bytes, [0, LESS])) return "utf-16be";
  return null;
}

/** The declaration's encoding; null where there is none. */
function declaredEncoding(bytes: Uint8Array): string | null {
  if (!startsWith(bytes, [LESS, 0x3f, 0x78, 0x6d, 0x6c])) return null;
  return DECLARATION.exec(String.fromCharCode(...bytes.subarray(0, 200)))?.[2] ?? null;
}

function withoutEncoding(text: string): string {
  return text.replace(DECLARATION, "$1");
}

const DECLARATION = /^(<\?xml[^>]*?)\s+encoding\s*=\s*["']([^"']*)["']/;

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

const LESS = 0x3c;
