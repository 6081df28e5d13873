import { ExcelError } from "../../src/embedded/editing/excel-error";
import type { Around } from "../../src/embedded/editing/host";
import { isCleanUp, type RequestBody, type ResponseBody } from "../../src/embedded/wire/protocol";
import { createServer, type Server, type ServerOptions } from "../../src/embedded/wire/server";
import type { Mood } from "./moods";
import type { WorkbookModel } from "../../src/embedded/model/model";

/** A failure to order. It happens at one round trip, or from it on until it is cleared. */
export interface Fault {
  /** Counted from 1 over the server's life, as `counters.roundTrips` counts. */
  readonly roundTrip: number;
  readonly code: string;
  /** Index of the action; without it the whole batch fails before its first action or after its last. */
  readonly action?: number;
  readonly when?: "before" | "after";
  /** Whether every later round trip fails too. */
  readonly permanent?: boolean;
}

/** Sizes in bytes of UTF-8 beyond which Excel refuses a request or its answer. */
export interface Limits {
  readonly request?: number;
  readonly response?: number;
}

export interface TroubledOptions extends Partial<ServerOptions> {
  readonly limits?: Limits;
  readonly mood?: Mood;
}

/** The embedded Excel with what goes wrong in Excel: payload limits, a cell being edited, round trips that fail. */
export interface TroubledServer extends Server {
  /** While true every batch is refused, as while the user is typing in a cell. */
  cellEditing: boolean;
  /** Orders a failure. */
  inject(fault: Fault): void;
  /** Takes back all orders of failures. */
  clearFaults(): void;
}

/** A fixed day, so that dates without a year are the same every year. */
export const TODAY = new Date(2024, 5, 15);

/** A server over a workbook that fails when ordered to. */
export function createTroubledServer(
  workbook: WorkbookModel,
  { limits = {}, today = () => TODAY, mood, ...options }: TroubledOptions = {},
): TroubledServer {
  let around: Around = (_member, _target, use) => use();
  const server = createServer(workbook, {
    today,
    ...(mood === undefined ? {} : { around: (member, target, use) => around(member, target, use) }),
    ...options,
  });
  if (mood !== undefined) around = mood(server);
  const { counters } = server;
  let faults: Fault[] = [];

  /** Refuses a batch, or gives another answer than the one it has got. */
  const refuse = (code: string, request: string | null): string => {
    const answer = failed({ Results: [] }, code, -1);
    if (request !== null) {
      counters.roundTrips++;
      counters.requestBytes += Buffer.byteLength(request);
      counters.responseBytes += Buffer.byteLength(answer);
    }
    return answer;
  };
  const dueFault = (now: number): Fault | undefined => {
    const due = faults.find((fault) => fault.roundTrip === now || (fault.permanent && fault.roundTrip < now));
    faults = faults.filter((fault) => fault.permanent === true || fault.roundTrip > now);
    return due;
  };
  return {
    ...server,
    cellEditing: false,
    inject: (fault) => {
      faults.push(fault);
    },
    clearFaults: () => {
      faults = [];
    },
    execute(request) {
      const body = JSON.parse(request) as RequestBody;
      if (isCleanUp(body)) return server.execute(request);
      if (Buffer.byteLength(request) > (limits.request ?? Infinity))
        return refuse("RequestPayloadSizeLimitExceeded", request);
      if (this.cellEditing) return refuse("InvalidOperationInCellEditMode", request);
      const fault = dueFault(counters.roundTrips + 1);
      const done = fault ? actionsBefore(fault, body) : undefined;
      if (fault && done === 0) return refuse(fault.code, request);
      const answer = done === undefined ? server.execute(request) : server.execute(JSON.stringify(cut(body, done)));
      if (Buffer.byteLength(answer) > (limits.response ?? Infinity))
        return refuse("ResponsePayloadSizeLimitExceeded", null);
      const response = JSON.parse(answer) as ResponseBody;
      return fault && done !== undefined && !response.Error ? failed(response, fault.code, fault.action ?? -1) : answer;
    },
  };
}

/** How many actions are done before a fault strikes; undefined where the batch ends before its action comes. */
function actionsBefore({ action, when }: Fault, { Actions: actions }: RequestBody): number | undefined {
  if (action === undefined) return when === "after" ? actions.length : 0;
  if (action >= actions.length) return undefined;
  return when === "after" ? action + 1 : action;
}

/** The first actions of a batch, with the objects that are made until then. */
function cut(body: RequestBody, actions: number): RequestBody {
  if (actions === body.Actions.length) return body;
  const kept = body.Actions.slice(0, actions);
  const last = kept.at(-1)!.Id;
  const paths = Object.entries(body.ObjectPaths).filter(([, path]) => path.Id <= last);
  return { ...body, Actions: kept, ObjectPaths: Object.fromEntries(paths) };
}

function failed(response: ResponseBody, code: string, action: number): string {
  const { message } = new ExcelError(code);
  return JSON.stringify({ ...response, Error: { Code: code, Message: message, ActionIndex: action, Location: "" } });
}
