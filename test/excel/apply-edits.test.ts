import { describe, expect, it } from "vitest";
import type { Server } from "../../src/embedded/wire/server";
import { newWorkbookModel } from "../../src/embedded/model/workbook";
import { applyEdits, undoEdits } from "../../src/excel/apply-edits";
import { HostError } from "../../src/excel/errors";
import type { ExcelHost } from "../../src/excel/host";
import type { CellEdit } from "../../src/validation/finding";
import { CLIENTS, open, photograph, sheetNamed, valueAt, type Opened } from "./hosts";

function ledger(): Opened["workbook"] {
  const workbook = newWorkbookModel([
    {
      name: "台帳",
      values: [
        ["番号", "状況", "日付"],
        [1, "達 成", 40633],
        [2, "末達成", 40634],
        [3, "達成 ", 40635],
        [4, "○", 40636],
        [5, 12, 40637],
      ],
    },
    { name: "別表", values: [["達成"]] },
  ]);
  const sheet = workbook.sheets[0]!;
  sheet.formulas.set(6 * 16384 + 1, '="達"&"成"');
  sheet.rows[6] = [6, "達成"];
  sheet.formats.push({ area: { row: 1, column: 2, rows: 5, columns: 1 }, format: { numberFormat: "yyyy/m/d" } });
  sheet.formats.push({ area: { row: 4, column: 1, rows: 1, columns: 1 }, format: { numberFormat: "@" } });
  return workbook;
}

const edit = (row: number, before: CellEdit["before"], after: string, column = 1): CellEdit => ({
  sheet: "台帳",
  row,
  column,
  before,
  after,
});
const EDITS: readonly CellEdit[] = [
  edit(1, "達 成", "達成"),
  edit(2, "末達成", "未達成"),
  edit(4, "○", "達成"),
  edit(5, 12, "=1+1"),
  edit(1, 40633, "平成23年3月31日", 2),
];

const statuses = (workbook: Opened["workbook"]): unknown[] =>
  [1, 2, 3, 4, 5, 6].map((row) => valueAt(workbook, "台帳", row, 1));
/** Contents only: formats of a cell that was written and put back may be listed anew, but not differ. */
const contents = (workbook: Opened["workbook"]): unknown =>
  structuredClone(workbook.sheets.map(({ name, rows, formulas }) => ({ name, rows, formulas })));

