import { expect, test } from "vitest";
import { createClient } from "../../src/embedded/wire/client";
import { createTroubledServer } from "../embedded/troubled-server";
import { actionsOver, CONTROL, sampleWorkbook, succeeded } from "./sample";

test("a sentence of the evaluation goes to 計画, is worded there, and stays so in every later report", async () => {
  const model = await sampleWorkbook();
  const client = createClient(createTroubledServer(model));
  const actions = actionsOver(client);
  const plan = model.sheets.find(({ name }) => name === "計画")!;
  const before = plan.rows.map((cells) => [...(cells ?? [])]);
  const taken = succeeded(await actions.takeWordings({}, ["未達成", "評価：再掲", "ないもの"]));
  expect(taken).toMatchObject({ sheet: "計画", items: ["評価：未達成", "評価：再掲"], skipped: 0 });
  const rows = plan.rows.slice(before.length);
  expect(rows.map((cells) => cells?.[0])).toEqual(["評価：未達成", "評価：再掲"]);
  expect(rows[0]![1]).toMatch(/^一方、.*14項目（14\.3％）が未達成となりました。$/);
  expect(rows[0]![2]).toBe(rows[0]![1]);
  expect(plan.rows[0]!.slice(0, 3)).toEqual(["項目", "内容", "自動の文"]);
  // A row that is there is not written over.
  expect(succeeded(await actions.takeWordings({}, ["未達成"])).items).toEqual([]);

  rows[0]![1] = "残る14項目は、次の計画に引き継ぎます。";
  const report = async () => succeeded(await actions.makeReport({}, { parts: ["narrative"] }, CONTROL));
  const first = await report();
  const worded = first.narrative.paragraphs.find(({ kind }) => kind === "not-achieved");
  expect(worded).toMatchObject({ text: "残る14項目は、次の計画に引き継ぎます。", origin: "plan", contradicted: false });
  expect(first.remarks.join("")).not.toContain("評価：未達成");

  const ledger = model.sheets.find(({ name }) => name === "台帳")!;
  ledger.rows[3]![7] = "未達成";
  const second = await report();
  expect(second.remarks.join("")).toContain(
    "「評価：未達成」、「評価：再掲」の文は、元になった自動の文が変わっています",
  );
  const { findings } = succeeded(await actions.check({}));
  expect(findings.filter(({ rule }) => rule === "plan-wording")).toHaveLength(2);

  // Taken back, 計画 is as it was.
  for (const { applied } of [taken]) await actions.undoEdits(applied);
  expect(plan.rows[0]![2] ?? "").toBe("");
});
