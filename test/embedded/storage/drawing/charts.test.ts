import { describe, expect, it } from "vitest";
import { chartXml } from "../../../../src/embedded/storage/drawing/chart-xml";
import { Colors, readTheme } from "../../../../src/embedded/storage/styles/colors";
import { openWorkbook } from "../../../../src/embedded/storage/open-workbook";
import { readChart } from "../../../../src/embedded/storage/drawing/read-chart";
import { saveWorkbook } from "../../../../src/embedded/storage/save-workbook";
import { allBelow, child, parseXml } from "../../../../src/embedded/storage/xml/xml";
import type { ChartModel, WorkbookModel } from "../../../../src/embedded/model/model";
import { newWorkbookModel } from "../../../../src/embedded/model/workbook";
import { chart, series } from "../models";
import { unpackText } from "../package";

const NAME = "集計 '1' 表";

function workbook(...charts: ChartModel[]): WorkbookModel {
  const model = newWorkbookModel([
    {
      name: NAME,
      values: [
        ["分野", "達成", "未達成"],
        ["健康<&>", 5, 0],
        ["教育", 3, 2],
        ["産業", 8, ""],
      ],
    },
  ]);
  model.sheets[0]!.charts = charts;
  return model;
}

const quoted = NAME.replaceAll("'", "''");
const two = [series(quoted, "B", "#1F5A92"), series(quoted, "C", "#E08A1E")];

/** Order of the elements that Excel checks (ECMA-376-1 §21.2), by parent. */
const ORDER: Readonly<Record<string, string>> = {
  "c:chartSpace": "date1904 lang roundedCorners chart spPr txPr",
  "c:chart": "title autoTitleDeleted plotArea legend plotVisOnly dispBlanksAs",
  "c:barChart": "barDir grouping varyColors ser dLbls gapWidth overlap axId",
  "c:lineChart": "grouping varyColors ser dLbls marker axId",
  "c:pieChart": "varyColors ser dLbls firstSliceAng",
  "c:doughnutChart": "varyColors ser dLbls firstSliceAng holeSize",
  "c:ser": "idx order tx spPr invertIfNegative marker dPt dLbls cat xVal val yVal smooth",
  "c:dPt": "idx invertIfNegative bubble3D spPr",
  "c:dLbl": "idx numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize",
  "c:dLbls": "dLbl numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize",
  "c:catAx":
    "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses auto lblAlgn lblOffset noMultiLvlLbl",
  "c:valAx":
    "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossBetween majorUnit",
  "c:scaling": "orientation max min",
  "c:legend": "legendPos overlay txPr",
};

function expectOrder(text: string): void {
  const root = parseXml(text);
  for (const [parent, order] of Object.entries(ORDER)) {
    const names = order.split(" ");
    for (const element of [root, ...allBelow(root, parent)].filter((each) => each.name === parent)) {
      const ranks = element.children.map((each) => names.indexOf(each.name.slice(2)));
      expect(ranks, `${parent}: ${element.children.map((each) => each.name).join(" ")}`).not.toContain(-1);
      expect([...ranks].sort((one, other) => one - other)).toEqual(ranks);
    }
  }
}

