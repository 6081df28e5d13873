import type { ChartSeriesPlan } from "../../report/plan";
import { textWidth } from "../../report/text-width";
import { CHART, COLORS } from "../../report/theme";
import { rect, text, type Shape } from "./picture";

const KEY = 9;
const KEY_GAP = 4;
const ENTRY_GAP = 14;
const ROW = 16;

/** The legend above a chart, in the vocabulary's order, in as many rows as it needs. */
export function legend(
  entries: readonly Omit<ChartSeriesPlan, "labelColor">[],
  left: number,
  width: number,
): { readonly shapes: readonly Shape[]; readonly height: number } {
  const shapes: Shape[] = [];
  let x = left;
  let y = ROW / 2;
  for (const { name, color } of entries) {
    const taken = KEY + KEY_GAP + textWidth(name) * CHART.fontSize;
    if (x > left && x + taken > left + width) {
      x = left;
      y += ROW;
    }
    shapes.push(rect(x, y - KEY / 2, KEY, KEY, color), text(x + KEY + KEY_GAP, y, name, { fill: COLORS.ink }));
    x += taken + ENTRY_GAP;
  }
  return { shapes, height: y + ROW / 2 + 4 };
}
