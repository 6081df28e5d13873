import type { ChartData } from "../../report/document/blocks";
import { breakLines } from "../../report/text-layout";
import { textWidth } from "../../report/text-width";
import { CHART, COLORS } from "../../report/theme";
import { figure } from "../cell-text";
import { axisSteps } from "./axis";
import { legend } from "./legend";
import { line, rect, text, type Picture, type Shape } from "./picture";

const HEIGHT = 150;
const LINE = 11;
const GRID = "#E3E3E3";

/** Standing columns or lines over the same categories, such as years. */
export function columns(chart: ChartData, width: number): Picture {
  const { kind, categories, series, decimals } = chart;
  const values = series.flatMap((one) => one.values.map((value) => value ?? 0));
  const steps = axisSteps(Math.max(0, ...values));
  const top = steps[steps.length - 1]!;
  const left = Math.max(...steps.map((step) => textWidth(figure(step, 0)))) * 8 + 6;
  const key = legend(series, left, width - left);
  const plot = width - left;
  const band = plot / Math.max(1, categories.length);
  const yOf = (value: number): number => key.height + 10 + HEIGHT * (1 - value / top);
  const floor = yOf(0);
  const shapes = [...key.shapes];
  for (const step of steps) {
    shapes.push(line(left, yOf(step), width, yOf(step), step === 0 ? COLORS.rule : GRID));
    shapes.push(
      text(left - 4, yOf(step), figure(step, Number.isInteger(step) ? 0 : 1), {
        anchor: "end",
        fill: COLORS.quiet,
        size: 8,
      }),
    );
  }
  const thickness = (band * 100) / (100 + CHART.gapWidth) / Math.max(1, series.length);
  series.forEach((one, index) => {
    if (kind === "Line") {
      shapes.push(...polyline(one, (at) => left + band * (at + 0.5), yOf));
      return;
    }
    one.values.forEach((value, at) => {
      if (value === null || value <= 0) return;
      const x = left + band * at + (band - thickness * series.length) / 2 + thickness * index;
      shapes.push(rect(x, yOf(value), Math.max(0.4, thickness - 0.75), floor - yOf(value), one.color));
      shapes.push(text(x + thickness / 2, yOf(value) - 6, figure(value, decimals), { anchor: "middle", size: 8 }));
    });
  });
  const names = categories.map((name) => breakLines(name, band / CHART.fontSize));
  names.forEach((lines, at) => {
    lines.forEach((one, row) => {
      shapes.push(text(left + band * (at + 0.5), floor + 9 + row * LINE, one, { anchor: "middle" }));
    });
  });
  const rows = Math.max(1, ...names.map((lines) => lines.length));
  return { width, height: floor + 6 + rows * LINE, shapes };
}

/** A line through the values that there are; it breaks where one is missing. */
function polyline(
  { values, color }: ChartData["series"][number],
  xOf: (at: number) => number,
  yOf: (value: number) => number,
): Shape[] {
  const runs: { x: number; y: number }[][] = [];
  values.forEach((value, at) => {
    if (value === null) return;
    const point = { x: xOf(at), y: yOf(value) };
    if (at > 0 && values[at - 1] !== null) runs[runs.length - 1]!.push(point);
    else runs.push([point]);
  });
  return [
    ...runs.map((points): Shape => ({ kind: "polyline", points, stroke: color, width: CHART.lineWeight })),
    ...runs.flat().map(({ x, y }) => rect(x - 2.5, y - 2.5, 5, 5, color)),
  ];
}
