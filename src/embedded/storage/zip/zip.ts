import type * as Zlib from "node:zlib";
import { deflateSync, inflateSync } from "fflate";
import { StorageError } from "../storage-error";

/*
 * A zip container that can copy entries without unpacking them: a part of the user's file that did not change goes
 * into the new file as the very bytes it was compressed to. (fflate's own unzip and zip always unpack and repack.)
 * Format: PKWARE APPNOTE 6.3.10.
 */

/** One entry of a zip file, still compressed. */
export interface ZipEntry {
  readonly name: string;
  /** 0 is stored, 8 is deflated. */
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly compressed: Uint8Array;
}

/** Elements that are read of one package as trees, at half a kilobyte each. */
const MAX_ELEMENTS = 2_000_000;

/**
 * Entries of a package in the order of the file: names are equal without regard to case (ECMA-376-2 §6.2.2.3, §7.3.5). Keys
 * are in lower case; an entry keeps the name that the file gave it first.
 */
export class ZipEntries extends Map<string, ZipEntry> {
  private elements = 0;
  private readonly counted = new Set<string>();

  override get(name: string): ZipEntry | undefined {
    return super.get(name.toLowerCase());
  }

  override has(name: string): boolean {
    return super.has(name.toLowerCase());
  }

  override set(name: string, entry: ZipEntry): this {
    const known = this.get(name)?.name ?? entry.name;
    return super.set(name.toLowerCase(), known === entry.name ? entry : { ...entry, name: known });
  }

  override delete(name: string): boolean {
    return super.delete(name.toLowerCase());
  }

  /** Counts the elements of a part that is read, once for each part. What it answers throws StorageError too-large. */
  counterOf(name: string): (elements: number) => void {
    return (elements) => {
      if (!this.counted.has(name)) this.elements += elements;
      this.counted.add(name);
      if (this.elements > MAX_ELEMENTS) throw new StorageError("too-large", `${this.elements} elements in all parts`);
    };
  }
}

/** Bytes one entry may unpack to; Excel's own largest sheets stay far below it. */
const MAX_ENTRY_BYTES = 1_000_000_000;
/** Up to this many bytes a part may be nothing but one row repeated, which shrinks to a thousandth. */
const MAX_RATIO = 1_000;
/**
 * What all parts may unpack to: an honest sheet shrinks to a tenth or twentieth, whatever its size, and one of blank rows
 * alone is small however it shrinks. More is made to exhaust memory, if need be by many entries over the same bytes.
 */
const MAX_TOTAL_BYTES = 200_000_000;
const MAX_TOTAL_RATIO = 100;
const MAX_ENTRIES = 50_000;

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const END_OF_DIRECTORY_BYTES = 22;
const ZIP64_END_OF_DIRECTORY = 0x06064b50;
const ZIP64_END_OF_DIRECTORY_BYTES = 56;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_LOCATOR_BYTES = 20;
const MAX_COMMENT_BYTES = 65_535;
const UTF8_NAMES = 0x0800;
const ENCRYPTED = 0x0001;

/**
 * Reads the directory of a zip file.
 * @throws StorageError not-a-workbook where there is no directory, encrypted, damaged, too-large.
 */
export function readZip(bytes: Uint8Array): ZipEntries {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, offset } = findDirectory(view);
  if (count > MAX_ENTRIES) throw new StorageError("too-large", `${count} entries`);
  const entries = new ZipEntries();
  let at = offset;
  let total = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL_HEADER) {
      throw new StorageError("damaged", "zip directory is cut off");
    }
    const flags = view.getUint16(at + 8, true);
    if ((flags & ENCRYPTED) !== 0) throw new StorageError("encrypted", "zip entry is encrypted");
    const method = view.getUint16(at + 10, true);
    if (method !== 0 && method !== 8) throw new StorageError("damaged", `zip method ${method}`);
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const commentLength = view.getUint16(at + 32, true);
    const name = decodeName(bytes.subarray(at + 46, at + 46 + nameLength));
    if (at + 46 + nameLength + extraLength > bytes.length) {
      throw new StorageError("damaged", "zip directory is cut off");
    }
    const place = zip64Place(view, at, at + 46 + nameLength, extraLength);
    const { size } = place;
    const crc = view.getUint32(at + 16, true);
    entries.set(name, { name, method, crc, size, compressed: readData(view, place, method) });
    total += size;
    if (total > MAX_TOTAL_BYTES + bytes.length * MAX_TOTAL_RATIO) {
      throw new StorageError("too-large", `zip entries of more than ${total} bytes`);
    }
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

