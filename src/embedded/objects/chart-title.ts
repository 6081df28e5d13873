import type { ChartTarget } from "./chart";
import { slot, type PartTarget } from "./chart-part";
import { referencedCells } from "../editing/charts";
import { invalidArgument } from "../editing/excel-error";
import { shownTitle } from "../model/chart-title";
import { asFlag, asText, defineClass, navigation, sheetMethod, sheetProperty } from "./member";

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
      ({ chart }, host) => shownTitle(chart, host.workbook) ?? "",
      ({ chart }, value) => {
        chart.title = asText(value);
        delete chart.titleRef;
      },
    ),
    setFormula: sheetMethod("1.7", ({ chart }, args, { workbook }) => {
      const formula = args.text(0);
      const cells = referencedCells(workbook, formula);
      if (cells?.area.rows !== 1 || cells.area.columns !== 1) throw invalidArgument("formula");
      chart.titleRef = formula;
      chart.title = shownTitle(chart, workbook);
    }),
    visible: sheetProperty(
      "1.1",
      ({ chart }) => chart.title !== null,
      ({ chart }, value) => {
        chart.title = asFlag(value) ? (chart.title ?? "") : null;
        if (chart.title === null) delete chart.titleRef;
      },
    ),
  },
});
