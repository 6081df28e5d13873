import { describe, expect, it } from "vitest";
import type { ReportOutcome } from "../../src/actions/actions";
import { createClient } from "../../src/embedded/wire/client";
import type { WorkbookModel } from "../../src/embedded/model/model";
import type { Server } from "../../src/embedded/wire/server";
import { HostError, type HostProblemKind } from "../../src/excel/errors";
import type { ExcelHost } from "../../src/excel/host";
import { readWorkbook } from "../../src/excel/read-workbook";
import { REPORT_PARTS } from "../../src/report/parts";
import { LateEvents } from "../embedded/events";
import {
  chartSheetInFront,
  fitNotApplied,
  freezingActivates,
  noPages,
  noPrinter,
  otherWorkbookInFront,
  together,
  unreadableCharts,
  wholePixels,
  type Mood,
} from "../embedded/moods";
import type { TroubledOptions } from "../embedded/troubled-server";
import { CLIENTS, open, sheetNamed, sheetNames, type Opened } from "../excel/hosts";
import { actionsOver, madeReport, smallWorkbook, succeeded, words } from "./sample";

/*
 * Excel is not always in the mood of a test bench. Whatever mood it is in, the user's sheets stay as they are, nothing
 * half-made is left, and the report is whole or the message says what to do.
 */

const USER = ["台帳", "メモ"];
/** All but the booklet, which is made of the same and takes the longest. */
const PARTS = REPORT_PARTS.filter((part) => part !== "booklet");
const ALL = [...USER, "集計", "分野1 行政", "分野2 福祉", "評価", "作成記録"];

/** A small ledger, with a formula of the user's whose value is out of date. */
function workbook(): WorkbookModel {
  const model = smallWorkbook({ メモ: [["覚え書き", 99]] });
  model.sheets[1]!.formulas.set(1, "=COUNTA(台帳!A2:A3)");
  return model;
}

const ofUser = (model: WorkbookModel): unknown => structuredClone(model.sheets.slice(0, USER.length));

/** What every sheet of the report shows and how it is printed. */
const report = (model: WorkbookModel): unknown =>
  model.sheets
    .slice(USER.length)
    .filter(({ name }) => name !== "作成記録")
    .map(({ name, rows, page, charts }) => ({ name, rows, page, charts: charts.map(({ title }) => title) }));

interface Run {
  readonly opened: Opened;
  readonly outcome: ReportOutcome | null;
  readonly problem: HostProblemKind | null;
}

async function runIn(
  options: TroubledOptions,
  connect: (server: Server) => ExcelHost = createClient,
  again = false,
): Promise<Run> {
  const { mood, ...rest } = options;
  let isOn = !again;
  const opened = open(connect, workbook(), {
    ...rest,
    ...(mood === undefined
      ? {}
      : {
          mood: (server) => {
            const around = mood(server);
            return (member, target, use) => (isOn ? around(member, target, use) : use());
          },
        }),
  });
  const before = ofUser(opened.workbook);
  if (again) {
    await madeReport(opened.host, PARTS, "台帳");
    opened.server.counters.roundTrips = 0;
    isOn = true;
  }
  try {
    const outcome = await madeReport(opened.host, PARTS, "台帳");
    return { opened, outcome, problem: null };
  } catch (error) {
    expect(error).toBeInstanceOf(HostError);
    const { problem } = error as HostError;
    expect(problem.unfinished).toBeUndefined();
    return { opened, outcome: null, problem: problem.kind };
  } finally {
    expect(ofUser(opened.workbook)).toEqual(before);
  }
}

const undisturbed = runIn({});

