import { argv } from "node:process";
import { strToU8, zipSync } from "fflate";
import { openWorkbook } from "../../src/embedded/storage/open-workbook";
import type { CellValue } from "../../src/cells/cell";
import { makeLedger } from "./make-ledger";

/*
 * How long storage takes to read one ledger as different programs write it: texts in the shared strings, in the cells, and
 * in the cells with a character reference for each kanji.
 * Usage: node --expose-gc --import tsx test/bench/reading-time.ts [ROWS]; prints milliseconds, least and median, and the median against the first.
 */

const KINDS = ["shared", "inline", "references"] as const;
const RUNS = 20;
const WARM_UP = 3;

const ledger = makeLedger(Number(argv[2] ?? 10_000));
const files = KINDS.map((kind) => [kind, written(ledger, kind), [] as number[]] as const);
for (let run = 0; run < RUNS + WARM_UP; run++) {
  for (const [, file, times] of files) {
    globalThis.gc?.();
    const start = performance.now();
    await openWorkbook(file, "台帳.xlsx");
    if (run >= WARM_UP) times.push(performance.now() - start);
  }
}
let shared = 0;
for (const [kind, , times] of files) {
  times.sort((one, other) => one - other);
  const least = times[0]!;
  const median = times[Math.floor(times.length / 2)]!;
  if (shared === 0) shared = median;
  console.log(
    `${kind.padEnd(12)} ${least.toFixed(0)} ms, median ${median.toFixed(0)} ms, ${(median / shared).toFixed(2)} ×`,
  );
}

/** A ledger as a file, as plain as a program writes it. */
function written(rows: readonly (readonly CellValue[])[], kind: (typeof KINDS)[number]): Uint8Array {
  const strings = new Map<string, number>();
  const cell = (value: CellValue, address: string): string => {
    if (value === "") return `<c r="${address}" s="1"/>`;
    if (typeof value !== "string") return `<c r="${address}" s="1"><v>${Number(value)}</v></c>`;
    if (kind !== "shared") {
      const text = kind === "inline" ? value : value.replace(/[^ -~]/g, (sign) => `&#${sign.charCodeAt(0)};`);
      return `<c r="${address}" s="1" t="inlineStr"><is><t>${text}</t></is></c>`;
    }
    if (!strings.has(value)) strings.set(value, strings.size);
    return `<c r="${address}" s="1" t="s"><v>${strings.get(value)!}</v></c>`;
  };
  const data = rows.map((values, row) => {
    const cells = values.map((value, column) => cell(value, `${String.fromCharCode(65 + column)}${row + 1}`));
    return `<row r="${row + 1}" spans="1:${values.length}">${cells.join("")}</row>`;
  });
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const relationships = (...targets: readonly (readonly [kind: string, target: string])[]): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
      .map(([kind, target], index) => `<Relationship Id="rId${index + 1}" Type="${kinds}/${kind}" Target="${target}"/>`)
      .join("")}</Relationships>`;
  const parts = {
    "_rels/.rels": relationships(["officeDocument", "xl/workbook.xml"]),
    "xl/workbook.xml": `<workbook ${main} xmlns:r="${kinds}"><sheets><sheet name="台帳" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relationships(
      ["worksheet", "worksheets/sheet1.xml"],
      ["sharedStrings", "sharedStrings.xml"],
    ),
    "xl/sharedStrings.xml": `<sst ${main}>${[...strings.keys()].map((text) => `<si><t>${text}</t></si>`).join("")}</sst>`,
    "xl/worksheets/sheet1.xml": `<worksheet ${main}><sheetData>${data.join("")}</sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}
