/*
 * What the report and the check cost, over 200 files, and at 98, 1,000, 10,000 and 100,000 measures: round trips, bytes against the floor, the add-in's own
 * processor time against JSON.parse of the ledger's values, and file to file beside a script on a general library.
 * Usage: npm run bench [-- SIZE …]. Prints a table and writes out/bench.json. Figures, not tests: times depend on the machine.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ExcelJS from "exceljs";
import { createClient } from "../../src/embedded/wire/client";
import { createServer } from "../../src/embedded/wire/server";
import { newWorkbookModel, readValues, usedArea } from "../../src/embedded/model/workbook";
import type { WorkbookModel } from "../../src/embedded/model/model";
import type { ExcelHost } from "../../src/excel/host";
import type { CellValue } from "../../src/cells/cell";
import { REPORT_PARTS, type ReportPart } from "../../src/report/parts";
import { createOfficeHost } from "../bridge/office-host";
import { benchComparison } from "./compare-years";
import { makeLedger } from "./make-ledger";
import { measureMany } from "./many";
import { actionsOver, SHEETS, TODAY, type OwnTime } from "./own-time";

const SIZES = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [98, 1_000, 10_000, 100_000];
const root = fileURLToPath(new URL("../..", import.meta.url));

interface Traffic {
  roundTrips: number;
  bytes: number;
  overFloor: number;
}

const folder = `${root}/out/bench`;
mkdirSync(folder, { recursive: true });
const results = [];
for (const size of SIZES) results.push(await measure(size));
results.push(benchComparison());
// Only where no sizes are asked for.
if (process.argv.length === 2) {
  const start = `${root}/src/cli/start.cjs`;
  results.push({ many: await measureMany(folder, writeLedger, (words) => runProcess([start, ...words], folder)) });
}
writeFileSync(`${root}/out/bench.json`, JSON.stringify(results, null, 2));

async function measure(size: number): Promise<object> {
  const rows = size === 98 ? sampleLedger() : makeLedger(size);
  console.log(`\n${size.toLocaleString("en")} measures`);
  const traffic = {
    own: await trafficOf(rows, "own", SHEETS),
    microsoft: await trafficOf(rows, "microsoft", SHEETS),
    booklet: size <= 10_000 ? await trafficOf(rows, "microsoft", REPORT_PARTS) : null,
  };
  for (const [name, figures] of Object.entries(traffic)) {
    if (figures === null) continue;
    console.log(
      `  ${name.padEnd(10)} ${figures.roundTrips} round trips, ${kilobytes(figures.bytes)}, ${figures.overFloor.toFixed(2)} × floor`,
    );
  }
  const time = ownTimeOf(rows, "report");
  const check = ownTimeOf(rows, "check");
  for (const [name, figures] of Object.entries({ report: time, check })) {
    console.log(
      `  own code   ${name} ${figures.own.toFixed(1)} ms = ${(figures.own / figures.parse).toFixed(1)} × JSON.parse (${figures.parse.toFixed(1)} ms)` +
        (figures.heap > 0 ? `; peak heap ${figures.heap.toFixed(0)} MB` : `; ${figures.roundTrips} round trip`),
    );
  }
  const files = await fileToFile(rows, size);
  console.log(
    `  file       report ${files.report.wall.toFixed(2)} s, ${files.report.memory.toFixed(0)} MB; ExcelJS script ${files.exceljs.wall.toFixed(2)} s, ${files.exceljs.memory.toFixed(0)} MB` +
      ` (${(files.report.wall / files.exceljs.wall).toFixed(2)} × time, ${(files.report.memory / files.exceljs.memory).toFixed(2)} × memory);` +
      ` with booklet ${files.booklet.wall.toFixed(2)} s, ${files.booklet.memory.toFixed(0)} MB`,
  );
  const found = findPython();
  const python = found === null ? null : besideOpenpyxl(size, found);
  console.log(
    python === null
      ? "  openpyxl   skipped: no python3 with openpyxl here"
      : `  openpyxl   report ${python.report.wall.toFixed(2)} s of the ledger it wrote, ${python.report.memory.toFixed(0)} MB; its script ${python.openpyxl.wall.toFixed(2)} s, ${python.openpyxl.memory.toFixed(0)} MB` +
          ` (${(python.report.wall / python.openpyxl.wall).toFixed(2)} × time)`,
  );
  return { size, traffic, time, check, files, python };
}

/** A Python that has openpyxl, the one on the path or the system's own; null where there is none. */
function findPython(): string | null {
  const has = (python: string): boolean => spawnSync(python, ["-c", "import openpyxl, resource"]).status === 0;
  return ["python3", "/usr/bin/python3"].find(has) ?? null;
}

/** The report of a ledger that openpyxl wrote, by this product's command line and by a script on openpyxl. */
function besideOpenpyxl(size: number, python: string): { report: Usage; openpyxl: Usage } {
  const script = `${root}/test/bench/openpyxl_report.py`;
  const ledger = `${folder}/openpyxl-ledger-${size}.xlsx`;
  const written = spawnSync(python, [script, "ledger", `${folder}/values.json`, ledger], { encoding: "utf8" });
  if (written.status !== 0) throw new Error(written.stderr);
  const out = (name: string): string => `${folder}/${name}-${size}.xlsx`;
  const start = `${root}/src/cli/start.cjs`;
  const words = [start, "report", ledger, "--out", out("report-of-openpyxl"), "--force", "--parts", SHEETS.join()];
  return {
    report: median(() => runProcess(words, folder)),
    openpyxl: median(() => runPython(python, [script, "report", ledger, out("openpyxl")])),
  };
}

