import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { launchBrowser } from "../browser/chromium";
import { openPage, openWorkbook } from "../browser/open-page";
import { closeServer, openPane, press, sampleWorkbook } from "../browser/open-pane";
import { brokenWorkbook } from "../browser/workbooks";
import { smallPng } from "./small-png";
import { hashOf, PICTURES, SUBJECTS, TAKEN, type PictureName } from "./pictures";

/*
 * Takes the handbook's pictures from what npm run build made: npm run pictures
 */

const SAMPLE = new URL("../../assets/sample-ledger.xlsx", import.meta.url);
const LOOK = { width: 350, height: 640, level: "1.17" };

const browser = await launchBrowser();

/** The pane's page down to an element's end, at most so high that the picture stays small. */
async function take(page: Page, name: PictureName, until?: string, highest = 900): Promise<void> {
  await page.evaluate(() => {
    window.scrollTo(0, 0);
    (document.activeElement as HTMLElement | null)?.blur();
  });
  const { width } = page.viewportSize()!;
  const box = until === undefined ? null : await page.locator(until).first().boundingBox();
  const height = Math.min(highest, Math.ceil(box === null ? highest : box.y + box.height + 12));
  await keep(name, await page.screenshot({ clip: { x: 0, y: 0, width, height }, fullPage: true, caret: "hide" }));
}

async function keep(name: PictureName, png: Uint8Array): Promise<void> {
  await writeFile(join(PICTURES, `${name}.png`), smallPng(png));
}

async function takeSound(): Promise<void> {
  const { page, close } = await openPane(browser, { workbook: await sampleWorkbook(), ...LOOK });
  await take(page, "open", ".about");
  await page.locator("#summary-columns").click();
  await take(page, "columns", undefined, 640);
  await page.locator("#summary-columns").click();
  await press(page, "check");
  await press(page, "make");
  await page.locator("#report-result").waitFor();
  await take(page, "report", ".about", 1100);
  await close();
}

async function takeMistakes(): Promise<void> {
  const { page, close } = await openPane(browser, { workbook: await brokenWorkbook(), ...LOOK });
  await press(page, "check");
  await page.locator(".group summary").first().click();
  await page.locator(".group .group-body").first().waitFor();
  await take(page, "blocked", ".step:nth-of-type(2)", 900);
  await page.locator("#preview-all").click();
  await page.locator(".preview").first().waitFor();
  await take(page, "preview", ".preview", 900);
  await close();
}

async function takePage(): Promise<void> {
  const { page, close } = await openPage(browser, { width: 1000, height: 560 });
  await openWorkbook(page, "sample-ledger.xlsx", await readFile(SAMPLE));
  await press(page, "check");
  await keep("page", await page.screenshot());
  await close();
}

try {
  await Promise.all([takeSound(), takeMistakes(), takePage()]);
} finally {
  await browser.close();
  await closeServer();
}
const taken = Object.fromEntries((Object.keys(SUBJECTS) as PictureName[]).map((name) => [name, hashOf(name)]));
await writeFile(join(PICTURES, TAKEN), `${JSON.stringify(taken, null, 2)}\n`);
