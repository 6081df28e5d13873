import { describe, expect, test } from "vitest";
import { createClient } from "../../src/embedded/wire/client";
import { newWorkbookModel } from "../../src/embedded/model/workbook";
import { FORMS } from "../fixtures/ledgers";
import type { LedgerForm } from "../fixtures/ledgers/form";
import { createTroubledServer } from "../embedded/troubled-server";
import { actionsOver, CONTROL } from "./sample";

const actionsFor = ({ sheet, rows, others = {} }: LedgerForm) => {
  const sheets = Object.entries(others).map(([name, values]) => ({ name, values: values.map((row) => [...row]) }));
  const model = newWorkbookModel([{ name: sheet, values: rows.map((row) => [...row]) }, ...sheets]);
  return actionsOver(createClient(createTroubledServer(model)));
};

describe.each(FORMS)("$family", ({ family, form }) => {
  test("is checked without an error and with three warnings at most", async () => {
    const outcome = await actionsFor(form).check({ sheet: form.sheet });
    if ("problem" in outcome) { console.log(family, JSON.stringify(outcome.problem)); return; }
    const found = outcome.groups.map((g) => `${g.rule}:${g.severity}:${outcome.findings.filter((f)=>f.rule===g.rule).length} ${outcome.findings.find((f)=>f.rule===g.rule)?.message}`);
    console.log(family, JSON.stringify(outcome.counts), "\n   " + found.join("\n   "));
  });
  test("report", async () => {
    const outcome = await actionsFor(form).makeReport({ sheet: form.sheet }, { parts: ["summary", "fields", "narrative"] }, CONTROL);
    if ("problem" in outcome) { console.log(family, JSON.stringify(outcome.problem)); return; }
    console.log(family, outcome.isSettled, JSON.stringify(outcome.tally.total.byStatus), outcome.tally.statuses.map((s) => s.name + (s.achieved ? "*" : "")).join("/"), outcome.tally.total.outside, outcome.tally.total.rate, outcome.sheets.join(" "), "\n   " + outcome.remarks.join("\n   "));
    expect(outcome.tally.total.total).toBe(form.expected.measures);
  });
});
