import { describe, expect, it } from "vitest";
import { ERAS } from "../../src/ledger/wareki";
import { DEFAULT_SETTINGS } from "../../src/ledger/settings";
import { reconcile } from "../../src/narrative/reconcile";
import { rowsOf, sampleTally, smallLedger, status, tallyOf } from "./sample";

const tally = sampleTally();
const plan = { endYear: "平成22年度", published: "平成23年3月" };
const found = (text: string): string[] =>
  reconcile([{ source: "成果", text }], tally, DEFAULT_SETTINGS, plan).map(
    ({ text: written, claim, expected }) => `${written} ${claim} ${expected}`,
  );

describe("numbers that contradict the tally (98 = 72 / 14 / 12)", () => {
  it.each([
    ["このうち70項目で目標を達成しました。", "70項目 達成 72"],
    ["このうち７０項目で目標を達成しました。", "７０項目 達成 72"],
    ["このうち七十項目で目標を達成しました。", "七十項目 達成 72"],
    ["目標を達成したのは、70項目です。", "70項目 達成 72"],
    ["70項目で、計画の目標を達成しました。", "70項目 達成 72"],
    ["達成は70事業でした。", "70事業 達成 72"],
    ["計画の目標を達成するため、99項目の個別事業を推進しました。", "99項目 全体 98"],
    ["全99項目に取り組みました。", "99項目 全体 98"],
    ["本計画の99項目は、次のとおりです。", "99項目 全体 98"],
    ["99項目のうち、72項目が達成となりました。", "99項目 全体 98"],
    ["調整が必要になったなどの理由により、15項目が継続あるいは検討中で目標未達成となっています。", "15項目 未達成 14"],
    ["目標を達成できなかったのは15項目です。", "15項目 未達成 14"],
    ["代替手段で対応したなどの理由により13項目を中止としました。", "13項目 中止 12"],
    ["平成22年度末までに70項目を達成しました。", "70項目 達成 72"],
    ["達成率は75.5％です。", "75.5％ 達成率 73.5"],
    ["72項目（75.5%）で目標を達成しました。", "75.5% 達成 73.5"],
    ["約6割で目標を達成しました。", "約6割 達成 73.5"],
    ["約五割の項目で目標を達成しました。", "約五割 達成 73.5"],
    ["71項目で目標を達成しました。", "71項目 達成 72"],
    ["ITによる消防防災分野の充実では、25項目を達成しました。", "25項目 達成 4"],
    ["全99事業を推進しました。", "99事業 全体 98"],
    ["達成件数：70", "70 達成 72"],
    ["達成件数は70件です。", "70件 達成 72"],
    ["未達成件数は１３件でした。", "１３件 未達成 14"],
    ["達成率は0.65", "0.65 達成率 0.735"],
    ["達成率は０．６５でした。", "０．６５ 達成率 0.735"],
  ])("%s", (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it("finds every number of a sentence", () => {
    expect(found("全97項目のうち、達成70項目、未達成15項目、中止12項目でした。")).toEqual([
      "97項目 全体 98",
      "70項目 達成 72",
      "15項目 未達成 14",
    ]);
  });

  it("says where the text came from", () => {
    const [contradiction] = reconcile([{ source: "計画!B12", text: "達成は70項目です。" }], tally, DEFAULT_SETTINGS);
    expect(contradiction).toEqual({ source: "計画!B12", text: "70項目", claim: "達成", number: 70, expected: 72 });
  });
});

describe("numbers that are right or are none of the tally's business", () => {
  it.each([
    // Right.
    "計画の目標を達成するため、98項目の個別事業を推進しました。",
    "このうち72項目で計画どおり事業の目標を達成しました。",
    "98項目のうち72項目が達成、14項目が未達成、12項目が中止です。",
    "72項目（73.5％）で目標を達成しました。",
    "全98項目の約7割に当たる72項目で目標を達成しました。",
    "全98事業を推進し、全8分野の全28取組で成果がありました。",
    "達成件数：72、未達成件数：14、中止件数：12",
    "達成率は0.735でした。",
    "達成率は0.73でした。",
    "達成率は0.5ポイント上がりました。",
    "前年度の達成件数は60件でした。",
    "相談件数は120件でした。",
    "達成件数は70件以上を目指しました。",
    "達成率は73.5％、未達成は14.3％、中止は12.2％です。",
    "達成率は74％でした。",
    "達成率は約7割です。",
    "約70項目で目標を達成しました。",
    "ITによる消防防災分野の充実では、4項目全てを達成しました。",
    "情報通信基盤の整備では、24項目のうち20項目を達成しました。",
    "再掲の1項目を除くと、97項目のうち71項目で目標を達成しています。",
    "目標を達成できなかった14項目は、引き続き検討します。",
    // Other units.
    "3か月以内に24時間受け付ける119番の体制を整え、平成13年度から10か年で整備を達成しました。",
    "相談件数は120件で、目標を達成しました。",
    "3事業所、12事業者、5事業課が達成しました。",
    "第3項目で達成しました。",
    "3項目目を達成しました。",
    "58施策のうち40施策を達成しました。",
    "一人1台パソコンを達成しました。",
    // Other times, targets, subsets, vague numbers.
    "前年度は60項目を達成しました。",
    "平成20年度末で50項目を達成しました。",
    ...ERAS.flatMap(({ name, letter }) => [
      `${name}3年度末で50項目を達成しました。`,
      `${letter}3.3末で50項目を達成しました。`,
    ]),
    "80項目の達成を目指しました。",
    "今後は14項目のうち10項目を達成する予定です。",
    "70項目以上で目標を達成しました。",
    "60項目を超える事業で目標を達成しました。",
    "システム関連の30項目のうち25項目を達成しました。",
    "特に5項目の達成が大きな成果です。",
    "目標の達成に向けて20項目の研修を行いました。",
    "達成状況は3項目の指標で測ります。",
    "2、3項目が未達成です。",
    "10～20項目が達成しました。",
    "未達成のうち3項目は、実施の時期を見直します。",
    // No claim at all.
    "ホームページの充実では、7項目の個別事業を行いました。",
    "満足度は85.2％でした。",
    "利用者は3割増えました。",
    "",
  ])("%s", (text) => {
    expect(found(text)).toEqual([]);
  });

  it("leaves a number beside a year alone where it does not know the report's own year", () => {
    const text = "平成22年度末までに70項目を達成しました。";
    expect(reconcile([{ source: "", text }], tally, DEFAULT_SETTINGS)).toEqual([]);
  });

  it("accepts both figures where the report gives both", () => {
    const settings = { ...DEFAULT_SETTINGS, relisted: "both" } as const;
    const both = sampleTally(settings);
    expect(reconcile([{ source: "", text: "71項目で目標を達成しました。" }], both, settings)).toEqual([]);
    expect(reconcile([{ source: "", text: "70項目で目標を達成しました。" }], both, settings)).toHaveLength(1);
  });
});

describe("other vocabularies", () => {
  const settings = {
    ...DEFAULT_SETTINGS,
    unit: "施策",
    statuses: [
      status("S", { achieved: true }),
      status("A", { achieved: true }),
      status("B"),
      status("評価なし", { inDenominator: false, reasonRequired: false }),
    ],
  };
  const letters = tallyOf(smallLedger(rowsOf({ 甲: { S: 10, A: 30, B: 8 }, 乙: { A: 5, 評価なし: 7 } })), settings);
  const check = (text: string): string[] =>
    reconcile([{ source: "", text }], letters, settings).map(({ text: written, expected }) => `${written} ${expected}`);

  it("reads letters only as statuses where they are marked as such", () => {
    expect(check("「A」は33施策でした。")).toEqual(["33施策 35"]);
    expect(check("A評価は33施策でした。")).toEqual(["33施策 35"]);
    expect(check("LANとSaaSの33施策を行いました。")).toEqual([]);
  });

  it("takes 達成 as all achieved classes together", () => {
    expect(check("45施策で目標を達成しました。")).toEqual([]);
    expect(check("44施策で目標を達成しました。")).toEqual(["44施策 45"]);
  });

  it("takes a share of the denominator and of the total for right", () => {
    expect(check("達成率は84.9％です。")).toEqual([]);
    expect(check("達成率は75.0％です。")).toEqual([]);
    expect(check("達成率は80.0％です。")).toEqual(["80.0％ 84.9"]);
  });
});
