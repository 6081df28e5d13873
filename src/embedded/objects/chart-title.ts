import type { ChartTarget } from "./chart";
import { slot, type PartTarget } from "./chart-part";
import { asFlag, asText, defineClass, navigation, sheetProperty } from "./member";

/** Excel.ChartTitle */
export const chartTitle = defineClass<ChartTarget>({
  name: "ChartTitle",
  members: {
    format: navigation("1.1", "ChartTitleFormat", ({ sheet, chart }): PartTarget => {
      return {
        sheet,
        font: {
          name: slot(chart, "titleFontName"),
          size: slot(chart, "titleFontSize"),
          color: slot(chart, "titleFontColor"),
          bold: slot(chart, "titleBold"),
        },
      };
    }),
    text: sheetProperty(
      "1.1",
      ({ chart }) => chart.title ?? "",
      ({ chart }, value) => {
        chart.title = asText(value);
      },
    ),
    visible: sheetProperty(
      "1.1",
      ({ chart }) => chart.title !== null,
      ({ chart }, value) => {
        chart.title = asFlag(value) ? (chart.title ?? "") : null;
      },
    ),
  },
});
