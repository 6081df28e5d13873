import { describe, expect, it } from "vitest";
import type { Booklet, BookletInput } from "../../../src/report/booklet/plan-booklet";
import { bookletSheetNames, planBooklet } from "../../../src/report/booklet/plan-booklet";
import { BOOKLET_PARTS } from "../../../src/report/booklet/parts";
import { withDigits } from "../../../src/report/booklet/booklet";
import { columnPoints } from "../../../src/report/lengths";
import { MAX_BREAKS, usableHeight } from "../../../src/report/pages";
import type { SheetPlan } from "../../../src/report/plan";
import { MAX_ROW_HEIGHT } from "../../../src/report/text-layout";
import { EMPTY_PLAN } from "../../../src/ledger/settings";
import { cpuTime } from "../../fixtures/cpu-time";
import { bookletInput, generatedRows, hardRows, sampleRows } from "./ledgers";
import { gridOf, heightsOf, pagesOf, rowsWith, rowTexts, textOf, textOfSheet } from "./reading";

const sample = bookletInput(sampleRows());
const booklet = planBooklet(sample);

const sheetNamed = (of: Booklet, name: string): SheetPlan => of.sheets.find((sheet) => sheet.name === name)!;
const numbered = (of: Booklet): SheetPlan[] => of.sheets.filter((sheet) => sheet.page.firstPageNumber !== undefined);

const sizes: [string, BookletInput][] = [
  ["the sample", sample],
  ["everything hard", bookletInput(hardRows())],
  ...[10, 45, 300, 2000].map((count): [string, BookletInput] => [
    `${count} measures`,
    bookletInput(generatedRows(count)),
  ]),
];

