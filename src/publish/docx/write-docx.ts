import { CONTENTS_TITLE } from "../../report/booklet/words";
import type { FrameLine, ReportDocument } from "../../report/document/blocks";
import { COLORS } from "../../report/theme";
import { writable } from "../markup";
import { blockParts } from "./blocks";
import {
  Document,
  DocumentGridType,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  SectionType,
  ShadingType,
  TableOfContents,
  TextRun,
  VerticalAlignSection,
  type ISectionOptions,
} from "./library";
import { BOTTOM_MARGIN, LINE_HEIGHT, PAGE, SIDE_MARGIN, TOP_MARGIN, twips } from "./measures";
import { finishedPackage } from "./package";
import { estimatePages } from "./pages";
import { documentStyles, STYLE } from "./styles";

/** The library's names of the headings of the contents, which stand in their order. */
const CONTENTS_BOOKMARK = /_Toc\d+/g;

type Children = ISectionOptions["children"];

const BOLD = { bold: true } as const;

/** Free space in points above the cover's title and above its foot. */
const COVER = { head: 150, foot: 270 } as const;

/**
 * The report as a Word document: headings that are headings, contents with their entries in, running text, native tables
 * with repeated headers, charts as pictures. The same report on the same day is the same bytes.
 *
 * @param day YYYY-MM-DD, the day the file is made
 */
export async function writeDocx(document: ReportDocument, day: string): Promise<Uint8Array> {
  const { title, municipality, author, cover, hasContents, chapters, colophon } = document;
  const sections: ISectionOptions[] = [];
  if (cover !== null) sections.push(unnumbered([...frame(cover.head, COVER.head), ...frame(cover.foot, COVER.foot)]));
  if (hasContents) sections.push(unnumbered(contents()));
  if (chapters.length > 0) sections.push(body(document));
  if (colophon !== null) {
    const { properties, ...rest } = unnumbered(colophon.map(colophonLine));
    sections.push({ ...rest, properties: { ...properties, verticalAlign: VerticalAlignSection.BOTTOM } });
  }
  const file = new Document({
    title: writable(title),
    creator: writable(author === "" ? municipality : author),
    lastModifiedBy: writable(author === "" ? municipality : author),
    description: "",
    styles: documentStyles(),
    defaultTabStop: twips(42),
    compatibility: { version: 15 },
    pageNumbers: (written) => {
      const pages = estimatePages(document);
      const names = [...new Set(JSON.stringify(written).match(CONTENTS_BOOKMARK))];
      return { bookmarks: new Map(names.map((name, at) => [name, String(pages[at] ?? "")])) };
    },
    sections,
  });
  return finishedPackage(new Uint8Array(await Packer.toArrayBuffer(file)), day);
}

function page(numbered: boolean): NonNullable<ISectionOptions["properties"]> {
  return {
    type: SectionType.NEXT_PAGE,
    grid: { type: DocumentGridType.LINES, linePitch: twips(LINE_HEIGHT) },
    page: {
      size: { width: twips(PAGE.width), height: twips(PAGE.height) },
      margin: {
        top: twips(TOP_MARGIN),
        bottom: twips(BOTTOM_MARGIN),
        left: twips(SIDE_MARGIN),
        right: twips(SIDE_MARGIN),
        header: twips(42),
        footer: twips(42),
      },
      ...(numbered ? { pageNumbers: { start: 1 } } : {}),
    },
  };
}

/** Pages without a number; an empty header and footer of their own, or they would have those of the section before. */
function unnumbered(children: Children): ISectionOptions {
  const nothing = () => ({ children: [new Paragraph({ style: STYLE.running })] });
  return {
    properties: page(false),
    headers: { default: new Header(nothing()) },
    footers: { default: new Footer(nothing()) },
    children,
  };
}

function frame(lines: readonly FrameLine[], above: number): Paragraph[] {
  return lines.map(
    ({ text, kind, mark }, at) =>
      new Paragraph({
        style: kind === "title" ? STYLE.coverTitle : STYLE.coverText,
        text: writable(text),
        ...(at === 0 ? { spacing: { before: twips(above) } } : {}),
        ...(mark === undefined
          ? {}
          : { shading: { type: ShadingType.CLEAR, fill: COLORS[mark].slice(1), color: "auto" } }),
      }),
  );
}

function colophonLine({ text, kind, mark }: FrameLine): Paragraph {
  return new Paragraph({
    style: STYLE.frame,
    ...(mark === undefined ? {} : { shading: { type: ShadingType.CLEAR, fill: COLORS[mark].slice(1), color: "auto" } }),
    children: [new TextRun({ text: writable(text), ...(kind === "title" ? BOLD : {}) })],
  });
}

/** The contents as a field of Word's, which the library fills in from the headings. */
function contents(): Children {
  return [
    new Paragraph({ style: STYLE.contentsTitle, text: CONTENTS_TITLE }),
    // Word counts the pages itself when it opens the document; what stands there until then is an estimate.
    new TableOfContents(CONTENTS_TITLE, { hyperlink: true, headingStyleRange: "1-2", beginDirty: true }),
  ];
}

function body({ chapters, title, notice }: ReportDocument): ISectionOptions {
  const running = (children: ConstructorParameters<typeof TextRun>[0][]) =>
    new Paragraph({ style: STYLE.running, children: children.map((one) => new TextRun(one)) });
  return {
    properties: page(true),
    headers: { default: new Header({ children: [running([writable(notice === "" ? title : notice)])] }) },
    footers: { default: new Footer({ children: [running([{ children: ["- ", PageNumber.CURRENT, " -"] }])] }) },
    children: chapters.flatMap(({ id, title: heading, blocks }, at) => [
      new Paragraph({
        heading: HeadingLevel.HEADING_1,
        pageBreakBefore: at > 0,
        text: writable(heading),
      }),
      ...blocks.flatMap((block, index) => blockParts(block, `${id}_${index}`)),
    ]),
  };
}
