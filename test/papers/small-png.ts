import { crc32, deflateSync, inflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * A screenshot with the colours that it has most of, so that it takes a third of its bytes; the others become the nearest of
 * them, which nobody sees on letters.
 *
 * @throws Error for a picture that is no PNG of 8 bits in RGB or RGBA, as browsers make them
 */
export function smallPng(png: Uint8Array, most = 128): Uint8Array {
  const { width, height, pixels } = decoded(Buffer.from(png));
  const counts = new Map<number, number>();
  for (const color of pixels) counts.set(color, (counts.get(color) ?? 0) + 1);
  const palette = [...counts].sort(([, a], [, b]) => b - a).slice(0, most);
  const colors = palette.map(([color]) => color);
  const indexes = new Map([...counts.keys()].map((color) => [color, nearest(color, colors)]));
  const lines = Buffer.alloc((width + 1) * height);
  pixels.forEach((color, at) => {
    lines[at + Math.floor(at / width) + 1] = indexes.get(color)!;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(colors.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255]))),
    chunk("IDAT", deflateSync(lines, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function nearest(color: number, colors: readonly number[]): number {
  let [best, least] = [0, Infinity];
  colors.forEach((other, index) => {
    const distance = [16, 8, 0].reduce(
      (sum, bits) => sum + (((color >> bits) & 255) - ((other >> bits) & 255)) ** 2,
      0,
    );
    if (distance < least) [best, least] = [index, distance];
  });
  return best;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body) >>> 0);
  return Buffer.concat([length, body, sum]);
}

/** Width, height and the colours of the pixels from the top left one on, as 0xRRGGBB. */
function decoded(png: Buffer): { width: number; height: number; pixels: Uint32Array } {
  const data: Buffer[] = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString("latin1", at + 4, at + 8) === "IDAT") data.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const channels = { 2: 3, 6: 4 }[png[25]!];
  if (png[24] !== 8 || channels === undefined || png[28] !== 0) throw new Error("Not a screenshot's PNG.");
  const raw = inflateSync(Buffer.concat(data));
  const stride = width * channels;
  const pixels = new Uint32Array(width * height);
  let above: Uint8Array = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    const start = y * (stride + 1);
    const line = unfiltered(raw[start]!, raw.subarray(start + 1, start + 1 + stride), above, channels);
    for (let x = 0; x < width; x++) {
      const at = x * channels;
      pixels[y * width + x] = (line[at]! << 16) | (line[at + 1]! << 8) | line[at + 2]!;
    }
    above = line;
  }
  return { width, height, pixels };
}

/** A line's bytes without the filter that PNG puts over them. */
function unfiltered(filter: number, bytes: Uint8Array, above: Uint8Array, channels: number): Uint8Array {
  const line = new Uint8Array(bytes.length);
  bytes.forEach((byte, at) => {
    const [left, up, corner] = [line[at - channels] ?? 0, above[at]!, above[at - channels] ?? 0];
    line[at] = byte + [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]!;
  });
  return line;
}

function paeth(left: number, up: number, corner: number): number {
  const [toLeft, toUp, toCorner] = [left, up, corner].map((each) => Math.abs(left + up - corner - each));
  if (toLeft! <= toUp! && toLeft! <= toCorner!) return left;
  return toUp! <= toCorner! ? up : corner;
}
