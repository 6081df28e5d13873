import { Host, type Around } from "../editing/host";
import type { WorkbookModel } from "../model/model";
import type { Instance } from "../objects/member";
import { Batch } from "./batch";
import { isCleanUp, minorOf, type RequestBody, type ResponseBody } from "./protocol";

export interface ServerOptions {
  /** The day that dates typed without a year belong to. */
  readonly today: () => Date;
  /** Highest requirement set of ExcelApi this Excel has; members above it behave as missing. */
  readonly level?: string;
  /** Stands around every use of a member; without it, members are simply used. */
  readonly around?: Around;
  /** Calculation mode that the workbook is opened in; automatic where absent. */
  readonly calculationMode?: string;
}

/** What went over the wire so far. Clean-up of references is no round trip. */
export interface Counters {
  roundTrips: number;
  requestBytes: number;
  responseBytes: number;
}

/** The newest requirement set known here. */
export const LATEST_LEVEL = "1.17";

/** An Excel that executes request batches of the JavaScript API over a workbook in memory. */
export interface Server {
  readonly workbook: WorkbookModel;
  readonly level: string;
  readonly counters: Counters;
  /** Executes a batch given as JSON text and answers with JSON text. Never throws for what the batch asks. */
  execute(request: string): string;
  /** Forgets the objects remembered for a client's context. */
  forget(remembered: string): void;
}

/** Makes a server over a workbook; the workbook is changed in place. */
export function createServer(
  workbook: WorkbookModel,
  { today, level = LATEST_LEVEL, around, calculationMode }: ServerOptions,
): Server {
  const host = new Host(workbook, today);
  if (calculationMode !== undefined) host.calculationMode = calculationMode;
  if (around !== undefined) host.around = around;
  const counters: Counters = { roundTrips: 0, requestBytes: 0, responseBytes: 0 };
  /** Objects that outlive their batch, by reference id. */
  const references = new Map<string, Instance>();
  let sequence = 0;
  const run = (body: RequestBody): ResponseBody => {
    const response = new Batch(host, minorOf(level), references, body, () => `r${++sequence}`).run();
    host.endBatch();
    return response;
  };
  return {
    workbook,
    level,
    counters,
    execute: (request) => {
      const body = JSON.parse(request) as RequestBody;
      const response = JSON.stringify(run(body));
      if (!isCleanUp(body)) {
        counters.roundTrips++;
        counters.requestBytes += utf8Length(request);
        counters.responseBytes += utf8Length(response);
      }
      return response;
    },
    forget: (remembered) => {
      for (const id of references.keys()) if (id.startsWith(`${remembered}/`)) references.delete(id);
    },
  };
}

/** Bytes of the text in UTF-8. */
function utf8Length(text: string): number {
  let length = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) continue;
    // A surrogate pair is two units and four bytes, so each half adds one.
    length += code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 1 : 2;
  }
  return length;
}
