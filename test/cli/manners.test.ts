import { execFileSync } from "node:child_process";
import {
  closeSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { begin, ended, root, run, runIn, runWith, sample } from "./run";

let folder = "";
const onWindows = process.platform === "win32";
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "measure-ledger-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("help and version", () => {
  it.each([
    ["--help"],
    ["-h"],
    ["check", "--help"],
    ["report", "-h"],
    ["report", "x.xlsx", "--help"],
    ["demo", "--help"],
  ])("%s %s is answered on stdout, as success", async (...words) => {
    const ran = await run(...words);
    expect(ran).toMatchObject({ code: 0, err: "" });
    for (const word of ["使い方", "check", "report", "demo", "--out", "--force", "--version"]) {
      expect(ran.out).toContain(word);
    }
  });

  it("says its version", async () => {
    expect(await run("--version")).toMatchObject({ code: 0, out: `${version}\n`, err: "" });
  });
});

describe("the words of a call", () => {
  it.each([
    [["check", "l.xlsx", "--sheet"], "--sheet"],
    [["check", "l.xlsx", "--sheet", "--json"], "--sheet"],
    [["check", "l.xlsx", "--sheet="], "--sheet"],
    [["report", "l.xlsx", "--out", "r.xlsx", "--parts"], "--parts"],
    [["report", "l.xlsx", "--out", "r.xlsx", "--parts", ""], "--parts"],
    [["report", "l.xlsx", "--out"], "--out"],
    [["report", "l.xlsx", "--out", "--force"], "--out"],
  ])("%j lacks a value", async (words, option) => {
    const ran = await run(...words);
    expect(ran.code).toBe(2);
    expect(ran.err + ran.out).toContain(`${option} `);
    expect(ran.err + ran.out).toContain("値");
  });

  it.each([
    [["check", "l.xlsx", "--json=no"]],
    [["check", "l.xlsx", "--force"]],
    [["audit", "l.xlsx"]],
    [["demo", "x"]],
  ])("%j is refused", async (words) => {
    const ran = await run(...words);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain("指定はありません");
  });
});

describe("--json", () => {
  const cases: [string, string[], string][] = [
    ["no ledger", ["check", "--json"], "ledger-missing"],
    ["no output", ["report", "l.xlsx", "--json"], "out-missing"],
    ["no value", ["check", "l.xlsx", "--sheet", "--json"], "value-missing"],
    ["an unknown option", ["check", "l.xlsx", "--verbose", "--json"], "unknown-option"],
    ["an unknown command", ["audit", "--json"], "unknown-option"],
    ["no command", ["--json"], "usage"],
    ["no file", ["check", "no-such-file.xlsx", "--json"], "cannot-read"],
    ["no regular file", ["report", root, "--out", "r.xlsx", "--json"], "not-a-file"],
    ["a folder without a ledger", ["check", join(root, "src", "cells"), "--json"], "no-files"],
    ["no workbook", ["check", join(root, "LICENSE"), "--json"], "not-a-workbook"],
    ["no such sheet", ["check", sample, "--sheet", "下期", "--json"], "no-such-sheet"],
    ["the ledger as output", ["report", sample, "--out", sample, "--json"], "out-is-ledger"],
    ["an output there already", ["report", sample, "--out", join(root, "test", "fixtures"), "--json"], "out-format"],
    ["an output nowhere", ["report", sample, "--out", "/no/such/folder/r.xlsx", "--json"], "cannot-write"],
  ];
  it.each(cases)("answers %s in JSON on stdout", async (_case, words, code) => {
    const ran = await run(...words);
    expect(ran).toMatchObject({ code: 2, err: "" });
    const { error } = JSON.parse(ran.out) as { error: { code: string; message: string } };
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/。/);
  });
});

describe("relative paths", () => {
  it("are the caller's, also where npm changed the folder", async () => {
    copyFileSync(sample, join(folder, "L.xlsx"));
    mkdirSync(join(folder, "sub"), { recursive: true });
    expect((await runIn({ cwd: folder }, "check", "L.xlsx")).code).toBe(0);
    const npm = (...words: string[]) => {
      const options = {
        cwd: folder,
        encoding: "utf8",
        shell: onWindows,
        env: { ...process.env, LANG: "ja_JP" },
      } as const;
      return execFileSync("npm", ["--prefix", root, "run", "-s", ...words], options);
    };
    expect(npm("check", "--", "L.xlsx")).toContain("提出できます");
    expect(npm("report", "--", "L.xlsx", "--out", join("sub", "R.xlsx"))).toContain(join("sub", "R.xlsx"));
    expect(readFileSync(join(folder, "sub", "R.xlsx")).length).toBeGreaterThan(10_000);
  });

  it("are not taken from an npm that runs something else", async () => {
    copyFileSync(sample, join(folder, "L.xlsx"));
    const env = { INIT_CWD: root, npm_lifecycle_event: "publish", npm_package_json: join(folder, "package.json") };
    expect((await runIn({ cwd: folder, env }, "check", "L.xlsx")).code).toBe(0);
  });
});