/**
 * The unpacked bytes of an entry.
 * @throws StorageError damaged where they do not unpack to the size and sum that the directory names.
 */
export function unpack(entry: ZipEntry): Uint8Array {
  if (entry.method === 0) return entry.compressed;
  let bytes: Uint8Array;
  try {
    // The output is bounded by the directory's size, so a part that lies about it cannot grow beyond it; the one byte
    // more is where it shows that it wanted to.
    bytes = inflate(entry.compressed, entry.size + 1);
  } catch {
    throw new StorageError("damaged", `${entry.name} does not unpack`);
  }
  if (bytes.length !== entry.size || crcOf(bytes) !== entry.crc) {
    throw new StorageError("damaged", `${entry.name} is not what the directory says`);
  }
  return bytes;
}

/**
 * Packs a part into an entry, piece by piece, so that a large one never exists as a whole. Where the platform can
 * compress (Node and current browsers), it does so beside the program that writes; elsewhere, and for small parts, fflate
 * does in one go.
 */
export class EntryWriter {
  private readonly buffer = new Uint8Array(PIECE);
  private at = 0;
  private pieces: Uint8Array[] = [];
  private packer: Packer | null = null;
  private size = 0;
  private crc = 0;

  constructor(private readonly name: string) {}

  /** Adds text (must not end between the two halves of a surrogate pair). */
  write(text: string): void {
    const { length } = text;
    if (length > PIECE / 4) {
      this.flush();
      const bytes = new TextEncoder().encode(text);
      for (let at = 0; at < bytes.length; at += PIECE) this.push(bytes.subarray(at, at + PIECE));
      return;
    }
    if (this.at + length * 3 > PIECE) this.flush();
    const { buffer } = this;
    let { at } = this;
    // Texts of cells are so short that calling the platform's encoder costs more than the encoding.
    for (let index = 0; index < length; index++) {
      let code = text.charCodeAt(index);
      if (code < 0x80) {
        buffer[at++] = code;
        continue;
      }
      if (code < 0x800) buffer[at++] = 0xc0 | (code >> 6);
      else {
        if (code >= 0xd800 && code < 0xe000) code = text.codePointAt(index)!;
        if (code > 0xffff) {
          index += 1;
          buffer[at++] = 0xf0 | (code >> 18);
          buffer[at++] = 0x80 | ((code >> 12) & 0x3f);
        } else {
          if (code >= 0xd800 && code < 0xe000) code = REPLACEMENT;
          buffer[at++] = 0xe0 | (code >> 12);
        }
        buffer[at++] = 0x80 | ((code >> 6) & 0x3f);
      }
      buffer[at++] = 0x80 | (code & 0x3f);
    }
    this.at = at;
  }

  /** Waits until most of what was written is packed. To be awaited now and then, or it all piles up in memory. */
  async drain(): Promise<void> {
    await this.packer?.writer.ready;
  }

  /** Ends the entry. */
  async finish(): Promise<ZipEntry> {
    this.flush();
    this.packer?.writer.close().catch(ignore);
    const compressed = this.packer ? new Uint8Array(await this.packer.packed) : deflate(joined(this.pieces));
    return { name: this.name, method: 8, crc: this.crc, size: this.size, compressed };
  }

