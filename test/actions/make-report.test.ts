import { describe, expect, it } from "vitest";
import type { LedgerChoice, ReportOptions, ReportOutcome, RunControl } from "../../src/actions/actions";
import { createClient } from "../../src/embedded/wire/client";
import type { WorkbookModel } from "../../src/embedded/model/model";
import { createTroubledServer } from "../embedded/troubled-server";
import { photograph, sheetNames } from "../excel/hosts";
import { actionsOver, CONTROL, smallWorkbook, succeeded, words } from "./sample";

async function make(
  model: WorkbookModel,
  options: ReportOptions = { parts: ["summary"] },
  choice: LedgerChoice = {},
  control: RunControl = CONTROL,
): Promise<ReportOutcome> {
  return succeeded(await actionsOver(createClient(createTroubledServer(model))).makeReport(choice, options, control));
}

const RELISTED = [
  ["行政", "窓口の改善", "達成"],
  ["福祉", "相談の充実", "未達成"],
  ["福祉", "窓口の改善（再掲）", "達成"],
];

describe("a report", () => {
  it("counts by the workbook's 設定, and by what was chosen for this run instead", async () => {
    const settings = { 設定: [["項目", "値"], ["再掲", "除く"]] }; // prettier-ignore
    expect((await make(smallWorkbook(settings, RELISTED))).tally.total.total).toBe(2);
    const options = { parts: ["summary"], settings: { relisted: "include" } } as const;
    expect((await make(smallWorkbook(settings, RELISTED), options)).tally.total.total).toBe(3);
  });

  it("reads by the columns that were chosen by hand", async () => {
    const model = smallWorkbook({ 一覧: [["区域", "内容", "判定"], ["福祉", "配食", "中止"]] }); // prettier-ignore
    const choice = { sheet: "一覧", columns: { field: 0, policy: 1, status: 2 } };
    expect((await make(model, undefined, choice)).tally.fields.map(({ name }) => name)).toEqual(["福祉"]);
  });

  it("has the chapters that were chosen, numbered in their order", async () => {
    const { sheets } = await make(smallWorkbook(), { parts: ["booklet"], chapters: ["cover", "evaluation"] });
    expect(sheets).toEqual(["表紙", "1 評価"]);
  });

  it("says which step it is at", async () => {
    const steps: string[] = [];
    await make(smallWorkbook(), undefined, {}, { ...CONTROL, onProgress: (step) => steps.push(step) });
    expect(steps).toEqual(["read", "plan", "build", "swap"]);
  });

  it("leaves nothing behind when it is cancelled", async () => {
    const model = smallWorkbook();
    const before = photograph(model);
    const abort = new AbortController();
    const control: RunControl = {
      ...CONTROL,
      signal: abort.signal,
      onProgress: (step) => {
        if (step === "build") abort.abort();
      },
    };
    await expect(make(model, undefined, {}, control)).rejects.toMatchObject({ problem: { kind: "cancelled" } });
    expect(photograph(model)).toEqual(before);
  });

  it("is not made of what is no ledger", async () => {
    const model = smallWorkbook({ メモ: [["4月1日"]] });
    const actions = actionsOver(createClient(createTroubledServer(model)));
    const problem = { kind: "not-a-ledger", sheet: "メモ" };
    expect(await actions.makeReport({ sheet: "メモ" }, { parts: ["summary"] }, CONTROL)).toMatchObject({ problem });
    expect(sheetNames(model)).toEqual(["台帳", "メモ"]);
  });
});

describe("the remarks of a report", () => {
  const { actions } = words;

  it("are none where there is nothing to know", async () => {
    expect((await make(smallWorkbook())).remarks).toEqual([]);
  });

  it("say how many statuses are outside the vocabulary, and which", async () => {
    const model = smallWorkbook({}, [
      ["行政", "窓口の改善", "達成"],
      ["福祉", "相談の充実", "検討中"],
      ["福祉", "配食", "検討中"],
      ["福祉", "見守り", ""],
    ]);
    expect((await make(model)).remarks).toContain(actions.outside(3, ["検討中", ""]));
  });

  it("say how many cells lost characters, exactly, and name the first five", async () => {
    const rows = Array.from({ length: 7 }, (_, row) => ["行政", `施策\u0007その${row + 1}`, "達成"]);
    const { remarks } = await make(smallWorkbook({}, rows), { parts: ["fields"] });
    const [said] = remarks.filter((remark) => remark.includes("制御文字"));
    // Each name stands in the counts by 施策 and in the list of measures.
    const cells = [5, 6, 7, 8, 9].map((row) => `分野1 行政!D${row}`);
    expect(said).toBe(actions.cleaned(14, cells));
  });

  it("say what of 設定, 分野 and 計画 was not taken as it stands", async () => {
    const model = smallWorkbook({
      設定: [["項目", "値"], ["小数桁数", "九"]],
      分野: [["分野"], ["行政"], ["行政"]],
      計画: [["項目", "内容"], ["きもち", "よい"]],
    }); // prettier-ignore
    expect((await make(model)).remarks).toEqual([
      actions.settingsNotice({ kind: "no-table", sheet: "設定", cell: "", value: "状況区分", item: "" }),
      expect.stringContaining("「設定」B2の「九」"),
      expect.stringContaining("「分野」A3の分野「行政」"),
      expect.stringContaining("「計画」A2の項目「きもち」"),
    ]);
  });

  it("say that the plan's prose contradicts the ledger", async () => {
    const rows = Array.from({ length: 12 }, (_, row) => ["行政", `施策その${row + 1}`, "達成"]);
    const prose = "11項目を達成しました。";
    const model = smallWorkbook({ 計画: [["項目", "内容"], ["成果", prose]] }, rows); // prettier-ignore
    const { remarks, narrative } = await make(model, { parts: ["narrative"] });
    expect(narrative.paragraphs.filter(({ contradicted }) => contradicted)).toHaveLength(1);
    expect(remarks).toContain(actions.contradicted(1));
  });
});
