import { createRequire } from "node:module";
import { init } from "excelize-wasm";
import type { Excelize } from "./excelize";

let running: Promise<Excelize> | null = null;

/** Starts excelize in Node from the installed package, once. */
export function loadExcelizeInNode(): Promise<Excelize> {
  running ??= init(createRequire(import.meta.url).resolve("excelize-wasm/excelize.wasm.gz"));
  return running;
}
