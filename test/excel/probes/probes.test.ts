import { describe, expect, it } from "vitest";
import { createClient } from "../../../src/embedded/wire/client";
import type { WorkbookModel } from "../../../src/embedded/model/model";
import type { Server } from "../../../src/embedded/wire/server";
import type { ExcelHost } from "../../../src/excel/host";
import { PROBES } from "../../../src/excel/probes/index";
import { codeOf, type Probe } from "../../../src/excel/probes/probe";
import { diagnosisText, judge, parseDiagnosis } from "../../../src/excel/probes/result-text";
import { runProbes, type Diagnosis } from "../../../src/excel/probes/run-probes";
import { plain } from "../../embedded/hosts";
import { noPrinter, otherWorkbookInFront } from "../../embedded/moods";
import { CLIENTS, open, userWorkbook } from "../hosts";

const NOW = new Date("2011-03-31T08:05:00Z");

/** Where the embedded Excel knowingly is not what the real one is expected to be, with the reason. */
const DIFFERENCES: Readonly<Record<string, string>> = {
  "own-change-event": "raises no events: nobody else is there to cause one",
  "border-precedence": "keeps the lines of each cell apart; two neighbours' lines are one where they are drawn",
  "date-order": "takes dates in Japanese order only",
};

function diagnose(connect: (server: Server) => ExcelHost, probes = PROBES, workbook = userWorkbook()) {
  const opened = open(connect, workbook);
  return { opened, diagnosis: runProbes(opened.host, probes, { now: NOW, clock: () => 0 }) };
}

/** All of a workbook but the numbers that Excel counts its objects by. */
function photo(workbook: WorkbookModel): unknown {
  return plain(workbook);
}

const ran = new Map<unknown, Diagnosis>();

describe.each(CLIENTS)("the probes through %s", (_name, connect) => {
  it("find what is expected in the embedded Excel, but for what is listed", async () => {
    const { opened, diagnosis } = diagnose(connect);
    const before = photo(userWorkbook());
    const { results, facts } = await diagnosis;
    ran.set(connect, { results, facts });
    const different = results.filter(({ outcome }) => outcome !== "as expected");
    expect(different.filter(({ id }) => !(id in DIFFERENCES))).toEqual([]);
    expect(different.map(({ id }) => id).sort()).toEqual(Object.keys(DIFFERENCES).sort());
    expect(photo(opened.workbook)).toEqual(before);
    expect(facts).toMatchObject({ calculationMode: "Automatic", apiSet: "1.17" });
  });

  it("leave the workbook as it was whatever a probe does", async () => {
    const wild: Probe = {
      id: "wild",
      expected: null,
      run: async (ground) => {
        await codeOf(ground, (sheet, { workbook }) => {
          workbook.application.calculationMode = "Manual";
          workbook.settings.add(ground.key, "x");
          workbook.worksheets.add(ground.claim()).visibility = "VeryHidden";
          sheet.name = "別の名前";
          sheet.activate();
        });
        throw new TypeError("A mistake in a probe.");
      },
    };
    const workbook = userWorkbook();
    workbook.activeSheet = workbook.sheets[1]!.id;
    workbook.selection = { ...workbook.selection, sheet: workbook.activeSheet };
    const before = photo(workbook);
    const { opened, diagnosis } = diagnose(connect, [wild, wild], workbook);
    const { results } = await diagnosis;
    expect(results.map(({ got }) => got)).toEqual(Array(2).fill("TypeError: A mistake in a probe."));
    expect(photo(opened.workbook)).toEqual(before);
  });

  it("are clear of the workbook when they are cancelled", async () => {
    const abort = new AbortController();
    const opened = open(connect, userWorkbook());
    const before = photo(opened.workbook);
    const run = runProbes(opened.host, PROBES.slice(0, 5), {
      now: NOW,
      clock: () => 0,
      signal: abort.signal,
      onProgress: (done) => {
        if (done === 3) abort.abort();
      },
    });
    await expect(run).rejects.toMatchObject({ problem: { kind: "cancelled" } });
    expect(photo(opened.workbook)).toEqual(before);
  });
});

it("a mood of Excel shows in the result, and the workbook stays the same", async () => {
  const opened = open(createClient, userWorkbook(), { mood: noPrinter });
  const before = photo(opened.workbook);
  const page = PROBES.filter(({ id }) => id === "page-settings");
  const { results } = await runProbes(opened.host, page, { now: NOW, clock: () => 0 });
  expect(results[0]).toMatchObject({
    outcome: "different",
    got: ["paperSize: GeneralException", "margins: GeneralException"],
  });
  expect(photo(opened.workbook)).toEqual(before);
});

it("another workbook that comes to the front on the way is waited for", async () => {
  const opened = open(createClient, userWorkbook(), { mood: otherWorkbookInFront({ from: 5, count: 6 }) });
  const before = photo(opened.workbook);
  await runProbes(opened.host, PROBES.slice(0, 6), { now: NOW, clock: () => 0 }).catch(() => undefined);
  expect(photo(opened.workbook)).toEqual(before);
});

describe("the result as text", () => {
  const results = [
    { id: "a", outcome: "as expected", expected: ["x\ty\n"], got: ["x\ty\n"], milliseconds: 3 },
    { id: "b", outcome: "different", expected: 1, got: "GeneralException", milliseconds: 4 },
    { id: "c", outcome: "not supported", expected: true, got: null, milliseconds: 0 },
  ] as const;
  const diagnosis: Diagnosis = { facts: { apiSet: "1.14" }, results };
  const text = diagnosisText(diagnosis, ["自己診断"]);

  it("is read back as it was, also with the line ends of a mail", () => {
    expect(parseDiagnosis(text)).toEqual(diagnosis);
    expect(parseDiagnosis(`先日の件です。\r\n${text.replace(/\n/g, "\r\n")}\r\n--\r\n`)).toEqual(diagnosis);
  });

  it.each([
    ["nothing", ""],
    ["half of it", text.slice(0, text.indexOf("probe\tb"))],
    ["a line that was cut", text.replace('"GeneralException"', '"Gen')],
  ])("is none where there is %s", (_what, broken) => {
    expect(parseDiagnosis(broken)).toBeNull();
  });

  it("is judged by what is assumed now", () => {
    const run = () => Promise.resolve(null);
    const probes: Probe[] = [
      { id: "a", expected: ["x\ty\n"], run },
      { id: "b", expected: 1, run },
      { id: "c", expected: true, run },
      { id: "new", expected: 0, run },
    ];
    expect(judge({ facts: {}, results: [...results, { ...results[0], id: "gone" }] }, probes)).toEqual({
      confirmed: ["a"],
      refuted: [{ id: "b", expected: 1, got: "GeneralException" }],
      open: ["c", "new"],
      unknown: ["gone"],
    });
  });
});

it("every probe has a name of its own", () => {
  const ids = PROBES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThanOrEqual(40);
  for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9-]+$/);
});
