import { codeOf, onSheet, type Answer, type Ground, type Probe } from "./probe";

type Setting = readonly [name: string, set: (layout: Excel.PageLayout) => unknown];

const SETTINGS: readonly Setting[] = [
  ["paperSize", (layout) => (layout.paperSize = "A4")],
  ["orientation", (layout) => (layout.orientation = "Landscape")],
  ["margins", (layout) => { layout.setPrintMargins("Points", { top: 57, bottom: 57, left: 43, right: 43, header: 28, footer: 28 }); }],
  ["printArea", (layout) => { layout.setPrintArea("A1:D20"); }],
  ["fitToWidth", (layout) => (layout.zoom = { horizontalFitToPages: 1 })],
  ["scale", (layout) => (layout.zoom = { scale: 95 })],
  ["titleRows", (layout) => { layout.setPrintTitleRows("$1:$2"); }],
  ["centerHorizontally", (layout) => (layout.centerHorizontally = true)],
  ["firstPageNumber", (layout) => (layout.firstPageNumber = 3)],
  ["header", (layout) => (layout.headersFooters.defaultForAllPages.centerHeader = "&9計画")],
  ["footer", (layout) => (layout.headersFooters.defaultForAllPages.centerFooter = "- &P -")],
]; // prettier-ignore

/** Names of the settings that Excel refuses, each tried alone. */
async function refusedSettings(ground: Ground): Promise<Answer> {
  const refused = [];
  for (const [name, set] of SETTINGS) {
    const code = await codeOf(ground, (sheet) => {
      set(sheet.pageLayout);
    });
    if (code !== "done") refused.push(`${name}: ${code}`);
  }
  return refused;
}

/** How sheets are printed. */
export const PAGE_PROBES: readonly Probe[] = [
  { id: "page-settings", expected: [], run: refusedSettings },
  {
    id: "page-fit-read-back",
    expected: { horizontalFitToPages: 1 },
    run: (ground) =>
      onSheet(ground, (sheet) => {
        const { pageLayout } = sheet;
        pageLayout.zoom = { horizontalFitToPages: 1 };
        pageLayout.load("zoom");
        return () => {
          const { horizontalFitToPages } = pageLayout.zoom;
          return { horizontalFitToPages: horizontalFitToPages ?? null };
        };
      }),
  },
  {
    id: "page-breaks",
    expected: [3, [10, 20, 30]],
    run: (ground) =>
      onSheet(ground, (sheet) => {
        const breaks = sheet.horizontalPageBreaks;
        for (const row of [11, 21, 31]) breaks.add(`A${row}`);
        const count = breaks.getCount();
        breaks.load("items/rowIndex");
        return () => [count.value, breaks.items.map(({ rowIndex }) => rowIndex)];
      }),
  },
  {
    id: "page-break-first-row",
    expected: "InvalidArgument",
    run: (ground) =>
      codeOf(ground, (sheet) => {
        sheet.horizontalPageBreaks.add("A1");
      }),
  },
];
