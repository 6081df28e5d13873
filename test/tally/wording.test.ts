import { describe, expect, it } from "vitest";
import { DEFAULT_STATUSES, type Status } from "../../src/ledger/settings";
import { wordingOf } from "../../src/tally/wording";

const vocabulary = (achieved: string, others: string): Status[] =>
  [achieved, others].flatMap((names, index) =>
    names
      .split(" ")
      .filter((name) => name !== "")
      .map((name) => ({
        name,
        meaning: "",
        achieved: index === 0,
        inDenominator: true,
        reasonRequired: false,
        synonyms: [],
      })),
  );

describe("the words for a vocabulary", () => {
  it.each([
    ["達成", "未達成 中止", "達成率", "達成状況"],
    ["目標を上回って達成 目標をおおむね達成", "目標を未達成", "達成率", "達成状況"],
    ["完了", "実施中 未着手", "完了率", "進捗状況"],
    ["実施済", "検討中 未実施", "実施率", "進捗状況"],
    ["順調 概ね順調", "やや遅れている 遅れている", "順調の割合", "進捗状況"],
    ["進んだ ある程度進んだ", "あまり進まなかった", "「進んだ」の割合", "進捗状況"],
    ["計画以上 計画どおり", "やや遅れ 遅れ", "計画以上・計画どおりの割合", "進捗状況"],
    ["S A", "B C D", "S・A評価の割合", "評価"],
    ["A", "B C", "A評価の割合", "評価"],
    ["◎ ○", "△ ×", "評価◎・○の割合", "評価"],
    ["5 4", "3 2 1", "評価5・4の割合", "評価"],
    ["①", "② ③", "評価①の割合", "評価"],
  ])("%s | %s", (achieved, others, rate, state) => {
    const settings = { statuses: vocabulary(achieved, others), rateName: "" };
    expect(wordingOf(settings, false)).toEqual({ rate, state, isInterim: false });
  });

  it("say of a plan that still runs what has been achieved so far", () => {
    expect(wordingOf({ statuses: DEFAULT_STATUSES, rateName: "" }, true).rate).toBe("達成済みの割合");
  });

  it("are the plan's own where 設定 says them", () => {
    expect(wordingOf({ statuses: DEFAULT_STATUSES, rateName: "目標到達率" }, true).rate).toBe("目標到達率");
  });
});
