import { strFromU8 } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { writeDocx } from "../../src/publish/docx/write-docx";
import { listedHeadings, type ReportDocument } from "../../src/report/document/blocks";
import { faultOf } from "../embedded/storage/well-formed";
import { hardRows, sampleRows } from "../report/booklet/ledgers";
import { documentOf } from "./documents";
import { readDocx, type ReadDocument } from "./reading";

const DAY = "2011-03-31";

describe("the sample as a Word document", () => {
  const { document } = documentOf();
  let bytes: Uint8Array;
  let read: ReadDocument;
  beforeAll(async () => {
    bytes = await writeDocx(document, DAY);
    read = readDocx(bytes);
  });

  it("is a package of well-formed parts, every relationship of which leads to one", () => {
    for (const [name, part] of Object.entries(read.parts)) {
      if (/\.(xml|rels|svg)$/.test(name)) expect(faultOf(part), name).toBeNull();
    }
    const relations = strFromU8(read.parts["word/_rels/document.xml.rels"]!);
    const targets = [...relations.matchAll(/Target="([^"]+)"/g)].map(([, target]) => `word/${target!}`);
    expect(targets.length).toBeGreaterThan(10);
    expect(targets.filter((target) => !(target in read.parts))).toEqual([]);
    const types = strFromU8(read.parts["[Content_Types].xml"]!);
    for (const name of Object.keys(read.parts)) {
      const ending = name.slice(name.lastIndexOf(".") + 1);
      expect(types.includes(`Extension="${ending}"`) || types.includes(`PartName="/${name}"`), name).toBe(true);
    }
  });

  it("has the headings of the document, each at its level", () => {
    expect(headingsOf(read)).toEqual(expectedHeadings(document));
  });

  it("has its contents in, with a page for each entry", () => {
    const entries = read.paragraphs.filter(({ style }) => style.startsWith("TOC"));
    expect(entries.map(({ style, text }) => [style, text.split("\t")[0]])).toEqual(
      listedHeadings(document).map(({ level, text }) => [`TOC${level}`, text]),
    );
    const pages = entries.map(({ text }) => Number(text.split("\t")[1]));
    expect(pages[0]).toBe(1);
    expect(pages).toEqual([...pages].sort((one, other) => one - other));
  });

  it("has every table with a header row that is repeated, and every chart with its numbers in words", () => {
    const blocks = document.chapters.flatMap((chapter) => chapter.blocks);
    const tables = blocks.filter((block) => block.kind === "table");
    expect(read.tables.map((table) => table[0])).toEqual(
      tables.map(({ columns }) => columns.map((one) => one.heading)),
    );
    expect(read.headerRows).toEqual(tables.map(() => 1));
    const charts = blocks.flatMap((block) => (block.kind === "chart" ? [block.chart] : []));
    expect(read.pictures).toEqual(charts.map(({ alternative }) => alternative));
    expect(read.pictures[0]).toContain("ITによる行政サービスの向上：達成10、未達成1、中止2。");
    const media = Object.keys(read.parts).filter((name) => name.startsWith("word/media/"));
    expect(media.filter((name) => name.endsWith(".svg"))).toHaveLength(charts.length);
    expect(media.filter((name) => name.endsWith(".emf"))).toHaveLength(charts.length);
  });

  it("says every measure with its status behind a tab", () => {
    const entries = read.paragraphs.filter(({ style }) => /^Report(?:Policy|Measure)$/.test(style));
    expect(entries.filter(({ text }) => /\t【(?:達成|未達成|中止)】$/.test(text))).toHaveLength(98);
  });

  it("asks for Japanese line breaking and fonts", () => {
    const settings = strFromU8(read.parts["word/settings.xml"]!);
    const order = [
      "characterSpacingControl",
      "strictFirstAndLastChars",
      "noLineBreaksAfter",
      "noLineBreaksBefore",
      "compat",
      "themeFontLang",
    ];
    const places = order.map((name) => settings.indexOf(`<w:${name}`));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(strFromU8(read.parts["word/styles.xml"]!)).toContain('w:eastAsia="游明朝"');
  });

  it("is the same bytes again, whatever was made between and whenever", async () => {
    await writeDocx(documentOf(hardRows()).document, DAY);
    expect(Buffer.compare(await writeDocx(document, DAY), bytes)).toBe(0);
  });
});

describe("hard ledgers", () => {
  it("give well-formed documents with all their headings", async () => {
    const { document } = documentOf(hardRows());
    const read = readDocx(await writeDocx(document, DAY));
    expect(headingsOf(read)).toEqual(expectedHeadings(document));
  }, 60_000);

  it("take text from the workbook as text", async () => {
    const rows = sampleRows();
    const hostile = `<w:p/>&amp;\u0001\ud800"'=1+1`;
    rows["台帳"]![3]![rows["台帳"]![2]!.indexOf("分野")] = hostile;
    const { document } = documentOf(rows);
    const read = readDocx(await writeDocx(document, DAY));
    expect(read.paragraphs.map(({ text }) => text)).toContain(`<w:p/>&amp;"'=1+1`);
    for (const [name, part] of Object.entries(read.parts)) {
      if (/\.(xml|rels|svg)$/.test(name)) expect(faultOf(part), name).toBeNull();
    }
  });
});

function headingsOf({ paragraphs }: ReadDocument): [string, string][] {
  return paragraphs.filter(({ style }) => style.startsWith("Heading")).map(({ style, text }) => [style.slice(7), text]);
}

function expectedHeadings({ chapters }: ReportDocument): [string, string][] {
  return chapters.flatMap(({ title, blocks }) => [
    ["1", title] as [string, string],
    ...blocks.flatMap((block): [string, string][] => {
      if (block.kind === "heading") return [[String(Math.min(3, block.level)), block.text]];
      return block.kind === "entry" && block.depth === 0 ? [["3", `${block.number}　${block.name}`]] : [];
    }),
  ]);
}