  private flush(): void {
    if (this.at === 0) return;
    const bytes = this.buffer.slice(0, this.at);
    this.at = 0;
    this.push(bytes);
  }

  private push(bytes: Uint8Array): void {
    this.crc = crcOf(bytes, this.crc);
    this.size += bytes.length;
    this.pieces.push(bytes);
    if (this.size >= LARGE) this.packer ??= platformPacker();
    if (!this.packer) return;
    // The type only rules out shared memory, which nothing here uses.
    for (const piece of this.pieces) this.packer.writer.write(piece as Uint8Array<ArrayBuffer>).catch(ignore);
    this.pieces = [];
  }
}

/** Bytes that are handed to the packer at once. */
const PIECE = 131_072;
/** Bytes from which on a part is worth starting the platform's compression. */
const LARGE = 1_000_000;
/** What stands for half a surrogate pair, as in every encoder. */
const REPLACEMENT = 0xfffd;

interface Packer {
  readonly writer: WritableStreamDefaultWriter<BufferSource>;
  readonly packed: Promise<ArrayBuffer>;
}

/** The platform's own compression; null where it has none of the kind zip files need. */
function platformPacker(): Packer | null {
  try {
    const { writable, readable } = new CompressionStream("deflate-raw");
    const packed = new Response(readable).arrayBuffer();
    packed.catch(ignore);
    return { writer: writable.getWriter(), packed };
  } catch {
    return null;
  }
}

/** A failure shows where what is packed is awaited; before that it must not count as unhandled. */
function ignore(): void {}

/**
 * Node's own zlib where there is Node, asked for in a way that a bundler for the browser does not follow: a workbook has
 * dozens of small parts, and fflate packs them before it has run often enough to be compiled.
 */
const zlib = (
  globalThis as { process?: { getBuiltinModule?: (name: string) => typeof Zlib | undefined } }
).process?.getBuiltinModule?.("node:zlib");

function deflate(bytes: Uint8Array): Uint8Array {
  return zlib ? zlib.deflateRawSync(bytes) : deflateSync(bytes);
}

function inflate(compressed: Uint8Array, most: number): Uint8Array {
  if (!zlib) return inflateSync(compressed, { out: new Uint8Array(most) });
  // In one piece: joining pieces of the default size would copy everything once more.
  const chunkSize = Math.max(most, zlib.constants.Z_MIN_CHUNK);
  const { buffer, byteOffset, length } = zlib.inflateRawSync(compressed, { maxOutputLength: most, chunkSize });
  return new Uint8Array(buffer, byteOffset, length);
}

/** Packs a small part in one go. */
export function packPart(name: string, bytes: Uint8Array): ZipEntry {
  return { name, method: 8, crc: crcOf(bytes), size: bytes.length, compressed: deflate(bytes) };
}

/** Writes a zip file of entries that are compressed already. */
export function writeZip(entries: Iterable<ZipEntry>): Uint8Array {
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, method, crc, size, compressed } of entries) {
    const written = new TextEncoder().encode(name);
    const common: Field[] = [
      [2, 20],
      [2, UTF8_NAMES],
      [2, method],
      // 1 January 1980: the same workbook gives the same bytes whenever it is saved.
      [4, 0x210000],
      [4, crc],
      [4, compressed.length],
      [4, size],
      [4, written.length],
    ];
    const local = record([4, LOCAL_HEADER], ...common);
    directory.push(record([4, CENTRAL_HEADER], [2, 20], ...common, [10, 0], [4, offset]), written);
    chunks.push(local, written, compressed);
    offset += local.length + written.length + compressed.length;
  }
  const count = directory.length / 2;
  const central = joined(directory);
  const end = record([8, END_OF_DIRECTORY], [2, count], [2, count], [4, central.length], [4, offset], [2, 0]);
  return joined([...chunks, central, end]);
}

/** A number in so many bytes. */
type Field = readonly [bytes: number, value: number];

