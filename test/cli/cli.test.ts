import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allBelow, child, parseXml, type XmlElement } from "../../src/embedded/storage/xml/xml";
import { checkPackage } from "../embedded/storage/gate/check-package";
import { unpackText } from "../embedded/storage/package";
import { EXPECTED_FIELDS } from "../fixtures/expected-fields";
import { run as start, sample, type Ran } from "./run";

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "measure-ledger-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function workbookFile(name: string, rows: (string | number)[][], sheets = ["台帳"]): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  for (const sheet of sheets) workbook.addWorksheet(sheet).addRows(rows);
  const file = join(folder, name);
  await workbook.xlsx.writeFile(file);
  return file;
}

/** Runs the command line; where it says that it wrote a workbook, that is a sound one. */
async function run(...words: string[]): Promise<Ran> {
  const ran = await start(...words);
  const out = words[words.indexOf("--out") + 1];
  if (ran.code === 0 && words.includes("--out")) expect(checkPackage(readFileSync(out!), out)).toEqual([]);
  return ran;
}

/** A chart as a reader that calculates nothing shows it. */
interface CachedChart {
  readonly title: string;
  /** By name: where its values stand, and the values that the chart itself holds. */
  readonly series: ReadonlyMap<string, { readonly source: string; readonly values: number[] }>;
}

/** The charts of a file, in the order of their parts. */
function cachedCharts(file: Uint8Array): CachedChart[] {
  const parts = Object.entries(unpackText(file)).filter(([name]) => /^xl\/charts\/chart\d+\.xml$/.test(name));
  const numberOf = (name: string) => Number(/\d+/.exec(name)?.[0]);
  parts.sort(([a], [b]) => numberOf(a) - numberOf(b));
  return parts.map(([, text]) => {
    const chart = parseXml(text);
    const textIn = (element: XmlElement, name: string) => allBelow(element, name).map((each) => each.text);
    return {
      // A title that is a formula says it as a value.
      title: ["a:t", "c:v"].flatMap((name) => textIn(allBelow(chart, "c:title")[0]!, name)).join(""),
      series: new Map(
        allBelow(chart, "c:ser").map((series) => {
          const values = child(series, "c:val")!;
          const [name] = textIn(child(series, "c:tx")!, "c:v");
          return [name!, { source: textIn(values, "c:f")[0]!, values: textIn(values, "c:v").map(Number) }];
        }),
      ),
    };
  });
}

describe("report", () => {
  it("writes a workbook whose sheets, figures and charts are what its JSON says", async () => {
    const out = join(folder, "report.xlsx");
    const ran = await run("report", sample, "--out", out, "--json");
    expect(ran).toMatchObject({ code: 0, err: "" });
    const json = JSON.parse(ran.out) as {
      sheets: string[];
      tally: {
        statuses: string[];
        fields: { name: string; counts: Record<string, number>; total: number; rate: number }[];
        total: object;
        relisted: object;
      };
      narrative: { paragraphs: { text: string }[] };
      traffic: { roundTrips: number };
    };
    expect(json.tally.statuses).toEqual(["達成", "未達成", "中止"]);
    expect(json.tally.total).toEqual({ counts: { 達成: 72, 未達成: 14, 中止: 12 }, total: 98, rate: 73.5 });
    expect(json.tally.relisted).toEqual({
      count: 1,
      without: { counts: { 達成: 71, 未達成: 14, 中止: 12 }, total: 97, rate: 73.2 },
    });
    expect(json.tally.fields).toEqual(
      EXPECTED_FIELDS.map(({ name, counts: [achieved, notAchieved, cancelled], total, rate }) => ({
        name,
        counts: { 達成: achieved, 未達成: notAchieved, 中止: cancelled },
        total,
        rate,
      })),
    );
    expect(json.traffic.roundTrips).toBeLessThanOrEqual(3);
    const text = json.narrative.paragraphs.map((paragraph) => paragraph.text).join("\n");
    for (const number of ["98項目", "72項目", "14項目", "12項目"]) expect(text).toContain(number);

    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(out);
    const names = workbook.worksheets.map(({ name }) => name);
    expect(names).toEqual(["台帳", "設定", "分野", "計画", ...json.sheets, "作成記録"]);
    const ledger = new ExcelJS.Workbook();
    await ledger.xlsx.readFile(sample);
    for (const sheet of ledger.worksheets) {
      expect(workbook.getWorksheet(sheet.name)?.getSheetValues()).toEqual(sheet.getSheetValues());
    }

    const [summary, fields] = [new Map<string, number[][]>(), new Map<number, number[][]>()];
    for (const { title, series } of cachedCharts(readFileSync(out))) {
      const numbers = ["達成", "未達成", "中止"].map((status) => series.get(status)?.values ?? []);
      const field = /^'分野(\d)/.exec(series.get("達成")?.source ?? "")?.[1];
      if (field === undefined) summary.set(title, series.size === 1 ? [series.get("件数")!.values] : numbers);
      else fields.set(Number(field), numbers);
    }
    const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
    expect(summary.get("分野別の達成状況（平成22年度末、98項目）")).toEqual(
      [0, 1, 2].map((status) => EXPECTED_FIELDS.map(({ counts }) => counts[status])),
    );
    expect(summary.get("分野別の構成比（％）")?.[0]).toEqual(EXPECTED_FIELDS.map(({ rate }) => rate));
    expect(summary.get("全体の達成状況（98項目）")).toEqual([[72, 14, 12]]);
    expect([...fields].map(([field, numbers]) => [field, numbers.map(sumOf)])).toEqual(
      EXPECTED_FIELDS.map(({ counts }, index) => [index + 1, counts]),
    );
  });

  it("makes only the parts that are asked for", async () => {
    const ran = await run(
      "report",
      sample,
      "--out",
      join(folder, "parts.xlsx"),
      "--parts",
      "summary,narrative",
      "--json",
    );
    expect((JSON.parse(ran.out) as { sheets: string[] }).sheets).toEqual(["集計", "評価"]);
  });

  it("refuses to write over the ledger", async () => {
    const before = readFileSync(sample);
    const ran = await run("report", sample, "--out", sample);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain("別の名前");
    expect(readFileSync(sample).equals(before)).toBe(true);
  });

  it.each([
    ["a file that is no workbook", "これはブックではありません"],
    ["a zip without a workbook", "PK\u0003\u0004"],
  ])("says so of %s and writes nothing", async (_case, content) => {
    const file = join(folder, "no-workbook.xlsx");
    writeFileSync(file, content);
    const out = join(folder, "never.xlsx");
    const ran = await run("report", file, "--out", out);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain("no-workbook.xlsx");
    expect(ran.err).not.toContain("at ");
    expect(existsSync(out)).toBe(false);
  });

  it("asks which of two ledgers is meant, and takes the one that is named", async () => {
    const rows = [
      ["分野", "施策", "状況"],
      ["行政", "窓口の改善", "達成"],
    ];
    const file = await workbookFile("two.xlsx", rows, ["上期", "下期"]);
    const out = join(folder, "two-report.xlsx");
    const ambiguous = await run("report", file, "--out", out);
    expect(ambiguous.code).toBe(2);
    expect(ambiguous.err).toContain("「上期」「下期」");
    expect(existsSync(out)).toBe(false);
    expect((await run("report", file, "--out", out, "--sheet", "下期")).code).toBe(0);
    expect(existsSync(out)).toBe(true);
  });
});

