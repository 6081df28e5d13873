import { CHART } from "../../report/theme";
import { escaped } from "../markup";
import { onCircle, type Picture, type Shape } from "./picture";

/** Fonts of charts, with those of other systems behind them. */
const FONTS = `'${CHART.fontName}','Yu Gothic','Hiragino Sans','Noto Sans CJK JP',sans-serif`;

/**
 * A picture as SVG.
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
    ...shapes.map(shapeSvg),
    "</svg>",
  ].join("");
}

/** A length with at most two decimals, the same on every machine. */
function length(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function shapeSvg(shape: Shape): string {
  switch (shape.kind) {
    case "rect": {
      const { x, y, width, height, fill } = shape;
      return `<rect x="${length(x)}" y="${length(y)}" width="${length(width)}" height="${length(height)}" fill="${fill}"/>`;
    }
    case "polyline": {
      const { points, stroke, width } = shape;
      const places = points.map(({ x, y }) => `${length(x)},${length(y)}`).join(" ");
      return `<polyline points="${places}" fill="none" stroke="${stroke}" stroke-width="${length(width)}"/>`;
    }
    case "ring": {
      const { inner, outer, from, to, fill } = shape;
      // An arc of the whole circle would begin and end in one point, which draws nothing.
      const end = Math.min(to, from + 0.99999);
      const at = (radius: number, part: number): string => {
        const { x, y } = onCircle(shape, radius, part);
        return `${length(x)} ${length(y)}`;
      };
      const large = end - from > 0.5 ? 1 : 0;
      const data = `M${at(outer, from)}A${length(outer)} ${length(outer)} 0 ${large} 1 ${at(outer, end)}L${at(inner, end)}A${length(inner)} ${length(inner)} 0 ${large} 0 ${at(inner, from)}Z`;
      return `<path d="${data}" fill="${fill}" stroke="${CHART.gapColor}" stroke-width="0.75"/>`;
    }
    case "text": {
      const { x, y, content, anchor, fill, size, bold } = shape;
      const weight = bold ? ' font-weight="bold"' : "";
      return `<text x="${length(x)}" y="${length(y)}" text-anchor="${anchor}" font-size="${length(size)}" fill="${fill}"${weight}>${escaped(content)}</text>`;
    }
  }
}
