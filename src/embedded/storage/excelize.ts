import type { init } from "excelize-wasm";

/** The running excelize library. */
export type Excelize = Awaited<ReturnType<typeof init>>;

/**
 * Starts excelize; how its WebAssembly file is found differs between Node (`excelize-node.ts`) and the browser
 * (`excelize-browser.ts`). Starting takes about 0.3 s, so a loader starts it once and gives the same one again.
 */
export type ExcelizeLoader = () => Promise<Excelize>;

/** One open excelize workbook. */
export type ExcelizeFile = ReturnType<Excelize["NewFile"]>;

/** Throws where excelize refused what it was given: the model is checked before, so that is a bug. */
export function checked<T extends { error?: string | null }>(result: T): T {
  if (typeof result.error === "string") throw new Error(`excelize: ${result.error}`);
  return result;
}
