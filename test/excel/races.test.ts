import { describe, expect, it } from "vitest";
import { createClient } from "../../src/embedded/wire/client";
import type { SheetModel, WorkbookModel } from "../../src/embedded/model/model";
import type { Server } from "../../src/embedded/wire/server";
import { HostError, type HostProblemKind } from "../../src/excel/errors";
import type { ExcelHost } from "../../src/excel/host";
import { readWorkbook } from "../../src/excel/read-workbook";
import { removeSheets } from "../../src/excel/remove-sheets";
import { writeReport, type WrittenReport } from "../../src/excel/write-report";
import type { SheetPlan } from "../../src/report/plan";
import { CLIENTS, open, sheetNamed, sheetNames, userWorkbook, type Opened } from "./hosts";
import { emptyPlan, narrativePlan, summaryPlan } from "./plans";

/*
 * Somebody else is at work in the same workbook: before each round trip of a run, another session does something. Whatever
 * it is and whenever it comes, its cells and names are there afterwards, nothing half-made is left, and what is stale is
 * said.
 */

const NOW = new Date("2011-03-31T08:05:00Z");

const PLANS: readonly SheetPlan[] = [summaryPlan(), narrativePlan()];
const listPlan = (name: string, rows: number): SheetPlan => ({
  ...emptyPlan(name),
  blocks: [
    {
      row: 0,
      column: 0,
      cells: Array.from({ length: rows }, (_, row) => [`事業その${row}`, { formula: `='台帳'!$C$2`, value: "" }]),
    },
  ],
});
const LARGE = [listPlan("一覧", 300)];
const LONG = ["一", "二", "三"].map((name) => listPlan(name, 600));

async function make(host: ExcelHost, plans = PLANS): Promise<WrittenReport> {
  const workbook = await readWorkbook(host, { sheet: "台帳" });
  return writeReport(host, {
    plans,
    workbook,
    operation: "報告書",
    ledger: "台帳",
    ledgerFingerprint: "0123456789abcdef",
    version: "0.1.0",
    now: NOW,
  });
}

/** The host with something done before one of its round trips, counted from 1. */
function interrupted(host: ExcelHost, trip: number, act: () => Promise<void>): ExcelHost & { readonly trips: number } {
  let trips = 0;
  return {
    isSetSupported: (version) => host.isSetSupported(version),
    run: async (batch) => {
      if (++trips === trip) await act();
      return host.run(batch);
    },
    get trips() {
      return trips;
    },
  };
}

/** What another session does, through a client of its own. */
type Act = (context: Excel.RequestContext) => void;

interface Rival {
  readonly what: string;
  readonly act: Act;
  /** Whether it needs the sheets of an earlier report. */
  readonly again?: boolean;
  /** Whether it can only happen to a first report. */
  readonly firstOnly?: boolean;
  /** Sheet that the other session wrote on, by its name then; its cells and its name stay. */
  readonly keeps?: string;
  /** How the run ends; "done" where absent. */
  readonly end?: HostProblemKind;
  /** Names of sheets that are said to be no longer what the report was made from. */
  readonly changed?: readonly string[];
  /** Whether 作成記録 may turn out not to name what was made. */
  readonly unrecorded?: boolean;
}

const cell =
  (sheet: string, address: string, value: string): Act =>
  ({ workbook }) => {
    workbook.worksheets.getItem(sheet).getRange(address).values = [[value]];
  };
const rename =
  (sheet: string, name: string): Act =>
  ({ workbook }) => {
    workbook.worksheets.getItem(sheet).name = name;
  };
const remove =
  (sheet: string): Act =>
  ({ workbook }) => {
    workbook.worksheets.getItem(sheet).delete();
  };

