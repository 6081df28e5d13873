import { describe, expect, it } from "vitest";
import { strToU8, unzipSync, zipSync } from "fflate";
import { EntryWriter, packPart, readZip, unpack, writeZip } from "../../../../src/embedded/storage/zip/zip";
import type { StorageError } from "../../../../src/embedded/storage/storage-error";
import { cpuTime } from "../../../fixtures/cpu-time";

const text = "施策の達成状況 ".repeat(500);

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return (error as StorageError).code;
  }
  return "no error";
}

describe("zip", () => {
  it("copies entries as the bytes they were packed to", () => {
    const file = zipSync({ "a.xml": strToU8(text), "b/c.bin": [new Uint8Array([1, 2, 3]), { level: 0 }] });
    const entries = readZip(file);
    const again = readZip(writeZip(entries.values()));
    expect([...again.keys()]).toEqual(["a.xml", "b/c.bin"]);
    for (const [name, entry] of entries) expect(again.get(name)!.compressed).toEqual(entry.compressed);
    expect(unpack(again.get("b/c.bin")!)).toEqual(new Uint8Array([1, 2, 3]));
  });

  it("writes what another reader unpacks, sums included", async () => {
    const writer = new EntryWriter("large.xml");
    for (let index = 0; index < 300; index++) {
      writer.write(text);
      if (index % 50 === 0) await writer.drain();
    }
    writer.write("終");
    const file = writeZip([packPart("small.xml", strToU8("<a/>")), await writer.finish()]);
    const parts = unzipSync(file);
    expect(new TextDecoder().decode(parts["large.xml"])).toBe(`${text.repeat(300)}終`);
    expect(new TextDecoder().decode(parts["small.xml"])).toBe("<a/>");
    const [small, large] = [...readZip(file).values()];
    // CRC-32 of "<a/>", and of the large part as zipSync computes it.
    const reference = readZip(zipSync({ x: strToU8("<a/>"), y: strToU8(`${text.repeat(300)}終`) }));
    expect([small!.crc, large!.crc]).toEqual([...reference.values()].map((entry) => entry.crc));
  });

  it("packs without the platform's compression too", async () => {
    const native = globalThis.CompressionStream;
    // @ts-expect-error an older browser
    delete globalThis.CompressionStream;
    try {
      const writer = new EntryWriter("large.xml");
      for (let index = 0; index < 300; index++) writer.write(text);
      const entry = await writer.finish();
      expect(new TextDecoder().decode(unpack(entry))).toBe(text.repeat(300));
    } finally {
      globalThis.CompressionStream = native;
    }
  });

  it("encodes every character as the platform does", async () => {
    for (const sample of ["a", "é", "施", "𠮷", "\u{10ffff}", "\ud800", "x\udc00y", "混ざ𠮷り é\n"]) {
      const writer = new EntryWriter("x");
      writer.write(sample);
      expect(unpack(await writer.finish())).toEqual(new TextEncoder().encode(sample));
    }
  });

  it("reads sizes from the zip64 field that streaming writers use", () => {
    const file = zipSync({ "a.xml": strToU8(text) });
    const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
    const end = file.length - 22;
    const central = view.getUint32(end + 16, true);
    const size = view.getUint32(central + 24, true);
    const compressed = view.getUint32(central + 20, true);
    const extra = new DataView(new ArrayBuffer(20));
    extra.setUint16(0, 1, true);
    extra.setUint16(2, 16, true);
    extra.setBigUint64(4, BigInt(size), true);
    extra.setBigUint64(12, BigInt(compressed), true);
    const header = file.slice(central, end);
    const headerView = new DataView(header.buffer);
    headerView.setUint32(20, 0xffffffff, true);
    headerView.setUint32(24, 0xffffffff, true);
    headerView.setUint16(30, 20, true);
    const zip64 = new Uint8Array([
      ...file.slice(0, central),
      ...header,
      ...new Uint8Array(extra.buffer),
      ...file.slice(end),
    ]);
    expect(new TextDecoder().decode(unpack(readZip(zip64).get("a.xml")!))).toBe(text);
  });

  it("refuses a zip64 field that ends before its sizes do", () => {
    const file = zipSync({ "a.xml": [strToU8(text), { extra: { 1: new Uint8Array(4) } }] });
    const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
    view.setUint32(view.getUint32(file.length - 6, true) + 24, 0xffffffff, true);
    expect(codeOf(() => readZip(file))).toBe("damaged");
  });

  it("finds the directory through the zip64 record, and says when that is beyond the file's end", () => {
    const file = zipSync({ "a.xml": strToU8(text) });
    const end = new Uint8Array(file.slice(-22));
    const endView = new DataView(end.buffer);
    const record = new DataView(new ArrayBuffer(56));
    record.setUint32(0, 0x06064b50, true);
    record.setBigUint64(32, 1n, true);
    record.setBigUint64(48, BigInt(endView.getUint32(16, true)), true);
    endView.setUint16(10, 0xffff, true);
    endView.setUint32(16, 0xffffffff, true);
    const withRecordAt = (place: number): Uint8Array => {
      const locator = new DataView(new ArrayBuffer(20));
      locator.setUint32(0, 0x07064b50, true);
      locator.setBigUint64(8, BigInt(place), true);
      return new Uint8Array([
        ...file.slice(0, -22),
        ...new Uint8Array(record.buffer),
        ...new Uint8Array(locator.buffer),
        ...end,
      ]);
    };
    const place = file.length - 22;
    expect(new TextDecoder().decode(unpack(readZip(withRecordAt(place)).get("a.xml")!))).toBe(text);
    expect(codeOf(() => readZip(withRecordAt(2 ** 40)))).toBe("damaged");
    expect(codeOf(() => readZip(withRecordAt(place + 1)))).toBe("damaged");
  });

  it("finds entries in whatever case they are asked for, and keeps the file's own", () => {
    const entries = readZip(zipSync({ "XL/Workbook.XML": strToU8("<a/>"), "[content_types].xml": strToU8("<b/>") }));
    expect(entries.has("xl/workbook.xml")).toBe(true);
    entries.set("[Content_Types].xml", packPart("[Content_Types].xml", strToU8("<c/>")));
    const again = unzipSync(writeZip(entries.values()));
    expect(Object.keys(again)).toEqual(["XL/Workbook.XML", "[content_types].xml"]);
    expect(new TextDecoder().decode(again["[content_types].xml"])).toBe("<c/>");
    entries.delete("xl/WORKBOOK.xml");
    expect([...entries.keys()]).toEqual(["[content_types].xml"]);
  });

  it("names what is wrong with a file", () => {
    const file = zipSync({ "a.xml": strToU8(text) });
    expect(codeOf(() => readZip(new Uint8Array(100)))).toBe("not-a-workbook");
    expect(codeOf(() => readZip(new Uint8Array(0)))).toBe("not-a-workbook");
    expect(codeOf(() => readZip(file.slice(40)))).toBe("damaged");
    const encrypted = file.slice();
    const central = new DataView(encrypted.buffer).getUint32(encrypted.length - 6, true);
    encrypted[central + 8] = 1;
    expect(codeOf(() => readZip(encrypted))).toBe("encrypted");
  });

  it("refuses an entry that claims to unpack to far more than it is", () => {
    const file = zipSync({ "a.xml": new Uint8Array(50_000_000) });
    expect(codeOf(() => readZip(file))).toBe("too-large");
  });

  it("refuses many entries over the same bytes", () => {
    const repeated = new Uint8Array(4_000_000);
    for (let at = 0; at < repeated.length; at += 500) repeated[at] = at % 251;
    const one = readZip(zipSync({ "a.xml": repeated })).get("a.xml")!;
    const entries = Array.from({ length: 200 }, (_, index) => packPart(`${index}.xml`, strToU8("")));
    const file = writeZip([one, ...entries]);
    const view = new DataView(file.buffer);
    let at = view.getUint32(file.length - 6, true);
    const first = at;
    for (let index = 0; index <= entries.length; index++) {
      for (const field of [20, 24, 42]) view.setUint32(at + field, view.getUint32(first + field, true), true);
      at += 46 + view.getUint16(at + 28, true);
    }
    expect(codeOf(() => readZip(file))).toBe("too-large");
  });

  it("stops unpacking an entry where it is longer than it claims", () => {
    const long = packPart("a.xml", strToU8(" ".repeat(100_000_000)));
    const start = cpuTime();
    expect(codeOf(() => unpack({ ...long, size: 1000 }))).toBe("damaged");
    expect(cpuTime() - start).toBeLessThan(100);
  });

  it("refuses an entry that unpacks to another size than it claims", () => {
    const file = zipSync({ "a.xml": strToU8(text) });
    const entry = readZip(file).get("a.xml")!;
    expect(codeOf(() => unpack({ ...entry, size: entry.size + 10 }))).toBe("damaged");
    expect(codeOf(() => unpack({ ...entry, size: entry.size - 10 }))).toBe("damaged");
    expect(codeOf(() => unpack({ ...entry, crc: 1 }))).toBe("damaged");
  });
});