describe("names from outside", () => {
  const hostile = "\u001b]0;owned\u0007\u001b[2Jx\u009b31m\u202e\r\n[要修正] 台帳!A1";

  it("never reach the terminal as commands", async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet("台帳").addRows([
      ["番号", "分野", "施策", "状況"],
      [1, "行政", "窓口の改善", "達成"],
      [2, "行政", "電子申請\u009b2J\u202eの拡充", "末\u009b31m達成\u202e"],
    ]);
    const file = join(folder, "hostile.xlsx");
    await book.xlsx.writeFile(file);
    const calls = [
      ["check", file],
      ["check", file, "--json"],
      ["check", file, "--sheet", hostile],
      ["check", hostile],
      ["check", hostile, "--json"],
      ["check", file, hostile],
      [hostile],
      ["report", file, "--out", `${hostile}.xlsx`],
      ["report", file, "--out", `r.xlsx`, "--parts", hostile],
    ];
    for (const words of calls) {
      const ran = await runIn({ cwd: folder }, ...words);
      expect(ran.out + ran.err).not.toBe("");
      expect(ran.out + ran.err).not.toMatch(
        /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/,
      );
      if (words.includes(hostile)) expect(ran.out + ran.err).not.toMatch(/^\[要修正\] 台帳!A1/m);
    }
  });
});

describe("the language", () => {
  it.each([
    [{ LANG: "en_US.UTF-8" }, "Usage"],
    [{ LANG: "ja_JP.UTF-8", LC_MESSAGES: "en_US.UTF-8" }, "Usage"],
    [{ LANG: "en_US.UTF-8", LC_MESSAGES: "ja_JP.UTF-8" }, "使い方"],
    [{ LANG: "ja_JP.UTF-8", LC_MESSAGES: "ja_JP.UTF-8", LC_ALL: "en_GB" }, "Usage"],
    [{ LANG: "ja_JP.UTF-8", LC_ALL: "" }, "使い方"],
    [{ LANG: "" }, "使い方"],
  ])("of %j is the first that is said", async (env, word) => {
    expect((await runIn({ env }, "--help")).out).toContain(word);
  });
});

describe("a ledger that is no regular file", () => {
  it.skipIf(onWindows)("is refused at once, be it a pipe or an endless device", async () => {
    const pipe = join(folder, "pipe.xlsx");
    execFileSync("mkfifo", [pipe]);
    for (const file of [pipe, "/dev/zero"]) {
      const ran = await runWith({ timeout: 5_000 }, "check", file);
      expect(ran).toMatchObject({ code: 2, signal: null });
      expect(ran.err).toContain(file);
    }
    const child = begin({ timeout: 5_000 }, "check", "/dev/stdin");
    child.stdin!.on("error", () => undefined);
    expect(await ended(child)).toMatchObject({ code: 2, signal: null });
  });

  it("or larger than any ledger is refused before it is read", async () => {
    const file = join(folder, "huge.xlsx");
    writeFileSync(file, "");
    execFileSync(process.execPath, ["-e", "require('fs').truncateSync(process.argv[1], 3e12)", file]);
    const ran = await runWith({ timeout: 5_000 }, "check", file);
    expect(ran).toMatchObject({ code: 2, signal: null });
    expect(ran.err).toContain("大きすぎる");
    rmSync(file);
  });

  it("or whose name is too long is answered in a sentence", async () => {
    const ran = await run("check", `${"長".repeat(2000)}.xlsx`);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain("開けません");
    expect(ran.err).not.toMatch(/^ +at /m);
  });
});

describe("a reader of the answer that leaves early", () => {
  it.skipIf(onWindows)("is no failure of the command", async () => {
    const child = begin({}, "check", sample);
    child.stdout!.destroy();
    expect(await ended(child)).toMatchObject({ code: 0, err: "" });
  });

  it.skipIf(process.platform !== "linux")("and an answer that has no room to be written is one", async () => {
    const full = openSync("/dev/full", "w");
    const ran = await ended(begin({ stdio: ["ignore", full, "pipe"] }, "check", sample));
    closeSync(full);
    expect(ran.code).toBe(2);
  });
});
