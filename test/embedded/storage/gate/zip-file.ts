import { crc32, inflateRawSync } from "node:zlib";

/*
 * A zip file as its own records describe it, read without the product's reader: the central directory, each local header
 * against it, data descriptors, zip64 fields (PKWARE APPNOTE 4.3), and the CRC of what comes out.
 */

/** What a zip file holds, and what is wrong with it. */
export interface ZipFile {
  readonly entries: ReadonlyMap<string, Uint8Array>;
  readonly faults: readonly string[];
}

const END = 0x06054b50;
const END_64_LOCATOR = 0x07064b50;
const END_64 = 0x06064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const FULL = 0xffffffff;

/** Reads a zip file; what cannot be read at all is a fault, not an exception. */
export function readZipFile(bytes: Uint8Array): ZipFile {
  const entries = new Map<string, Uint8Array>();
  const faults: string[] = [];
  try {
    readDirectory(bytes, entries, faults);
  } catch (error) {
    faults.push(`zip: cannot be read (${error instanceof Error ? error.message : String(error)})`);
  }
  return { entries, faults };
}

function readDirectory(bytes: Uint8Array, entries: Map<string, Uint8Array>, faults: string[]): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end -= 1;
  if (end < 0) throw new Error("no end of central directory");
  if (end + 22 + view.getUint16(end + 20, true) !== bytes.length) faults.push("zip: bytes after its end");
  let count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (end >= 20 && view.getUint32(end - 20, true) === END_64_LOCATOR) {
    const place = Number(view.getBigUint64(end - 12, true));
    if (view.getUint32(place, true) !== END_64) throw new Error("zip64 locator leads nowhere");
    count = Number(view.getBigUint64(place + 32, true));
    at = Number(view.getBigUint64(place + 48, true));
  }
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== CENTRAL) throw new Error(`no entry ${index} in the central directory`);
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    readEntry(view, at, bytes.subarray(at + 46, at + 46 + nameLength), entries, faults);
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
}

function readEntry(
  view: DataView,
  at: number,
  rawName: Uint8Array,
  entries: Map<string, Uint8Array>,
  faults: string[],
): void {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  const name = new TextDecoder("utf-8", { fatal: true }).decode(rawName);
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const sizes = largeSizes(view, at, {
    size: view.getUint32(at + 24, true),
    compressed: view.getUint32(at + 20, true),
    local: view.getUint32(at + 42, true),
  });
  if (view.getUint32(sizes.local, true) !== LOCAL) throw new Error(`${name} has no local header`);
  const localNameLength = view.getUint16(sizes.local + 26, true);
  const start = sizes.local + 30 + localNameLength + view.getUint16(sizes.local + 28, true);
  const localName = bytes.subarray(sizes.local + 30, sizes.local + 30 + localNameLength);
  if (Buffer.compare(localName, rawName) !== 0) faults.push(`zip: ${name} has another name in its local header`);
  if ((flags & 1) !== 0) faults.push(`zip: ${name} is encrypted`);
  if (/[^\x20-\x7e]/.test(name) && (flags & 0x800) === 0) faults.push(`zip: ${name} is not marked as UTF-8`);
  const packed = bytes.subarray(start, start + sizes.compressed);
  const data = method === 0 ? packed : method === 8 ? inflateRawSync(packed) : null;
  if (data === null) {
    faults.push(`zip: ${name} is compressed by method ${method}`);
    return;
  }
  if (data.length !== sizes.size) faults.push(`zip: ${name} has ${data.length} bytes, not ${sizes.size}`);
  if (crc32(data) !== view.getUint32(at + 16, true)) faults.push(`zip: ${name} has a wrong CRC`);
  if (entries.has(name)) faults.push(`zip: ${name} is there twice`);
  entries.set(name, data);
}

interface Sizes {
  readonly size: number;
  readonly compressed: number;
  readonly local: number;
}

/** Takes what does not fit in 32 bits from the zip64 extra field, which holds only those, in this order. */
function largeSizes(view: DataView, at: number, small: Sizes): Sizes {
  let extra = at + 46 + view.getUint16(at + 28, true);
  const end = extra + view.getUint16(at + 30, true);
  while (extra + 4 <= end && view.getUint16(extra, true) !== 1) extra += 4 + view.getUint16(extra + 2, true);
  if (extra + 4 > end) return small;
  let next = extra + 4;
  const take = (value: number): number => {
    if (value !== FULL) return value;
    next += 8;
    return Number(view.getBigUint64(next - 8, true));
  };
  const size = take(small.size);
  const compressed = take(small.compressed);
  return { size, compressed, local: take(small.local) };
}
