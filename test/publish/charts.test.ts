import { describe, expect, it } from "vitest";
import { chartSvg, drawChart } from "../../src/publish/chart/draw-chart";
import { emf } from "../../src/publish/chart/emf";
import { axisSteps } from "../../src/publish/chart/axis";
import type { ChartData } from "../../src/report/document/blocks";
import { faultOf } from "../embedded/storage/well-formed";

const series = (name: string, color: string, values: readonly (number | null)[]) => ({
  name,
  color,
  labelColor: "#FFFFFF",
  values,
});

function chart(change: Partial<ChartData> = {}): ChartData {
  return {
    kind: "BarStacked",
    title: "図1　件数",
    categories: ["行政", "福祉 <b>"],
    series: [series("達成", "#1F4E79", [10, 0]), series("未達成", "#E08E2B", [5, 3])],
    decimals: 0,
    alternative: "行政：達成10",
    ...change,
  };
}

const svgOf = (data: ChartData) => chartSvg(data, drawChart(data, 420), "c");
const rectangles = (svg: string, color: string) =>
  [...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" fill="([^"]+)"/g)]
    .filter((found) => found[5] === color && found[4] !== "9")
    .map((found) => ({ x: Number(found[1]), width: Number(found[3]), height: Number(found[4]) }));
const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);

describe("stacked bars", () => {
  it("are as long as their values, one behind the other, with labels but for zeros", () => {
    const svg = svgOf(chart());
    expect(faultOf(new TextEncoder().encode(svg))).toBeNull();
    const [achieved] = rectangles(svg, "#1F4E79");
    const [first, second] = rectangles(svg, "#E08E2B");
    expect(rectangles(svg, "#1F4E79")).toHaveLength(1);
    expect((achieved!.width + 0.75) / (first!.width + 0.75)).toBeCloseTo(2, 1);
    expect(first!.x).toBeCloseTo(achieved!.x + achieved!.width + 0.75, 1);
    expect(second!.x).toBe(achieved!.x);
    expect(texts(svg).filter((text) => text === "0")).toHaveLength(1);
    expect(texts(svg)).toEqual(expect.arrayContaining(["10", "5", "3", "15", "福祉 &lt;b&gt;", "達成", "未達成"]));
  });

  it("of 100 % are all equally long, whatever their shares add up to", () => {
    const data = chart({
      kind: "BarStacked100",
      series: [series("達成", "#1F4E79", [66.6, 33.3]), series("未達成", "#E08E2B", [33.3, 66.6])],
      decimals: 1,
    });
    const ends = rectangles(svgOf(data), "#E08E2B").map(({ x, width }) => x + width);
    expect(ends[0]).toBeCloseTo(ends[1]!, 1);
  });
});

describe("every kind of chart", () => {
  it.each(["BarStacked", "BarStacked100", "BarClustered", "ColumnClustered", "Line", "Doughnut"] as const)(
    "%s is a sound picture, also of nothing and of gaps",
    (kind) => {
      const segments = [
        { color: "#1F4E79", labelColor: "#FFFFFF" },
        { color: "#E08E2B", labelColor: "#000000" },
      ];
      for (const values of [
        [3, 1],
        [0, 0],
        [null, 2],
        [1, 0],
      ]) {
        const data = chart({ kind, series: [series("達成", "#1F4E79", values)], segments });
        const svg = svgOf(data);
        expect(faultOf(new TextEncoder().encode(svg))).toBeNull();
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
        const bytes = emf(drawChart(data, 420));
        expect(recordsOf(bytes)).toBe(bytes.length);
      }
    },
  );
});

/** Follows the records of a metafile to its end; answers where that is. */
function recordsOf(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  let at = 0;
  let count = 0;
  for (;;) {
    const type = view.getUint32(at, true);
    const size = view.getUint32(at + 4, true);
    expect(size % 4).toBe(0);
    count++;
    at += size;
    if (type !== 14) continue;
    expect([view.getUint32(40, true), view.getUint32(48, true), view.getUint32(52, true)]).toEqual([
      0x464d4520,
      bytes.length,
      count,
    ]);
    return at;
  }
}

describe("the axis", () => {
  it.each([
    [0, [0, 1]],
    [3, [0, 1, 2, 3]],
    [24, [0, 5, 10, 15, 20, 25]],
    [98, [0, 20, 40, 60, 80, 100]],
    [1234, [0, 500, 1000, 1500]],
  ])("to %d goes in round steps", (most, steps) => {
    expect(axisSteps(most)).toEqual(steps);
  });
});
