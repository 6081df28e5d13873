import type { ClassTable } from "./member";
import { application } from "./application";
import { autoFilter } from "./auto-filter";
import { chartAreaFormat } from "./chart-area-format";
import { chartAxes } from "./chart-axes";
import { chartAxisFormat } from "./chart-axis-format";
import { chartAxisTitleFormat } from "./chart-axis-title-format";
import { chartAxisTitle } from "./chart-axis-title";
import { chartAxis } from "./chart-axis";
import { chartBorder } from "./chart-border";
import { chartCollection } from "./chart-collection";
import { chartDataLabelFormat } from "./chart-data-label-format";
import { chartDataLabel } from "./chart-data-label";
import { chartDataLabels } from "./chart-data-labels";
import { chartFill } from "./chart-fill";
import { chartFont } from "./chart-font";
import { chartGridlines } from "./chart-gridlines";
import { chartLegendFormat } from "./chart-legend-format";
import { chartLegend } from "./chart-legend";
import { chartLineFormat } from "./chart-line-format";
import { chartPointFormat } from "./chart-point-format";
import { chartPoint } from "./chart-point";
import { chartPointsCollection } from "./chart-points-collection";
import { chartSeriesCollection } from "./chart-series-collection";
import { chartSeriesFormat } from "./chart-series-format";
import { chartSeries } from "./chart-series";
import { chartTitleFormat } from "./chart-title-format";
import { chartTitle } from "./chart-title";
import { chart } from "./chart";
import { conditionalFormatCollection } from "./conditional-format-collection";
import { conditionalFormatRule } from "./conditional-format-rule";
import { conditionalFormat } from "./conditional-format";
import { conditionalRangeFill } from "./conditional-range-fill";
import { conditionalRangeFont } from "./conditional-range-font";
import { conditionalRangeFormat } from "./conditional-range-format";
import { customConditionalFormat } from "./custom-conditional-format";
import { customPropertyCollection } from "./custom-property-collection";
import { customProperty } from "./custom-property";
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
import { rangeAreas } from "./range-areas";
import { rangeBorderCollection } from "./range-border-collection";
import { rangeBorder } from "./range-border";
import { rangeCollection } from "./range-collection";
import { rangeFill } from "./range-fill";
import { rangeFont } from "./range-font";
import { rangeFormat } from "./range-format";
import { range } from "./range";
import { runtime } from "./runtime";
import { settingCollection } from "./setting-collection";
import { setting } from "./setting";
import { tableCollection } from "./table-collection";
import { tableColumnCollection } from "./table-column-collection";
import { tableColumn } from "./table-column";
import { tableRowCollection } from "./table-row-collection";
import { tableRow } from "./table-row";
import { table } from "./table";
import { workbookProtection } from "./workbook-protection";
import { workbook } from "./workbook";
import { worksheetCollection } from "./worksheet-collection";
import { worksheetCustomPropertyCollection } from "./worksheet-custom-property-collection";
import { worksheetCustomProperty } from "./worksheet-custom-property";
import { worksheetFreezePanes } from "./worksheet-freeze-panes";
import { worksheetProtection } from "./worksheet-protection";
import { worksheet } from "./worksheet";

/** Every class of Excel's API that this Excel has, by name. */
export const CLASSES: ReadonlyMap<string, ClassTable<object>> = new Map(
  [
    application,
    autoFilter,
    chartAreaFormat,
    chartAxes,
    chartAxisFormat,
    chartAxisTitleFormat,
    chartAxisTitle,
    chartAxis,
    chartBorder,
    chartCollection,
    chartDataLabelFormat,
    chartDataLabel,
    chartDataLabels,
    chartFill,
    chartFont,
    chartGridlines,
    chartLegendFormat,
    chartLegend,
    chartLineFormat,
    chartPointFormat,
    chartPoint,
    chartPointsCollection,
    chartSeriesCollection,
    chartSeriesFormat,
    chartSeries,
    chartTitleFormat,
    chartTitle,
    chart,
    conditionalFormatCollection,
    conditionalFormatRule,
    conditionalFormat,
    conditionalRangeFill,
    conditionalRangeFont,
    conditionalRangeFormat,
    customConditionalFormat,
    customPropertyCollection,
    customProperty,
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
    rangeAreas,
    rangeBorderCollection,
    rangeBorder,
    rangeCollection,
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
    tableRowCollection,
    tableRow,
    table,
    workbookProtection,
    workbook,
    worksheetCollection,
    worksheetCustomPropertyCollection,
    worksheetCustomProperty,
    worksheetFreezePanes,
    worksheetProtection,
    worksheet,
  ].map((table) => [table.name, table as unknown as ClassTable<object>]),
);

/** The table of a class. A class that members name but that has no table is a mistake here. */
export function classTable(name: string): ClassTable<object> {
  const table = CLASSES.get(name);
  if (!table) throw new Error(`No table of class ${name}`);
  return table;
}
