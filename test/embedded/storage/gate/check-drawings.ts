import { formulaFaults, twice } from "./check-workbook";
import type { PackageModel } from "./package-model";
import { CHART, childOf, childrenNamed, childrenOf, everyElement, wholeNumber, type Element } from "./xml-tree";

/** Checks a drawing: the ids of its shapes. */
export function checkDrawing(file: PackageModel, part: string): void {
  const root = file.tree(part)?.root;
  if (root === undefined) return;
  const shapes = [...everyElement(root)].filter(({ local }) => local === "cNvPr");
  twice(shapes.map((each) => each.attributes.get("id") ?? "")).forEach((id) => {
    file.say(part, `has two shapes with the id ${id}`);
  });
  if (shapes.some((each) => (each.attributes.get("name") ?? "") === "")) file.say(part, "has a shape without a name");
  const related = file.relationships(part).filter(({ kind }) => kind === "chart" || kind === "image");
  const named = new Set(file.tree(part)?.references.map(({ id }) => id));
  for (const { id, kind } of related) {
    if (!named.has(id)) file.say(part, `has a ${kind} that nothing on it refers to`);
  }
}

/** Places for labels that Excel takes, by chart (a chart with another one does not open). */
const LABEL_PLACES: Readonly<Record<string, string>> = {
  barChart: "ctr inBase inEnd outEnd",
  lineChart: "b ctr l r t",
  scatterChart: "b ctr l r t",
  pieChart: "bestFit ctr inEnd outEnd",
  doughnutChart: "",
  areaChart: "",
};

/** Checks a chart: series, axes, label places, formulas. */
export function checkChart(file: PackageModel, part: string, sheetNames: ReadonlySet<string>): void {
  const root = file.tree(part)?.root;
  if (root === undefined) return;
  const say = (fault: string): void => {
    file.say(part, fault);
  };
  if (root.uri !== CHART || root.local !== "chartSpace") say(`is a <${root.local}>, not a chart`);
  const chart = childOf(root, "chart");
  const plot = chart === undefined ? undefined : childOf(chart, "plotArea");
  const parts = plot === undefined ? [] : childrenOf(plot);
  const axes = parts.filter(({ local }) => local.endsWith("Ax"));
  const groups = parts.filter(({ local }) => local.endsWith("Chart"));
  const ids = axes.map((each) => value(each, "axId"));
  twice(ids).forEach((id) => {
    say(`has two axes with the id ${id}`);
  });
  for (const axis of axes) {
    const crossed = value(axis, "crossAx");
    if (!ids.includes(crossed)) say(`<${axis.local}> crosses the axis ${crossed}, which is not there`);
  }
  for (const group of groups) {
    for (const { attributes } of childrenNamed(group, "axId")) {
      const id = attributes.get("val") ?? "";
      if (!ids.includes(id)) say(`<${group.local}> has the axis ${id}, which is not there`);
    }
    const count = childrenNamed(group, "axId").length;
    const wanted = /^(pie|doughnut)Chart$/.test(group.local) ? 0 : 2;
    if (LABEL_PLACES[group.local] !== undefined && count !== wanted) say(`<${group.local}> has ${count} axes`);
    checkLabelPlaces(group, say);
  }
  const series = groups.flatMap((group) => childrenNamed(group, "ser"));
  for (const key of ["idx", "order"]) {
    twice(series.map((each) => value(each, key))).forEach((number) => {
      say(`has two series with the ${key} ${number}`);
    });
  }
  for (const each of everyElement(root)) {
    if (each.uri !== CHART) continue;
    if (each.local === "f") {
      formulaFaults(each.text, sheetNames).forEach((fault) => {
        say(`${each.text} ${fault}`);
      });
    }
    if (/^(str|num)Cache$/.test(each.local)) checkCache(each, say);
  }
}

function checkLabelPlaces(group: Element, say: (fault: string) => void): void {
  const stacked = /tacked$/.test(value(group, "grouping"));
  const places = LABEL_PLACES[group.local]?.split(" ").filter((place) => !stacked || place !== "outEnd");
  if (places === undefined) return;
  for (const each of everyElement(group)) {
    const place = each.local === "dLblPos" ? (each.attributes.get("val") ?? "") : null;
    if (place !== null && !places.includes(place)) say(`<${group.local}> has labels at ${place}`);
  }
}

function checkCache(cache: Element, say: (fault: string) => void): void {
  const points = childrenNamed(cache, "pt").map((each) => wholeNumber(each, "idx"));
  const count = childrenNamed(cache, "ptCount")[0];
  const told = count === undefined ? NaN : wholeNumber(count, "val");
  if (points.some((point) => !(point < told))) say(`<${cache.local}> has a point beyond its count ${told}`);
  if (points.some((point, index) => index > 0 && point <= points[index - 1]!))
    say(`<${cache.local}> has its points in disorder`);
}

function value(element: Element, local: string): string {
  return childOf(element, local)?.attributes.get("val") ?? "";
}
