import { CHART, COLORS } from "../../report/theme";
import { escaped } from "../markup";

/* The few shapes that charts are made of, as SVG text. Lengths are points. */

type Anchor = "start" | "middle" | "end";

/** A picture in the making: its shapes from back to front. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly string[];
}

/** Fonts of charts, with those of other systems behind them. */
const FONTS = `'${CHART.fontName}','Yu Gothic','Hiragino Sans','Noto Sans CJK JP',sans-serif`;

/** A length with at most two decimals, the same on every machine. */
export function length(value: number): string {
  return String(Math.round(value * 100) / 100);
}

export function rect(x: number, y: number, width: number, height: number, fill: string): string {
  return `<rect x="${length(x)}" y="${length(y)}" width="${length(width)}" height="${length(height)}" fill="${fill}"/>`;
}

export function line(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  stroke: string = COLORS.rule,
  width = 0.5,
): string {
  return `<line x1="${length(x1)}" y1="${length(y1)}" x2="${length(x2)}" y2="${length(y2)}" stroke="${stroke}" stroke-width="${length(width)}"/>`;
}

export function path(data: string, attributes: string): string {
  return `<path d="${data}" ${attributes}/>`;
}

/** A text whose middle stands at the height `y`. */
export function text(
  x: number,
  y: number,
  content: string,
  options: { readonly anchor?: Anchor; readonly fill?: string; readonly size?: number; readonly bold?: boolean } = {},
): string {
  const { anchor = "start", fill = CHART.fontColor, size = CHART.fontSize, bold = false } = options;
  const weight = bold ? ' font-weight="bold"' : "";
  // A third of the letters' size below the middle is where they stand; dominant-baseline is not known to every reader.
  return `<text x="${length(x)}" y="${length(y + size * 0.36)}" text-anchor="${anchor}" font-size="${length(size)}" fill="${fill}"${weight}>${escaped(content)}</text>`;
}

/**
 * The whole picture as SVG.
 *
 * @param names what it is and what it shows, for those who do not see it
 * @param id unique on the page
 */
export function svg(
  { width, height, shapes }: Picture,
  { title, description }: { readonly title: string; readonly description: string },
  id: string,
): string {
  const size = `viewBox="0 0 ${length(width)} ${length(height)}" width="${length(width)}" height="${length(height)}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" aria-labelledby="${id}-title ${id}-description" font-family="${FONTS}">`,
    `<title id="${id}-title">${escaped(title)}</title>`,
    `<desc id="${id}-description">${escaped(description)}</desc>`,
    ...shapes,
    "</svg>",
  ].join("");
}
