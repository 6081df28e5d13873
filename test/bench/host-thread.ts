import {
  isMainThread,
  MessageChannel,
  type MessagePort,
  parentPort,
  receiveMessageOnPort,
  Worker,
  workerData,
} from "node:worker_threads";
import { createServer, LATEST_LEVEL, type Server } from "../../src/embedded/wire/server";
import { newWorkbookModel } from "../../src/embedded/model/workbook";
import type { CellValue } from "../../src/cells/cell";

/*
 * The embedded Excel with a heap of its own, as Excel has beside the add-in's: what collecting the host's garbage takes is the
 * host's time, and the add-in's own time can be told from it.
 */

/** The part of a server that a client needs, over a workbook that can be begun anew. */
export interface HostThread extends Pick<Server, "level" | "execute" | "forget"> {
  /** Begins a workbook with one sheet 台帳 that holds these values, given as JSON. */
  begin(values: string): void;
  /** Round trips since the workbook was begun. */
  readonly roundTrips: number;
  close(): Promise<void>;
}

type Question = { readonly values: string } | { readonly request: string } | { readonly remembered: string };

interface Answer {
  readonly response: string;
  readonly roundTrips: number;
  /** What went wrong in the thread, or "". */
  readonly failure: string;
}

interface Line {
  readonly port: MessagePort;
  /** Counts the answers; who asked sleeps on it. */
  readonly answers: Int32Array;
}

/** Starts an Excel in a thread of its own, which is waited for as long as it works. */
export async function startHost(): Promise<HostThread> {
  const { port1: port, port2 } = new MessageChannel();
  const answers = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL("host-worker.mjs", import.meta.url), {
    workerData: { port: port2, answers } satisfies Line,
    transferList: [port2],
  });
  await new Promise((resolve, reject) => worker.once("message", resolve).once("error", reject));
  let roundTrips = 0;
  const ask = (question: Question): string => {
    const before = Atomics.load(answers, 0);
    port.postMessage(question);
    Atomics.wait(answers, 0, before);
    const { message } = receiveMessageOnPort(port) as { message: Answer };
    if (message.failure !== "") throw new Error(message.failure);
    ({ roundTrips } = message);
    return message.response;
  };
  return {
    level: LATEST_LEVEL,
    begin: (values) => void ask({ values }),
    execute: (request) => ask({ request }),
    forget: (remembered) => void ask({ remembered }),
    get roundTrips() {
      return roundTrips;
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

function newServer(values: CellValue[][]): Server {
  return createServer(newWorkbookModel([{ name: "台帳", values }]), { today: () => new Date() });
}

function serve({ port, answers }: Line): void {
  let server = newServer([]);
  port.on("message", (question: Question) => {
    let response = "";
    let failure = "";
    try {
      if ("values" in question) {
        const values = JSON.parse(question.values) as CellValue[][];
        server = newServer(values);
      } else if ("request" in question) response = server.execute(question.request);
      else server.forget(question.remembered);
    } catch (error) {
      failure = String(error);
    }
    port.postMessage({ response, roundTrips: server.counters.roundTrips, failure } satisfies Answer);
    Atomics.add(answers, 0, 1);
    Atomics.notify(answers, 0);
  });
  parentPort?.postMessage("ready");
}

if (!isMainThread) serve(workerData as Line);
