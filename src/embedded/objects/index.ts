import type { ClassTable } from "./member";
import { application } from "./application";
import { autoFilter } from "./auto-filter";
import { chartAxes } from "./chart-axes";
import { chartAxis, chartAxisTitle, chartGridlines } from "./chart-axis";
import { chartCollection } from "./chart-collection";
import { chartDataLabels } from "./chart-data-labels";
import {
  chartAreaFormat,
  chartTitleFormat,
  chartLegendFormat,
  chartAxisFormat,
  chartAxisTitleFormat,
  chartSeriesFormat,
  chartPointFormat,
  chartDataLabelFormat,
  chartFill,
  chartFont,
  chartLineFormat,
  chartBorder,
} from "./chart-format";
import { chartLegend } from "./chart-legend";
import { chartPoint, chartDataLabel } from "./chart-point";
import { chartPointsCollection } from "./chart-points-collection";
import { chartSeriesCollection } from "./chart-series-collection";
import { chartSeries } from "./chart-series";
import { chartTitle } from "./chart-title";
import { chart } from "./chart";
import { conditionalFormatCollection } from "./conditional-format-collection";
import {
  conditionalFormat,
  customConditionalFormat,
  conditionalFormatRule,
  conditionalRangeFormat,
  conditionalRangeFill,
  conditionalRangeFont,
} from "./conditional-format";
import {
  customPropertyCollection,
  customProperty,
  worksheetCustomPropertyCollection,
  worksheetCustomProperty,
} from "./custom-properties";
import { dataValidation } from "./data-validation";
import { documentProperties } from "./document-properties";
import { formatProtection } from "./format-protection";
import { headerFooterGroup } from "./header-footer-group";
import { headerFooter } from "./header-footer";
import { namedItemCollection } from "./named-item-collection";
import { namedItem } from "./named-item";
import { pageBreakCollection } from "./page-break-collection";
import { pageBreak } from "./page-break";
import { pageLayout } from "./page-layout";
import { worksheetProtection, workbookProtection } from "./protection";
import { rangeAreas, rangeCollection } from "./range-areas";
import { rangeBorderCollection } from "./range-border-collection";
import { rangeBorder } from "./range-border";
import { rangeFill } from "./range-fill";
import { rangeFont } from "./range-font";
import { rangeFormat } from "./range-format";
import { range } from "./range";
import { runtime } from "./runtime";
import { settingCollection, setting } from "./settings";
import { tableCollection } from "./table-collection";
import { tableColumnCollection, tableColumn } from "./table-column";
import { table } from "./table";
import { workbook } from "./workbook";
import { worksheetCollection } from "./worksheet-collection";
import { worksheetFreezePanes } from "./worksheet-freeze-panes";
import { worksheet } from "./worksheet";

/** Every class of Excel's API that this Excel has, by name. */
export const CLASSES: ReadonlyMap<string, ClassTable<object>> = new Map(
  [
    application,
    autoFilter,
    chartAxes,
    chartAxis,
    chartAxisTitle,
    chartGridlines,
    chartCollection,
    chartDataLabels,
    chartAreaFormat,
    chartTitleFormat,
    chartLegendFormat,
    chartAxisFormat,
    chartAxisTitleFormat,
    chartSeriesFormat,
    chartPointFormat,
    chartDataLabelFormat,
    chartFill,
    chartFont,
    chartLineFormat,
    chartBorder,
    chartLegend,
    chartPoint,
    chartDataLabel,
    chartPointsCollection,
    chartSeriesCollection,
    chartSeries,
    chartTitle,
    chart,
    conditionalFormatCollection,
    conditionalFormat,
    customConditionalFormat,
    conditionalFormatRule,
    conditionalRangeFormat,
    conditionalRangeFill,
    conditionalRangeFont,
    customPropertyCollection,
    customProperty,
    worksheetCustomPropertyCollection,
    worksheetCustomProperty,
    dataValidation,
    documentProperties,
    formatProtection,
    headerFooterGroup,
    headerFooter,
    namedItemCollection,
    namedItem,
    pageBreakCollection,
    pageBreak,
    pageLayout,
    worksheetProtection,
    workbookProtection,
    rangeAreas,
    rangeCollection,
    rangeBorderCollection,
    rangeBorder,
    rangeFill,
    rangeFont,
    rangeFormat,
    range,
    runtime,
    settingCollection,
    setting,
    tableCollection,
    tableColumnCollection,
    tableColumn,
    table,
    workbook,
    worksheetCollection,
    worksheetFreezePanes,
    worksheet,
  ].map((table) => [table.name, table as unknown as ClassTable<object>]),
);

/** The table of a class. A class that members name but that has no table is a mistake here. */
export function classTable(name: string): ClassTable<object> {
  const table = CLASSES.get(name);
  if (!table) throw new Error(`No table of class ${name}`);
  return table;
}