describe.each(sizes)("a booklet of %s", (_, input) => {
  const planned = planBooklet(input);

  it("fills no page beyond what it can hold", () => {
    for (const sheet of planned.sheets) {
      const used = new Map<number, number>();
      const pages = pagesOf(sheet);
      heightsOf(sheet).forEach((height, row) => {
        expect(height).toBeLessThanOrEqual(MAX_ROW_HEIGHT);
        used.set(pages[row]!, (used.get(pages[row]!) ?? 0) + height);
      });
      for (const sum of used.values()) expect(sum).toBeLessThanOrEqual(usableHeight(sheet.page.margins));
    }
  });

  it("leaves no page less than a quarter full, but for a chapter's last", () => {
    for (const sheet of numbered(planned)) {
      const pages = pagesOf(sheet);
      const heights = heightsOf(sheet);
      for (let page = 0; page < pages[pages.length - 1]!; page++) {
        const used = heights.reduce((sum, height, row) => (pages[row] === page ? sum + height : sum), 0);
        const room = usableHeight(sheet.page.margins);
        expect(used / room, `${sheet.name}, page ${page + 1} of it`).toBeGreaterThanOrEqual(0.25);
      }
    }
  });

  it("leads from 目次 to every heading, and back from every sheet", () => {
    const { links } = sheetNamed(planned, "目次");
    const last = new Map(links.map((link) => [`${link.sheet}!${link.cell}`, link]));
    for (const { sheet, row } of planned.headings) expect(last.has(`${sheet}!A${row + 1}`)).toBe(true);
    for (const { name, links: back, page, columnWidths } of planned.sheets) {
      if (name === "目次") continue;
      const [link] = back.slice(-1);
      expect(link).toMatchObject({ text: "目次へ", sheet: "目次" });
      // On screen only.
      expect(link!.column).toBeGreaterThanOrEqual(page.printArea.columns);
      expect(link!.column).toBe(columnWidths.length);
    }
  });

  it("numbers pages through all sheets from 1", () => {
    let next = 1;
    for (const sheet of numbered(planned)) {
      expect(sheet.page.firstPageNumber).toBe(next);
      expect(sheet.page.footer).toBe("- &P -");
      next += sheet.page.breaksBefore!.length + 1;
    }
    expect(next).toBeGreaterThan(4);
  });

  it("knows the page and the row of every heading", () => {
    for (const heading of planned.headings) {
      const sheet = sheetNamed(planned, heading.sheet);
      expect(heading.page).toBe(sheet.page.firstPageNumber! + pagesOf(sheet)[heading.row]!);
      expect(heading.text.startsWith(rowTexts(sheet, heading.row)[0]!)).toBe(true);
    }
  });

  it("says the same in 目次, in order", () => {
    const contents = sheetNamed(planned, "目次");
    const listed: unknown[] = [];
    let text = "";
    gridOf(contents)
      .slice(1)
      .forEach((row, i) => {
        text += rowTexts(contents, i + 1)[0]?.trim() ?? "";
        if (row[1] === undefined) return;
        listed.push({ text, page: row[1] });
        text = "";
      });
    expect(listed).toEqual(
      planned.headings.map(({ text, page }) => {
        const digits = withDigits(String(page), input.settings);
        return { text, page: digits === String(page) ? page : digits };
      }),
    );
  });

  it("leaves no heading alone at the foot of a page", () => {
    for (const sheet of planned.sheets) {
      const pages = pagesOf(sheet);
      for (const row of rowsWith(sheet, "title", "heading", "subheading")) {
        expect(pages[row + 1], `${sheet.name} row ${row + 1}`).toBe(pages[row]);
      }
    }
  });

  it("begins no page with a free row, but for the gap above a chart", () => {
    for (const sheet of numbered(planned)) {
      const grid = gridOf(sheet);
      const charts = sheet.charts.map(({ place }) => place.row - 1);
      for (const row of sheet.page.breaksBefore!) {
        expect(charts.includes(row) || grid[row]?.some((cell) => cell !== undefined), `${sheet.name} row ${row}`).toBe(
          true,
        );
      }
    }
  });

  it("prints every measure once, in the ledger's order, with its status", () => {
    const sheet = sheetNamed(planned, "3 実施状況");
    const printed: { name: string; status: string }[] = [];
    let text = "";
    gridOf(sheet).forEach((row, i) => {
      const texts = rowTexts(sheet, i);
      text += texts[2]?.trim() ?? "";
      if (row[3] === undefined) return;
      if (row[2] === undefined) {
        printed[printed.length - 1]!.status += texts[3]!;
        return;
      }
      printed.push({ name: text.replace(/（再掲）$/, ""), status: texts[3]! });
      text = "";
    });
    const expected = input.tally.fields.flatMap((field) => field.measures);
    expect(printed.map(({ status }) => status)).toEqual(
      expected.map((measure) => `【${input.tally.statuses[measure.statusIndex]?.name ?? measure.status}】`),
    );
    printed.forEach(({ name }, i) => {
      expect(name.endsWith(expected[i]!.name), `${name} / ${expected[i]!.name}`).toBe(true);
    });
  });

  it("stays within Excel's limits and on the width of a page", () => {
    for (const sheet of planned.sheets) {
      expect(sheet.page.breaksBefore!.length).toBeLessThanOrEqual(MAX_BREAKS);
      expect(sheet.page.scale).toBe(100);
      const width = sheet.columnWidths.reduce((sum, characters) => sum + columnPoints(characters), 0);
      const { left, right } = sheet.page.margins;
      // A third wider is what LibreOffice makes of columns whose default font it does not have.
      expect(width * (4 / 3)).toBeLessThanOrEqual(595 - left - right);
      for (const row of gridOf(sheet)) for (const cell of row) expect(textOf(cell).length).toBeLessThan(200);
    }
  });
});