const RIVALS: readonly Rival[] = [
  { what: "edits the ledger", act: cell("台帳", "D2", "中止"), keeps: "台帳", changed: ["台帳"] },
  { what: "adds a row to the ledger", act: cell("台帳", "B6", "福祉"), keeps: "台帳", changed: ["台帳"] },
  { what: "edits 設定", act: cell("設定", "A2", "完了"), keeps: "設定", changed: ["設定"] },
  { what: "renames the ledger", act: rename("台帳", "台帳（確定）"), keeps: "台帳（確定）", end: "ledger-gone" },
  { what: "deletes the ledger", act: remove("台帳"), end: "ledger-gone" },
  { what: "edits another sheet", act: cell("メモ", "A9", "追記"), keeps: "メモ" },
  { what: "edits a report sheet", act: cell("集計", "A1", "課長が直した題名"), again: true, keeps: "集計" },
  { what: "types beside a report's table", act: cell("評価", "C9", "覚え書き"), again: true, keeps: "評価" },
  { what: "renames a report sheet", act: rename("集計", "配布用"), again: true, keeps: "配布用" },
  { what: "deletes a report sheet", act: remove("集計"), again: true },
  { what: "deletes 作成記録", act: remove("作成記録"), again: true },
  { what: "types below 作成記録", act: cell("作成記録", "A8", "課内の覚え書き"), again: true, keeps: "作成記録" },
  { what: "types beside 作成記録", act: cell("作成記録", "J2", "済"), again: true, keeps: "作成記録" },
  {
    what: "renames 作成記録",
    act: rename("作成記録", "記録"),
    again: true,
    keeps: "記録",
    unrecorded: true,
  },
  {
    what: "puts a column into 作成記録",
    act: ({ workbook }) => {
      workbook.worksheets.getItem("作成記録").getRange("B:B").insert("Right");
    },
    again: true,
    keeps: "作成記録",
    unrecorded: true,
  },
  {
    what: "adds a sheet with a final name",
    firstOnly: true,
    act: ({ workbook }) => {
      workbook.worksheets.add("集計").getRange("A1").values = [["自作の集計"]];
    },
    keeps: "集計",
  },
];

/** Everything on a sheet that a person could have put there. */
function cellsOf(sheet: SheetModel): Map<string, unknown> {
  const cells = new Map<string, unknown>();
  sheet.rows.forEach((row, at) =>
    row?.forEach((value, column) => {
      if (value !== "") cells.set(`${at},${column}`, value);
    }),
  );
  for (const [key, formula] of sheet.formulas) cells.set(`=${key}`, formula);
  return cells;
}

function expectWhole(workbook: WorkbookModel, where: string): void {
  expect(
    sheetNames(workbook).filter((name) => name.startsWith("作成中_") || name.startsWith("旧_")),
    where,
  ).toEqual([]);
  expect(workbook.settings.size, where).toBe(0);
}

