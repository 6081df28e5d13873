import { textLines } from "../../ledger/text-lines";
import type { Block, ChartData, EntryBlock, Mark } from "../../report/document/blocks";
import { COLORS } from "../../report/theme";
import { chartSvg, drawChart } from "../chart/draw-chart";
import { emf } from "../chart/emf";
import { strToU8 } from "fflate";
import { writable } from "../markup";
import { HeadingLevel, ImageRun, Paragraph, ShadingType, Tab, type Table, TextRun } from "./library";
import { TEXT_WIDTH } from "./measures";
import { FALLBACK } from "./package";
import { STYLE } from "./styles";
import { tableParts } from "./table";

const LEVELS = { 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3, 4: HeadingLevel.HEADING_3 } as const;
const FILL: Readonly<Record<Mark, string>> = { missing: COLORS.missing, contradicted: COLORS.contradicted };
/** Pixels a point, as Word counts pictures. */
const PIXELS = 96 / 72;

/** Colour behind the text of a marked paragraph. */
function shadingOf(mark: Mark | undefined) {
  return mark === undefined
    ? {}
    : { shading: { type: ShadingType.CLEAR, fill: FILL[mark].slice(1), color: "auto" } as const };
}

/** A block as paragraphs and tables; `anchor` names its pictures. */
export function blockParts(block: Block, anchor: string): (Paragraph | Table)[] {
  switch (block.kind) {
    case "heading":
      return [
        new Paragraph({
          heading: LEVELS[block.level],
          ...shadingOf(block.mark),
          text: writable(block.text),
        }),
      ];
    case "paragraph":
      return textLines(block.text).map(
        (line) =>
          new Paragraph({
            style: STYLE.text,
            text: writable(line),
            ...shadingOf(block.mark),
            ...(block.keepWithNext === true ? { keepNext: true } : {}),
          }),
      );
    case "bullet":
      return [new Paragraph({ style: STYLE.bullet, text: `・${writable(block.text)}` })];
    case "label":
      return [new Paragraph({ style: STYLE.label, text: `${block.label}　${writable(block.text)}` })];
    case "entry":
      return [entryParagraph(block)];
    case "table":
      return tableParts(block);
    case "chart":
      return chartParagraphs(block.chart, anchor);
  }
}

/** A line of the tree; dots lead to its status by a tab stop. */
function entryParagraph({ depth, number, name, status, mark }: EntryBlock): Paragraph {
  if (depth === 0) {
    return new Paragraph({ heading: HeadingLevel.HEADING_3, text: writable(`${number}　${name}`) });
  }
  const ending = status === null ? [] : [new Tab(), writable(status)];
  return new Paragraph({
    style: depth === 1 ? STYLE.policy : STYLE.measure,
    ...shadingOf(mark),
    ...(status === null ? { keepNext: true } : {}),
    children: [
      new TextRun({
        children: [...(depth === 1 ? [writable(number), new Tab()] : []), writable(name), ...ending],
      }),
    ],
  });
}

/** The chart as a picture with its numbers as alternative text, and its title below. */
function chartParagraphs(chart: ChartData, anchor: string): Paragraph[] {
  const drawn = drawChart(chart, TEXT_WIDTH);
  const transformation = { width: Math.round(drawn.width * PIXELS), height: Math.round(drawn.height * PIXELS) };
  return [
    new Paragraph({
      style: STYLE.chart,
      children: [
        new ImageRun({
          type: "svg",
          data: strToU8(chartSvg(chart, drawn, anchor)),
          // The library knows no metafiles; finishedPackage gives it its name.
          fallback: { type: FALLBACK, data: emf(drawn) },
          transformation,
          altText: { name: anchor, title: writable(chart.title), description: writable(chart.alternative) },
        }),
      ],
    }),
    new Paragraph({ style: STYLE.chartCaption, text: writable(chart.title) }),
  ];
}
