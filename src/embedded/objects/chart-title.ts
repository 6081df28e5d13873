import type { ChartTarget } from "./chart";
import { slot, type PartTarget } from "./chart-part";
import { asFlag, asText, defineClass, navigation, property } from "./member";

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
    text: property(
      "1.1",
      ({ chart }) => chart.title ?? "",
      ({ sheet, chart }, value, host) => {
        host.editSheet(sheet);
        chart.title = asText(value);
      },
    ),
    visible: property(
      "1.1",
      ({ chart }) => chart.title !== null,
      ({ sheet, chart }, value, host) => {
        host.editSheet(sheet);
        chart.title = asFlag(value) ? (chart.title ?? "") : null;
      },
    ),
  },
});
