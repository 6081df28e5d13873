import { CHART, COLORS } from "../../report/theme";

/* The few shapes that charts are made of. Lengths are points, from the top left corner; colours "#RRGGBB". */

/** Where a text begins, or has its middle or end. */
export type Anchor = "start" | "middle" | "end";

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A shape of a picture. */
export type Shape =
  | (Point & { readonly kind: "rect"; readonly width: number; readonly height: number; readonly fill: string })
  | { readonly kind: "polyline"; readonly points: readonly Point[]; readonly stroke: string; readonly width: number }
  /** A part of a ring around a point, `from` and `to` in parts of the whole, clockwise from the top. */
  | (Point & {
      readonly kind: "ring";
      readonly inner: number;
      readonly outer: number;
      readonly from: number;
      readonly to: number;
      readonly fill: string;
    })
  /** `y` is where the letters stand. */
  | (Point & {
      readonly kind: "text";
      readonly content: string;
      readonly anchor: Anchor;
      readonly fill: string;
      readonly size: number;
      readonly bold: boolean;
    });

/** A picture: its shapes from back to front. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

export function rect(x: number, y: number, width: number, height: number, fill: string): Shape {
  return { kind: "rect", x, y, width, height, fill };
}

export function line(x1: number, y1: number, x2: number, y2: number, stroke: string = COLORS.rule, width = 0.5): Shape {
  const points = [
    { x: x1, y: y1 },
    { x: x2, y: y2 },
  ];
  return { kind: "polyline", points, stroke, width };
}

/** A text whose middle stands at the height `y`. */
export function text(
  x: number,
  y: number,
  content: string,
  options: { readonly anchor?: Anchor; readonly fill?: string; readonly size?: number; readonly bold?: boolean } = {},
): Shape {
  const { anchor = "start", fill = CHART.fontColor, size = CHART.fontSize, bold = false } = options;
  // Letters stand about a third of their size below their middle.
  return { kind: "text", x, y: y + size * 0.36, content, anchor, fill, size, bold };
}

/** A point of a ring, `part` in parts of the whole. */
export function onCircle(centre: Point, radius: number, part: number): Point {
  const angle = part * 2 * Math.PI;
  return { x: centre.x + Math.sin(angle) * radius, y: centre.y - Math.cos(angle) * radius };
}