/** Fields one behind the other, each with its lowest byte first. */
function record(...fields: readonly Field[]): Uint8Array {
  return Uint8Array.from(
    fields.flatMap(([bytes, value]) => Array.from({ length: bytes }, (_, at) => (at < 4 ? value >>> (8 * at) : 0))),
  );
}

/** Where the directory begins and how many entries it has. */
function findDirectory(view: DataView): { count: number; offset: number } {
  const end = findEndOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  const offset = view.getUint32(end + 16, true);
  const locator = end - ZIP64_LOCATOR_BYTES;
  if (locator < 0 || view.getUint32(locator, true) !== ZIP64_LOCATOR) return { count, offset };
  const large = Number(view.getBigUint64(locator + 8, true));
  if (large + ZIP64_END_OF_DIRECTORY_BYTES > locator || view.getUint32(large, true) !== ZIP64_END_OF_DIRECTORY) {
    throw new StorageError("damaged", "zip64 directory is missing");
  }
  return {
    count: count === 0xffff ? Number(view.getBigUint64(large + 32, true)) : count,
    offset: offset === 0xffffffff ? Number(view.getBigUint64(large + 48, true)) : offset,
  };
}

function findEndOfDirectory(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_OF_DIRECTORY_BYTES - MAX_COMMENT_BYTES);
  for (let at = view.byteLength - END_OF_DIRECTORY_BYTES; at >= lowest; at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  const begun = view.byteLength > 4 && view.getUint32(0, true) === LOCAL_HEADER;
  throw new StorageError(begun ? "damaged" : "not-a-workbook", "no zip directory");
}

/** Sizes and offset of an entry; writers that stream put them into the zip64 extra field even for small files. */
function zip64Place(view: DataView, header: number, extra: number, extraLength: number): Place {
  const place = [24, 20, 42].map((field) => view.getUint32(header + field, true));
  const end = extra + extraLength;
  for (let at = extra; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    for (const [index, value] of place.entries()) {
      if (value !== 0xffffffff) continue;
      if (field + 8 > end) throw new StorageError("damaged", "zip64 field is cut off");
      place[index] = Number(view.getBigUint64(field, true));
      field += 8;
    }
  }
  const [size, compressedSize, offset] = place as [number, number, number];
  return { size, compressedSize, offset };
}

interface Place {
  readonly size: number;
  readonly compressedSize: number;
  readonly offset: number;
}

/** The compressed bytes of an entry. */
function readData(view: DataView, { offset, compressedSize, size }: Place, method: number): Uint8Array {
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== LOCAL_HEADER) {
    throw new StorageError("damaged", "zip entry is missing");
  }
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + compressedSize > view.byteLength) throw new StorageError("damaged", "zip entry is cut off");
  if (size > MAX_ENTRY_BYTES || size > 4096 + compressedSize * MAX_RATIO) {
    throw new StorageError("too-large", `zip entry of ${size} bytes`);
  }
  if (method === 0 && size !== compressedSize) throw new StorageError("damaged", "stored zip entry with two sizes");
  return new Uint8Array(view.buffer as ArrayBuffer, view.byteOffset + start, compressedSize);
}

/** Part names are ASCII or UTF-8; some writers use backslashes or a leading slash. */
function decodeName(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replaceAll("\\", "/").replace(/^\//, "");
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** What each byte does to a sum. */
const crcTable = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = (value & 1) === 0 ? value >>> 1 : (value >>> 1) ^ 0xedb88320;
  return value;
});

/** The sum of some bytes that follow others with the sum `before`. */
function crcOf(bytes: Uint8Array, before = 0): number {
  if (zlib) return zlib.crc32(bytes, before);
  let crc = ~before;
  for (let at = 0; at < bytes.length; at++) crc = crcTable[(crc ^ bytes[at]!) & 0xff]! ^ (crc >>> 8);
  return ~crc >>> 0;
}
