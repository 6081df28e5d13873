import { readFile } from "node:fs/promises";
import ExcelJS from "exceljs";
import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import { checkPackage } from "../embedded/storage/gate/check-package";
import { idle, servePane } from "./open-pane";
import { newPage, type Look } from "./pages";

/** The built page without Excel in a browser. */
export interface OpenPage {
  readonly page: Page;
  /** What was asked for, without the address of the page's own server or folder. */
  readonly requests: readonly string[];
  /** Exceptions that nobody caught, and what the browser reported as errors: a policy's refusals among them. */
  readonly exceptions: readonly string[];
  readonly close: () => Promise<void>;
}

/** Opens the served page, or the page at another address, and waits until a workbook can be chosen. */
export async function openPage(browser: Browser, look: Look = {}, address?: string): Promise<OpenPage> {
  const { language = "ja-JP", theme = "light", width = 1280, height = 720 } = look;
  const start = address ?? `${(await servePane()).url}standalone.html`;
  const url = new URL(".", start).href;
  const { page, exceptions, close } = await newPage(browser, { language, theme, width, height });
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url().replace(url, "")));
  page.on("console", (message) => {
    if (message.type() === "error") exceptions.push(message.text());
  });
  // From the beginning, because catching the browser's own dialog takes a moment to set up.
  page.on("filechooser", () => undefined);
  await page.goto(start);
  await page.locator("#choose").waitFor();
  return { page, requests, exceptions, close };
}

/** Chooses a file after pressing what asks for one. */
export async function choose(page: Page, name: string, buffer: Buffer, ask: () => Promise<void>): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), ask()]);
  await chooser.setFiles({ name, mimeType: "application/octet-stream", buffer });
}

/** Chooses a workbook and waits until the page has looked at it. */
export async function openWorkbook(page: Page, name: string, buffer: Buffer, button = "#choose"): Promise<void> {
  await choose(page, name, buffer, () => page.locator(button).click());
  await page.locator("#ledger-sheet").waitFor();
  await idle(page);
}

/** Presses save and gives the downloaded file. */
export async function save(page: Page): Promise<{ name: string; workbook: ExcelJS.Workbook }> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#save").click()]);
  const workbook = new ExcelJS.Workbook();
  const file = await download.path();
  expect(checkPackage(await readFile(file))).toEqual([]);
  await workbook.xlsx.readFile(file);
  return { name: download.suggestedFilename(), workbook };
}

/** A workbook as ExcelJS reads it. */
export async function read(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  return workbook;
}

/** What the cells of a sheet show, row by row. */
export function textsOf(workbook: ExcelJS.Workbook, name: string): string[][] {
  const rows: string[][] = [];
  workbook.getWorksheet(name)!.eachRow((row) => {
    const cells: string[] = [];
    row.eachCell((cell) => cells.push(String(cell.formula ? cell.result : cell.text)));
    rows.push(cells);
  });
  return rows;
}
