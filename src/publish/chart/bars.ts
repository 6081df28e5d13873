import type { ChartData } from "../../report/document/blocks";
import { breakLines } from "../../report/text-layout";
import { textWidth } from "../../report/text-width";
import { CHART, COLORS } from "../../report/theme";
import { figure } from "../cell-text";
import { axisSteps } from "./axis";
import { legend } from "./legend";
import { line, rect, text, type Picture, type Shape } from "./picture";

const BAR = 15;
const GAP = 8;
const THIN_BAR = 10;
const LINE = 11.5;
const LABEL_GAP = 6;
/** Widest that names may be, in parts of the picture. */
const LABEL_SHARE = 0.38;
/** Free space right of the longest bar, for its sum. */
const SUM_SPACE = 30;
const AXIS_HEIGHT = 18;
const SEGMENT_GAP = 0.75;

/** Lying bars: stacked, stacked to 100 %, or one beside another. */
export function bars(chart: ChartData, width: number): Picture {
  const { kind, categories, series, decimals } = chart;
  const isShare = kind === "BarStacked100";
  const isStacked = isShare || kind === "BarStacked";
  const size = CHART.fontSize;
  const room = (width * LABEL_SHARE) / size;
  const names = categories.map((name) => breakLines(name, room));
  const widest = Math.max(0, ...names.flat().map(textWidth)) * size;
  const left = widest + LABEL_GAP;
  const plot = width - left - (isShare ? textWidth("100％") * size * 0.5 : SUM_SPACE);
  const sums = categories.map((_, at) => series.reduce((sum, { values }) => sum + Math.max(0, values[at] ?? 0), 0));
  const most = isStacked
    ? Math.max(0, ...sums)
    : Math.max(0, ...series.flatMap(({ values }) => values.map((one) => one ?? 0)));
  const steps = isShare ? [0, 20, 40, 60, 80, 100] : axisSteps(most);
  const scale = plot / steps[steps.length - 1]!;

  const shapes: Shape[] = [];
  const key = legend(series, left, width - left);
  shapes.push(...key.shapes);
  const thickness = isStacked ? BAR : THIN_BAR * series.length;
  let y = key.height;
  const top = y;
  const bands: Shape[] = [];
  categories.forEach((_, at) => {
    const lines = names[at]!;
    const height = Math.max(thickness, lines.length * LINE) + GAP;
    const middle = y + height / 2;
    lines.forEach((one, row) => {
      bands.push(text(left - LABEL_GAP, middle + (row - (lines.length - 1) / 2) * LINE, one, { anchor: "end" }));
    });
    let x = left;
    series.forEach(({ values, color, labelColor }, index) => {
      const value = values[at] ?? 0;
      const share = isShare ? (sums[at]! > 0 ? (value * 100) / sums[at]! : 0) : value;
      const extent = Math.max(0, share) * scale;
      if (extent <= 0) return;
      const label = figure(value, decimals);
      if (isStacked) {
        bands.push(rect(x, middle - BAR / 2, Math.max(0.4, extent - SEGMENT_GAP), BAR, color));
        if (textWidth(label) * size + 2 <= extent) {
          bands.push(text(x + (extent - SEGMENT_GAP) / 2, middle, label, { anchor: "middle", fill: labelColor }));
        }
        x += extent;
      } else {
        const own = middle - thickness / 2 + index * THIN_BAR;
        bands.push(rect(left, own, extent, THIN_BAR - 1, color));
        bands.push(text(left + extent + 3, own + (THIN_BAR - 1) / 2, label, { size: 8 }));
      }
    });
    if (kind === "BarStacked" && sums[at]! > 0) {
      bands.push(text(x + 4, middle, figure(sums[at]!, decimals), { fill: COLORS.quiet }));
    }
    y += height;
  });
  for (const step of steps) {
    const x = left + step * scale;
    shapes.push(line(x, top, x, y, step === 0 ? COLORS.rule : GRID));
    const label = isShare ? `${step}％` : figure(step, Number.isInteger(step) ? 0 : 1);
    bands.push(text(x, y + AXIS_HEIGHT / 2 + 1, label, { anchor: "middle", fill: COLORS.quiet, size: 8 }));
  }
  return { width, height: y + AXIS_HEIGHT, shapes: [...shapes, ...bands] };
}

/** Light enough to stay behind the bars. */
const GRID = "#E3E3E3";