function runPython(python: string, words: readonly string[]): Usage {
  // Python says itself what it used: a parent only learns it of all its children together.
  const measured =
    "import resource, runpy, sys; sys.argv = sys.argv[1:]; runpy.run_path(sys.argv[0]); " +
    "usage = resource.getrusage(resource.RUSAGE_SELF); print(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)";
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(python, ["-c", measured, ...words], { encoding: "utf8" });
  const wall = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(stderr);
  const [cpu = 0, memory = 0] = stdout.trim().split(" ").map(Number);
  return { wall, cpu, memory };
}

/** The middle one of three runs. */
function median(run: () => Usage): Usage {
  return [run(), run(), run()].sort((one, other) => one.wall - other.wall)[1]!;
}

/** The sample's ledger without its title, so that all sizes have the same shape. */
function sampleLedger(): CellValue[][] {
  const sample = JSON.parse(readFileSync(`${root}/assets/sample-ledger.json`, "utf8")) as {
    sheets: { rows: CellValue[][] }[];
  };
  return sample.sheets[0]!.rows.slice(2);
}

/** Round trips and bytes of the whole report, against the JSON of the ledger's values and of the cells written. */
async function trafficOf(
  rows: CellValue[][],
  client: "own" | "microsoft",
  parts: readonly ReportPart[],
): Promise<Traffic> {
  const model = newWorkbookModel([{ name: "台帳", values: rows }]);
  const server = createServer(model, { today: () => TODAY });
  const host = client === "own" ? createClient(server) : createOfficeHost(server);
  await report(host, parts);
  const { roundTrips, requestBytes, responseBytes } = server.counters;
  const bytes = requestBytes + responseBytes;
  const floor = jsonBytes(rows) + writtenBytes(model);
  return { roundTrips, bytes, overFloor: bytes / floor };
}

/** JSON of the cells that the run wrote: formulas where there are, else values, sheet by sheet. */
function writtenBytes(model: WorkbookModel): number {
  let bytes = 0;
  for (const sheet of model.sheets.slice(1)) {
    const area = usedArea(sheet, true);
    if (area === null) continue;
    const values = readValues(sheet, area);
    for (const [key, formula] of sheet.formulas) {
      values[Math.floor(key / 16_384) - area.row]![(key % 16_384) - area.column] = formula;
    }
    bytes += jsonBytes(values);
  }
  return bytes;
}

/** The add-in's own time for a report or a check of these rows, taken in a process that does nothing else. */
function ownTimeOf(rows: CellValue[][], work: "report" | "check"): OwnTime {
  const values = `${folder}/values.json`;
  writeFileSync(values, JSON.stringify(rows));
  const script = ["--expose-gc", "--import", "tsx", `${root}/test/bench/own-time.ts`, work, values];
  const { status, stdout, stderr } = spawnSync(process.execPath, script, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as OwnTime;
}

async function report(host: ExcelHost, parts: readonly ReportPart[]): Promise<void> {
  const outcome = await actionsOver(host).makeReport({}, { parts }, { today: TODAY });
  if ("problem" in outcome) throw new Error(JSON.stringify(outcome.problem));
}

interface Usage {
  wall: number;
  cpu: number;
  memory: number;
}

/** Whole processes: this product's command line and the ExcelJS script, on the same file, one after the other. */
async function fileToFile(
  rows: CellValue[][],
  size: number,
): Promise<{ report: Usage; booklet: Usage; exceljs: Usage }> {
  const ledger = `${folder}/ledger-${size}.xlsx`;
  await writeLedger(ledger, rows);
  const cli = (parts: readonly ReportPart[]): string[] => [
    `${root}/src/cli/start.cjs`,
    "report",
    ledger,
    "--out",
    `${folder}/report-${size}.xlsx`,
    "--force",
    "--parts",
    parts.join(),
  ];
  const script = ["--import", "tsx", `${root}/test/bench/exceljs-summary.ts`, ledger, `${folder}/exceljs-${size}.xlsx`];
  const collect = (words: string[]): Usage => median(() => runProcess(words, folder));
  return {
    report: collect(cli(SHEETS)),
    booklet: collect(cli(REPORT_PARTS.filter((part) => part !== "comparison"))),
    exceljs: collect(script),
  };
}

/** Written by the other library, as shared strings, so that the file is as foreign to us as a user's. */
async function writeLedger(file: string, rows: CellValue[][]): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: file, useSharedStrings: true });
  const sheet = workbook.addWorksheet("台帳");
  for (const row of rows) sheet.addRow(row).commit();
  sheet.commit();
  await workbook.commit();
}

function runProcess(words: string[], folder: string): Usage {
  const usage = `${folder}/usage.json`;
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--import", new URL("usage.mjs", import.meta.url).href, ...words],
    { cwd: root, env: { ...process.env, MEASURE_USAGE: usage }, encoding: "utf8" },
  );
  const wall = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(stderr);
  return { wall, ...(JSON.parse(readFileSync(usage, "utf8")) as { cpu: number; memory: number }) };
}

function jsonBytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000).toLocaleString("en")} kB`;
}