describe.each(CLIENTS)("through %s", (_name, connect) => {
  it.each<[string, Mood]>([
    ["a chart's own sheet in front", chartSheetInFront],
    ["fit to width that is not applied", fitNotApplied],
    ["whole pixels at 125 %", wholePixels(125)],
    ["freezing that brings the sheet to the front", freezingActivates],
  ])("%s makes no difference to the report and the check", async (_what, mood) => {
    const { opened, outcome } = await runIn({ mood }, connect);
    expect(sheetNames(opened.workbook)).toEqual(ALL);
    expect(outcome?.remarks).toEqual((await undisturbed).outcome?.remarks);
    expect(opened.workbook.activeSheet).toBe(sheetNamed(opened.workbook, "集計").id);
    const check = succeeded(await actionsOver(opened.host).check({ sheet: "台帳" }));
    expect(check.findings.filter(({ severity }) => severity === "error")).toEqual([]);
    const again = await madeReport(opened.host, PARTS, "台帳");
    expect(again.kept).toEqual([]);
    expect(sheetNames(opened.workbook)).toEqual(ALL);
  });

  it("a sheet that is only a chart, in front of a run that names no sheet, is what the message is about", async () => {
    const { host } = open(connect, workbook(), { mood: chartSheetInFront });
    await expect(readWorkbook(host)).rejects.toMatchObject({ problem: { kind: "chart-sheet" } });
  });

  it("manual calculation shows the same figures, and leaves the user's own as they were", async () => {
    const { opened } = await runIn({ calculationMode: "Manual" }, connect);
    expect(report(opened.workbook)).toEqual(report((await undisturbed).opened.workbook));
    await madeReport(opened.host, PARTS, "台帳");
    expect(report(opened.workbook)).toEqual(report((await undisturbed).opened.workbook));
    expect(sheetNamed(opened.workbook, "メモ").rows[0]![1]).toBe(99);
  });

  it.each<[string, Mood]>([
    ["no printer", noPrinter],
    ["pages that cannot be set up", noPages],
  ])("%s leaves a whole report and a remark", async (_what, mood) => {
    const { opened, outcome } = await runIn({ mood }, connect);
    expect(sheetNames(opened.workbook)).toEqual(ALL);
    const names = ALL.slice(USER.length, -1);
    expect(outcome?.remarks).toContain(words.actions.unpaged(names));
    const { page } = sheetNamed(opened.workbook, "集計");
    if (mood === noPrinter) expect(page.printArea).not.toBeNull();
    expect(opened.workbook.settings.size).toBe(0);
  });

  // Whose client it is makes no difference to how long it lasts.
  it.each(connect === createClient ? [1, 3, 10] : [3])(
    "another workbook in front for %i round trips is told of, and cleared up after",
    async (count) => {
      for (const again of [false, true]) {
        const trips = again ? 5 : 3;
        for (let from = 1; from <= trips; from++) {
          const { opened, outcome, problem } = await runIn(
            { mood: otherWorkbookInFront({ from, count }) },
            connect,
            again,
          );
          const where = `${from} of ${trips}, for ${count}`;
          if (outcome === null) {
            expect(problem, where).toBe("other-workbook");
            expect(sheetNames(opened.workbook), where).toEqual(again ? ALL : USER);
          }
          expect(opened.workbook.settings.size, where).toBe(0);
          await persistent(() => madeReport(opened.host, PARTS, "台帳"));
          expect(sheetNames(opened.workbook), where).toEqual(ALL);
        }
      }
    },
  );

  it("an answer lost at any round trip leaves a whole report or none", async () => {
    for (const again of [false, true]) {
      for (let trip = 1; trip <= (again ? 5 : 3); trip++) {
        const opened = open(connect, workbook());
        if (again) await madeReport(opened.host, PARTS, "台帳");
        const before = ofUser(opened.workbook);
        const roundTrip = opened.server.counters.roundTrips + trip;
        opened.server.inject({ roundTrip, code: "Timeout", when: "after" });
        const outcome = await madeReport(opened.host, PARTS, "台帳").catch((error: unknown) => error);
        if (outcome instanceof Error) {
          expect(outcome).toMatchObject({ problem: { kind: "busy" } });
          expect(sheetNames(opened.workbook)).toEqual(again ? ALL : USER);
        }
        expect(ofUser(opened.workbook)).toEqual(before);
        await madeReport(opened.host, PARTS, "台帳");
        expect(sheetNames(opened.workbook)).toEqual(ALL);
        expect(opened.workbook.settings.size).toBe(0);
      }
    }
  });

  it("a chart of a report that cannot be read keeps its sheet, and the next report is made beside it", async () => {
    const { opened, outcome } = await runIn({ mood: unreadableCharts("集計") }, connect, true);
    expect(outcome?.kept).toEqual(["集計"]);
    expect(sheetNames(opened.workbook)).toContain("集計 (2)");
  });

  it("freezing that brings a sheet to the front leaves in front what was there when the run is undone", async () => {
    const opened = open(connect, workbook(), { mood: freezingActivates });
    const [first] = opened.workbook.sheets;
    opened.workbook.activeSheet = first!.id;
    opened.server.inject({ roundTrip: 3, code: "AccessDenied" });
    await expect(madeReport(opened.host, PARTS, first!.name)).rejects.toBeInstanceOf(HostError);
    expect(opened.workbook.activeSheet).toBe(first!.id);
  });

  it("a leftover that VBA has hidden is removed", async () => {
    const opened = open(connect, workbook());
    opened.server.inject({ roundTrip: 3, code: "AccessDenied", permanent: true });
    await expect(madeReport(opened.host, PARTS, "台帳")).rejects.toMatchObject({
      problem: { unfinished: true },
    });
    for (const { name, ...sheet } of opened.workbook.sheets) {
      if (name.startsWith("作成中_")) sheetNamed(opened.workbook, name).visibility = "VeryHidden";
      expect(sheet.visibility).toBe("Visible");
    }
    opened.server.clearFaults();
    await madeReport(opened.host, PARTS, "台帳");
    expect(sheetNames(opened.workbook)).toEqual(ALL);
  });

  it("more merged areas than Excel answers are found by bands of rows", async () => {
    const model = smallWorkbook();
    const [ledger] = model.sheets;
    const merged = Array.from({ length: 900 }, (_, at) => ({
      row: 10 + Math.floor(at / 3),
      column: (at % 3) * 2,
      rows: 1,
      columns: 2,
    }));
    const across = { row: 265, column: 8, rows: 3, columns: 1 };
    ledger!.merged = [...merged, across];
    for (const { row, column } of ledger!.merged) (ledger!.rows[row] ??= [])[column] = "結合";
    const { host } = open(connect, model);
    const read = (await readWorkbook(host, { sheet: "台帳", structure: true })).read.get("台帳");
    const found = read?.structure?.mergedAreas ?? [];
    expect(found).toHaveLength(901);
    expect(found).toContainEqual(across);
  });
});

