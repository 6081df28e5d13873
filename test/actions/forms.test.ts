import { describe, expect, test } from "vitest";
import { parseArea } from "../../src/embedded/model/address";
import { newWorkbookModel } from "../../src/embedded/model/workbook";
import { createClient } from "../../src/embedded/wire/client";
import { createTroubledServer } from "../embedded/troubled-server";
import { FORMS } from "../fixtures/ledgers";
import type { LedgerForm } from "../fixtures/ledgers/form";
import { actionsOver, CONTROL, succeeded } from "./sample";

function actionsFor({ sheet, rows, merges = [], others = {} }: LedgerForm) {
  const sheets = Object.entries({ [sheet]: rows, ...others });
  const model = newWorkbookModel(sheets.map(([name, values]) => ({ name, values: values.map((row) => [...row]) })));
  model.sheets[0]!.merged = merges.map((address) => parseArea(address)!);
  return actionsOver(createClient(createTroubledServer(model)));
}

const CLEAR = FORMS.filter(({ form }) => form.expected.asks === undefined);

describe.each(CLEAR)("$family", ({ form }) => {
  test("is checked without an error and with three warnings at most", async () => {
    const { counts, groups } = succeeded(await actionsFor(form).check({ sheet: form.sheet }));
    expect(counts.error).toBe(0);
    expect(groups.length).toBeGreaterThan(0);
    expect(counts.warning).toBeLessThanOrEqual(3);
  });

  test("gets a report that counts every measure and says what it stands on", async () => {
    const options = { parts: ["summary", "fields", "narrative"] } as const;
    const outcome = succeeded(await actionsFor(form).makeReport({ sheet: form.sheet }, options, CONTROL));
    const { tally, remarks } = outcome;
    expect(tally.total.total).toBe(form.expected.measures);
    expect(tally.total.outside).toBe(0);
    // Nobody has said which of these statuses count as achieved.
    expect(outcome.isSettled).toBe(false);
    // Every column that no part of the report uses is named.
    const read = Object.entries(form.expected.columns);
    const unused = read.filter(([, column]) => column === null).map(([letters]) => `${letters}列「`);
    for (const column of unused) expect(remarks.join("")).toContain(column);
  });
});