describe("chartXml", () => {
  it.each([
    "BarStacked",
    "BarStacked100",
    "BarClustered",
    "ColumnClustered",
    "ColumnStacked",
    "Line",
    "LineMarkers",
    "Pie",
    "Doughnut",
    "Area",
    "XYScatter",
    "Radar",
  ])("writes %s in the format's order, and reads it back", (type) => {
    const model = chart(type, two);
    const text = chartXml(model, workbook(model));
    expectOrder(text);
    expect(readChart(parseXml(text), new Colors(readTheme(null))).chartType).toBe(
      type === "LineMarkers" ? "Line" : type,
    );
  });

  it("says everything the model says", () => {
    const round = type({
      chartType: "Doughnut",
      series: [
        {
          ...two[0]!,
          fill: null,
          pointFills: new Map([
            [0, "#112233"],
            [2, "#445566"],
          ]),
          doughnutHoleSize: 65,
          gapWidth: null,
          overlap: null,
        },
      ],
      legendVisible: false,
    });
    expect(round.series[0]).toMatchObject({
      pointFills: new Map([
        [0, "#112233"],
        [2, "#445566"],
      ]),
      doughnutHoleSize: 65,
    });
    expect(round.legendVisible).toBe(false);

    const bars = type({ chartType: "BarStacked" });
    const said = chart("BarStacked", two);
    const named = said.series.map((each, index) => ({ ...each, name: index === 0 ? "達成" : "未達成" }));
    // What is read is the whole chart but for its place on the sheet.
    expect({ ...said, series: named }).toMatchObject(bars);
  });

  it("draws the lines of a line chart in the series' colours, without markers and with labels above", () => {
    const lines = two.map((each) => ({
      ...each,
      lineColor: each.fill,
      lineWeight: 2.25,
      labels: { ...each.labels, position: "Top" },
    }));
    const model = chart("Line", lines);
    const root = parseXml(chartXml(model, workbook(model)));
    const [group] = allBelow(root, "c:lineChart");
    expect(child(group, "c:grouping")!.attributes.get("val")).toBe("standard");
    expect(allBelow(root, "c:gapWidth")).toEqual([]);
    for (const [index, element] of allBelow(root, "c:ser").entries()) {
      const line = child(child(element, "c:spPr"), "a:ln")!;
      expect(line.attributes.get("w")).toBe("28575");
      expect(allBelow(line, "a:srgbClr")[0]!.attributes.get("val")).toBe(lines[index]!.fill!.slice(1));
      expect(allBelow(child(element, "c:marker")!, "c:symbol")[0]!.attributes.get("val")).toBe("none");
      expect(allBelow(element, "c:dLblPos")[0]!.attributes.get("val")).toBe("t");
      expect(child(element, "c:smooth")!.attributes.get("val")).toBe("0");
    }
  });

  function type(more: Partial<ChartModel>): ReturnType<typeof readChart> {
    const model = { ...chart("BarStacked", two), ...more };
    return readChart(parseXml(chartXml(model, workbook(model))), new Colors(readTheme(null)));
  }

  it("caches the cells' values, so that a reader that does not calculate shows the chart", () => {
    const model = chart("BarStacked", two);
    const [first, second] = allBelow(parseXml(chartXml(model, workbook(model))), "c:ser");
    const cached = (element: typeof first, name: string): unknown => {
      const data = child(element, name)!.children[0]!;
      const cache = data.children[1]!;
      const points = cache.children
        .filter((each) => each.name === "c:pt")
        .map((each) => [each.attributes.get("idx"), each.children[0]!.text]);
      return [data.name, data.children[0]!.text, child(cache, "c:ptCount")!.attributes.get("val"), points];
    };
    expect(cached(first, "c:cat")).toEqual([
      "c:strRef",
      `'${quoted}'!$A$2:$A$4`,
      "3",
      [
        ["0", "健康<&>"],
        ["1", "教育"],
        ["2", "産業"],
      ],
    ]);
    expect(cached(first, "c:val")).toEqual([
      "c:numRef",
      `'${quoted}'!$B$2:$B$4`,
      "3",
      [
        ["0", "5"],
        ["1", "3"],
        ["2", "8"],
      ],
    ]);
    expect(cached(second, "c:val")).toEqual([
      "c:numRef",
      `'${quoted}'!$C$2:$C$4`,
      "3",
      [
        ["0", "0"],
        ["1", "2"],
      ],
    ]);
    expect(child(first, "c:tx")!.children[0]!.children[1]!.children[1]!.children[0]!.text).toBe("達成");
  });

  it("gives every text a Latin and an East Asian typeface", () => {
    const model = chart("BarStacked", two);
    const root = parseXml(chartXml(model, workbook(model)));
    const runs = [...allBelow(root, "a:rPr"), ...allBelow(root, "a:defRPr")];
    expect(runs.length).toBeGreaterThan(6);
    for (const run of runs) {
      expect(child(run, "a:latin")?.attributes.get("typeface")).toBe("游ゴシック");
      expect(child(run, "a:ea")?.attributes.get("typeface")).toBe("游ゴシック");
    }
  });

  it("leaves out a label position that the kind of chart does not have", () => {
    for (const [kind, position, written] of [
      ["Doughnut", "Center", false],
      ["BarStacked", "OutsideEnd", false],
      ["BarClustered", "OutsideEnd", true],
      ["Line", "Top", true],
    ] as const) {
      const own = { ...two[0]!, labels: { ...two[0]!.labels, position } };
      const text = chartXml(chart(kind, [own]), workbook());
      expect(text.includes("c:dLblPos"), kind).toBe(written);
    }
  });

  it("gives a point's label its own colour and the format of the others", () => {
    const ring = chart("Doughnut", [
      { ...two[0]!, pointLabelColors: new Map([[2, "#FFFFFF"], [0, "#101010"]]) }, // prettier-ignore
    ]);
    const text = chartXml(ring, workbook(ring));
    expectOrder(text);
    const labels = allBelow(parseXml(text), "c:dLbl");
    expect(labels.map((label) => child(label, "c:idx")?.attributes.get("val"))).toEqual(["0", "2"]);
    const colors = labels.map((label) => allBelow(label, "a:srgbClr").map(({ attributes }) => attributes.get("val")));
    expect(colors).toEqual([["101010"], ["FFFFFF"]]);
  });

  it("writes no labels where they are off, and values where they are on without saying of what", () => {
    const off = { ...two[0]!, hasDataLabels: false };
    expect(chartXml(chart("BarStacked", [off]), workbook())).not.toContain("c:dLbls");
    const on = { ...two[0]!, labels: { ...two[0]!.labels, showValue: false } };
    expect(chartXml(chart("BarStacked", [on]), workbook())).toContain('<c:showVal val="1"/>');
  });
});

describe("a saved chart", () => {
  it("lies where it was put, by cells or by points", async () => {
    const placed = chart("BarStacked", two);
    const free = chart("Doughnut", [two[0]!], { place: null, left: 100, top: 200, width: 250.5, height: 180 });
    const model = workbook(placed, free);
    model.sheets[0]!.columnWidths.set(1, 30);
    model.sheets[0]!.rowHeights.set(3, 60);
    const file = await saveWorkbook(null, model);
    const drawing = parseXml(unpackText(file)["xl/drawings/drawing1.xml"]!);
    const corner = (index: number, name: string): string[] =>
      child(drawing.children[index], name)!.children.map((each) => each.text);
    expect([corner(0, "xdr:from"), corner(0, "xdr:to")]).toEqual([
      ["0", "0", "5", "0"],
      ["6", "0", "15", "0"],
    ]);
    const read = (await openWorkbook(file, "")).model.sheets[0]!.charts;
    expect(read.map((each) => each.name)).toEqual(["グラフ_BarStacked", "グラフ_Doughnut"]);
    expect(read[1]!.left).toBeCloseTo(100, 0);
    expect(read[1]!.top).toBeCloseTo(200, 0);
    expect(read[1]!.width).toBeCloseTo(250.5, 0);
    expect(read[1]!.height).toBeCloseTo(180, 0);
  });
});
