import { describe, expect, it } from "vitest";
import { createClient } from "../../src/embedded/wire/client";
import { createTroubledServer } from "../embedded/troubled-server";
import type { WorkbookModel } from "../../src/embedded/model/model";
import type { CheckOutcome } from "../../src/actions/actions";
import { groupFindings } from "../../src/validation/finding-groups";
import { photograph, sheetNamed, sheetNames, valueAt } from "../excel/hosts";
import { actionsOver, CONTROL, madeReport, smallWorkbook, succeeded } from "./sample";

const over = (model: WorkbookModel): ReturnType<typeof actionsOver> =>
  actionsOver(createClient(createTroubledServer(model)));
const check = async (model: WorkbookModel): Promise<CheckOutcome> => succeeded(await over(model).check({}));
const FLAWED = [
  ["行政", "窓口の改善", "達 成"],
  ["福祉", "相談の充実", "末達成"],
  ["福祉", "配食", "達成"],
];

describe("a check", () => {
  it("finds nothing that blocks in a sound ledger, and changes nothing", async () => {
    const model = smallWorkbook();
    const before = photograph(model);
    expect(await check(model)).toMatchObject({ sheet: "台帳", measures: 2, counts: { error: 0 }, submittable: true });
    expect(photograph(model)).toEqual(before);
  });

  it("counts every finding, groups them and has ready what needs no choice", async () => {
    const { findings, counts, groups, automatic, submittable } = await check(smallWorkbook({}, FLAWED));
    expect(submittable).toBe(false);
    const unknown = findings.find(({ cell }) => cell === "C3");
    expect(unknown).toMatchObject({ rule: "status-unknown", severity: "error", value: "末達成" });
    const countOf = (severity: string): number => findings.filter((each) => each.severity === severity).length;
    expect(counts).toEqual({ error: countOf("error"), warning: countOf("warning"), info: countOf("info") });
    expect(groups).toEqual(groupFindings(findings));
    expect(automatic).toEqual([{ sheet: "台帳", row: 1, column: 2, before: "達 成", after: "達成" }]);
  });

  it("names every error value instead of stopping at the first", async () => {
    const model = smallWorkbook({}, [
      ["行政", "窓口の改善", "#N/A"],
      ["#REF!", "相談の充実", "達成"],
    ]);
    const { findings } = await check(model);
    expect(findings.filter(({ rule }) => rule === "value-error").map(({ cell }) => cell)).toEqual(["C2", "A3"]);
  });

  it("says of half a ledger which column it lacks, and refuses a sheet that has none of one", async () => {
    const model = smallWorkbook({ 一覧: [["分野", "施策"], ["行政", "窓口"]], メモ: [["打合せ"]] }); // prettier-ignore
    const actions = over(model);
    const half = succeeded(await actions.check({ sheet: "一覧" }));
    expect(half).toMatchObject({ sheet: "一覧", measures: 0, submittable: false, fingerprint: "", proposal: null });
    expect(half.findings.map(({ rule }) => rule)).toContain("column-required");
    expect(await actions.check({ sheet: "メモ" })).toMatchObject({ problem: { kind: "not-a-ledger", sheet: "メモ" } });
  });

  it("proposes a vocabulary where the statuses match none", async () => {
    const model = smallWorkbook({}, [
      ["行政", "窓口の改善", "Ａ"],
      ["福祉", "相談の充実", "Ｂ"],
      ["福祉", "配食", "Ｃ"],
    ]);
    expect((await check(model)).proposal?.map(({ name }) => name)).toEqual(["Ａ", "Ｂ", "Ｃ"]);
  });
});

describe("what is done with its result", () => {
  it("marks the cells of the findings and takes the marks away again", async () => {
    const model = smallWorkbook({}, FLAWED);
    const actions = over(model);
    const before = photograph(model);
    await actions.markFindings(await check(model));
    const areas = sheetNamed(model, "台帳").conditionalFormats.map(({ area }) => `${area.row},${area.column}`);
    expect(areas).toEqual(expect.arrayContaining(["1,2", "2,2"]));
    await actions.clearMarks();
    expect(photograph(model)).toEqual(before);
  });

  it("mends what needs no choice, and takes it back", async () => {
    const model = smallWorkbook({}, FLAWED);
    const actions = over(model);
    const { automatic } = await check(model);
    const { applied } = await actions.applyEdits(automatic);
    expect(applied).toEqual(automatic);
    expect(valueAt(model, "台帳", 1, 2)).toBe("達成");
    expect(await actions.undoEdits(applied)).toEqual({ restored: automatic, left: [] });
    expect(valueAt(model, "台帳", 1, 2)).toBe("達 成");
  });

  it("is written to 検査結果, in place of an earlier one that nobody edited", async () => {
    const model = smallWorkbook({ 計画: [["項目", "内容"], ["計画名", "産業&観光計画"]] }, FLAWED); // prettier-ignore
    const actions = over(model);
    const outcome = await check(model);
    expect(await actions.writeCheckSheet(outcome, CONTROL)).toEqual({ sheet: "検査結果", sheets: ["検査結果"] });
    const sheet = sheetNamed(model, "検査結果");
    expect(sheet.page.headerCenter).toBe("&9産業&&観光計画");
    const cells = sheet.rows.flatMap((row) => row ?? []);
    expect(cells).toEqual(expect.arrayContaining(["C3", "末達成"]));
    expect(cells.join()).toContain("平成23年3月31日検査");
    const entry = sheetNamed(model, "作成記録").rows.at(-1);
    expect(entry).toEqual(expect.arrayContaining(["検査結果", "台帳", outcome.fingerprint]));
    expect(await actions.writeCheckSheet(outcome, CONTROL)).toEqual({ sheet: "検査結果", sheets: ["検査結果"] });
    sheetNamed(model, "検査結果").rows[40] = ["確認済み"];
    expect(await actions.writeCheckSheet(outcome, CONTROL)).toEqual({
      sheet: "検査結果 (2)",
      sheets: ["検査結果 (2)"],
    });
    expect(sheetNames(model)).toEqual(["台帳", "計画", "検査結果", "検査結果 (2)", "作成記録"]);
  });

  it("leaves the report as it is", async () => {
    const model = smallWorkbook({}, FLAWED);
    const { sheets } = await madeReport(createClient(createTroubledServer(model)), ["summary"]);
    await over(model).writeCheckSheet(await check(model), CONTROL);
    expect(sheetNames(model)).toEqual(expect.arrayContaining([...sheets, "検査結果"]));
  });
});
