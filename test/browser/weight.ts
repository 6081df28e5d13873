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
  /** Code and style that opening the pane needs: taskpane.js and taskpane.css. */
  readonly opening: number;
  /** The sentences of the language that is shown. */
  readonly language: number;
  /** What comes with the first check, report or other sheet, all together. */
  readonly later: number;
}

/** Weighs the built pane. */
export async function weigh(): Promise<Weight> {
  const files = (await readdir(DIST)).filter(
    (file) => /\.(js|css)$/.test(file) && !/^(unsupported|standalone)\./.test(file),
  );
  const sizes = new Map<string, number>();
  for (const file of files) sizes.set(file, gzipSync(await readFile(join(DIST, file)), { level: 9 }).length);
  const opening = (sizes.get("taskpane.js") ?? NaN) + (sizes.get("taskpane.css") ?? NaN);
  const languages = files.filter((file) => file.startsWith("messages-")).map((file) => sizes.get(file) ?? 0);
  const all = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const spoken = languages.reduce((sum, size) => sum + size, 0);
  return { opening, language: Math.max(...languages), later: all - opening - spoken };
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
  const { opening, language, later } = await weigh();
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  console.log(`gzip, own JavaScript and CSS that opens the pane: ${kilobytes(opening)}`);
  console.log(`gzip, sentences of one language:                  ${kilobytes(language)}`);
  console.log(`gzip, loaded with the first check or report:      ${kilobytes(later)}`);
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
