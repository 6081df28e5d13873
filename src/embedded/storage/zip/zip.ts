import type * as Zlib from "node:zlib";
import { Deflate, deflateSync, inflateSync } from "fflate";
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

/** Entries by name, in the order of the file. */
export type ZipEntries = Map<string, ZipEntry>;

/**
 * Entries of a package: names are equal without regard to case (ECMA-376-2 §6.2.2.3, §7.3.5), and keep the case that the
 * file writes them in.
 */
export class PackageEntries extends Map<string, ZipEntry> {
  private readonly spellings = new Map<string, string>();

  override get(name: string): ZipEntry | undefined {
    return super.get(this.spelling(name));
  }

  override has(name: string): boolean {
    return super.has(this.spelling(name));
  }

  override set(name: string, entry: ZipEntry): this {
    const known = this.spelling(name);
    this.spellings.set(known.toLowerCase(), known);
    return super.set(known, known === entry.name ? entry : { ...entry, name: known });
  }

  override delete(name: string): boolean {
    const known = this.spelling(name);
    this.spellings.delete(known.toLowerCase());
    return super.delete(known);
  }

  private spelling(name: string): string {
    return super.has(name) ? name : (this.spellings.get(name.toLowerCase()) ?? name);
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
  const entries: ZipEntries = new PackageEntries();
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
    entries.set(name, { name, method, crc: view.getUint32(at + 16, true), ...readData(bytes, view, place, method) });
    total += place.size;
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
 * compress (Node and current browsers), it does so beside the program that writes; elsewhere, and for small parts,
 * fflate does.
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
      this.writeBytes(new TextEncoder().encode(text));
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

  /** Adds bytes that are UTF-8 already. They must not change until the entry is finished. */
  writeBytes(bytes: Uint8Array): void {
    if (bytes.length <= PIECE / 4) {
      if (this.at + bytes.length > PIECE) this.flush();
      this.buffer.set(bytes, this.at);
      this.at += bytes.length;
      return;
    }
    this.flush();
    for (let at = 0; at < bytes.length; at += PIECE) this.push(bytes.subarray(at, at + PIECE));
  }

  /** Waits until most of what was written is packed. To be awaited now and then, or it all piles up in memory. */
  async drain(): Promise<void> {
    await this.packer?.drain();
  }

  /** Ends the entry. */
  async finish(): Promise<ZipEntry> {
    this.flush();
    const compressed = this.packer ? await this.packer.finish() : deflate(joined(this.pieces, this.size));
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
    if (this.packer) {
      this.packer.push(bytes);
      return;
    }
    this.pieces.push(bytes);
    if (this.size < LARGE) return;
    this.packer = platformPacker() ?? fflatePacker();
    for (const piece of this.pieces) this.packer.push(piece);
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
  push(bytes: Uint8Array): void;
  drain(): Promise<void>;
  finish(): Promise<Uint8Array>;
}

/** The platform's own compression; null where it has none of the kind zip files need. */
function platformPacker(): Packer | null {
  let stream: CompressionStream;
  try {
    stream = new CompressionStream("deflate-raw");
  } catch {
    return null;
  }
  const writer = stream.writable.getWriter();
  const packed = new Response(stream.readable).arrayBuffer();
  // A failure shows where the result is awaited; here it must not count as unhandled.
  const ignore = (): void => undefined;
  packed.catch(ignore);
  return {
    push: (bytes) => {
      // The type only rules out shared memory, which nothing here uses.
      writer.write(bytes as Uint8Array<ArrayBuffer>).catch(ignore);
    },
    drain: () => writer.ready,
    finish: async () => {
      writer.close().catch(ignore);
      return new Uint8Array(await packed);
    },
  };
}

function fflatePacker(): Packer {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Level 1 packs sheet data at twice the speed of the default level and a seventh larger.
  const deflate = new Deflate({ level: 1 }, (chunk) => {
    chunks.push(chunk);
    size += chunk.length;
  });
  return {
    push: (bytes) => {
      deflate.push(bytes);
    },
    drain: () => Promise.resolve(),
    finish: () => {
      deflate.push(new Uint8Array(0), true);
      return Promise.resolve(joined(chunks, size));
    },
  };
}

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
  const encoder = new TextEncoder();
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  let directorySize = 0;
  let count = 0;
  for (const entry of entries) {
    const name = encoder.encode(entry.name);
    const local = new Uint8Array(30 + name.length);
    const localView = new DataView(local.buffer);
    localView.setUint32(0, LOCAL_HEADER, true);
    writeCommonHeader(localView, 4, entry, name.length);
    local.set(name, 30);
    const central = new Uint8Array(46 + name.length);
    const centralView = new DataView(central.buffer);
    centralView.setUint32(0, CENTRAL_HEADER, true);
    centralView.setUint16(4, 20, true);
    writeCommonHeader(centralView, 6, entry, name.length);
    centralView.setUint32(42, offset, true);
    central.set(name, 46);
    chunks.push(local, entry.compressed);
    directory.push(central);
    offset += local.length + entry.compressed.length;
    directorySize += central.length;
    count += 1;
  }
  const end = new Uint8Array(END_OF_DIRECTORY_BYTES);
  const endView = new DataView(end.buffer);
  endView.setUint32(0, END_OF_DIRECTORY, true);
  endView.setUint16(8, count, true);
  endView.setUint16(10, count, true);
  endView.setUint32(12, directorySize, true);
  endView.setUint32(16, offset, true);
  return joined([...chunks, ...directory, end], offset + directorySize + end.length);
}

/** The header fields that the local and the central record have in common. */
function writeCommonHeader(view: DataView, at: number, entry: ZipEntry, nameLength: number): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, UTF8_NAMES, true);
  view.setUint16(at + 4, entry.method, true);
  // 1 January 1980: the same workbook gives the same bytes whenever it is saved.
  view.setUint16(at + 8, 0x21, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.compressed.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, nameLength, true);
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

