import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { launchBrowser } from "./chromium";
import { openPage } from "./open-page";
import { closeServer, DIST, idle, openPane, press, sampleWorkbook } from "./open-pane";

/*
 * What the pane and the page without Excel weigh, and how long they take: npx tsx test/browser/weight.ts (after npm run build)
 */

/** Compressed sizes in bytes, as a web server sends them; Microsoft's office.js is not ours and not counted. */
export interface Weight {
  /**
   * Everything that opening the pane needs: its code with the guard in its page, its style, and its sentences in the longer of
   * the two languages.
   */
  readonly opening: number;
  /** What comes with the first check, report or other sheet, all together, in the longer of the two languages. */
  readonly later: number;
}

/** Weighs the built pane. */
export async function weigh(): Promise<Weight> {
  const files = (await readdir(DIST)).filter(
    (file) => /\.(js|css)$/.test(file) && !/^(unsupported\.|standalone\.|messages-)/.test(file),
  );
  const sizes = new Map<string, number>();
  for (const file of files) sizes.set(file, compressed(await readFile(join(DIST, file))));
  const sizeOf = (file: string) => sizes.get(file) ?? NaN;
  const longer = (name: string) => Math.max(sizeOf(`${name}-ja.js`), sizeOf(`${name}-en.js`));
  const [opening, sentences] = [["taskpane.js", "taskpane.css"], files.filter((file) => /-(ja|en)\.js$/.test(file))];
  const others = files.filter((file) => !opening.includes(file) && !sentences.includes(file));
  const sum = (names: readonly string[]) => names.reduce((bytes, file) => bytes + sizeOf(file), 0);
  const [, guard = ""] = /<script>([^]*?)<\/script>/.exec(await readFile(join(DIST, "taskpane.html"), "utf8")) ?? [];
  return { opening: sum(opening) + compressed(guard) + longer("opening"), later: sum(others) + longer("working") };
}

/** Bytes of the page without Excel, as they are and compressed. */
export interface PageWeight {
  /**
   * All that the served page loads from its opening to the saved report, in Japanese, which is the longer language; a Word
   * document, what is taken back and earlier years are none of it.
   */
  readonly served: { readonly plain: number; readonly compressed: number };
  /** The page as one file, with both languages, the sample and the licences. */
  readonly single: { readonly plain: number; readonly compressed: number };
}

/** Weighs the built page without Excel. */
export async function weighPage(): Promise<PageWeight> {
  const ofOthers = /^(?:taskpane|opening-|working-|results|messages-en|docx|publishing|history|years|storage|fflate)/;
  const scripts = (await readdir(DIST)).filter((file) => /\.(?:js|css)$/.test(file) && !ofOthers.test(file));
  const weightOf = async (names: readonly string[]) => {
    const contents = await Promise.all(names.map((name) => readFile(join(DIST, name))));
    const sum = (size: (content: Buffer) => number) => contents.reduce((bytes, content) => bytes + size(content), 0);
    return { plain: sum(({ length }) => length), compressed: sum(compressed) };
  };
  return { served: await weightOf(["standalone.html", ...scripts]), single: await weightOf(["measure-ledger.html"]) };
}

function compressed(content: Buffer | string): number {
  return gzipSync(content, { level: 9 }).length;
}

/** Milliseconds from choosing the sample's file of 98 measures to its saved report, checked and made in between. */
async function timeToReport(browser: Browser, address?: string): Promise<number> {
  const { page, close } = await openPage(browser, {}, address);
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.locator("#choose").click()]);
  const sample = fileURLToPath(new URL("../../assets/sample-ledger.xlsx", import.meta.url));
  const from = performance.now();
  await chooser.setFiles(sample);
  await page.locator("#ledger-sheet").waitFor();
  await idle(page);
  await press(page, "check");
  await press(page, "make");
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#save").click()]);
  await download.path();
  const time = performance.now() - from;
  await close();
  return time;
}

/** Milliseconds from the request of the page to its first paint and to the ledger being shown, with a slowed processor. */
async function timesToShow(browser: Browser, slowdown: number): Promise<{ paint: number; shown: number }> {
  const from: number[] = [];
  const pane = await openPane(browser, {
    workbook: await sampleWorkbook(),
    level: "1.14",
    prepare: async (page) => {
      const session = await page.context().newCDPSession(page);
      await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
      from.push(performance.now());
    },
  });
  await pane.page.locator("#check").waitFor();
  const shown = performance.now() - from[0]!;
  const paint = await pane.page.evaluate(
    () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN,
  );
  await pane.close();
  return { paint, shown };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

async function main(): Promise<void> {
  const { opening, later } = await weigh();
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  console.log(`gzip, own code, style and sentences that open the pane: ${kilobytes(opening)}`);
  console.log(`gzip, loaded with the first check or report:            ${kilobytes(later)}`);
  const { served, single } = await weighPage();
  for (const [name, bytes] of Object.entries({ served, single })) {
    console.log(`page without Excel, ${name}: ${kilobytes(bytes.plain)}, gzip ${kilobytes(bytes.compressed)}`);
  }
  const browser = await launchBrowser();
  const runs = [];
  for (let run = 0; run < 7; run++) runs.push(await timesToShow(browser, 4));
  console.log(
    `first paint, processor slowed 4 times, median of 7: ${median(runs.map(({ paint }) => paint)).toFixed(0)} ms`,
  );
  console.log(
    `ledger shown (office.js included), likewise:        ${median(runs.map(({ shown }) => shown)).toFixed(0)} ms`,
  );
  for (const [name, address] of [
    ["served", undefined],
    ["single", pathToFileURL(join(DIST, "measure-ledger.html")).href],
  ] as const) {
    const times = [];
    for (let run = 0; run < 7; run++) times.push(await timeToReport(browser, address));
    console.log(
      `98 measures, from choosing the file to the saved report, ${name}, median of 7: ${median(times).toFixed(0)} ms`,
    );
  }
  await browser.close();
  await closeServer();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) void main();
