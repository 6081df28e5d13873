import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkPackage } from "../embedded/storage/gate/check-package";
import { run } from "./run";

/* What a check writes into a copy because it was asked to; the ledger itself is never touched. */

let folder = "";
let ledger = "";
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "measure-ledger-"));
  ledger = join(folder, "台帳.xlsx");
  const workbook = new ExcelJS.Workbook();
  workbook
    .addWorksheet("進捗")
    .addRows([
      ["令和6年度の進捗"],
      ["分野", "施策", "事業", "自己評価", "最終結果", "整理欄"],
      ["福祉", "見守り", "訪問 ", "A", "B", "ア"],
      ["福祉", "見守り", "電話　相談", "B", "B", "イ"],
      ["福祉", "見守り", "配食 ", "A", "A", "ウ"],
      ["教育", "学校", "給食", "C", "D", "エ"],
      ["教育", "学校", "図書 ", "B", "A", "オ"],
    ]);
  await workbook.xlsx.writeFile(ledger);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function cellsOf(file: string, sheet: string): Promise<string[][]> {
  expect(checkPackage(readFileSync(file))).toEqual([]);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const rows: string[][] = [];
  workbook.getWorksheet(sheet)?.eachRow((row) => {
    const cells: string[] = [];
    row.eachCell((cell) => cells.push(cell.text));
    rows.push(cells);
  });
  return rows;
}

describe("check --out", () => {
  it("mends a copy and keeps in it what was said, so that the next report needs no word", async () => {
    const before = readFileSync(ledger);
    const copy = join(folder, "写し.xlsx");
    const words = ["--map", "最終結果=状況", "--map", "整理欄=使わない", "--keep-columns", "--accept-vocabulary"];
    const ran = await run("check", ledger, ...words, "--fix", "auto", "--out", copy, "--json");
    const answer = JSON.parse(ran.out) as { submittable: boolean; copy: object; findings: { fix: string }[] };
    expect(answer.copy).toEqual({
      file: copy,
      fixed: 3,
      skipped: 0,
      settings: "設定",
      statuses: ["A", "B", "D"],
      worded: [],
    });
    expect(answer.findings.filter(({ fix }) => fix === "auto")).toEqual([]);
    expect(readFileSync(ledger)).toEqual(before);

    const settings = await cellsOf(copy, "設定");
    expect(settings).toContainEqual(["最終結果", "状況"]);
    expect(settings).toContainEqual(["整理欄", "使わない"]);
    expect((await cellsOf(copy, "進捗")).map((cells) => cells[2])).toContain("訪問");

    const report = await run("report", copy, "--out", join(folder, "報告.xlsx"), "--json");
    expect(JSON.parse(report.out)).toMatchObject({
      settled: true,
      tally: { total: { counts: { A: 2, B: 2, D: 1 }, total: 5 } },
    });
    expect(report.code).toBe(0);
  });

  it("asks for words that fit together", async () => {
    const out = join(folder, "nothing.xlsx");
    const answers = await Promise.all([
      run("check", ledger, "--out", out, "--json"),
      run("check", ledger, "--fix", "auto", "--json"),
      run("check", ledger, "--fix", "all", "--out", out, "--json"),
      run("check", ledger, "--keep-columns", "--out", out, "--json"),
    ]);
    expect(answers.map((ran) => [ran.code, (JSON.parse(ran.out) as { error: { code: string } }).error.code])).toEqual([
      [2, "nothing-to-write"],
      [2, "out-missing"],
      [2, "bad-fix"],
      [2, "nothing-to-keep"],
    ]);
  });
});

describe("report --accept-vocabulary", () => {
  it("makes a report that is not provisional, with the vocabulary on 設定", async () => {
    const out = join(folder, "受入.xlsx");
    const ran = await run("report", ledger, "--map", "最終結果=状況", "--accept-vocabulary", "--out", out, "--json");
    expect(JSON.parse(ran.out)).toMatchObject({ settled: true, tally: { statuses: ["A", "B", "D"] } });
    expect(ran.code).toBe(0);
    expect((await cellsOf(out, "設定"))[0]).toEqual(["状況区分"]);
  });
});

describe("check --columns", () => {
  it("says what each column was taken for and why", async () => {
    const [text, json] = await Promise.all([
      run("check", ledger, "--columns"),
      run("check", ledger, "--columns", "--map", "整理欄=備考", "--json"),
    ]);
    expect(text.code).toBe(0);
    expect(text.out).toContain("対象年度: 令和6年度（表の上の題）");
    expect(text.out).toContain("E 最終結果 → 状況（集計する");
    expect(text.out).toContain("F 整理欄 → 使わない（意味の分からない見出し）");
    expect(JSON.parse(json.out)).toMatchObject({
      sheet: "進捗",
      header: [2, 2],
      year: { year: 2024, by: "title" },
      columns: expect.arrayContaining([
        expect.objectContaining({ column: "F", key: "remarks", meaning: "備考", by: "settings" }),
      ]) as object,
    });
  });
});

describe("findings in text", () => {
  it("are told by kind, the first of each in full", async () => {
    const many = join(folder, "空白.xlsx");
    const workbook = new ExcelJS.Workbook();
    const rows = Array.from({ length: 40 }, (_, at) => ["福祉", `施策${at % 7}`, `事業その${at} `, "達成"]);
    workbook.addWorksheet("台帳").addRows([["分野", "施策", "事業", "状況"], ...rows]);
    await workbook.xlsx.writeFile(many);
    const [short, whole] = await Promise.all([run("check", many), run("check", many, "--all")]);
    expect(short.out.split("\n").length).toBeLessThan(20);
    expect(short.out).toContain("40件");
    expect(short.out).toContain("ほか35件（--all ですべて表示）");
    expect(whole.out.match(/^ {4}C\d+: /gm)).toHaveLength(40);
  });
});
