import { createClient } from "../../src/embedded/wire/client";
import type { WorkbookModel } from "../../src/embedded/model/model";
import type { Server } from "../../src/embedded/wire/server";
import { newWorkbookModel, type NewSheet } from "../../src/embedded/model/workbook";
import type { ExcelHost } from "../../src/excel/host";
import { createOfficeHost } from "../bridge/office-host";
import { createTroubledServer, TODAY, type TroubledOptions, type TroubledServer } from "./troubled-server";

/** Both clients over the same server. */
export const CLIENTS = [
  { client: "own client", connect: createClient as (server: Server) => ExcelHost },
  { client: "Microsoft's client", connect: createOfficeHost },
] as const;

export { TODAY };

/** A server over a new workbook. */
export function serve(sheets?: readonly NewSheet[], options?: TroubledOptions): TroubledServer {
  return createTroubledServer(newWorkbookModel(sheets), options);
}

/** The error a run ends with, as code and place; fails when it ends well. */
export async function failure(run: Promise<unknown>): Promise<{ code: string; location: string | undefined }> {
  try {
    await run;
  } catch (error) {
    const { code, debugInfo } = error as { code: string; debugInfo?: { errorLocation?: string } };
    return { code, location: debugInfo?.errorLocation };
  }
  throw new Error("The run should have failed.");
}

/** A model as comparable plain data. */
export function plain(workbook: WorkbookModel): unknown {
  return JSON.parse(
    JSON.stringify(workbook, (_key, value: unknown) => {
      if (value instanceof Map) return { map: [...(value as Map<unknown, unknown>)].sort() };
      if (value instanceof Set) return { set: [...(value as Set<unknown>)].sort() };
      return value;
    }),
  );
}
