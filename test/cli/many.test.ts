import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeCp932 } from "../../src/actions/encode-cp932";
import { findFiles } from "../../src/cli/find-files";
import { checkPackage } from "../embedded/storage/gate/check-package";
import { run, sample } from "./run";

const CSV = "番号,分野,個別事業,状況\r\n1,健康,健診の案内,達成\r\n2,健康,相談窓口の開設,達成\r\n";
let folder = "";
let sent = "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "measure-ledger-"));
  sent = join(folder, "各課");
  mkdirSync(join(sent, "福祉部"), { recursive: true });
  copyFileSync(sample, join(sent, "a.xlsx"));
  writeFileSync(join(sent, "福祉部", "b.csv"), CSV);
  writeFileSync(join(sent, "福祉部", "c.csv"), encodeCp932(CSV).bytes);
  writeFileSync(join(sent, "d.csv"), "日付,来庁者\r\n4/1,12\r\n");
  writeFileSync(join(sent, "e.xlsx"), Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]));
  writeFileSync(join(sent, "f.xls"), "old");
  writeFileSync(join(sent, "g.xlsx"), "");
  writeFileSync(join(sent, "h.xlsx"), readFileSync(sample).subarray(0, 5_000));
  writeFileSync(join(sent, "~$a.xlsx"), "user");
  writeFileSync(join(sent, "i.docx"), "letter");
  const workbook = new ExcelJS.Workbook();
  for (const name of ["総務課", "税務課"]) {
    workbook.addWorksheet(name).addRows([
      ["番号", "分野", "個別事業", "状況"],
      [1, "行政", `${name}の事業`, name === "総務課" ? "達成" : "達せい"],
    ]);
  }
  await workbook.xlsx.writeFile(join(sent, "j.xlsx"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly submittable: boolean;
  readonly summary: Record<string, number>;
  readonly files: readonly {
    readonly file: string;
    readonly sheet?: string;
    readonly error?: { readonly code: string };
  }[];
  readonly others: readonly string[];
}

describe("check of a folder", () => {
  it("says a line for every ledger and every file that is none, and goes on", async () => {
    const { code, out, err } = await run("check", sent);
    expect(err).toBe("");
    expect(code).toBe(2);
    const lineOf = (name: string) =>
      out.split("\n").filter((line) => line.includes(`/${name} `) || line.includes(`${name}  `));
    expect(lineOf("a.xlsx")[0]).toMatch(/98件/);
    expect(lineOf("b.csv")[0]).toContain("提出できる");
    expect(lineOf("c.csv")[0]).toContain("2件");
    expect(lineOf("d.csv")[0]).toMatch(/^読めない.*見出し/);
    expect(lineOf("e.xlsx")[0]).toMatch(/^読めない.*パスワード/);
    expect(lineOf("f.xls")[0]).toMatch(/^読めない.*保存し直し/);
    expect(lineOf("g.xlsx")[0]).toMatch(/^読めない.*空/);
    expect(lineOf("h.xlsx")[0]).toMatch(/^読めない.*壊れている/);
    expect(lineOf("~$a.xlsx")[0]).toMatch(/^対象外/);
    expect(lineOf("j.xlsx").map((line) => line.slice(0, 5).trim())).toEqual(["提出できる", "要修正"]);
    expect(out).toContain("i.docx");
    expect(out).toMatch(/^10個のファイル: .*読めないファイル5、対象外1$/m);
  });

  it("answers the same in JSON, whatever order the files are named in", async () => {
    const files = readdirSync(sent)
      .filter((name) => !name.endsWith(".docx"))
      .map((name) => join(sent, name));
    const [one, other] = await Promise.all([
      run("check", ...files, "--json"),
      run("check", ...files.reverse(), "--json"),
    ]);
    expect(one.out).toBe(other.out);
    const answer = JSON.parse(one.out) as Answer;
    expect(answer.summary).toMatchObject({ unread: 5, skipped: 1, blocked: 1 });
    const codes = answer.files.flatMap(({ error }) => (error === undefined ? [] : [error.code]));
    expect(codes.sort()).toEqual(["damaged", "empty-file", "encrypted", "lock-file", "not-a-ledger", "old-format"]);
  });

  it.each([
    [["check", "a.xlsx", "b.xlsx", "--fix", "auto", "--out", "c.xlsx"], "一つの台帳"],
    [["check", "a.xlsx", "b.xlsx", "--jobs", "0"], "--jobs 0"],
    [["report", "a.xlsx", "b.xlsx", "--out", "c.xlsx"], "--out-dir"],
  ])("%j is refused", async (words, said) => {
    const ran = await run(...words);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(said);
  });
});

describe("report of a folder", () => {
  it("makes a sound report of each ledger, below the same folders, and says of the others why not", async () => {
    const out = join(sent, "報告書");
    const { code, out: said } = await run("report", sent, "--out-dir", out);
    expect(code).toBe(2);
    expect(said).toMatch(/^10個のファイル: 作成した報告書3（.*作成しなかったもの6、対象外1$/m);
    const made = ["a_報告書.xlsx", "福祉部/b_報告書.xlsx", "福祉部/c_報告書.xlsx"];
    for (const name of made) expect(checkPackage(readFileSync(join(out, name)), name)).toEqual([]);
    // What it made is neither read as a ledger nor replaced the next time.
    const again = await run("report", sent, "--out-dir", out);
    expect(again.out).toMatch(/^10個のファイル: 作成した報告書0（.*作成しなかったもの9、対象外1$/m);
    expect(again.out).toContain("--force");
    rmSync(out, { recursive: true });
  });

  it("does not write among the ledgers", async () => {
    const { code, err } = await run("report", sent, "--out-dir", sent);
    expect(code).toBe(2);
    expect(err).toContain("別のフォルダー");
    expect(existsSync(join(sent, "a_報告書.xlsx"))).toBe(false);
  });
});

it("takes no file twice, by whatever name", () => {
  linkSync(join(sent, "a.xlsx"), join(folder, "other.xlsx"));
  const names = findFiles([join(sent, "a.xlsx"), sent, join(sent, "福祉部")]).files.map(({ label }) => label);
  expect(names.filter((name) => name === "a.xlsx")).toHaveLength(1);
  expect(new Set(names).size).toBe(names.length);
});
