import { init } from "excelize-wasm";
import type { Excelize, ExcelizeLoader } from "./excelize";

/**
 * A loader for the browser. What could not be loaded is asked for again at the next time.
 * @param url where the page serves `excelize.wasm.gz` (copied from the package), relative to the page. The page's
 * content security policy needs `'wasm-unsafe-eval'` in `script-src`.
 */
export function excelizeInBrowser(url: string): ExcelizeLoader {
  let running: Promise<Excelize> | null = null;
  return () =>
    (running ??= init(url).catch((error: unknown) => {
      running = null;
      throw error;
    }));
}
