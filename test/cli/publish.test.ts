import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseCsv } from "../../src/publish/csv/table";
import { readDocx } from "../publish/reading";
import { unpackText } from "../embedded/storage/package";
import { run, sample } from "./run";

let folder = "";
let out = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "measure-ledger-"));
  out = join(folder, "公表");
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const FILES = ["counts.csv", "datapackage.json", "index.html", "measures.csv", "report.docx", "report.xlsx"];
const publish = (...words: string[]) => run("publish", sample, "--out-dir", out, ...words);
const textOf = (name: string) => readFileSync(join(out, name), "utf8");

describe("publish", () => {
  it("writes every file from one tally, and replaces none of them unasked", async () => {
    const ran = await publish("--json");
    expect(ran.code).toBe(0);
    const answer = JSON.parse(ran.out) as { files: string[]; tally: { total: { counts: object; rate: number } } };
    expect(readdirSync(out).sort()).toEqual(FILES);
    expect([...answer.files].sort()).toEqual(FILES);
    expect(answer.tally.total).toMatchObject({ counts: { 達成: 72, 未達成: 14, 中止: 12 }, rate: 73.5 });
    expect(Object.keys(unpackText(readFileSync(join(out, "report.xlsx")))).length).toBeGreaterThan(20);
    const { tables } = readDocx(readFileSync(join(out, "report.docx")));
    expect(tables[0]!.at(-1)).toEqual(["計", "72", "14", "12", "98", "73.5"]);
    expect(textOf("index.html")).toContain('<a href="report.xlsx">');
    expect(textOf("measures.csv").startsWith('\uFEFF"番号"')).toBe(true);

    const before = FILES.map(textOf);
    const again = await publish();
    expect(again.code).toBe(2);
    expect(again.err).toContain("--force");
    expect(FILES.map(textOf)).toEqual(before);
    expect(readdirSync(out).sort()).toEqual(FILES);
  });

  it("adds 正誤表 to a second publication, in either encoding", async () => {
    await publish("--encoding", "cp932");
    const csv = readFileSync(join(out, "measures.csv"));
    const text = new TextDecoder("shift_jis").decode(csv);
    expect(parseCsv(text)).toHaveLength(99);
    // The earlier publication said something else of one measure.
    const at = csv.indexOf(Buffer.from([0x92, 0x42, 0x90, 0xac]));
    const wrong = Buffer.concat([csv.subarray(0, at), Buffer.from([0x92, 0x86, 0x8e, 0x7e]), csv.subarray(at + 4)]);
    writeFileSync(join(out, "measures.csv"), wrong);
    const ran = await publish("--force", "--json");
    expect((JSON.parse(ran.out) as { corrected: number }).corrected).toBe(1);
    expect(parseCsv(textOf("errata.csv"))[1]!.slice(1)).toEqual(["1　一課1ホームページの実現", "状況", "中止", "達成"]);
    expect(textOf("index.html")).toContain("正誤表");
    const { paragraphs } = readDocx(readFileSync(join(out, "report.docx")));
    expect(paragraphs).toContainEqual({ style: "Heading1", text: "正誤表" });
  });

  it("leaves no folder behind where it could not publish, and touches none that is in the way", async () => {
    const broken = join(folder, "broken.xlsx");
    writeFileSync(broken, "no workbook");
    expect((await run("publish", broken, "--out-dir", out)).code).toBe(2);
    expect(existsSync(out)).toBe(false);
    mkdirSync(join(out, "index.html"), { recursive: true });
    const ran = await publish("--force");
    expect([ran.code, readdirSync(out)]).toEqual([2, ["index.html"]]);
  });

  it.each([
    [["--encoding", "utf-16"], "bad-encoding"],
    [["--fix", "auto"], "unknown-option"],
  ])("refuses %j", async (words, code) => {
    const ran = await publish(...words, "--json");
    expect([ran.code, (JSON.parse(ran.out) as { error: { code: string } }).error.code]).toEqual([2, code]);
  });

  it("wants a folder", async () => {
    const ran = await run("publish", sample, "--json");
    expect((JSON.parse(ran.out) as { error: { code: string } }).error.code).toBe("out-dir-missing");
  });
});

describe("report --out R.docx", () => {
  it("writes the Word document alone, never over another file or the ledger", async () => {
    const file = join(folder, "R.docx");
    const ran = await run("report", sample, "--out", file);
    expect(ran.code).toBe(0);
    expect(ran.out).toContain("Word文書");
    expect(readdirSync(folder)).toEqual(["R.docx"]);
    const bytes = readFileSync(file);
    expect(readDocx(bytes).paragraphs.length).toBeGreaterThan(100);
    expect((await run("report", sample, "--out", file)).code).toBe(2);
    expect(readFileSync(file).equals(bytes)).toBe(true);
    const ledger = join(folder, "ledger.docx");
    copyFileSync(sample, ledger);
    const refused = await run("report", ledger, "--out", ledger, "--force");
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining("台帳と同じファイル")]);
  });
});
