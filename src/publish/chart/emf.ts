import { textWidth } from "../../report/text-width";
import { CHART } from "../../report/theme";
import { writable } from "../markup";
import { onCircle, type Anchor, type Picture, type Shape } from "./picture";

/*
 * A picture as an enhanced metafile ([MS-EMF]), which every Word and LibreOffice draws with its own fonts; what stands in
 * a document behind the SVG that only newer ones know.
 */

/** Units a point; a reference device of 14,400 units and 254 mm then has exactly 20 of them to a point. */
const UNITS = 20;
const DEVICE = { units: 14_400, millimetres: 254 } as const;

const RECORD = {
  header: 1,
  polygon: 3,
  polyline: 4,
  windowExtent: 9,
  windowOrigin: 10,
  viewportExtent: 11,
  viewportOrigin: 12,
  end: 14,
  mapMode: 17,
  backgroundMode: 18,
  textAlign: 22,
  textColor: 24,
  selectObject: 37,
  createPen: 38,
  createBrush: 39,
  deleteObject: 40,
  rectangle: 43,
  createFont: 82,
  textOut: 84,
} as const;
const NULL_PEN = 0x80000008;
const NULL_BRUSH = 0x80000005;
const ANISOTROPIC = 8;
const TRANSPARENT = 1;
const BASELINE = 24;
const ALIGN: Readonly<Record<Anchor, number>> = { start: 0, middle: 6, end: 2 };
const SHIFT_JIS = 128;
const HEADER_BYTES = 88;
/** Steps of a whole circle. */
const ARC_STEPS = 180;

/** The picture's bytes. */
export function emf({ width, height, shapes }: Picture): Uint8Array {
  const records: Uint8Array[] = [
    record(RECORD.mapMode, words(ANISOTROPIC)),
    record(RECORD.windowOrigin, words(0, 0)),
    record(RECORD.windowExtent, words(units(width), units(height))),
    record(RECORD.viewportOrigin, words(0, 0)),
    record(RECORD.viewportExtent, words(units(width), units(height))),
    record(RECORD.backgroundMode, words(TRANSPARENT)),
    ...shapes.flatMap(shapeRecords),
    record(RECORD.end, words(0, 16, 20)),
  ];
  const size = HEADER_BYTES + records.reduce((sum, { length }) => sum + length, 0);
  const hundredths = (points: number): number => Math.round((points * 2540) / 72);
  const header = record(
    RECORD.header,
    words(
      ...[0, 0, units(width), units(height)],
      ...[0, 0, hundredths(width), hundredths(height)],
      // " EMF", version 1.0
      ...[0x464d4520, 0x10000, size, records.length + 1],
      // One object at a time beside the reserved one; no description, no palette.
      ...[2, 0, 0, 0],
      ...[DEVICE.units, DEVICE.units, DEVICE.millimetres, DEVICE.millimetres],
    ),
  );
  return joined([header, ...records]);
}

function shapeRecords(shape: Shape): Uint8Array[] {
  switch (shape.kind) {
    case "rect": {
      const { x, y, width, height, fill } = shape;
      const box = words(units(x), units(y), units(x + width), units(y + height));
      return filled(fill, record(RECORD.rectangle, box));
    }
    case "ring":
      return filled(shape.fill, poly(RECORD.polygon, ringPoints(shape)));
    case "polyline": {
      const { points, stroke, width } = shape;
      const pen = record(RECORD.createPen, words(1, 0, Math.max(1, units(width)), 0, color(stroke)));
      const outline = poly(RECORD.polyline, points);
      return withObject(pen, [record(RECORD.selectObject, words(NULL_BRUSH)), outline]);
    }
    case "text":
      return textRecords(shape);
  }
}

function filled(fill: string, shape: Uint8Array): Uint8Array[] {
  const brush = record(RECORD.createBrush, words(1, 0, color(fill), 0));
  return withObject(brush, [record(RECORD.selectObject, words(NULL_PEN)), shape]);
}

function withObject(create: Uint8Array, use: readonly Uint8Array[]): Uint8Array[] {
  return [create, record(RECORD.selectObject, words(1)), ...use, record(RECORD.deleteObject, words(1))];
}

function ringPoints(ring: Extract<Shape, { kind: "ring" }>): { readonly x: number; readonly y: number }[] {
  const { inner, outer, from, to } = ring;
  const steps = Math.max(1, Math.ceil((to - from) * ARC_STEPS));
  const parts = Array.from({ length: steps + 1 }, (_, at) => from + ((to - from) * at) / steps);
  return [
    ...parts.map((part) => onCircle(ring, outer, part)),
    ...[...parts].reverse().map((part) => onCircle(ring, inner, part)),
  ];
}

function poly(type: number, points: readonly { readonly x: number; readonly y: number }[]): Uint8Array {
  const places = points.map(({ x, y }) => [units(x), units(y)] as const);
  const xs = places.map(([x]) => x);
  const ys = places.map(([, y]) => y);
  const bounds = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  return record(type, words(...bounds, points.length, ...places.flat()));
}

function textRecords({ x, y, content, anchor, fill, size, bold }: Extract<Shape, { kind: "text" }>): Uint8Array[] {
  const letters = Array.from(writable(content)).flatMap((letter) =>
    Array.from({ length: letter.length }, (_, at) => letter.charCodeAt(at)),
  );
  const advances = Array.from(writable(content)).flatMap((letter) => [
    Math.round(textWidth(letter) * size * UNITS),
    ...new Array<number>(letter.length - 1).fill(0),
  ]);
  const string = new Uint8Array(Math.ceil(letters.length / 2) * 4);
  letters.forEach((code, at) => {
    string[at * 2] = code & 0xff;
    string[at * 2 + 1] = code >> 8;
  });
  const start = 76;
  const place = words(
    0,
    0,
    -1,
    -1,
    1,
    0x3f800000,
    0x3f800000,
    units(x),
    units(y),
    letters.length,
    start,
    0,
    0,
    0,
    -1,
    -1,
    start + string.length,
  );
  const out = record(RECORD.textOut, joined([place, string, words(...advances)]));
  return withObject(record(RECORD.createFont, joined([words(1), logicalFont(size, bold)])), [
    record(RECORD.textColor, words(color(fill))),
    record(RECORD.textAlign, words(BASELINE | ALIGN[anchor])),
    out,
  ]);
}

/** EXTLOGFONTW: only the font's own part says anything. */
function logicalFont(size: number, bold: boolean): Uint8Array {
  const font = new Uint8Array(320);
  font.set(words(-units(size), 0, 0, 0, bold ? 700 : 400));
  font[23] = SHIFT_JIS;
  Array.from(CHART.fontName, (letter) => letter.charCodeAt(0)).forEach((code, at) => {
    font[28 + at * 2] = code & 0xff;
    font[29 + at * 2] = code >> 8;
  });
  return font;
}

function units(points: number): number {
  return Math.round(points * UNITS);
}

/** "#RRGGBB" as 0x00BBGGRR. */
function color(value: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(value.slice(at, at + 2), 16)) as [number, number, number];
  return red | (green << 8) | (blue << 16);
}

function record(type: number, content: Uint8Array): Uint8Array {
  return joined([words(type, content.length + 8), content]);
}

function words(...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 4);
  const view = new DataView(bytes.buffer);
  values.forEach((value, at) => {
    view.setInt32(at * 4, value | 0, true);
  });
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
