import { mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { checkPackage } from "../embedded/storage/gate/check-package";
import { run } from "./run";

let folder = "";
let forms = "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "measure-ledger-"));
  forms = join(folder, "調査票");
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet("台帳").addRows([
    ["番号", "分野", "個別事業", "状況", "理由", "担当課", "備考"],
    [1, "健康", "健診の案内", "達成", "", "健康課", "昨年度の備考"],
    [2, "健康", "相談窓口の開設", "未達成", "予算がなかったため", "健康課、福祉課", ""],
    [3, "福祉", "見守りの充実", "達成", "", "..\\福祉課", ""],
  ]);
  await workbook.xlsx.writeFile(join(folder, "計画.xlsx"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

it("makes a form for each section, in which nothing but the answers can be changed", async () => {
  const { code, err } = await run("forms", join(folder, "計画.xlsx"), "--out-dir", forms, "--year", "令和8年度");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  // A section's name leads into no other folder.
  expect(readdirSync(forms)).toEqual(["1_健康課.xlsx", "2_＿福祉課.xlsx"]);
  for (const name of readdirSync(forms)) expect(checkPackage(readFileSync(join(forms, name)), name)).toEqual([]);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(join(forms, "1_健康課.xlsx"));
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(["記入要領", "台帳", "設定"]);
  const sheet = workbook.getWorksheet("台帳")!;
  expect(sheet.getRow(1).getCell(1).text).toContain("令和8年度");
  const row = sheet.getRow(4);
  const unlocked = [1, 2, 3, 4, 5, 6, 7].filter(
    (column) => (row.getCell(column) as { protection?: { locked?: boolean } }).protection?.locked === false,
  );
  expect(unlocked).toEqual([4, 5, 7]);
  expect([1, 2, 3, 4, 5, 6, 7].map((column) => row.getCell(column).text)).toEqual([
    ...["1", "健康", "健診の案内", "", "", "健康課", ""],
  ]);
  expect(row.getCell(4).dataValidation.type).toBe("list");
  for (const one of workbook.worksheets) {
    expect((one as unknown as { sheetProtection: { sheet: boolean } | null }).sheetProtection?.sheet).toBe(true);
  }
});

it("collect knows a form whatever its file is called, and the same form sent again", async () => {
  const path = join(forms, "1_健康課.xlsx");
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const sheet = workbook.getWorksheet("台帳")!;
  for (const at of [4, 5]) sheet.getRow(at).getCell(4).value = "達成";
  renameSync(path, join(forms, "写し.xlsx"));
  await workbook.xlsx.writeFile(join(forms, "返送.xlsx"));
  const out = join(folder, "取りまとめ.xlsx");
  const ran = await run("collect", forms, "--out", out, "--json");
  const answer = JSON.parse(ran.out) as {
    total: number;
    sections: { section: string; files: string[]; state: string }[];
    conflicts: { kind: string; subject: string; candidates: { file: string }[] }[];
  };
  expect(answer.total).toBe(3);
  expect(answer.sections.map(({ section }) => section)).toEqual(["..\\福祉課", "健康課"]);
  const [versions] = answer.conflicts.filter(({ kind }) => kind === "versions");
  expect(versions?.subject).toBe("健康課");
  expect(versions?.candidates.map(({ file }) => file)).toEqual(["写し.xlsx", "返送.xlsx"]);
});