describe("the sample's booklet", () => {
  it("has its sheets in reading order", () => {
    expect(booklet.sheets.map(({ name }) => name)).toEqual([
      "表紙",
      "目次",
      "1 概要",
      "2 分野別",
      "3 実施状況",
      "4 評価",
      "奥付",
    ]);
    expect(bookletSheetNames()).toEqual(booklet.sheets.map(({ name }) => name));
  });

  it("has at most 15 numbered pages", () => {
    const pages = numbered(booklet).reduce((sum, { page }) => sum + page.breaksBefore!.length + 1, 0);
    expect(pages).toBeLessThanOrEqual(15);
  });

  it("tears no field's 実績 from its 目標", () => {
    const sheet = sheetNamed(booklet, "2 分野別");
    const grid = gridOf(sheet);
    const pages = pagesOf(sheet);
    const rows = (text: string) => grid.flatMap((row, at) => (row[0] === text ? [at] : []));
    expect(rows("【目標】").map((row) => pages[row])).toEqual(rows("【実績】").map((row) => pages[row]));
  });

  it("numbers its table and its chart, and names both before them", () => {
    const sheet = sheetNamed(booklet, "4 評価");
    const first = gridOf(sheet).map((row) => textOf(row[0]));
    const mention = first.findIndex((text) => text.includes("分野別の達成状況は、表1及び図1のとおりです。"));
    const caption = first.indexOf("表1　分野別の達成状況（平成22年度末、98項目）");
    const [chart] = sheet.charts;
    expect(chart!.title).toBe("図1　分野別の件数（98項目）");
    // The title's cell lies behind the chart.
    expect(chart!.titleCell).toEqual({ row: chart!.place.row, column: 0 });
    expect(first[chart!.place.row]).toBe(chart!.title);
    expect(mention).toBeGreaterThan(0);
    expect(caption).toBeGreaterThan(mention);
    expect(chart!.place.row).toBeGreaterThan(caption);
  });

  it("prints 98 measures, 28 大項目 and 8 fields", () => {
    const sheet = sheetNamed(booklet, "3 実施状況");
    const grid = gridOf(sheet);
    expect(grid.filter((row) => /^【(達成|未達成|中止)】$/.test(textOf(row[3])))).toHaveLength(98);
    expect([...rowsWith(sheet, "subheading")].filter((row) => typeof grid[row]![0] === "number")).toHaveLength(28);
    expect(rowsWith(sheet, "heading").size).toBe(8);
    expect(textOfSheet(sheet)).toContain("健康管理システムの更新（再掲）【達成】");
  });

  it("says the plan's period with both calendars and its phases", () => {
    const text = textOfSheet(sheetNamed(booklet, "1 概要"));
    expect(text).toContain("平成13年度（2001年度）から平成22年度（2010年度）までの10か年");
    expect(text).toContain("次の3期に分けて");
    expect(text).toContain("ア市民の満足度が高い行政サービスの推進");
  });

  it("gives each field its counts, goals and results", () => {
    const text = textOfSheet(sheetNamed(booklet, "2 分野別"));
    expect(text).toContain("達成10項目、未達成1項目、中止2項目、計13項目（達成率76.9％）");
    expect(text.match(/【目標】/g)).toHaveLength(8);
    expect(text.match(/【実績】・/g)).toHaveLength(8);
    expect(text).not.toContain("要記入");
  });

  it("sets the summary table and one chart into the evaluation, between the counts and the officer's prose", () => {
    const sheet = sheetNamed(booklet, "4 評価");
    const grid = gridOf(sheet);
    const total = grid.findIndex((row) => row[0] === "計");
    const values = grid[total]!.slice(1).map((cell) => (typeof cell === "object" && cell !== null ? cell.value : cell));
    expect(values).toEqual([72, 14, 12, 98, 73.5]);
    expect(sheet.charts).toHaveLength(1);
    const [chart] = sheet.charts;
    expect(chart!.place.row).toBeGreaterThan(total);
    expect(chart!.source.rows).toBe(9);
    const firstProse = grid.findIndex((row) => textOf(row[0]).includes("総合行政ネットワーク（LGWAN）"));
    expect(firstProse).toBeGreaterThanOrEqual(chart!.place.row + chart!.place.rows);
    const pages = pagesOf(sheet);
    expect(pages[chart!.place.row]).toBe(pages[chart!.place.row + chart!.place.rows - 1]);
  });

  it("counts with live formulas over the ledger", () => {
    const formulas = gridOf(sheetNamed(booklet, "4 評価"))
      .flat()
      .filter((cell) => typeof cell === "object" && cell !== null && cell.formula.startsWith("=COUNTIFS('台帳'!"));
    expect(formulas).toHaveLength(24);
  });

  it("closes with the plan, the date and who made it", () => {
    const sheet = sheetNamed(booklet, "奥付");
    expect(textOfSheet(sheet)).toBe(
      "袖ケ浦市電子市政推進計画　実績及び評価書平成23年3月作成：袖ケ浦市総務部行政管理課",
    );
    expect(sheet.page.breaksBefore).toEqual([]);
    expect(sheet.page.footer).toBeUndefined();
  });
});