/** Values of errors on sheets that the run has made. */
function errorValues(workbook: WorkbookModel, names: readonly string[]): unknown[] {
  return workbook.sheets
    .filter(({ name }) => names.includes(name))
    .flatMap((sheet) => sheet.rows.flat().filter((value) => typeof value === "string" && /^#[A-Z]/.test(value)));
}

/** The sheets that the other session can have meant, as they are right after it. */
interface Witness {
  readonly id: string;
  readonly name: string;
  readonly cells: Map<string, unknown>;
}

async function race(connect: (server: Server) => ExcelHost, rival: Rival, again: boolean, trip: number): Promise<void> {
  const where = `${rival.what}, ${again ? "second" : "first"} report, before round trip ${trip}`;
  const opened = open(connect, userWorkbook());
  if (again) await make(opened.host);
  const { workbook } = opened;
  let witnesses: Witness[] = [];
  const other = createClient(opened.server);
  const host = interrupted(opened.host, trip, async () => {
    await other.run(async (context) => {
      rival.act(context);
      await context.sync();
    });
    witnesses = workbook.sheets
      .filter(({ name }) => ["台帳", "設定", "メモ", rival.keeps].includes(name))
      .map((sheet) => ({ id: sheet.id, name: sheet.name, cells: cellsOf(structuredClone(sheet)) }));
  });
  const before = sheetNames(workbook);
  const outcome = await make(host).catch((error: unknown) => {
    if (!(error instanceof HostError)) throw error;
    return error;
  });

  expect(host.trips, where).toBeGreaterThanOrEqual(trip);
  expectWhole(workbook, where);
  for (const { id, name, cells } of witnesses) {
    const sheet = workbook.sheets.find((one) => one.id === id);
    expect(sheet?.name, where).toBe(name);
    expect(sheet?.visibility, where).toBe(name === "メモ" ? "Hidden" : "Visible");
    const now = cellsOf(sheet!);
    // 作成記録 gets rows of the run below what was typed; nothing that was there is lost or moved.
    for (const [address, value] of cells) expect(now.get(address), `${where}: ${name} ${address}`).toEqual(value);
    if (!["作成記録", "記録"].includes(name)) expect(now.size, `${where}: ${name}`).toBe(cells.size);
  }
  if (rival.end !== undefined) {
    expect(outcome, where).toBeInstanceOf(HostError);
    expect((outcome as HostError).problem, where).toMatchObject({ kind: rival.end, sheet: "台帳" });
    expect((outcome as HostError).problem.unfinished, where).toBeUndefined();
    // No half report: what was there before is there again, and nothing else.
    expect(sheetNames(workbook), where).toEqual(
      before.flatMap((name) => (name === "台帳" ? (rival.keeps ?? []) : name)),
    );
    return;
  }
  if (outcome instanceof HostError) throw outcome;
  expect(outcome.changed, where).toEqual(rival.changed ?? []);
  if (rival.unrecorded !== true) expect(outcome.unrecorded, where).toEqual([]);
  const made = outcome.sheets.map(({ name }) => name);
  expect(
    made.filter((name) => !sheetNames(workbook).includes(name)),
    where,
  ).toEqual([]);
  // What was deleted may be the new sheet, just named, and the other one looks at it.
  if (rival.what !== "deletes a report sheet") {
    expect(errorValues(workbook, made), where).toEqual([]);
    expect(
      outcome.sheets.map(({ planned }) => planned),
      where,
    ).toEqual(["集計", "評価"]);
  }
  // And the workbook is one that the next run can go on with.
  const next = await make(opened.host);
  expect(next.changed, where).toEqual([]);
  expectWhole(workbook, where);
}

/** Round trips of an undisturbed run, the reading included. */
const TRIPS = { first: 3, again: 5 };

describe.each(CLIENTS)("another session, seen through %s,", (_name, connect: (server: Server) => ExcelHost) => {
  it.each(RIVALS)("that $what loses nothing and is told of", async (rival) => {
    // Microsoft's client is slower; a report made again goes through all that a first one does.
    const isOwn = connect === createClient;
    for (const again of [false, true]) {
      if (again ? rival.firstOnly === true : rival.again === true || !(isOwn || rival.firstOnly === true)) continue;
      // What comes before the first round trip is no race.
      for (let trip = 2; trip <= (again ? TRIPS.again : TRIPS.first); trip++) await race(connect, rival, again, trip);
    }
  });

  it("that makes a report of its own in between leaves one whole report", async () => {
    for (const again of [false, true]) {
      for (let trip = 1; trip <= (again ? TRIPS.again : TRIPS.first); trip++) {
        const where = `${again ? "second" : "first"} report, before round trip ${trip}`;
        const opened = open(connect, userWorkbook());
        if (again) await make(opened.host);
        const other = createClient(opened.server);
        const outcome = await make(
          interrupted(opened.host, trip, async () => {
            await make(other);
          }),
        );
        expect(
          outcome.sheets.map(({ name }) => name),
          where,
        ).toEqual(["集計", "評価"]);
        expectWhole(opened.workbook, where);
        expect(sheetNames(opened.workbook), where).toEqual(["台帳", "設定", "メモ", "集計", "評価", "作成記録"]);
        expect((await make(opened.host)).kept, where).toEqual([]);
      }
    }
  });

  it("that is in the middle of a report of its own never leaves half of one", async () => {
    // What a client does is the same in every pair.
    for (const again of connect === createClient ? [false, true] : [true]) {
      for (let trip = 2; trip <= (again ? TRIPS.again : TRIPS.first); trip++) {
        for (let pause = 2; pause <= (again ? TRIPS.again : TRIPS.first); pause++) {
          const where = `${again ? "second" : "first"} report, round trip ${trip} of one, ${pause} of the other`;
          const opened = open(connect, userWorkbook());
          if (again) await make(opened.host);
          await bothAtOnce(opened, trip, pause, where);
        }
      }
    }
  });

  it("that has an old sheet open can type into it no longer once it has been looked at", async () => {
    for (let trip = 2; trip <= TRIPS.again; trip++) {
      const where = `before round trip ${trip}`;
      const opened = open(connect, userWorkbook());
      await make(opened.host);
      const old = sheetNamed(opened.workbook, "集計");
      const typed: string[] = [];
      const host = interrupted(opened.host, trip, () => {
        // Nobody types into a hidden sheet.
        if (old.visibility === "Visible" && opened.workbook.sheets.includes(old)) typed.push("覚え書き");
        if (typed.length > 0) old.rows[40] = [...typed];
        return Promise.resolve();
      });
      await make(host);
      expect(typed.length > 0, where).toBe(trip < TRIPS.again);
      expect(opened.workbook.sheets.includes(old), where).toBe(typed.length > 0);
      if (typed.length > 0)
        expect([old.name, old.visibility, old.rows[40]?.[0]], where).toEqual(["集計", "Visible", "覚え書き"]);
    }
  });

  it("that edits a sheet too large for one answer loses nothing either", async () => {
    const limits = { response: 5_000 };
    const opened = open(connect, userWorkbook(), { limits });
    await make(opened.host, LARGE);
    const undisturbed = interrupted(opened.host, 0, () => Promise.resolve());
    await make(undisturbed, LARGE);
    expect(sheetNames(opened.workbook)).toEqual(["台帳", "設定", "メモ", "一覧", "作成記録"]);
    expect(undisturbed.trips).toBeGreaterThan(TRIPS.again);
    for (let trip = 2; trip <= undisturbed.trips; trip++) {
      const where = `before round trip ${trip}`;
      const raced = open(connect, userWorkbook(), { limits });
      await make(raced.host, LARGE);
      let id = "";
      const host = interrupted(raced.host, trip, () => {
        const sheet = sheetNamed(raced.workbook, "一覧");
        sheet.rows[200]![0] = "課長の覚え書き";
        id = sheet.id;
        return Promise.resolve();
      });
      await make(host, LARGE);
      const sheet = raced.workbook.sheets.find((one) => one.id === id);
      expect(sheet?.name, where).toBe("一覧");
      expect(sheet?.visibility, where).toBe("Visible");
      expect(sheet?.rows[200]?.[0], where).toBe("課長の覚え書き");
      expectWhole(raced.workbook, where);
    }
  });

  it("that renames the ledger between two requests of a large report leaves no half report", async () => {
    const limits = { request: 80_000 };
    const plans = [...PLANS, summaryPlan("集計2", "評価"), ...LONG];
    const opened = open(connect, userWorkbook(), { limits });
    const undisturbed = interrupted(opened.host, 0, () => Promise.resolve());
    await make(undisturbed, plans);
    expect(undisturbed.trips).toBeGreaterThan(TRIPS.first + 2);
    for (let trip = 2; trip <= undisturbed.trips; trip++) {
      const raced = open(connect, userWorkbook(), { limits });
      const other = createClient(raced.server);
      const host = interrupted(raced.host, trip, () =>
        other.run(async (context) => {
          rename("台帳", "台帳（確定）")(context);
          await context.sync();
        }),
      );
      await expect(make(host, plans)).rejects.toMatchObject({ problem: { kind: "ledger-gone" } });
      expect(sheetNames(raced.workbook)).toEqual(["台帳（確定）", "設定", "メモ"]);
      expect(raced.workbook.settings.size).toBe(0);
    }
  });
});

/** One run stops before `trip` and lets the other go on up to `pause`, which then waits until the first is through. */
async function bothAtOnce(opened: Opened, trip: number, pause: number, where: string): Promise<void> {
  let resume: () => void = () => undefined;
  const firstIsThrough = new Promise<void>((resolve) => (resume = resolve));
  let paused: () => void = () => undefined;
  const otherIsPaused = new Promise<void>((resolve) => (paused = resolve));
  let second: Promise<WrittenReport | HostError> | null = null;
  const first = interrupted(opened.host, trip, async () => {
    const other = interrupted(createClient(opened.server), pause, async () => {
      paused();
      await firstIsThrough;
    });
    second = make(other).catch(asHostError);
    await Promise.race([otherIsPaused, second]);
  });
  const outcome = await make(first).catch(asHostError);
  resume();
  const outcomes = [outcome, await second!];
  expectWhole(opened.workbook, where);
  for (const one of outcomes) {
    if (one instanceof HostError) expect(one.problem, where).toMatchObject({ kind: "overtaken" });
    else
      expect(
        one.sheets.map(({ name }) => name),
        where,
      ).toEqual(["集計", "評価"]);
  }
  expect(
    outcomes.some((one) => !(one instanceof HostError)),
    where,
  ).toBe(true);
  expect(sheetNames(opened.workbook), where).toEqual(["台帳", "設定", "メモ", "集計", "評価", "作成記録"]);
}

function asHostError(error: unknown): HostError {
  if (!(error instanceof HostError)) throw error;
  return error;
}

describe.each(CLIENTS)("taking a report back through %s", (_name, connect: (server: Server) => ExcelHost) => {
  it.each(RIVALS.filter(({ again }) => again === true))("while another session $what loses nothing", async (rival) => {
    for (let trip = 2; trip <= 4; trip++) {
      const where = `${rival.what}, before round trip ${trip}`;
      const opened = open(connect, userWorkbook());
      const { run } = await make(opened.host);
      const { workbook } = opened;
      let kept: Witness[] = [];
      const other = createClient(opened.server);
      const host = interrupted(opened.host, trip, async () => {
        if (!sheetNames(workbook).includes("集計")) return;
        await other.run(async (context) => {
          rival.act(context);
          await context.sync();
        });
        kept = workbook.sheets
          .filter(({ name }) => ["台帳", "設定", "メモ", rival.keeps].includes(name))
          .map((sheet) => ({ id: sheet.id, name: sheet.name, cells: cellsOf(structuredClone(sheet)) }));
      });
      await removeSheets(host, run, NOW).catch(asHostError);
      expectWhole(workbook, where);
      for (const { id, name, cells } of kept) {
        const sheet = workbook.sheets.find((one) => one.id === id);
        expect(sheet?.name, where).toBe(name);
        const now = cellsOf(sheet!);
        for (const [address, value] of cells) expect(now.get(address), `${where}: ${name} ${address}`).toEqual(value);
      }
    }
  });

  it("begins again where a sheet of the user's has got the name of one that was to go", async () => {
    const opened = open(connect, userWorkbook());
    const { run } = await make(opened.host);
    const other = createClient(opened.server);
    const host = interrupted(opened.host, 3, async () => {
      await other.run(async (context) => {
        rename("集計", "配布用")(context);
        context.workbook.worksheets.add("集計").getRange("A1").values = [["自作の集計"]];
        await context.sync();
      });
    });
    await removeSheets(host, run, NOW);
    const names = sheetNames(opened.workbook);
    expect(names).toContain("配布用");
    expect(opened.workbook.sheets.find(({ name }) => name === "集計")?.rows[0]?.[0]).toBe("自作の集計");
    expect(names.filter((name) => name.startsWith("旧_"))).toEqual([]);
  });
});
