import type { ChartData } from "../../report/document/blocks";
import { textWidth } from "../../report/text-width";
import { CHART, COLORS } from "../../report/theme";
import { figure } from "./axis";
import { length, path, rect, text, type Picture } from "./svg";

const RADIUS = 70;
const ROW = 18;
const KEY = 9;
const BESIDE = 34;

/** A ring of the parts of a whole, its sum in the middle, names and numbers beside it. */
export function doughnut(chart: ChartData, width: number): Picture {
  const { categories, segments = [], series, decimals } = chart;
  const values = categories.map((_, at) => Math.max(0, series[0]?.values[at] ?? 0));
  const sum = values.reduce((all, value) => all + value, 0);
  const names = categories.map((name, at) => ({
    name,
    value: figure(values[at]!, decimals),
    color: segments[at]?.color ?? COLORS.rule,
  }));
  const nameWidth = Math.max(0, ...names.map(({ name }) => textWidth(name))) * CHART.fontSize;
  const numberWidth = Math.max(0, ...names.map(({ value }) => textWidth(value))) * CHART.fontSize;
  const beside = KEY + 5 + nameWidth + 12 + numberWidth;
  const height = Math.max(RADIUS * 2, names.length * ROW) + 12;
  const left = Math.max(0, (width - RADIUS * 2 - BESIDE - beside) / 2);
  const centre = { x: left + RADIUS, y: height / 2 };
  const hole = (RADIUS * CHART.holePercent) / 100;
  const shapes: string[] = [];
  let from = 0;
  values.forEach((value, at) => {
    if (value <= 0 || sum <= 0) return;
    const to = from + value / sum;
    shapes.push(segment(centre, hole, from, to, names[at]!.color));
    const label = names[at]!.value;
    const middle = (RADIUS + hole) / 2;
    // A label stands where its part of the ring is as wide as the text.
    if ((to - from) * 2 * Math.PI * middle >= textWidth(label) * CHART.fontSize + 2) {
      const angle = (from + to) * Math.PI;
      const [x, y] = [centre.x + Math.sin(angle) * middle, centre.y - Math.cos(angle) * middle];
      shapes.push(text(x, y, label, { anchor: "middle", fill: segments[at]?.labelColor ?? COLORS.ink }));
    }
    from = to;
  });
  shapes.push(text(centre.x, centre.y, figure(sum, decimals), { anchor: "middle", size: 14, bold: true }));
  const x = left + RADIUS * 2 + BESIDE;
  const top = (height - names.length * ROW) / 2;
  names.forEach(({ name, value, color }, at) => {
    const y = top + (at + 0.5) * ROW;
    shapes.push(rect(x, y - KEY / 2, KEY, KEY, color), text(x + KEY + 5, y, name));
    shapes.push(text(x + beside, y, value, { anchor: "end" }));
  });
  return { width, height, shapes };
}

/** A part of the ring, from and to in parts of the whole, clockwise from the top. */
function segment(
  centre: { readonly x: number; readonly y: number },
  hole: number,
  from: number,
  to: number,
  color: string,
): string {
  // An arc of the whole circle would begin and end in one point, which draws nothing.
  const end = Math.min(to, from + 0.99999);
  const at = (part: number, radius: number): string =>
    `${length(centre.x + Math.sin(part * 2 * Math.PI) * radius)} ${length(centre.y - Math.cos(part * 2 * Math.PI) * radius)}`;
  const large = end - from > 0.5 ? 1 : 0;
  const data = `M${at(from, RADIUS)}A${RADIUS} ${RADIUS} 0 ${large} 1 ${at(end, RADIUS)}L${at(end, hole)}A${length(hole)} ${length(hole)} 0 ${large} 0 ${at(from, hole)}Z`;
  return path(data, `fill="${color}" stroke="${CHART.gapColor}" stroke-width="0.75"`);
}
