import { expect, test } from "vitest";
import { readPlanProfile } from "../../src/ledger/read-plan";
import { EMPTY_PLAN } from "../../src/ledger/settings";
import { sheet } from "../fixtures/sheets";

test("facts and prose; several rows and lines are several entries", () => {
  const source = sheet("計画", [
    ["計画の概要", ""],
    ["項目", "内容"],
    ["自治体名", "見本市"],
    ["計画名", "見本市情報化計画"],
    ["作成課", "情報課"],
    ["発行年月", "平成23年3月"],
    ["開始年度", "平成13年度"],
    ["終了年度", 2010],
    ["期区分", "第1期"],
    ["期区分", "第2期"],
    ["成果", "一つ。\n二つ。"],
    ["", "三つ。"],
    ["課題（庁内）", "残る。"],
    ["課題2", "まだ残る。"],
    ["今後の取組", ""],
    ["未達成の理由", "調整が続いたこと"],
    ["中止の理由", "費用に見合わないこと"],
  ]);
  expect(readPlanProfile(source)).toEqual({
    plan: {
      ...EMPTY_PLAN,
      municipality: "見本市",
      name: "見本市情報化計画",
      author: "情報課",
      published: "平成23年3月",
      startYear: "平成13年度",
      endYear: "2010",
      phases: ["第1期", "第2期"],
      achievements: ["一つ。", "二つ。", "三つ。"],
      challenges: ["残る。", "まだ残る。"],
      notAchievedReasons: ["調整が続いたこと"],
      cancelledReasons: ["費用に見合わないこと"],
    },
    notices: [],
  });
});

test("a date cell under 発行年月 is an era month; the same number elsewhere is a number", () => {
  const source = sheet("計画", [
    ["項目", "内容"],
    ["発行年月", 40_603],
    ["開始年度", 40_603],
  ]);
  expect(readPlanProfile(source).plan).toMatchObject({ published: "平成23年3月", startYear: "40603" });
});

test("what cannot be used is a notice with its cell", () => {
  const source = sheet(
    "計画",
    [
      ["項目", "内容"],
      ["天気", "晴れ"],
      ["計画名", "甲"],
      ["計画名", "乙"],
    ],
    { row: 1, column: 1 },
  );
  expect(readPlanProfile(source)).toEqual({
    plan: { ...EMPTY_PLAN, name: "甲" },
    notices: [
      { kind: "unknown-item", sheet: "計画", cell: "B3", value: "天気" },
      { kind: "repeated", sheet: "計画", cell: "B5", value: "計画名" },
    ],
  });
  expect(readPlanProfile(sheet("計画", [["題"]])).notices).toMatchObject([{ kind: "no-table" }]);
  expect(readPlanProfile(undefined)).toEqual({ plan: EMPTY_PLAN, notices: [] });
});

test("a row 評価：… words a paragraph of the evaluation; it knows the sentence it was made from", () => {
  const source = sheet("計画", [
    ["項目", "内容", "自動の文"],
    ["成果", "進みました。", ""],
    ["評価：未達成", "残る項目は続けます。\n引き続き努めます。", "一方、14項目が未達成となりました。"],
    ["", "翌年度に改めて評価します。", ""],
    ["評価:中止", "取りやめました。", ""],
    ["評価：達成", "", "このうち72項目で目標を達成しました。"],
    ["評価：中止", "二度目です。", ""],
  ]);
  const { plan, notices } = readPlanProfile(source);
  expect(plan.achievements).toEqual(["進みました。"]);
  expect(plan.wordings).toEqual([
    {
      item: "未達成",
      text: ["残る項目は続けます。", "引き続き努めます。", "翌年度に改めて評価します。"],
      automatic: "一方、14項目が未達成となりました。",
    },
    { item: "中止", text: ["取りやめました。"], automatic: "" },
  ]);
  expect(notices).toMatchObject([{ kind: "repeated", cell: "A7" }]);
});
