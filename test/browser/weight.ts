import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { launchBrowser } from "./chromium";
import { closeServer, DIST, openPane, sampleWorkbook } from "./open-pane";

/*
 * What the pane weighs and how soon it shows: npx tsx test/browser/weight.ts (after npm run build)
 */

/** Compressed sizes in bytes, as a web server sends them; Microsoft's office.js is not ours and not counted. */
export interface Weight {
  /** Everything that opening the pane needs: its code, its style, and its sentences in the longer of the two languages. */
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
  for (const file of files) sizes.set(file, gzipSync(await readFile(join(DIST, file)), { level: 9 }).length);
  const sizeOf = (file: string) => sizes.get(file) ?? NaN;
  const longer = (name: string) => Math.max(sizeOf(`${name}-ja.js`), sizeOf(`${name}-en.js`));
  const [opening, sentences] = [["taskpane.js", "taskpane.css"], files.filter((file) => /-(ja|en)\.js$/.test(file))];
  const others = files.filter((file) => !opening.includes(file) && !sentences.includes(file));
  const sum = (names: readonly string[]) => names.reduce((bytes, file) => bytes + sizeOf(file), 0);
  return { opening: sum(opening) + longer("opening"), later: sum(others) + longer("working") };
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
  const browser = await launchBrowser();
  const runs = [];
  for (let run = 0; run < 7; run++) runs.push(await timesToShow(browser, 4));
  console.log(
    `first paint, processor slowed 4 times, median of 7: ${median(runs.map(({ paint }) => paint)).toFixed(0)} ms`,
  );
  console.log(
    `ledger shown (office.js included), likewise:        ${median(runs.map(({ shown }) => shown)).toFixed(0)} ms`,
  );
  await browser.close();
  await closeServer();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) void main();