it.each([
  ["an Excel that says who wrote", "ThisLocalAddin", true],
  ["an Excel that does not", undefined, null],
])("the events of own writes of %s come late and are told as what they are", async (_what, trigger, isOwn) => {
  const events = new LateEvents(trigger);
  const { host, workbook: model } = open((server) => createClient(server, { listen: events.listen }), smallWorkbook(), {
    mood: () => events.around,
  });
  const actions = actionsOver(host);
  const changes: unknown[] = [];
  const stop = await actions.watch(["台帳"], (change) => changes.push(change));
  await actions.applyEdits([{ sheet: "台帳", row: 1, column: 2, before: "達成", after: "未達成" }]);
  expect(changes).toEqual([]);
  const made = await madeReport(host, ["summary"], "台帳");
  await events.deliver();
  expect(changes).toEqual([{ sheet: "台帳", address: "C2:C2", isOwn }]);
  expect(made.remarks.join()).not.toContain("書き換えられました");
  await stop();
  model.sheets[0]!.rows[1]![2] = "達成";
  await actions.applyEdits([{ sheet: "台帳", row: 1, column: 2, before: "達成", after: "中止" }]);
  await events.deliver();
  expect(changes).toHaveLength(1);
});

/** Once more while another workbook still is in front. */
async function persistent(act: () => Promise<unknown>): Promise<void> {
  for (let attempt = 0; attempt < 12; attempt++) {
    try {
      await act();
      return;
    } catch (error) {
      expect(error).toMatchObject({ problem: { kind: "other-workbook" } });
    }
  }
  throw new Error("It never ended.");
}

it("moods stand around each other", () => {
  const trace: string[] = [];
  const mark =
    (name: string): Mood =>
    () =>
    (_member, _target, use) => {
      trace.push(name);
      return use();
    };
  const around = together(mark("a"), mark("b"))(open(createClient, workbook()).server);
  expect(around("x", {}, () => 5)).toBe(5);
  expect(trace.sort()).toEqual(["a", "b"]);
});
