/*
 * Prints booklets and looks at the paper: plans them, writes them through the adapter into the embedded Excel, saves .xlsx,
 * lets LibreOffice make a PDF of it, and checks page by page that every heading is where 目次 says, that no page is empty or
 * split, and that every measure stands beside its status. Leaves the PDFs for the eye.
 *
 * By hand only, where LibreOffice (soffice) and poppler (pdfinfo, pdftotext) are installed:
 *
 *   npx tsx test/report/booklet/print-check.ts [directory] [sample | annex | hard | number of measures …]
 *
 * "annex" is the sample with the other sheets as its annex. Without names it takes the sample with and without, a hard one and ledgers of 10 to 2,000 measures. Exit code 1 where a page is not as planned.
 * Fonts that are missing here make columns up to a third wider than in Excel; the check then is the harder one.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { loadLedger } from "../../../src/actions/load-ledger";
import { createClient } from "../../../src/embedded/wire/client";
import { createServer } from "../../../src/embedded/wire/server";
import { openWorkbook } from "../../../src/embedded/storage/open-workbook";
import { saveWorkbook } from "../../../src/embedded/storage/save-workbook";
import { writeReport } from "../../../src/excel/write-report";
import { readPlanProfile } from "../../../src/ledger/read-plan";
import { BOOKLET_PARTS, USUAL_BOOKLET } from "../../../src/report/booklet/parts";
import { bookletSheetNames, planBooklet, type Booklet } from "../../../src/report/booklet/plan-booklet";
import { planReport } from "../../../src/report/plan-report";
import type { Tally } from "../../../src/tally/tally";
import { bookletInput, generatedRows, hardRows, sampleRows, TODAY, type Rows } from "./ledgers";

const [directory = "out/print-check", ...sizes] = process.argv.slice(2);
mkdirSync(directory, { recursive: true });
let failures = 0;
const cases = sizes.length > 0 ? sizes : ["sample", "annex", "hard", "10", "45", "98", "300", "1000", "2000"];
for (const name of cases) {
  const rows =
    name === "sample" || name === "annex" ? sampleRows() : name === "hard" ? hardRows() : generatedRows(Number(name));
  const { booklet, tally, trips } = await print(rows, name);
  const wrong = check(booklet, tally, pagesOfPdf(join(directory, `${name}.pdf`)));
  failures += wrong.length;
  const pages = Math.max(...booklet.headings.map((heading) => heading.page));
  console.log(
    `${name}: ${booklet.headings.length} headings, ${pages}+ pages, ${trips} round trips: ${wrong.length} wrong`,
  );
  for (const line of wrong.slice(0, 20)) console.log(`  ${line}`);
}
process.exitCode = failures === 0 ? 0 : 1;

/** Makes the booklet and its PDF. */
async function print(rows: Rows, name: string): Promise<{ booklet: Booklet; tally: Tally; trips: number }> {
  const source = new ExcelJS.Workbook();
  for (const [sheet, cells] of Object.entries(rows)) source.addWorksheet(sheet).addRows(cells.map((row) => [...row]));
  const opened = await openWorkbook(new Uint8Array(await source.xlsx.writeBuffer()), `${name}.xlsx`);
  const server = createServer(opened.model, { today: () => TODAY });
  const client = createClient(server);
  const loaded = await loadLedger(client, {});
  if (loaded.source === undefined || "problem" in loaded.result) throw new Error("no ledger");
  const { settings, fields, planSource, workbook } = loaded;
  const { plan } = readPlanProfile(planSource);
  const { ledger, fingerprint } = loaded.result;
  const input = { ledger, source: loaded.source, settings, fields, plan, today: TODAY };
  const withAnnex = name === "annex";
  const chapters = withAnnex ? BOOKLET_PARTS : USUAL_BOOKLET;
  const report = planReport({ ...input, chapters, parts: withAnnex ? ["booklet", "summary", "fields"] : ["booklet"] });
  const annex = withAnnex ? planReport({ ...input, parts: ["summary", "fields"] }).sheets : [];
  const booklet = planBooklet({ ...bookletInput(rows), annex }, chapters);
  await writeReport(client, {
    plans: report.sheets,
    workbook,
    operation: "報告書",
    ledger: ledger.sheet,
    ledgerFingerprint: fingerprint,
    version: "0",
    now: TODAY,
    rateDecimals: settings.decimals,
  });
  const file = join(directory, `${name}.xlsx`);
  writeFileSync(file, await saveWorkbook(opened, opened.model));
  execFileSync("soffice", ["--headless", "--convert-to", "pdf", "--outdir", directory, file], { stdio: "ignore" });
  return { booklet, tally: report.tally, trips: server.counters.roundTrips };
}

/** The text of every page, spaces and leaders left out. */
function pagesOfPdf(file: string): string[] {
  const text = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8", maxBuffer: 1 << 28 });
  return text.split("\f").map((page) => compacted(page));
}

/** Text without spaces and leaders, whatever the width of its digits and brackets. */
function compacted(text: string): string {
  return text.replace(/[\s…]+/g, "").normalize("NFKC");
}

/** What is not as planned, in words. */
function check(booklet: Booklet, tally: Tally, pages: readonly string[]): string[] {
  const wrong: string[] = [];
  const byNumber = new Map<number, string>();
  pages.forEach((page) => {
    const number = /-(\d+)-$/.exec(page)?.[1];
    if (number === undefined) return;
    if (byNumber.has(Number(number))) wrong.push(`page ${number} is there twice`);
    byNumber.set(Number(number), page);
    if (page.length < number.length + 30) wrong.push(`page ${number} is all but empty: ${page}`);
  });
  const planned = booklet.sheets
    .filter((sheet) => sheet.page.firstPageNumber !== undefined)
    .map((sheet) => sheet.page.firstPageNumber! + (sheet.page.breaksBefore?.length ?? 0));
  const last = Math.max(...planned);
  for (let page = 1; page <= last; page++) if (!byNumber.has(page)) wrong.push(`page ${page} is missing`);
  if (byNumber.size !== last) wrong.push(`${byNumber.size} numbered pages instead of ${last}`);

  const contents = pages.filter((page) => page.startsWith("目次")).length;
  if (contents !== 1) wrong.push(`目次 begins on ${contents} pages`);
  const all = pages.join("");
  for (const { text, page } of booklet.headings) {
    const compact = compacted(text);
    if (byNumber.get(page)?.includes(compact) !== true) wrong.push(`「${text}」 is not on page ${page}`);
    if (!all.includes(`${compact}${page}`)) wrong.push(`目次 does not say page ${page} for 「${text}」`);
  }

  const sheet = bookletSheetNames().find((name) => name.endsWith("実施状況"))!;
  const first = booklet.headings.find((heading) => heading.sheet === sheet)!.page;
  const next = booklet.headings.find((heading) => heading.sheet.startsWith("4 "))!.page;
  const measures = Array.from({ length: next - first }, (_, i) => byNumber.get(first + i) ?? "").join("");
  for (const measure of tally.fields.flatMap((field) => field.measures)) {
    const status = tally.statuses[measure.statusIndex]?.name ?? measure.status;
    const name = compacted(measure.name);
    const mark = measure.relisted ? "(再掲)" : "";
    const short = name.length <= 24;
    if (short && !measures.includes(`${name}${mark}【${compacted(status)}】`))
      wrong.push(`「${name}」 does not stand beside 【${status}】`);
  }
  return wrong;
}
