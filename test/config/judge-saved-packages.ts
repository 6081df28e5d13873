import { vi } from "vitest";
import type * as Open from "../../src/embedded/storage/open-workbook";
import type * as Save from "../../src/embedded/storage/save-workbook";

/*
 * The gate: in tests every workbook that is saved in this process is judged before it is handed on, whoever saves it. Nothing
 * has to be called for that, so that no test can forget it. `packagesJudged` says how often it stood guard.
 */

const gate = vi.hoisted(() => ({ files: new WeakMap<object, Uint8Array>(), judged: 0 }));

/** How many saved workbooks were judged so far. */
export function packagesJudged(): number {
  return gate.judged;
}

vi.mock("../../src/embedded/storage/open-workbook", async (original) => {
  const own = await original<typeof Open>();
  const openWorkbook: typeof Open.openWorkbook = async (bytes, ...more) => {
    const opened = await own.openWorkbook(bytes, ...more);
    gate.files.set(opened, bytes);
    return opened;
  };
  return { ...own, openWorkbook };
});

vi.mock("../../src/embedded/storage/save-workbook", async (original) => {
  const own = await original<typeof Save>();
  const saveWorkbook: typeof Save.saveWorkbook = async (...given) => {
    const [opened, model] = given;
    const after = await own.saveWorkbook(...given);
    const before = opened === null ? null : (gate.files.get(opened) ?? null);
    const { faultsOfSaving } = await import("../embedded/storage/gate/judge-saving");
    const faults = await faultsOfSaving({ before, after, model });
    gate.judged += 1;
    if (faults.length > 0) throw new Error(`The saved workbook is not sound:\n${faults.join("\n")}`);
    return after;
  };
  return { ...own, saveWorkbook };
});
