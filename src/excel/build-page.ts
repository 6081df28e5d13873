import { areaAddress, cellAddress } from "../cells/cell";
import type { PagePlan } from "../report/plan";
import { errorPlace } from "./errors";
import type { ExcelHost } from "./host";

type PageStep = (sheet: Excel.Worksheet) => void;

/** Sets how a sheet prints: A4, margins, what is printed, where pages end, header and footer. */
export function buildPage(sheet: Excel.Worksheet, plan: PagePlan): void {
  for (const step of pageSteps(plan)) step(sheet);
}

/** What has to be set, each of which Excel may refuse by itself: without a printer it knows no paper. */
function pageSteps(plan: PagePlan): PageStep[] {
  const steps: PageStep[] = [({ pageLayout }) => (pageLayout.paperSize = "A4")];
  const { orientation, titleRows, firstPageNumber, header, footer, breaksBefore } = plan;
  if (orientation !== "Portrait") steps.push(({ pageLayout }) => (pageLayout.orientation = orientation));
  steps.push(({ pageLayout }) => {
    pageLayout.setPrintMargins("Points", plan.margins);
  });
  if (plan.grows !== true) {
    steps.push(({ pageLayout }) => {
      pageLayout.setPrintArea(areaAddress(plan.printArea));
    });
  }
  const zoom = plan.scale === undefined ? { horizontalFitToPages: 1 } : { scale: plan.scale };
  steps.push(({ pageLayout }) => (pageLayout.zoom = zoom));
  if (titleRows !== undefined) {
    steps.push(({ pageLayout }) => {
      pageLayout.setPrintTitleRows(`$${titleRows.first + 1}:$${titleRows.last + 1}`);
    });
  }
  if (plan.centerHorizontally === true) steps.push(({ pageLayout }) => (pageLayout.centerHorizontally = true));
  if (firstPageNumber !== undefined) steps.push(({ pageLayout }) => (pageLayout.firstPageNumber = firstPageNumber));
  if (header !== undefined) {
    steps.push(({ pageLayout }) => (pageLayout.headersFooters.defaultForAllPages.centerHeader = header));
  }
  if (footer !== undefined) {
    steps.push(({ pageLayout }) => (pageLayout.headersFooters.defaultForAllPages.centerFooter = footer));
  }
  if (breaksBefore !== undefined && breaksBefore.length > 0) {
    steps.push((sheet) => {
      for (const row of breaksBefore) sheet.horizontalPageBreaks.add(cellAddress(row, 0));
    });
  }
  return steps;
}

/** Whether it was the page set-up that Excel refused. */
export function isAboutPage(error: unknown): boolean {
  return /^(?:PageLayout|PageBreak|HeaderFooter)/.test(errorPlace(error));
}

/**
 * Sets up the pages of sheets that are complete but for that, one thing at a time.
 *
 * @returns names of the sheets that Excel refused something for
 */
export async function setUpPages(
  host: ExcelHost,
  sheets: readonly { readonly name: string; readonly page: PagePlan }[],
): Promise<string[]> {
  const refused = new Set<string>();
  for (const { name, page } of sheets) {
    for (const step of pageSteps(page)) {
      if (!(await isTaken(host, name, step))) refused.add(name);
    }
  }
  return [...refused];
}

function isTaken(host: ExcelHost, name: string, step: PageStep): Promise<boolean> {
  return host
    .run(async (context) => {
      step(context.workbook.worksheets.getItem(name));
      await context.sync();
    })
    .then(
      () => true,
      () => false,
    );
}
