import { createClient } from "../../src/embedded/wire/client";
import type { Server } from "../../src/embedded/wire/server";
import type { SheetModel, WorkbookModel } from "../../src/embedded/model/model";
import { newWorkbookModel } from "../../src/embedded/model/workbook";
import type { ExcelHost } from "../../src/excel/host";
import { createOfficeHost } from "../bridge/office-host";
import { createTroubledServer, type TroubledOptions, type TroubledServer } from "../embedded/troubled-server";

/** Both clients that can stand between the adapter and the embedded Excel. */
export const CLIENTS: readonly (readonly [string, (server: Server) => ExcelHost])[] = [
  ["the own client", createClient],
  ["Microsoft's client", createOfficeHost],
];

/** A workbook open in the embedded Excel. */
export interface Opened {
  readonly host: ExcelHost;
  readonly server: TroubledServer;
  readonly workbook: WorkbookModel;
  /** Number of actions of each round trip so far. */
  readonly actions: number[];
  /** Every request so far, as JSON text. */
  readonly requests: string[];
}

/** Opens a workbook for a client. */
export function open(
  connect: (server: Server) => ExcelHost,
  workbook: WorkbookModel,
  options?: TroubledOptions,
): Opened {
  const server = createTroubledServer(workbook, options);
  const actions: number[] = [];
  const requests: string[] = [];
  const execute = server.execute.bind(server);
  server.execute = (request) => {
    const before = server.counters.roundTrips;
    const response = execute(request);
    if (server.counters.roundTrips > before) {
      requests.push(request);
      actions.push((JSON.parse(request) as { Actions: unknown[] }).Actions.length);
    }
    return response;
  };
  const host: ExcelHost = { ...connect(server), pause: () => Promise.resolve() };
  return { host, server, workbook, actions, requests };
}

/** A user's workbook: a ledger with a formula beside it, 設定, and a hidden sheet. */
export function userWorkbook(): WorkbookModel {
  const workbook = newWorkbookModel([
    {
      name: "台帳",
      values: [
        ["番号", "分野", "個別事業", "状況"],
        [1, "行政", "一課1ホームページの実現", "達成"],
        [2, "行政", "=危険に見える事業名", "未達成"],
        [3, "福祉", "健康管理システム更新", "中止"],
        [4, "福祉", "  余白のある事業 ", "達成"],
      ],
    },
    { name: "設定", values: [["区分"], ["達成"], ["未達成"], ["中止"]] },
    { name: "メモ", values: [["課内の覚え書き", 12, true]] },
  ]);
  workbook.fileName = "施策台帳.xlsx";
  workbook.sheets[2]!.visibility = "Hidden";
  return workbook;
}

/** Names of all sheets in order. */
export function sheetNames(workbook: WorkbookModel): string[] {
  return workbook.sheets.map(({ name }) => name);
}

/** A sheet by name. */
export function sheetNamed(workbook: WorkbookModel, name: string): SheetModel {
  const sheet = workbook.sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`No sheet ${name} among ${sheetNames(workbook).join(", ")}`);
  return sheet;
}

/** A cell's value, "" where blank. */
export function valueAt(workbook: WorkbookModel, sheet: string, row: number, column: number): unknown {
  return sheetNamed(workbook, sheet).rows[row]?.[column] ?? "";
}

/** Everything of a workbook that a user could notice, to compare with later. */
export function photograph(workbook: WorkbookModel): unknown {
  return structuredClone({
    sheets: workbook.sheets,
    settings: workbook.settings,
    names: workbook.names,
    activeSheet: workbook.activeSheet,
  });
}