interface Place {
  readonly size: number;
  readonly compressedSize: number;
  readonly offset: number;
}

/** Sizes and offset of an entry; writers that stream put them into the zip64 extra field even for small files. */
function zip64Place(view: DataView, header: number, extra: number, extraLength: number): Place {
  let compressedSize = view.getUint32(header + 20, true);
  let size = view.getUint32(header + 24, true);
  let offset = view.getUint32(header + 42, true);
  const end = extra + extraLength;
  for (let at = extra; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    const next = (): number => {
      if (field + 8 > end) throw new StorageError("damaged", "zip64 field is cut off");
      const value = Number(view.getBigUint64(field, true));
      field += 8;
      return value;
    };
    if (size === 0xffffffff) size = next();
    if (compressedSize === 0xffffffff) compressedSize = next();
    if (offset === 0xffffffff) offset = next();
  }
  return { size, compressedSize, offset };
}

function readData(
  bytes: Uint8Array,
  view: DataView,
  place: Place,
  method: number,
): { size: number; compressed: Uint8Array } {
  const { offset, compressedSize, size } = place;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_HEADER) {
    throw new StorageError("damaged", "zip entry is missing");
  }
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + compressedSize > bytes.length) throw new StorageError("damaged", "zip entry is cut off");
  if (size > MAX_ENTRY_BYTES || size > 4096 + compressedSize * MAX_RATIO) {
    throw new StorageError("too-large", `zip entry of ${size} bytes`);
  }
  if (method === 0 && size !== compressedSize) throw new StorageError("damaged", "stored zip entry with two sizes");
  return { size, compressed: bytes.subarray(start, start + compressedSize) };
}

/** Part names are ASCII or UTF-8; some writers use backslashes or a leading slash. */
function decodeName(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replaceAll("\\", "/").replace(/^\//, "");
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** Tables for four bytes at a time: table n is what a byte does to the sum n bytes later. */
const crcTables = ((): readonly Int32Array[] => {
  const tables = [0, 1, 2, 3].map(() => new Int32Array(256));
  for (let index = 0; index < 256; index++) {
    let value = index;
    for (let bit = 0; bit < 8; bit++) value = (value & 1) === 0 ? value >>> 1 : (value >>> 1) ^ 0xedb88320;
    tables[0]![index] = value;
  }
  for (let index = 0; index < 256; index++) {
    for (let table = 1; table < 4; table++) {
      const before = tables[table - 1]![index]!;
      tables[table]![index] = tables[0]![before & 0xff]! ^ (before >>> 8);
    }
  }
  return tables;
})();

/** The sum of some bytes that follow others with the sum `before`. */
function crcOf(bytes: Uint8Array, before = 0): number {
  if (zlib) return zlib.crc32(bytes, before);
  const [one, two, three, four] = crcTables as [Int32Array, Int32Array, Int32Array, Int32Array];
  const whole = bytes.length & ~3;
  let crc = before ^ 0xffffffff;
  let at = 0;
  for (; at < whole; at += 4) {
    crc ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    crc = four[crc & 0xff]! ^ three[(crc >>> 8) & 0xff]! ^ two[(crc >>> 16) & 0xff]! ^ one[crc >>> 24]!;
  }
  for (; at < bytes.length; at++) crc = one[(crc ^ bytes[at]!) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
