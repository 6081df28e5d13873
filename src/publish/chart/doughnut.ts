import type { ChartData } from "../../report/document/blocks";
import { textWidth } from "../../report/text-width";
import { CHART, COLORS } from "../../report/theme";
import { figure } from "../cell-text";
import { onCircle, rect, text, type Picture, type Shape } from "./picture";

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
  const shapes: Shape[] = [];
  let from = 0;
  values.forEach((value, at) => {
    if (value <= 0 || sum <= 0) return;
    const to = from + value / sum;
    shapes.push({ kind: "ring", ...centre, inner: hole, outer: RADIUS, from, to, fill: names[at]!.color });
    const label = names[at]!.value;
    const middle = (RADIUS + hole) / 2;
    // A label stands where its part of the ring is as wide as the text.
    if ((to - from) * 2 * Math.PI * middle >= textWidth(label) * CHART.fontSize + 2) {
      const { x, y } = onCircle(centre, middle, (from + to) / 2);
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
