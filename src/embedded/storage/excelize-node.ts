import { createRequire } from "node:module";
import { setFlagsFromString } from "node:v8";
import { init } from "excelize-wasm";
import type { Excelize } from "./excelize";

let running: Promise<Excelize> | null = null;

/** Starts excelize in Node from the installed package, once. */
export function loadExcelizeInNode(): Promise<Excelize> {
  if (running === null) {
    // One workbook's frames are too little work for optimised WebAssembly to pay: compiling it takes longer than it saves
    // (measured: the sample's report in 1.4 s instead of 2.1 s).
    setFlagsFromString("--liftoff-only");
    running = init(createRequire(import.meta.url).resolve("excelize-wasm/excelize.wasm.gz"));
  }
  return running;
}
