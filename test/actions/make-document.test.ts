import { expect, test } from "vitest";
import { createClient } from "../../src/embedded/wire/client";
import { createTroubledServer } from "../embedded/troubled-server";
import { BOOKLET_PARTS } from "../../src/report/booklet/parts";
import { readDocx } from "../publish/reading";
import { actionsOver, CONTROL, madeReport, sampleWorkbook, succeeded } from "./sample";

test("a Word document is made from the workbook and changes nothing in it, whether it has a report or not", async () => {
  const model = await sampleWorkbook();
  const host = createClient(createTroubledServer(model));
  const actions = actionsOver(host);
  const sheets = () => model.sheets.map(({ name }) => name);
  const before = sheets();
  const options = { parts: ["booklet", "summary", "fields", "narrative"] } as const;
  const made = succeeded(await actions.makeDocument({}, options, CONTROL));
  expect(sheets()).toEqual(before);
  expect(made.fileName).toBe("報告書.docx");
  expect(made.isSettled).toBe(true);
  const report = await madeReport(host);
  expect(made.tally.total).toEqual(report.tally.total);
  const again = succeeded(await actions.makeDocument({}, options, CONTROL));
  expect(Buffer.compare(again.bytes, made.bytes)).toBe(0);
  expect(readDocx(again.bytes).tables).toHaveLength(1);
  const whole = succeeded(await actions.makeDocument({}, { ...options, chapters: BOOKLET_PARTS }, CONTROL));
  expect(readDocx(whole.bytes).tables.length).toBeGreaterThan(10);
});

test("a part that is not asked for is not in it", async () => {
  const actions = actionsOver(createClient(createTroubledServer(await sampleWorkbook())));
  const { bytes } = succeeded(await actions.makeDocument({}, { parts: ["narrative"] }, CONTROL));
  const headings = readDocx(bytes).paragraphs.filter(({ style }) => style.startsWith("Heading"));
  expect(headings.map(({ text }) => text)).toEqual(["1　袖ケ浦市電子市政推進計画の評価"]);
});
