import { describe, expect, it } from "vitest";
import type { Server } from "../../src/embedded/wire/server";
import type { ExcelHost } from "../../src/excel/host";
import { readWorkbook } from "../../src/excel/read-workbook";
import { removeSheets } from "../../src/excel/remove-sheets";
import { UNFINISHED_KEY, type UnfinishedRun } from "../../src/excel/run-notes";
import { writeReport, type WrittenReport } from "../../src/excel/write-report";
import { CLIENTS, open, sheetNamed, sheetNames, userWorkbook, type Opened } from "./hosts";
import { narrativePlan, summaryPlan } from "./plans";

/* Whoever opens a workbook can have left a note of an unfinished run in it, or brought it along from another workbook. */

const NOW = new Date("2011-03-31T08:05:00Z");
const USER = ["台帳", "設定", "メモ"];

async function make({ host }: Pick<Opened, "host">): Promise<WrittenReport> {
  const workbook = await readWorkbook(host, { sheet: "台帳" });
  return writeReport(host, {
    plans: [summaryPlan(), narrativePlan()],
    workbook,
    operation: "報告書",
    ledger: "台帳",
    ledgerFingerprint: "0123456789abcdef",
    version: "0.1.0",
    now: NOW,
  });
}

/** Stops the run that follows for good at one of its round trips. */
async function crash(opened: Opened, trip: number, action: number): Promise<void> {
  const { roundTrips } = opened.server.counters;
  opened.server.inject({ roundTrip: roundTrips + trip, code: "GeneralException", action });
  opened.server.inject({ roundTrip: roundTrips + trip + 1, code: "GeneralException", permanent: true });
  await expect(make(opened)).rejects.toMatchObject({ problem: { unfinished: true } });
  opened.server.clearFaults();
}

