import { areaAddress, cellAddress } from "../cells/cell";
import type { PagePlan } from "../report/plan";

/** Sets how a sheet prints: A4, margins, what is printed, where pages end, header and footer. */
export function buildPage(sheet: Excel.Worksheet, plan: PagePlan): void {
  const layout = sheet.pageLayout;
  layout.paperSize = "A4";
  if (plan.orientation !== "Portrait") layout.orientation = plan.orientation;
  layout.setPrintMargins("Points", plan.margins);
  if (plan.grows !== true) layout.setPrintArea(areaAddress(plan.printArea));
  layout.zoom = plan.scale === undefined ? { horizontalFitToPages: 1 } : { scale: plan.scale };
  if (plan.titleRows !== undefined)
    layout.setPrintTitleRows(`$${plan.titleRows.first + 1}:$${plan.titleRows.last + 1}`);
  if (plan.centerHorizontally === true) layout.centerHorizontally = true;
  if (plan.firstPageNumber !== undefined) layout.firstPageNumber = plan.firstPageNumber;
  if (plan.header !== undefined) layout.headersFooters.defaultForAllPages.centerHeader = plan.header;
  if (plan.footer !== undefined) layout.headersFooters.defaultForAllPages.centerFooter = plan.footer;
  for (const row of plan.breaksBefore ?? []) sheet.horizontalPageBreaks.add(cellAddress(row, 0));
}
