import { unzipSync, zipSync } from "fflate";

/** Numbers from 0 to below 1 that are the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A valid file made wrong in a few places: in the container or, more often, in one of the parts packed in it. */
export function mutated(file: Uint8Array, seed: number): Uint8Array {
  const next = random(seed);
  if (next() < 0.25) return mutatedBytes(file, next);
  const parts: Record<string, Uint8Array> = unzipSync(file);
  const names = Object.keys(parts).filter((name) => /\.(xml|rels|vml)$/i.test(name));
  const times = next() < 0.7 ? 1 : 3;
  for (let time = 0; time < times; time++) {
    const name = names[Math.floor(next() * names.length)]!;
    parts[name] = mutatedBytes(parts[name]!, next);
  }
  return zipSync(parts, { level: 1 });
}

/** Bytes with one thing wrong: a bit flipped, bytes put in, taken away or twice, the end missing, two pieces swapped. */
function mutatedBytes(bytes: Uint8Array, next: () => number): Uint8Array {
  const at = Math.floor(next() * bytes.length);
  const some = 1 + Math.floor(next() * next() * 60);
  const piece = bytes.subarray(at, at + some);
  switch (Math.floor(next() * 7)) {
    case 0: {
      const flipped = bytes.slice();
      flipped[at]! ^= 1 << Math.floor(next() * 8);
      return flipped;
    }
    case 1:
      return joined(bytes.subarray(0, at), TOKENS[Math.floor(next() * TOKENS.length)]!, bytes.subarray(at));
    case 2:
      return joined(bytes.subarray(0, at), bytes.subarray(at + some));
    case 3:
      return joined(bytes.subarray(0, at + piece.length), piece, bytes.subarray(at + piece.length));
    case 4:
      return bytes.slice(0, at);
    case 5: {
      const from = Math.floor(next() * bytes.length);
      const overwritten = bytes.slice();
      overwritten.set(bytes.subarray(from, Math.min(from + some, bytes.length - (at > from ? at - from : 0))), at);
      return overwritten;
    }
    default: {
      // A number made another one: the most telling places are sizes, indexes and ids.
      const digits: number[] = [];
      bytes.forEach((byte, index) => {
        if (byte >= 0x30 && byte <= 0x39) digits.push(index);
      });
      const place = digits[Math.floor(next() * digits.length)];
      if (place === undefined) return bytes;
      const number = new TextEncoder().encode(NUMBERS[Math.floor(next() * NUMBERS.length)]);
      return joined(bytes.subarray(0, place), number, bytes.subarray(place + 1));
    }
  }
}

const NUMBERS = ["-1", "0", "99999999", "4294967296", "1e9", "", "NaN", "1048577", "16385"];

const TOKENS = [
  "<", ">", "&", '"', "'", "/", "\0", "\u0001", "]]>", "<!--", "-->", "<![CDATA[", "<!DOCTYPE a>", "&#0;", "&#x110000;",
  "&nbsp;", "&#9;", "_x0000_", "xmlns:r=\"\"", " r=\"A1\"", "<c/>", "<row/>", "</row>", "<f t=\"shared\" si=\"0\"/>",
  "\u{10ffff}", "\ufffe", "ア", " xmlns=\"urn:x\"", "<a:b/>", "%", "../../..", "\r\n", "=",
].map((text) => new TextEncoder().encode(text)).concat([Uint8Array.of(0xff), Uint8Array.of(0xed, 0xa0, 0x80), Uint8Array.of(0xc0, 0x80)]); // prettier-ignore

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