describe("a booklet's choices", () => {
  it("numbers the chapters that are made", () => {
    const some = planBooklet(sample, ["contents", "measures", "evaluation"]);
    expect(some.sheets.map(({ name }) => name)).toEqual(["目次", "1 実施状況", "2 評価"]);
    expect(some.headings[0]).toMatchObject({ text: "1　計画の施策別実施状況", page: 1 });
  });

  it("uses the digits that 集計方法 asks for", () => {
    const full = planBooklet({ ...sample, settings: { ...sample.settings, digits: "full" } });
    expect(full.headings[0]!.text).toBe("１　袖ケ浦市電子市政推進計画の概要");
    expect(textOfSheet(sheetNamed(full, "1 概要"))).toContain("平成１３年度（２００１年度）");
    expect(textOfSheet(sheetNamed(full, "3 実施状況"))).toContain("（１）ホームページの一層充実");
  });

  it("binds annex sheets in, numbered on and listed by their titles", () => {
    const annex: SheetPlan = {
      ...sheetNamed(booklet, "4 評価"),
      name: "集計",
      roles: [{ role: "title", areas: [{ row: 0, column: 0, rows: 1, columns: 1 }] }],
      blocks: [{ row: 0, column: 0, cells: [["分野別の達成状況"]] }],
    };
    const both = { ...sample, annex: [annex, { ...annex, name: "1 行政" }] };
    const bound = planBooklet(both, BOOKLET_PARTS);
    const last = booklet.headings[booklet.headings.length - 1]!;
    const pages = sheetNamed(booklet, "4 評価").page.breaksBefore!.length + 1;
    expect(bound.headings.slice(booklet.headings.length)).toEqual([
      { text: "資料", level: 1, sheet: "集計", row: 0, page: last.page + pages },
      { text: "分野別の達成状況", level: 2, sheet: "集計", row: 0, page: last.page + pages },
      { text: "分野別の達成状況", level: 2, sheet: "1 行政", row: 0, page: last.page + 2 * pages },
    ]);
    expect(bound.sheets.map(({ name }) => name).slice(-3)).toEqual(["集計", "1 行政", "奥付"]);
    expect(sheetNamed(bound, "1 行政").page.firstPageNumber).toBe(last.page + 2 * pages);
    // Where nobody chose it, they stand behind the booklet, with pages of their own.
    const loose = planBooklet(both);
    expect(loose.sheets.map(({ name }) => name).slice(-3)).toEqual(["奥付", "集計", "1 行政"]);
    expect(loose.headings).toEqual(booklet.headings);
  });

  it("puts a table of many pages at the chapter's end, with its header on each of them", () => {
    const planned = planBooklet(bookletInput(hardRows()));
    const sheet = sheetNamed(planned, "4 評価");
    const grid = gridOf(sheet);
    const header = grid.findIndex((row) => textOf(row[0]) === "分野");
    const pages = pagesOf(sheet);
    expect(sheet.page.titleRows).toEqual({ first: header, last: header });
    expect(pages[pages.length - 1]).toBeGreaterThan(pages[header]!);
    const prose = grid.findIndex((row) => textOf(row[0]).includes("今後は、技術の進展"));
    expect(prose).toBeGreaterThan(0);
    expect(prose).toBeLessThan(header);
    expect(sheetNamed(booklet, "4 評価").page.titleRows).toBeUndefined();
  });

  it("marks what the officer still has to write, and says where", () => {
    const bare = planBooklet({ ...sample, plan: EMPTY_PLAN, fields: [] });
    for (const [name, places] of [
      ["表紙", 3],
      ["1 概要", 3],
      ["2 分野別", 16],
      ["奥付", 2],
    ] as const) {
      const sheet = sheetNamed(bare, name);
      expect(textOfSheet(sheet).match(/【要記入】「(?:計画|分野)」シートの「/g), name).toHaveLength(places);
      expect(rowsWith(sheet, "missing").size, name).toBeGreaterThanOrEqual(places);
    }
  });

  it("marks a sentence that contradicts the ledger", () => {
    const paragraphs = sample.narrative.paragraphs.map((paragraph) =>
      paragraph.kind === "outlook" ? { ...paragraph, contradicted: true } : paragraph,
    );
    const marked = planBooklet({ ...sample, narrative: { ...sample.narrative, paragraphs } });
    const sheet = sheetNamed(marked, "4 評価");
    expect(textOfSheet(sheet)).toContain("【要確認】今後は、");
    expect(rowsWith(sheet, "contradicted").size).toBeGreaterThan(0);
  });

  it("goes on with a text of 3,000 letters on the next pages and loses none of it", () => {
    const sentence =
      "情報化の施策（電子申請、LGWAN等）を進め、「いつでも、どこでも」利用できるサービスを73.5％の項目で実現しました。";
    const long = sentence.repeat(60).slice(0, 3000);
    const [first, ...others] = sample.fields;
    const planned = planBooklet({
      ...sample,
      plan: { ...sample.plan, purpose: [long] },
      fields: [{ ...first!, goals: [long], results: [long, "短い実績"] }, ...others],
    });
    for (const name of ["1 概要", "2 分野別"]) {
      const sheet = sheetNamed(planned, name);
      expect(textOfSheet(sheet)).toContain(long);
      expect(sheet.page.breaksBefore!.length).toBeGreaterThanOrEqual(2);
    }
  });

  it("shows the status of the ledger where it is none of the vocabulary, and says where it is blank", () => {
    const rows = sampleRows();
    rows["台帳"]![3]![7] = "";
    rows["台帳"]![4]![7] = "検討中（関係機関との協議が続いているため）";
    const odd = planBooklet(bookletInput(rows));
    const sheet = sheetNamed(odd, "3 実施状況");
    const text = textOfSheet(sheet);
    expect(text).toContain("【空欄】");
    expect(
      gridOf(sheet)
        .map((row) => textOf(row[3]))
        .join(""),
    ).toContain("【検討中（関係機関との協議が続いているため）】");
    expect(rowsWith(sheet, "missing").size).toBeGreaterThanOrEqual(3);
  });

  it("plans 2,000 measures in well under a second", () => {
    const input = bookletInput(generatedRows(2000));
    planBooklet(input);
    const begin = cpuTime();
    planBooklet(input);
    expect(cpuTime() - begin).toBeLessThan(1000);
  });
});

describe("a booklet with more measures than Excel can page", () => {
  it("leaves 3 実施状況 out, says so, and numbers the rest as usual", () => {
    const { sheets, problems, headings } = planBooklet(bookletInput(generatedRows(40_000)));
    expect(problems).toEqual([{ kind: "too-many-pages", sheet: "3 実施状況", pages: expect.any(Number) as number }]);
    expect(sheets.map(({ name }) => name)).toEqual(["表紙", "目次", "1 概要", "2 分野別", "3 評価", "奥付"]);
    expect(headings.some(({ sheet }) => sheet === "3 実施状況")).toBe(false);
  });
});
