import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS, EMPTY_PLAN } from "../../src/ledger/settings";
import { writeNarrative } from "../../src/narrative/write-narrative";
import type { YearChange } from "../../src/narrative/year-change";
import { rowsOf, sampleTally, smallLedger, tallyOf } from "./sample";

const last = tallyOf(smallLedger(rowsOf({ 福祉: { 達成: 69, 未達成: 17, 中止: 11 } })), DEFAULT_SETTINGS).total;
const CHANGE: YearChange = { last: "令和5年度", counts: last, worse: 3, added: 1, gone: 0, open: 0 };

function said(change: Partial<YearChange> = {}, settings = DEFAULT_SETTINGS): string[] {
  const { paragraphs } = writeNarrative(sampleTally(settings), settings, EMPTY_PLAN, { ...CHANGE, ...change });
  return paragraphs.filter(({ kind }) => kind === "comparison").map(({ text }) => text);
}

describe("the evaluation beside last year", () => {
  it("says what changed, in counts and in points", () => {
    expect(said()).toEqual([
      "前年度（令和5年度）と比べると、達成が3項目増え、未達成が3項目減り、中止が1項目増えました。達成率は71.1％から73.5％へ2.4ポイント上昇しました。前年度から状況が後退したものは3項目です。新たに加わったものは1項目です。",
    ]);
  });

  it("says nothing of single measures while pairs are open, and says what to decide", () => {
    const [text, open] = said({ open: 5, last: "前年度" });
    expect(text).toBe(
      "前年度と比べると、達成が3項目増え、未達成が3項目減り、中止が1項目増えました。達成率は71.1％から73.5％へ2.4ポイント上昇しました。",
    );
    expect(open).toBe(
      "【要記入】前年度と同じものかどうか分からない組が5組あります。「対応表」シートの「採否」に記入してください。",
    );
  });

  it("says that nothing changed, and follows the settings", () => {
    expect(said({ counts: sampleTally().total, worse: 0, added: 0 })).toEqual([
      "前年度（令和5年度）と比べると、各区分の件数に増減はありませんでした。達成率は73.5％で、変わりませんでした。",
    ]);
    expect(said({}, { ...DEFAULT_SETTINGS, digits: "full", unit: "事業" })[0]).toContain("達成が３事業増え");
  });

  it("is silent where the classes are others, and without last year", () => {
    expect(said({ counts: null })).toEqual([]);
    const { paragraphs } = writeNarrative(sampleTally(), DEFAULT_SETTINGS, EMPTY_PLAN);
    expect(paragraphs.some(({ kind }) => kind === "comparison")).toBe(false);
  });
});