describe.each(CLIENTS)(
  "a note of an unfinished run, read through %s,",
  (_name, connect: (server: Server) => ExcelHost) => {
    it.each([
      ["no JSON", "{run:"],
      ["empty", ""],
      ["a number", 12],
      ["nothing", null],
      ["a list", "[]"],
      ["another shape", '{"run":"abc"}'],
      ["an earlier shape", '{"run":"abc","count":1,"built":["{1}"],"aside":[],"recordSheet":"作成記録"}'],
      ["a run that is no name", '{"run":"メモ","count":1,"built":[],"aside":[],"recordSheet":"作成記録"}'],
      ["endless", '{"run":"abc","count":1e300,"built":[],"aside":[],"recordSheet":"作成記録"}'],
      ["half", '{"run":"abc","count":-1,"built":[null],"aside":[{}],"recordSheet":""}'],
    ])("that is %s blocks nothing, is dropped and is told of", async (_what, value) => {
      for (const key of [UNFINISHED_KEY, `${UNFINISHED_KEY}.abc`]) {
        const opened = open(connect, userWorkbook());
        opened.workbook.settings.set(key, value);
        opened.workbook.settings.set("another.key", "stays");
        const written = await make(opened);
        expect(written.droppedNote).toBe(true);
        expect(sheetNames(opened.workbook)).toEqual([...USER, "集計", "評価", "作成記録"]);
        expect([...opened.workbook.settings]).toEqual([["another.key", "stays"]]);
        const next = await make(opened);
        expect(next.droppedNote).toBe(false);
        opened.workbook.settings.set(key, value);
        expect((await removeSheets(opened.host, next.run, NOW)).removed).toEqual(["集計", "評価"]);
      }
    });

    it("that names the user's sheets touches none of them", async () => {
      const forged = (workbook: Opened["workbook"], changes: Partial<UnfinishedRun>): UnfinishedRun => {
        const ids = workbook.sheets.map(({ id, name }) => ({ id, name }));
        return {
          run: "abc",
          count: 3,
          built: ids.map((sheet) => ({ ...sheet, content: "0123456789abcdef" })),
          aside: ids.map((sheet) => ({ ...sheet, name: "別の名前", visible: false, active: false })),
          recordSheet: "作成記録",
          ...changes,
        };
      };
      for (const changes of [{}, { recordSheet: "台帳" }, { built: [] }, { aside: [] }, { count: 0 }]) {
        for (const again of [false, true]) {
          const opened = open(connect, userWorkbook());
          const run = again ? (await make(opened)).run : "abc";
          const user = structuredClone(opened.workbook.sheets.slice(0, 3));
          // A run that 作成記録 names: what it put aside may go.
          const note = forged(opened.workbook, { ...changes, run });
          opened.workbook.settings.set(`${UNFINISHED_KEY}.${run}`, JSON.stringify(note));
          await make(opened);
          expect(opened.workbook.sheets.slice(0, 3)).toEqual(user);
          expect(sheetNames(opened.workbook)).toEqual([...USER, "集計", "評価", "作成記録"]);
          expect(opened.workbook.settings.size).toBe(0);
        }
      }
    });

    it("leaves what somebody has written on the sheets it names", async () => {
      // The first report: its sheets have their final names, and nothing is recorded yet.
      const first = open(connect, userWorkbook());
      await make(first);
      const [, , swap = 0] = first.actions;
      const opened = open(connect, userWorkbook());
      await crash(opened, 3, Math.floor(swap * 0.6));
      expect(sheetNames(opened.workbook).slice(0, 4)).toEqual([...USER, "集計"]);
      sheetNamed(opened.workbook, "集計").rows[0]![0] = "課長が直した題名";
      const written = await make(opened);
      expect(sheetNamed(opened.workbook, "集計").rows[0]![0]).toBe("課長が直した題名");
      expect(written.sheets.map(({ name }) => name)).toEqual(["集計 (2)", "評価"]);
      expect(opened.workbook.settings.size).toBe(0);
    });

    it("brings sheets that were put aside back, or lets them go, and keeps one that was made visible", async () => {
      const whole = open(connect, userWorkbook());
      await make(whole);
      whole.actions.length = 0;
      await make(whole);
      const [, , , swap = 0] = whole.actions;
      const last = JSON.parse(whole.requests.at(-1)!) as { Actions: { Name?: string }[] };
      const deleting = last.Actions.findIndex(({ Name }) => Name === "Delete");

      const undone = open(connect, userWorkbook());
      await make(undone);
      await crash(undone, 4, swap - 2);
      expect(undone.workbook.sheets.filter(({ name }) => name.startsWith("旧_"))).toHaveLength(2);
      await make(undone);
      expect(sheetNames(undone.workbook)).toEqual([...USER, "集計", "評価", "作成記録"]);
      expect(
        undone.workbook.sheets.every(({ name, visibility }) => (visibility === "Visible") === (name !== "メモ")),
      ).toBe(true);

      const edited = open(connect, userWorkbook());
      await make(edited);
      await crash(edited, 4, swap - 2);
      const aside = edited.workbook.sheets.find(({ name }) => name.startsWith("旧_"))!;
      aside.rows[0]![0] = "課長が直した題名";
      aside.visibility = "Visible";
      expect((await make(edited)).kept).toEqual(["集計"]);
      expect(sheetNamed(edited.workbook, "集計").rows[0]![0]).toBe("課長が直した題名");

      const completed = open(connect, userWorkbook());
      await make(completed);
      await crash(completed, 5, deleting);
      const left = completed.workbook.sheets.filter(({ name }) => name.startsWith("旧_"));
      expect(left.length).toBeGreaterThan(0);
      left[0]!.rows[0]![0] = "課長が直した題名";
      left[0]!.visibility = "Visible";
      await make(completed);
      const kept = completed.workbook.sheets.find(({ id }) => id === left[0]!.id);
      expect(kept?.rows[0]?.[0]).toBe("課長が直した題名");
      expect(kept?.name.startsWith("旧_")).toBe(false);
      expect(completed.workbook.settings.size).toBe(0);
    });
  },
);
