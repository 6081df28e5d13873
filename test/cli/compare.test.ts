import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkPackage } from "../embedded/storage/gate/check-package";
import { lastYearCells } from "../fixtures/last-year";
import { run, sample } from "./run";

let folder = "";
let last = "";
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "measure-ledger-"));
  last = join(folder, "前年度.xlsx");
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet("台帳").addRows(lastYearCells());
  await workbook.xlsx.writeFile(last);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("compare", () => {
  it("adds the sheets to a copy of this year's workbook, and is done once everything is decided", async () => {
    const [out, again] = [join(folder, "比較.xlsx"), join(folder, "比較2.xlsx")];
    const before = [last, sample].map((file) => readFileSync(file));
    const first = await run("compare", last, sample, "--out", out);
    expect(first).toMatchObject({ code: 1, err: "" });
    expect(first.out).toContain("前年度比較  後退一覧  新規・廃止  対応表");
    expect(first.out).toContain("分からない組が5組");
    expect([last, sample].map((file) => readFileSync(file))).toEqual(before);
    expect(checkPackage(readFileSync(out))).toEqual([]);

    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(out);
    workbook.getWorksheet("対応表")!.eachRow((row) => {
      if (row.getCell(2).text.startsWith("確認")) row.getCell(1).value = "採";
    });
    const decided = join(folder, "採否.xlsx");
    await workbook.xlsx.writeFile(decided);
    const second = await run("compare", last, sample, "--decisions", decided, "--out", again, "--json");
    expect(second.code).toBe(0);
    expect(JSON.parse(second.out)).toMatchObject({
      settled: true,
      comparison: { pairs: 97, open: 0, added: 1, gone: 0, worse: 3 },
    });
  });

  it("says what is missing", async () => {
    const ran = await run("compare", sample, "--out", join(folder, "x.xlsx"), "--json");
    expect(ran.code).toBe(2);
    expect(JSON.parse(ran.out)).toMatchObject({ error: { code: "last-missing" } });
    const own = await run("compare", last, sample, "--out", last, "--force", "--json");
    expect(JSON.parse(own.out)).toMatchObject({ error: { code: "out-is-ledger" } });
  });
});
