import type { WorkbookModel } from "../../../../src/embedded/model/model";
import { cellKey } from "../../../../src/embedded/model/grid";
import { areaOf } from "./cell-areas";
import { checkPackage, sheetNamesOf } from "./check-package";
import { differences, READERS, valuesOf, type Reader, type ReadSheet } from "./read-elsewhere";

/** Larger files are not given to the other readers, which would take minutes. */
const MOST_BYTES = 2_000_000;

/** What a saving can be judged by. */
export interface Saving {
  /** The file that was opened; null for a new workbook. */
  readonly before: Uint8Array | null;
  readonly after: Uint8Array;
  /** The workbook as it was given to be saved. */
  readonly model: WorkbookModel;
}

/**
 * Every fault that saving made: of the package, and of what readers that are not ours find in it. Faults that the opened file
 * had are its own; a user's part that is kept byte for byte keeps them.
 */
export async function faultsOfSaving(saving: Saving): Promise<string[]> {
  const { before, after, model } = saving;
  const own = new Set(before === null ? [] : checkPackage(before, model.fileName));
  const names = before === null ? new Map<string, string>() : sheetNamesOf(before);
  const former = new Set([...names.values()].map((name) => name.toLowerCase()));
  // That formulas follow a sheet that goes or is renamed is the business of who does that (embedded/sheets.ts), not of saving.
  const dangling = (fault: string): boolean => {
    const name = /refers to the sheet (.*), which is not there$/.exec(fault)?.[1];
    return name !== undefined && former.has(name.toLowerCase());
  };
  const faults = checkPackage(after, model.fileName).filter((fault) => !own.has(fault) && !dangling(fault));
  if (after.length > MOST_BYTES) return faults;
  for (const reader of before === null ? READERS : await readersOf(before)) {
    faults.push(...(await readerFaults(reader, saving, names)));
  }
  return faults;
}

/** The readers that open a file and see its sheets; what others make of a saved copy says nothing of the saving. */
export async function readersOf(file: Uint8Array): Promise<Reader[]> {
  const names = [...sheetNamesOf(file).values()];
  const seeing: Reader[] = [];
  for (const reader of READERS) {
    const sheets = await tryRead(reader, file);
    const seen = new Set("reason" in sheets ? [] : sheets.map(({ name }) => name));
    if (names.every((name) => seen.has(name))) seeing.push(reader);
  }
  return seeing;
}

async function readerFaults(
  reader: Reader,
  { before, after, model }: Saving,
  names: ReadonlyMap<string, string>,
): Promise<string[]> {
  const wanted = before === null ? [] : await tryRead(reader, before);
  if ("reason" in wanted) return [];
  const found = await tryRead(reader, after);
  if ("reason" in found) return [`${reader.name} does not open it: ${found.reason}`];
  const faults: string[] = [];
  for (const sheet of model.sheets) {
    const now = valuesOf(sheet);
    const then = sheet.part === null ? undefined : wanted.find(({ name }) => name === names.get(sheet.part!));
    const changed = (place: string): boolean => {
      const { top, left } = areaOf(place)!;
      return sheet.changed.cells.has(cellKey(top - 1, left - 1));
    };
    // Of a sheet that was kept, the reader must see what it saw before, but for the cells that changed.
    const expected: ReadSheet =
      then === undefined
        ? now
        : {
            name: sheet.name,
            values: new Map([
              ...[...then.values].filter(([place]) => !changed(place)),
              ...[...now.values].filter(([place]) => changed(place)),
            ]),
          };
    const seen = found.find(({ name }) => name === sheet.name);
    faults.push(...differences(expected, seen).map((each) => `${reader.name}: ${each}`));
  }
  return faults;
}

async function tryRead(reader: Reader, bytes: Uint8Array): Promise<readonly ReadSheet[] | { readonly reason: string }> {
  try {
    return await reader.read(bytes);
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}
