import { existsSync, readFileSync, readdirSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import type * as Opening from "../../../src/embedded/storage/open-workbook";
import type * as SavingModule from "../../../src/embedded/storage/save-workbook";
import type { OpenedWorkbook } from "../../../src/embedded/storage/open-workbook";
import { readRelationships, relationshipsPart } from "../../../src/embedded/storage/zip/package-parts";
import { StorageError } from "../../../src/embedded/storage/storage-error";
import { readZip, unpack } from "../../../src/embedded/storage/zip/zip";
import { newSheetModel, writeValues } from "../../../src/embedded/model/workbook";
import { cellKey } from "../../../src/embedded/model/grid";
import { cpuTime } from "../../fixtures/cpu-time";
import { chart, series } from "./models";
import { mutated } from "./mutations";
import { richWorkbook } from "./rich-workbook";
import { faultOf } from "./well-formed";

// Without the gate on what tests save: these files are wrong before they are opened, and stay so.
const { openWorkbook } = await vi.importActual<typeof Opening>("../../../src/embedded/storage/open-workbook");
const { saveWorkbook } = await vi.importActual<typeof SavingModule>("../../../src/embedded/storage/save-workbook");

/*
 * Files that once were valid, made wrong at random places (the same ones in every run). Each is either refused with a
 * reason or opened; what opens can be changed and saved, and what comes out is well-formed for a parser that is not ours.
 * MUTATIONS=2000 for the figure of the whole; FIRST to begin with another seed.
 */

const COUNT = Number(process.env["MUTATIONS"] ?? 200);
const FIRST = Number(process.env["FIRST"] ?? 1);
const PRODUCERS = new URL("../../fixtures/producers/", import.meta.url);
/** Milliseconds that one small file may take at most; far above what any needs, far below a hang. */
const TOO_LONG = 5_000;

const bases: readonly (readonly [name: string, file: Uint8Array])[] = [
  ["rich", richWorkbook()],
  ["sample", new Uint8Array(readFileSync(new URL("../../../assets/sample-ledger.xlsx", import.meta.url)))],
  ...(existsSync(PRODUCERS) ? readdirSync(PRODUCERS) : [])
    .filter((name) => name.endsWith(".xlsx") && !(process.env["WITHOUT"] ?? "none").split(",").includes(name))
    .map((name) => [name, new Uint8Array(readFileSync(new URL(name, PRODUCERS)))] as const),
];

describe("files made wrong at random", () => {
  it(
    `are refused with a reason, or open and can be saved (${COUNT})`,
    async () => {
      const outcomes = { refused: 0, opened: 0 };
      const failures: string[] = [];
      for (let seed = FIRST; seed < FIRST + COUNT; seed++) {
        const [name, file] = bases[seed % bases.length]!;
        const start = cpuTime();
        try {
          const opened = await trial(mutated(file, seed), seed);
          outcomes[opened ? "opened" : "refused"] += 1;
        } catch (error) {
          failures.push(`${name}, seed ${seed}: ${error instanceof Error ? error.stack : String(error)}`);
        }
        const took = cpuTime() - start;
        if (took > TOO_LONG) failures.push(`${name}, seed ${seed}: ${took} ms`);
      }
      if (COUNT > 200) console.log(outcomes);
      expect(failures).toEqual([]);
      // Both must happen, or the files are made wrong too much or too little to say anything.
      expect(Math.min(outcomes.refused, outcomes.opened)).toBeGreaterThan(COUNT / 20);
    },
    60_000 + COUNT * 300,
  );
});

/** Whether the file opens; throws where it neither opens nor is refused, or where it opens and cannot be saved. */
async function trial(file: Uint8Array, seed: number): Promise<boolean> {
  let opened;
  try {
    opened = await openWorkbook(file, "x.xlsx");
  } catch (error) {
    if (error instanceof StorageError) return false;
    throw error;
  }
  const { model } = opened;
  const added = newSheetModel("追加した表", "{00000000-7FFF-0000-0000-000000000000}");
  writeValues(added, 0, 0, [["区分", "件数"], ["達成", 72], ["未達成", 14]]); // prettier-ignore
  added.formats.push({ area: { row: 0, column: 0, rows: 1, columns: 2 }, format: { bold: true, fill: "#DDEEFF" } });
  added.charts.push(chart("BarClustered", [series(added.name, "B", "#336699")]));
  model.sheets.push(added);
  const [first] = model.sheets;
  if (seed % 2 === 0) {
    writeValues(first!, 2, 1, [["書き換え"]]);
    first!.changed.cells.add(cellKey(2, 1));
  }
  const saved = await saveWorkbook(opened, model);
  const before = readZip(file);
  const read = readParts(opened);
  for (const [name, entry] of readZip(saved)) {
    if (!/\.(xml|rels|vml)$/i.test(name)) continue;
    // A part that nothing here reads goes through as it was, and was no worse before.
    if (before.get(name)?.crc === entry.crc && !read.has(name)) continue;
    const fault = faultOf(unpack(entry));
    if (fault !== null) throw new Error(`${name}: ${fault}`);
  }
  const again = await openWorkbook(saved, "y.xlsx");
  const sheet = again.model.sheets.find((each) => each.name === added.name);
  if (sheet?.rows[1]?.[1] !== 72) throw new Error("the added sheet is not there");
  if (sheet.charts.length !== 1) throw new Error("the added chart is not there");
  return true;
}

/** Parts that storage reads, and so answers for. */
function readParts({ entries, workbookPart }: OpenedWorkbook): Set<string> {
  const read = new Set(["[Content_Types].xml", relationshipsPart(""), workbookPart, relationshipsPart(workbookPart)]);
  const waiting = [workbookPart];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    for (const { kind, target, external } of readRelationships(entries, part)) {
      if (external || read.has(target) || !/^(worksheet|styles|sharedStrings|theme|drawing|table)$/.test(kind))
        continue;
      read.add(target).add(relationshipsPart(target));
      waiting.push(target);
    }
  }
  return read;
}
