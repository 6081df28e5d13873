import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import type { WorkbookModel } from "../../src/embedded/model/model";
import { createTroubledServer, type TroubledServer } from "../embedded/troubled-server";
import { openWorkbook } from "../../src/embedded/storage/open-workbook";
import { bridgeExcel, type ExcelBridge } from "./excel-bridge";
import { newPage, type Look } from "./pages";
import { serve, type Served } from "./serve";

/** Where npm run build leaves the pane. */
export const DIST = fileURLToPath(new URL("../../dist/", import.meta.url)).replace(/[\\/]$/, "");

/** How the pane is opened. */
export interface PaneSetup extends Look {
  readonly workbook: WorkbookModel;
  /** Highest ExcelApi level of this Excel. */
  readonly level?: string;
  /** The user is typing in a cell when the pane opens. */
  readonly editing?: boolean;
  /** Called with the page before it is opened. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/** The built pane in a browser, over an Excel of its own. */
export interface OpenPane {
  readonly page: Page;
  readonly excel: TroubledServer;
  readonly bridge: ExcelBridge;
  /** Addresses that were asked for, beginning with the page's own. */
  readonly requests: readonly string[];
  /** Exceptions of the page that nobody caught. */
  readonly exceptions: readonly string[];
  /** Makes Excel wait with its answers once it has answered so many more batches; the returned function lets it go on. */
  readonly hold: (after?: number) => () => void;
  readonly close: () => Promise<void>;
}

let served: Promise<Served> | undefined;

/** The server of the built pane, one for all tests of a file. */
export function servePane(): Promise<Served> {
  return (served ??= serve(DIST, () => ({ headers: { "cache-control": "max-age=3600" } })));
}

/** Ends the server. */
export async function closeServer(): Promise<void> {
  (await served)?.close();
  served = undefined;
}

/** A fresh copy of the sample ledger's workbook. */
export async function sampleWorkbook(): Promise<WorkbookModel> {
  const bytes = await readFile(new URL("../../assets/sample-ledger.xlsx", import.meta.url));
  return (await openWorkbook(bytes, "sample-ledger.xlsx")).model;
}

const THEMES = {
  light: { bodyBackgroundColor: "#ffffff", bodyForegroundColor: "#000000" },
  dark: { bodyBackgroundColor: "#262626", bodyForegroundColor: "#ffffff" },
};

/** Opens the pane on a workbook and waits until it has looked at it. */
export async function openPane(browser: Browser, setup: PaneSetup): Promise<OpenPane> {
  const { level = "1.17", language = "ja-JP", theme = "light", width = 320, height = 700 } = setup;
  const { url } = await servePane();
  const opened = await newPage(browser, { language, theme, width, height });
  const { page, exceptions } = opened;
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));

  const excel = createTroubledServer(setup.workbook, { level });
  excel.cellEditing = setup.editing ?? false;
  let gate = Promise.resolve();
  let passes = Infinity;
  const bridge = await bridgeExcel(page, {
    level,
    language,
    theme: THEMES[theme === "dark" ? "dark" : "light"],
    execute: async (body) => {
      if (passes-- <= 0) await gate;
      return excel.execute(body);
    },
  });
  await setup.prepare?.(page);
  await page.goto(`${url}taskpane.html`);
  await page.locator("#step-ledger").waitFor();
  await idle(page);
  return {
    page,
    excel,
    bridge,
    requests,
    exceptions,
    hold: (after = 0) => {
      let release: () => void = () => undefined;
      gate = new Promise((resolve) => (release = resolve));
      passes = after;
      return release;
    },
    close: async () => {
      await bridge.remove();
      await opened.close();
    },
  };
}

/** Waits until nothing runs any more. */
export async function idle(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector("#pane [role=status]")?.textContent === "" && document.querySelector(".step") !== null,
  );
}

/** Presses a button by its id and waits until what it started is done. */
export async function press(page: Page, id: string): Promise<void> {
  await page.locator(`[id="${id}"]`).click();
  await idle(page);
}

/** Id of the element that has the keyboard focus. */
export function focusedId(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.id ?? "");
}
