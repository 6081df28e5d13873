import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { diagnose, writeDiagnosis } from "../../src/actions/diagnosing";
import { createClient } from "../../src/embedded/wire/client";
import { parseDiagnosis } from "../../src/excel/probes/result-text";
import { open, sheetNamed, sheetNames } from "../excel/hosts";
import { CONTROL, smallWorkbook, TODAY, words } from "./sample";

it("the self-diagnosis is a text to send and a sheet of the user's, and holds nothing of the ledger", async () => {
  const opened = open(createClient, smallWorkbook());
  const before = structuredClone(opened.workbook.sheets);
  const outcome = await diagnose(opened.host, { now: TODAY, clock: () => 0, facts: { build: "16.0" } }, words);
  expect(opened.workbook.sheets).toEqual(before);
  const { facts, results, text } = outcome;
  expect(parseDiagnosis(text)).toEqual({ facts, results });
  expect(facts["build"]).toBe("16.0");
  for (const own of ["台帳", "窓口の改善", "相談の充実"]) expect(text.replace("台帳の内容", "")).not.toContain(own);

  const { sheet } = await writeDiagnosis(opened.host, outcome, CONTROL, words);
  expect(sheetNames(opened.workbook)).toEqual(["台帳", sheet]);
  expect(opened.workbook.sheets[0]).toEqual(before[0]);
  const cells = sheetNamed(opened.workbook, sheet).rows.map((row) => row?.[0]);
  expect(cells).toEqual(expect.arrayContaining(["build", ...results.map(({ id }) => id)]));

  const folder = mkdtempSync(join(tmpdir(), "diagnosis-"));
  try {
    const file = join(folder, "result.txt");
    writeFileSync(file, text);
    const judge = (path: string) =>
      spawnSync(process.execPath, ["--import", "tsx", "test/excel/probes/judge-result.ts", path], { encoding: "utf8" });
    const { stdout, status } = judge(file);
    expect(stdout).toMatch(/^Confirmed \(\d+\): .*null-delete/m);
    expect(stdout).toMatch(/^Refuted \(3\):$/m);
    expect(stdout).toContain('  own-change-event\n    assumed "ThisLocalAddin"\n    Excel   "none"');
    expect(status).toBe(1);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
