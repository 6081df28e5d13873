/** A text as a file of UTF-8 with byte order mark, which Excel needs to recognise it. */
export function encodeUtf8(text: string): Uint8Array {
  return new TextEncoder().encode(`\uFEFF${text}`);
}
