import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Browser } from "playwright-core";
import { writeHtml } from "../../src/publish/html/write-html";
import { documentOf } from "../publish/documents";
import { axeFindings } from "./axe-findings";
import { launchBrowser } from "./chromium";

let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), "measure-ledger-"));

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

it("the published page has nothing that keeps anybody out, on a desk or a telephone", async () => {
  const file = join(folder, "index.html");
  writeFileSync(file, writeHtml(documentOf().document, [{ file: "report.docx", name: "報告書（Word）" }]));
  for (const width of [1200, 390]) {
    // axe is a script of the test's, which the page's own policy would forbid.
    const page = await browser.newPage({ viewport: { width, height: 900 }, bypassCSP: true });
    await page.goto(pathToFileURL(file).href);
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.close();
  }
});