describe("check", () => {
  it("finds the sample fit to submit", async () => {
    const ran = await run("check", sample, "--json");
    expect(ran.code).toBe(0);
    const json = JSON.parse(ran.out) as { submittable: boolean; counts: object; findings: { rule: string }[] };
    expect(json.submittable).toBe(true);
    expect(json.counts).toEqual({ error: 0, warning: 1, info: 0 });
    expect(json.findings.map(({ rule }) => rule)).toEqual(["relisted-name"]);
  });

  it("answers 1 where findings block, with all that the contract promises of a finding", async () => {
    const file = await workbookFile("bad.xlsx", [
      ["番号", "分野", "施策", "状況"],
      [1, "行政", "窓口の改善", "達成"],
      [2, "行政", "電子申請の拡充", "末達成"],
      [3, "行政", "研修の実施", "中止"],
    ]);
    const ran = await run("check", file, "--json");
    expect(ran.code).toBe(1);
    const json = JSON.parse(ran.out) as { submittable: boolean; findings: Record<string, unknown>[] };
    expect(json.submittable).toBe(false);
    const finding = json.findings.find(({ cell }) => cell === "D3");
    expect(finding).toMatchObject({ severity: "error", sheet: "台帳", value: "末達成", fix: "choose" });
    expect(Object.keys(finding ?? {}).sort()).toEqual(
      ["basis", "cell", "fix", "message", "rule", "severity", "sheet", "suggestion", "value"].sort(),
    );
  });

  it.each([
    ["no ledger", [["打合せの記録"], ["4月1日"]]],
    ["an empty ledger", [["分野", "施策", "状況"]]],
  ])("answers 2 for %s, in words", async (_case, rows) => {
    const ran = await run("check", await workbookFile("none.xlsx", rows));
    expect(ran.code).toBe(2);
    expect(ran.err).toContain("台帳");
  });
});

describe("the words of a call", () => {
  it.each([
    [[], "使い方"],
    [["report"], "台帳のファイル"],
    [["report", "ledger.xlsx"], "--out"],
    [["check", "ledger.xlsx", "--verbose"], "--verbose"],
    [["check", "no-such-file.xlsx"], "no-such-file.xlsx"],
    [["report", "ledger.xlsx", "--out", "report.xlsx", "--parts", "summary,poster"], "poster"],
  ])("%j is answered with what is missing", async (words, answer) => {
    const ran = await run(...words);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(answer);
  });
});
