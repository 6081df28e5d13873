import { MAX_COLUMNS, MAX_ROWS } from "../../../cells/cell";
import type { PageLayoutModel } from "../../model/model";
import { around, element, escapeText } from "../xml/write-xml";
import { child, childrenOf, descend, flag, number } from "../xml/xml";
import type { XmlElement } from "../xml/xml";

/*
 * How a sheet is printed (ECMA-376-1 §18.3.1.46 ff.). What is kept as names (print area, print titles) is the workbook
 * part's business; whether pages are fitted is said among the sheet's properties.
 */

const POINTS_PER_INCH = 72;

/** Paper by number (ST_PaperSize as `pageSetup` has it) in the words of Excel's API; others by "Paper<number>". */
const PAPER_SIZES: readonly (readonly [file: number, api: string])[] = [
  [1, "Letter"],
  [2, "LetterSmall"],
  [3, "Tabloid"],
  [4, "Ledger"],
  [5, "Legal"],
  [6, "Statement"],
  [7, "Executive"],
  [8, "A3"],
  [9, "A4"],
  [10, "A4Small"],
  [11, "A5"],
  [12, "B4"],
  [13, "B5"],
];

/** Margins with what the format takes where they are not said, in inches. */
const MARGINS = [
  ["left", "leftMargin", 0.7],
  ["right", "rightMargin", 0.7],
  ["top", "topMargin", 0.75],
  ["bottom", "bottomMargin", 0.75],
  ["header", "headerMargin", 0.3],
  ["footer", "footerMargin", 0.3],
] as const;

/** What is printed and where, by `printOptions`. */
const OPTIONS = [
  ["horizontalCentered", "centerHorizontally"],
  ["verticalCentered", "centerVertically"],
  ["gridLines", "printGridlines"],
] as const;

/** Whether the sheet is scaled to a number of pages. */
export function isFitted(page: PageLayoutModel): boolean {
  return page.fitWide !== null || page.fitTall !== null;
}

/** Sets what a sheet part says of its pages. */
export function readPage(frame: XmlElement, page: PageLayoutModel): void {
  const options = child(frame, "printOptions");
  for (const [file, api] of OPTIONS) page[api] = flag(options, file);
  const margins = child(frame, "pageMargins");
  for (const [file, api, inches] of MARGINS) {
    page[api] = Math.round((number(margins, file) ?? inches) * POINTS_PER_INCH * 1000) / 1000;
  }
  const setup = child(frame, "pageSetup");
  page.orientation = setup?.attributes.get("orientation") === "landscape" ? "Landscape" : "Portrait";
  const paper = number(setup, "paperSize") ?? 1;
  page.paperSize = PAPER_SIZES.find(([file]) => file === paper)?.[1] ?? `Paper${paper}`;
  if (flag(descend(frame, "sheetPr", "pageSetUpPr"), "fitToPage")) {
    // 0 means as many pages as needed.
    page.fitWide = (number(setup, "fitToWidth") ?? 1) || null;
    page.fitTall = (number(setup, "fitToHeight") ?? 1) || null;
  } else page.scale = number(setup, "scale");
  page.firstPageNumber = flag(setup, "useFirstPageNumber") ? number(setup, "firstPageNumber") : null;
  page.blackAndWhite = flag(setup, "blackAndWhite");
  const sections = (name: string): Sections => splitSections(descend(frame, "headerFooter", name)?.text ?? "");
  [page.headerLeft, page.headerCenter, page.headerRight] = sections("oddHeader");
  [page.footerLeft, page.footerCenter, page.footerRight] = sections("oddFooter");
  page.rowBreaks = readBreaks(child(frame, "rowBreaks"));
  page.columnBreaks = readBreaks(child(frame, "colBreaks"));
}

/** The elements that say how a sheet is printed, by name; "" for one that has nothing to say. */
export function pageXml(page: PageLayoutModel): Record<string, string> {
  const { firstPageNumber } = page;
  const paper = PAPER_SIZES.find(([, api]) => api.toLowerCase() === page.paperSize.toLowerCase())?.[0];
  const options = OPTIONS.map(([file, api]) => [file, page[api]] as const);
  const isOptional = options.some(([, set]) => set);
  return {
    printOptions: isOptional ? element("printOptions", Object.fromEntries(options)) : "",
    pageMargins: element(
      "pageMargins",
      Object.fromEntries(MARGINS.map(([file, api]) => [file, Math.round((page[api] / POINTS_PER_INCH) * 1e6) / 1e6])),
    ),
    pageSetup: element("pageSetup", {
      // A4 for a word that is none.
      paperSize: paper ?? (Number(page.paperSize.replace(/^Paper/, "")) || 9),
      scale: isFitted(page) ? null : page.scale,
      firstPageNumber,
      fitToWidth: isFitted(page) ? (page.fitWide ?? 0) : null,
      fitToHeight: isFitted(page) ? (page.fitTall ?? 0) : null,
      orientation: page.orientation === "Landscape" ? "landscape" : "portrait",
      blackAndWhite: page.blackAndWhite,
      useFirstPageNumber: firstPageNumber !== null,
    }),
    headerFooter: around("headerFooter", {}, [
      ...sectionsXml("oddHeader", [page.headerLeft, page.headerCenter, page.headerRight]),
      ...sectionsXml("oddFooter", [page.footerLeft, page.footerCenter, page.footerRight]),
    ]),
    rowBreaks: breaksXml("rowBreaks", page.rowBreaks, MAX_COLUMNS - 1),
    colBreaks: breaksXml("colBreaks", page.columnBreaks, MAX_ROWS - 1),
  };
}

function readBreaks(breaks: XmlElement | undefined): number[] {
  return childrenOf(breaks, "brk")
    .filter((each) => flag(each, "man"))
    .map((each) => number(each, "id") ?? 0)
    .filter((id) => id > 0);
}

function breaksXml(name: string, breaks: readonly number[], max: number): string {
  const ids = [...new Set(breaks)].sort((one, other) => one - other);
  const elements = ids.map((id) => element("brk", { id, max, man: true }));
  return around(name, { count: ids.length, manualBreakCount: ids.length }, elements);
}

type Sections = [left: string, center: string, right: string];

/** Left, centre and right section of a header or footer ("&L…&C…&R…"; without a code it is the centre). */
function splitSections(text: string): Sections {
  const sections: Sections = ["", "", ""];
  let section: 0 | 1 | 2 = 1;
  // Codes are taken whole, so that the "&&" of a written ampersand does not hide the letter behind it.
  for (const [piece] of text.matchAll(/&[^]|[^&]+|&$/g)) {
    if (piece === "&L") section = 0;
    else if (piece === "&C") section = 1;
    else if (piece === "&R") section = 2;
    else sections[section] += piece;
  }
  return sections;
}

function sectionsXml(name: string, [left, center, right]: Sections): string[] {
  const text = (left && `&L${left}`) + (center && `&C${center}`) + (right && `&R${right}`);
  return text === "" ? [] : [element(name, {}, escapeText(text))];
}
