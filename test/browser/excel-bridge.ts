import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";

/** Plain JavaScript, because it runs in the page and no compiler's helpers are there. */
const PAGE_PART = new URL("excel-bridge.page.js", import.meta.url);

/** What Excel says of itself and how it executes batches. */
export interface BridgedExcel {
  /** ExcelApi level, e.g. "1.14". */
  readonly level: string;
  /** Display language, e.g. "ja-JP". */
  readonly language: string;
  /** Office's theme colours, as Excel tells them. */
  readonly theme: { readonly bodyBackgroundColor: string; readonly bodyForegroundColor: string };
  /** Executes one request batch given as JSON text. */
  readonly execute: (body: string) => string | Promise<string>;
}

/** What a test can do to the page as Excel would. */
export interface ExcelBridge {
  /** Presses a button of the ribbon: calls the function of that name of the manifest. */
  pressRibbon(functionName: string): Promise<void>;
  /** Tells the page that a cell of a sheet was changed, if the page asked to be told. */
  changeCell(worksheetId: string, address: string): Promise<void>;
  /** Functions of the ribbon that said they were done. */
  completed(): Promise<number>;
  /** How often the page asked to be shown. */
  shown(): Promise<number>;
  /** Leaves nothing of it to what the page opens next. */
  remove(): Promise<void>;
}

/**
 * Gives a page what Excel for Windows gives a pane: `window.external` with the calls that Microsoft's unmodified office.js
 * starts up with and sends its batches through. To be called before the page is opened.
 */
export async function bridgeExcel(page: Page, excel: BridgedExcel): Promise<ExcelBridge> {
  const execute = await page.exposeFunction("executeBatch", (body: string) => excel.execute(body));
  const facts = JSON.stringify({ level: excel.level, language: excel.language, theme: excel.theme });
  const script = await page.addInitScript({
    content: `window.bridgedExcel = ${facts};\n${await readFile(PAGE_PART, "utf8")}`,
  });
  const inPage = (call: string) => page.evaluate<number>(`window.excelBridge.${call}`);
  return {
    pressRibbon: async (name) => {
      await inPage(`pressRibbon(${JSON.stringify(name)})`);
    },
    changeCell: async (worksheetId, address) => {
      await inPage(`changeCell(${JSON.stringify(worksheetId)}, ${JSON.stringify(address)})`);
    },
    completed: () => inPage("completed"),
    shown: () => inPage("shown"),
    remove: async () => {
      await script.dispose();
      await execute.dispose();
    },
  };
}
