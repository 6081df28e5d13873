import { init } from "excelize-wasm";
import type { Excelize, ExcelizeLoader } from "./excelize";

/**
 * A loader for the browser.
 * @param url where the page serves `excelize.wasm.gz` (copied from the package), relative to the page. The page's
 * content security policy needs `'wasm-unsafe-eval'` in `script-src`.
 */
export function excelizeInBrowser(url: string): ExcelizeLoader {
  let running: Promise<Excelize> | null = null;
  return () => (running ??= init(url));
}