describe.each(CLIENTS)("edits through %s", (_name, connect: (server: Server) => ExcelHost) => {
  it("writes exactly what was shown, as text, in two round trips", async () => {
    const { host, workbook, server } = open(connect, ledger());
    const { applied, skipped } = await applyEdits(host, EDITS);
    expect(server.counters.roundTrips).toBe(2);
    expect(skipped).toEqual([]);
    expect(statuses(workbook)).toEqual(["達成", "未達成", "達成 ", "達成", "=1+1", "達成"]);
    expect(valueAt(workbook, "台帳", 1, 2)).toBe("平成23年3月31日");
    expect([...sheetNamed(workbook, "台帳").formulas.keys()]).toEqual([6 * 16384 + 1]);
    expect(applied).toEqual(EDITS);
  });

  it("writes and takes back a text of several lines, whose line ends Excel makes its own", async () => {
    const { host, workbook } = open(connect, ledger());
    const edits = [edit(1, "達 成", "達成\r\n（一部）\r未")];
    const { applied } = await applyEdits(host, edits);
    expect(applied).toEqual(edits);
    expect(valueAt(workbook, "台帳", 1, 1)).toBe("達成\n（一部）\n未");
    expect(await undoEdits(host, applied)).toEqual({ restored: edits, left: [] });
    expect(valueAt(workbook, "台帳", 1, 1)).toBe("達 成");
  });

  it("skips cells that changed meanwhile, formulas, gone sheets and a second edit of the same cell", async () => {
    const { host, workbook } = open(connect, ledger());
    const edits = [
      edit(1, "達成", "未達成"),
      edit(6, "達成", "未達成"),
      edit(5, "12", "達成"),
      edit(2, "末達成", "未達成"),
      edit(2, "末達成", "中止"),
      { ...edit(1, "達成", "x"), sheet: "消えたシート" },
      edit(90, "", "達成"),
    ];
    const { applied, skipped } = await applyEdits(host, edits);
    expect(applied.map(({ row, after }) => [row, after])).toEqual([
      [2, "未達成"],
      [90, "達成"],
    ]);
    expect(skipped).toEqual([edits[0], edits[1], edits[2], edits[4], edits[5]]);
    expect(statuses(workbook)).toEqual(["達 成", "未達成", "達成 ", "○", 12, "達成"]);
  });

  it("takes back every cell that still holds what was written, and lists the others", async () => {
    const { host, workbook } = open(connect, ledger());
    const before = contents(workbook);
    const { applied } = await applyEdits(host, EDITS);
    sheetNamed(workbook, "台帳").rows[2]![1] = "中止";
    const { restored, left } = await undoEdits(host, applied);
    expect(restored).toHaveLength(4);
    expect(left.map(({ row }) => row)).toEqual([2]);
    sheetNamed(workbook, "台帳").rows[2]![1] = "末達成";
    expect(contents(workbook)).toEqual(before);
  });

  it("writes cell by cell where rows are hidden, so that nothing lands in the wrong row", async () => {
    const opened = open(connect, ledger());
    sheetNamed(opened.workbook, "台帳").hiddenRows.add(2);
    await applyEdits(opened.host, [edit(1, "達 成", "達成"), edit(2, "末達成", "未達成"), edit(3, "達成 ", "達成")]);
    expect(statuses(opened.workbook).slice(0, 3)).toEqual(["達成", "未達成", "達成"]);
    const sets = (JSON.parse(opened.requests[1]!) as { Actions: { Name?: string }[] }).Actions.filter(
      ({ Name }) => Name === "Formulas",
    );
    expect(sets).toHaveLength(3);
  });

  it("says which sheet is protected and leaves everything as it was", async () => {
    const { host, workbook } = open(connect, ledger());
    sheetNamed(workbook, "台帳").protected = true;
    const before = photograph(workbook);
    await expect(applyEdits(host, EDITS)).rejects.toMatchObject({ problem: { kind: "access-denied" } });
    expect(photograph(workbook)).toEqual(before);
  });

  for (const what of ["edits", "undo"] as const) {
    it(`of a run of ${what} that a fault stops leave every cell as it was`, async () => {
      for (const code of ["InvalidOperationInCellEditMode", "AccessDenied", "GeneralException"]) {
        for (const trip of [1, 2, 3]) {
          for (const point of [
            { when: "before" as const },
            { action: 5 },
            { action: 11 },
            { when: "after" as const },
          ]) {
            const { host, workbook, server } = open(connect, ledger());
            // Small requests, so that several are needed and some have gone through when the fault strikes.
            const limits = { payloadLimit: 2000 };
            const applied = what === "undo" ? (await applyEdits(host, EDITS)).applied : [];
            const before = contents(workbook);
            server.inject({ roundTrip: server.counters.roundTrips + trip, code, ...point });
            const run = what === "undo" ? undoEdits(host, applied, limits) : applyEdits(host, EDITS, limits);
            const where = JSON.stringify({ code, trip, point });
            const error: unknown = await run.then(
              () => null,
              (reason: unknown) => reason,
            );
            if (error === null) continue;
            expect(error, where).toBeInstanceOf(HostError);
            expect((error as HostError).problem.unfinished, where).toBeUndefined();
            expect(contents(workbook), where).toEqual(before);
          }
        }
      }
    });
  }

  it("says so when not even putting back succeeds", async () => {
    const undisturbed = open(connect, ledger());
    await applyEdits(undisturbed.host, EDITS);
    const { host, server } = open(connect, ledger());
    server.inject({ roundTrip: 2, code: "GeneralException", action: undisturbed.actions[1]! - 1, when: "after" });
    server.inject({ roundTrip: 3, code: "InvalidOperationInCellEditMode", permanent: true });
    await expect(applyEdits(host, EDITS)).rejects.toMatchObject({ problem: { kind: "failed", unfinished: true } });
  });

  it("mends thousands of cells without exceeding the payload limit", async () => {
    const workbook = newWorkbookModel([
      { name: "台帳", values: Array.from({ length: 4000 }, (_, row) => [row % 2 === 0 ? "達成 " : "達成"]) },
    ]);
    const { host } = open(connect, workbook, { limits: { request: 1_000_000 } });
    const edits = Array.from({ length: 2000 }, (_, index) => ({ ...edit(index * 2, "達成 ", "達成", 0) }));
    const { applied } = await applyEdits(host, edits, { payloadLimit: 1_000_000 });
    expect(applied).toHaveLength(2000);
    expect(new Set(sheetNamed(workbook, "台帳").rows.map((row) => row?.[0]))).toEqual(new Set(["達成"]));
  });
});
