import { StorageError } from "../storage-error";

/*
 * Encodings of XML parts. The format allows UTF-8 and UTF-16 (ECMA-376-2 §6.5.2).
 */

/**
 * The text of an XML part, whatever it is written in, without a byte order mark; its declaration then says no encoding but
 * UTF-8, which is what it is written in again.
 * @throws StorageError damaged for another encoding, or bytes that are no text in theirs; too-large
 */
export function xmlText(bytes: Uint8Array, name: string): string {
  const starts = (...start: number[]): boolean => start.every((byte, index) => bytes[index] === byte);
  const little = starts(0xff, 0xfe) || starts(0x3c, 0);
  const big = starts(0xfe, 0xff) || starts(0, 0x3c);
  // The longest string that JavaScript's engines have.
  if (bytes.length > 0x1fffffe8) throw new StorageError("too-large", `${name} has ${bytes.length} bytes`);
  let text: string;
  try {
    text = new TextDecoder(little ? "utf-16le" : big ? "utf-16be" : "utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new StorageError("damaged", `${name} is no text in its encoding`);
  }
  if (little || big) return text.replace(DECLARATION, "$1");
  const encoding = DECLARATION.exec(text)?.[2] ?? "utf-8";
  if (!/^(utf-?8|us-ascii)$/i.test(encoding)) throw new StorageError("damaged", `${name} is written in ${encoding}`);
  return text;
}

const DECLARATION = /^(<\?xml[^>]*?)\s+encoding\s*=\s*["']([^"']*)["']/;
