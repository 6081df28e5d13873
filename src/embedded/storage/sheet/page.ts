import type { PageLayoutModel } from "../../model/model";
import { MAX_COLUMNS, MAX_ROWS } from "../../../cells/cell";
import { child, childrenOf, descend, escapeText, flag, number } from "../xml/xml";
import type { XmlElement } from "../xml/xml";

/*
 * How a sheet is printed (ECMA-376-1 §18.3.1.46 ff.). What is kept as names (print area, print titles) is the workbook
 * part's business; whether pages are fitted is said among the sheet's properties.
 */

/** Elements of a sheet part that say how it is printed, in the format's order. */
export const PAGE_ELEMENTS = [
  "printOptions",
  "pageMargins",
  "pageSetup",
  "headerFooter",
  "rowBreaks",
  "colBreaks",
] as const;

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

/** The paper's number in a file; A4 for a word it does not know. */
function paperNumber(word: string): number {
  return (
    PAPER_SIZES.find(([, api]) => api.toLowerCase() === word.toLowerCase())?.[0] ??
    (Number(word.replace(/^Paper/, "")) || 9)
  );
}

/** Whether the sheet is scaled to a number of pages. */
export function isFitted(page: PageLayoutModel): boolean {
  return page.fitWide !== null || page.fitTall !== null;
}

/** Sets what a sheet part says of its pages. */
export function readPage(frame: XmlElement, page: PageLayoutModel): void {
  const options = child(frame, "printOptions");
  page.centerHorizontally = flag(options, "horizontalCentered");
  page.centerVertically = flag(options, "verticalCentered");
  page.printGridlines = flag(options, "gridLines");
  const margins = child(frame, "pageMargins");
  const points = (name: string, fallback: number): number => {
    return Math.round((number(margins, name) ?? fallback) * POINTS_PER_INCH * 1000) / 1000;
  };
  page.topMargin = points("top", 0.75);
  page.bottomMargin = points("bottom", 0.75);
  page.leftMargin = points("left", 0.7);
  page.rightMargin = points("right", 0.7);
  page.headerMargin = points("header", 0.3);
  page.footerMargin = points("footer", 0.3);
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
  const header = splitSections(descend(frame, "headerFooter", "oddHeader")?.text ?? "");
  const footer = splitSections(descend(frame, "headerFooter", "oddFooter")?.text ?? "");
  [page.headerLeft, page.headerCenter, page.headerRight] = header;
  [page.footerLeft, page.footerCenter, page.footerRight] = footer;
  page.rowBreaks = readBreaks(child(frame, "rowBreaks"));
  page.columnBreaks = readBreaks(child(frame, "colBreaks"));
}

/** The elements that say how a sheet is printed, by name; "" for one that has nothing to say. */
export function pageXml(page: PageLayoutModel): Record<(typeof PAGE_ELEMENTS)[number], string> {
  const options =
    (page.centerHorizontally ? ' horizontalCentered="1"' : "") +
    (page.centerVertically ? ' verticalCentered="1"' : "") +
    (page.printGridlines ? ' gridLines="1"' : "");
  const inches = (points: number): number => Math.round((points / POINTS_PER_INCH) * 1e6) / 1e6;
  const margins =
    ` left="${inches(page.leftMargin)}" right="${inches(page.rightMargin)}" top="${inches(page.topMargin)}"` +
    ` bottom="${inches(page.bottomMargin)}" header="${inches(page.headerMargin)}" footer="${inches(page.footerMargin)}"`;
  const setup =
    ` paperSize="${paperNumber(page.paperSize)}"` +
    (!isFitted(page) && page.scale !== null ? ` scale="${page.scale}"` : "") +
    (page.firstPageNumber === null ? "" : ` firstPageNumber="${page.firstPageNumber}"`) +
    (isFitted(page) ? ` fitToWidth="${page.fitWide ?? 0}" fitToHeight="${page.fitTall ?? 0}"` : "") +
    ` orientation="${page.orientation === "Landscape" ? "landscape" : "portrait"}"` +
    (page.blackAndWhite ? ' blackAndWhite="1"' : "") +
    (page.firstPageNumber === null ? "" : ' useFirstPageNumber="1"');
  const header = sectionsXml("oddHeader", page.headerLeft, page.headerCenter, page.headerRight);
  const footer = sectionsXml("oddFooter", page.footerLeft, page.footerCenter, page.footerRight);
  return {
    printOptions: options === "" ? "" : `<printOptions${options}/>`,
    pageMargins: `<pageMargins${margins}/>`,
    pageSetup: `<pageSetup${setup}/>`,
    headerFooter: header + footer === "" ? "" : `<headerFooter>${header}${footer}</headerFooter>`,
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

function breaksXml(name: string, breaks: readonly number[], last: number): string {
  if (breaks.length === 0) return "";
  const each = [...new Set(breaks)].sort((one, other) => one - other);
  const elements = each.map((id) => `<brk id="${id}" max="${last}" man="1"/>`);
  return `<${name} count="${each.length}" manualBreakCount="${each.length}">${elements.join("")}</${name}>`;
}

/** Left, centre and right section of a header or footer ("&L…&C…&R…"; without a code it is the centre). */
function splitSections(text: string): [string, string, string] {
  const sections: [string, string, string] = ["", "", ""];
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

function sectionsXml(name: string, left: string, center: string, right: string): string {
  const text = (left && `&L${left}`) + (center && `&C${center}`) + (right && `&R${right}`);
  return text === "" ? "" : `<${name}>${escapeText(text)}</${name}>`;
}
