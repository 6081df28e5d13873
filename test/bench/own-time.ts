import { readFileSync } from "node:fs";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import type { Actions } from "../../src/actions/actions";
import { createActions } from "../../src/actions/create-actions";
import { createClient } from "../../src/embedded/wire/client";
import type { ResponseBody } from "../../src/embedded/wire/protocol";
import type { ExcelHost } from "../../src/excel/host";
import { messagesFor } from "../../src/messages";
import type { ReportPart } from "../../src/report/parts";
import { startHost } from "./host-thread";

/*
 * The add-in's own processor time, in a process that does nothing else, as the pane is.
 * Usage: tsx test/bench/own-time.ts report|check LEDGER-VALUES.json; prints an OwnTime.
 */

export const SHEETS: readonly ReportPart[] = ["summary", "fields", "narrative"];
export const TODAY = new Date("2026-04-01T00:00:00+09:00");

/** What a run of the add-in's own code took, against JSON.parse of the ledger's values; milliseconds, medians. */
export interface OwnTime {
  readonly own: number;
  readonly parse: number;
  /** Largest heap seen, in MB; 0 for a check. */
  readonly heap: number;
  readonly roundTrips: number;
}

/** Runs that are measured after `WARM_UP` others: a long ledger's are few, because each of them is already long. */
const RUNS = { long: 9, short: 41 };
const WARM_UP = 2;
const LONG_TEXT = 10_000_000;

/** The add-in over a host, without a sample. */
export function actionsOver(host: ExcelHost): Actions {
  return createActions(
    host,
    () => Promise.resolve(messagesFor("ja")),
    () => Promise.reject(new Error("no sample here")),
  );
}

/**
 * Measures everything but the host's work and turning requests into text and back. The host has a heap of its own, as Excel
 * has; the heap is sampled at every turn of the progress, after the batch that is then in memory was made.
 */
async function ownTime(
  text: string,
  work: (actions: Actions, onProgress: () => void) => Promise<object>,
): Promise<OwnTime> {
  const runs = text.length > LONG_TEXT ? RUNS.long : RUNS.short;
  const host = await startHost();
  // Not between the runs: a full collection also throws compiled code away, and the next run would pay for that.
  globalThis.gc?.();
  const own: number[] = [];
  const parse: number[] = [];
  let heap = 0;
  // As the pane does, the last result is kept until the next one is there.
  let outcome: object = {};
  for (let run = 0; run < WARM_UP + runs; run++) {
    const parseStart = performance.now();
    JSON.parse(text);
    const parsed = performance.now() - parseStart;
    host.begin(text);
    // Neither the server's work nor turning requests into text and back is the add-in's own.
    let elsewhere = 0;
    const client = createClient(host, {
      exchange: (request) => {
        const sent = performance.now();
        const response = JSON.parse(host.execute(JSON.stringify(request))) as ResponseBody;
        elsewhere += performance.now() - sent;
        return response;
      },
    });
    const start = performance.now();
    outcome = await work(actionsOver(client), () => {
      // Only the first run begins with an empty heap.
      if (run === 0) heap = Math.max(heap, process.memoryUsage().heapUsed);
    });
    const total = performance.now() - start;
    if ("problem" in outcome) throw new Error(JSON.stringify(outcome.problem));
    if (run < WARM_UP) continue;
    own.push(total - elsewhere);
    parse.push(parsed);
  }
  const { roundTrips } = host;
  await host.close();
  return { own: median(own), parse: median(parse), heap: heap / 1e6, roundTrips };
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const text = readFileSync(argv[3]!, "utf8");
  const time = await ownTime(text, (actions, onProgress) =>
    argv[2] === "check" ? actions.check({}) : actions.makeReport({}, { parts: SHEETS }, { today: TODAY, onProgress }),
  );
  console.log(JSON.stringify(time));
}
