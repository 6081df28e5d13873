import type { ChartLabelsModel, ChartSeriesModel } from "../model/model";
import type { PartTarget, Slot } from "./chart-part";
import { asFlag, asOneOf, asText, defineClass, navigation, sheetProperty } from "./member";
import type { SheetTarget } from "./targets";

/** The labels of one series, or of all of a chart's. */
interface LabelsTarget extends SheetTarget {
  readonly series: readonly ChartSeriesModel[];
}

const POSITIONS = [
  "None",
  "Center",
  "InsideEnd",
  "InsideBase",
  "OutsideEnd",
  "Left",
  "Right",
  "Top",
  "Bottom",
  "BestFit",
] as const;

/** Excel.ChartDataLabels */
export const chartDataLabels = defineClass<LabelsTarget>({
  name: "ChartDataLabels",
  members: {
    format: navigation("1.1", "ChartDataLabelFormat", ({ sheet, series }): PartTarget => {
      return {
        sheet,
        font: {
          name: shared(series, "fontName"),
          size: shared(series, "fontSize"),
          color: shared(series, "fontColor"),
          bold: shared(series, "bold"),
        },
      };
    }),
    numberFormat: text("1.8", "numberFormat", asText),
    position: text("1.1", "position", (value) => asOneOf(value, POSITIONS)),
    showCategoryName: flag("showCategoryName"),
    showLegendKey: flag("showLegendKey"),
    showPercentage: flag("showPercentage"),
    showSeriesName: flag("showSeriesName"),
    showValue: flag("showValue"),
  },
});

type Flags = "showValue" | "showCategoryName" | "showSeriesName" | "showPercentage" | "showLegendKey";

function flag(key: Flags) {
  return sheetProperty<LabelsTarget>(
    "1.1",
    ({ series }) => series[0]?.labels[key] ?? false,
    ({ series }, value) => {
      const show = asFlag(value);
      for (const each of series) {
        each.labels[key] = show;
        if (show) each.hasDataLabels = true;
      }
    },
  );
}

function text(api: "1.1" | "1.8", key: "numberFormat" | "position", check: (value: unknown) => string) {
  return sheetProperty<LabelsTarget>(
    api,
    ({ series }) => series[0]?.labels[key] ?? (key === "numberFormat" ? "General" : "BestFit"),
    ({ series }, value) => {
      const checked = check(value);
      for (const each of series) each.labels[key] = checked;
    },
  );
}

function shared<K extends keyof ChartLabelsModel>(
  series: readonly ChartSeriesModel[],
  key: K,
): Slot<NonNullable<ChartLabelsModel[K]>> {
  return {
    get: () => series[0]?.labels[key] ?? null,
    set: (value) => {
      for (const each of series) each.labels[key] = value as ChartLabelsModel[K];
    },
  };
}
