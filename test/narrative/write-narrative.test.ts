import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS, EMPTY_PLAN, type PlanProfile, type Settings } from "../../src/ledger/settings";
import type { Narrative, ParagraphKind } from "../../src/narrative/narrative";
import { reconcile } from "../../src/narrative/reconcile";
import { writeNarrative } from "../../src/narrative/write-narrative";
import { wordingOf } from "../../src/tally/wording";
import { rowsOf, sampleTally, smallLedger, status, tallyOf } from "./sample";

const plan: PlanProfile = {
  ...EMPTY_PLAN,
  name: "電子市政推進計画",
  startYear: "平成13年度",
  endYear: "平成22年度",
  notAchievedReasons: ["目標の水準に届かなかった", "改めて検討が必要になったため。"],
  cancelledReasons: ["費用に見合う効果が見込めない", "別の手段で目的を果たしたなど"],
  achievements: ["庁内の情報共有が進みました。\n市民の利便性も高まりました。"],
  challenges: ["事務の簡素化は十分とはいえません。"],
  outlook: ["情報化の施策を引き続き進めます。"],
};

const texts = (narrative: Narrative, kind: ParagraphKind): string[] =>
  narrative.paragraphs.filter((paragraph) => paragraph.kind === kind).map(({ text }) => text);

function narrate(
  counts: Parameters<typeof rowsOf>[0],
  settings: Partial<Settings>,
  about: Partial<PlanProfile> = {},
): Narrative {
  const all = { ...DEFAULT_SETTINGS, ...settings };
  return writeNarrative(tallyOf(smallLedger(rowsOf(counts)), all), all, { ...EMPTY_PLAN, ...about });
}

describe("the evaluation of the sample", () => {
  const narrative = writeNarrative(sampleTally(), DEFAULT_SETTINGS, plan);

  it("says everything once, in order", () => {
    expect(narrative.title).toBe("電子市政推進計画の評価");
    expect(narrative.paragraphs.map(({ text }) => text)).toEqual([
      "平成13年度から平成22年度までを計画期間とする電子市政推進計画では、8分野にわたる98項目に取り組みました。",
      "このうち72項目で目標を達成し、達成率は73.5％となりました。",
      "一方、目標の水準に届かなかった、改めて検討が必要になったなどの理由により、14項目（14.3％）が未達成となりました。",
      "また、費用に見合う効果が見込めない、別の手段で目的を果たしたなどの理由により、12項目（12.2％）を中止としました。",
      "なお、この件数には再掲の1項目を含みます。再掲を除くと97項目となり、内訳は達成が71項目、未達成が14項目、中止が12項目、達成率は73.2％です。",
      // Of the field of four measures nobody can say that it is the best.
      "分野別に見ると、5項目以上ある分野のうち、達成率が最も高かったのは、「情報通信基盤の整備」及び「ITによる産業振興等の充実」で、いずれも83.3％でした。一方、最も低かったのは、「ITによる効率的な行政運営の実現」の42.9％（7項目中3項目）でした。",
      "庁内の情報共有が進みました。",
      "市民の利便性も高まりました。",
      "事務の簡素化は十分とはいえません。",
      "情報化の施策を引き続き進めます。",
    ]);
    expect(narrative.paragraphs.every((paragraph) => !paragraph.missing && !paragraph.contradicted)).toBe(true);
  });

  it("follows the digit width and the unit", () => {
    const settings = { ...DEFAULT_SETTINGS, digits: "full", unit: "事業" } as const;
    const [, achieved] = writeNarrative(sampleTally(settings), settings, plan).paragraphs;
    expect(achieved?.text).toBe("このうち７２事業で目標を達成し、達成率は７３．５％となりました。");
  });

  it("leaves re-listed measures out with 除く and says what they would add", () => {
    const settings = { ...DEFAULT_SETTINGS, relisted: "exclude" } as const;
    const made = writeNarrative(sampleTally(settings), settings, plan);
    expect(texts(made, "achieved")).toEqual(["このうち71項目で目標を達成し、達成率は73.2％となりました。"]);
    expect(texts(made, "relisted")).toEqual([
      "なお、再掲の1項目は、ほかの分野の実績と重なるため、件数に含めていません。これを含めると98項目となり、内訳は達成が72項目、未達成が14項目、中止が12項目、達成率は73.5％です。",
    ]);
  });

  it("marks the officer's sentence whose number the tally does not bear out", () => {
    const made = writeNarrative(sampleTally(), DEFAULT_SETTINGS, { ...plan, achievements: ["71項目を達成しました。"] });
    const paragraph = made.paragraphs.find(({ kind }) => kind === "achievements");
    expect(paragraph).toMatchObject({
      text: "71項目を達成しました。",
      contradicted: true,
      contradictions: [{ source: "成果", text: "71項目", number: 71, expected: 72 }],
    });
  });
});

describe("what the plan leaves open", () => {
  const narrative = writeNarrative(sampleTally(), DEFAULT_SETTINGS, EMPTY_PLAN);

  it("is a visible place that says what to write and where", () => {
    const open = narrative.paragraphs.filter(({ missing }) => missing);
    expect(open.map(({ kind }) => kind)).toEqual([
      "not-achieved",
      "cancelled",
      "achievements",
      "challenges",
      "outlook",
    ]);
    for (const { text } of open) expect(text).toMatch(/^【要記入】.*「計画」シートの「.+」.*記入してください。$/);
    expect(open[1]?.text).toContain("12項目が中止となった理由");
  });

  it("still gives the counts", () => {
    expect(texts(narrative, "not-achieved")[0]).toBe("一方、14項目（14.3％）が未達成となりました。");
    expect(texts(narrative, "total")).toEqual(["本計画では、8分野にわたる98項目に取り組みました。"]);
  });
});

describe("reasons of the ledger", () => {
  const rows = [
    ["甲", "", "施策", "一", "未達成", "", "人員の不足"],
    ["甲", "", "施策", "二", "未達成", "", "予算の不足のため。"],
    ["甲", "", "施策", "三", "未達成", "", "予算の不足のため。"],
    ["甲", "", "施策", "四", "達成", "", "予定どおり進んだ"],
  ];
  const tally = tallyOf(smallLedger(rows), DEFAULT_SETTINGS);

  it("stand in where the plan has none, the commonest first", () => {
    expect(texts(writeNarrative(tally, DEFAULT_SETTINGS, EMPTY_PLAN), "not-achieved")).toEqual([
      "一方、予算の不足、人員の不足などの理由により、3項目（75.0％）が未達成となりました。",
    ]);
  });

  it("give way to those of the plan", () => {
    const made = writeNarrative(tally, DEFAULT_SETTINGS, { ...EMPTY_PLAN, notAchievedReasons: ["調整に時間を要した"] });
    expect(texts(made, "not-achieved")).toEqual([
      "一方、調整に時間を要したなどの理由により、3項目（75.0％）が未達成となりました。",
    ]);
  });
});

describe("a plan that still runs", () => {
  it("is not told that it has ended, nor how much of it was achieved in the end", () => {
    const tally = {
      ...tallyOf(smallLedger(rowsOf({ 甲: { 達成: 6 }, 乙: { 達成: 2, 未達成: 4 } })), DEFAULT_SETTINGS),
    };
    const interim = { ...tally, fieldWord: "基本目標", wording: wordingOf(DEFAULT_SETTINGS, true) };
    const made = writeNarrative(interim, DEFAULT_SETTINGS, { ...EMPTY_PLAN, name: "総合計画" });
    expect(made.paragraphs.slice(0, 2).map(({ text }) => text)).toEqual([
      "総合計画では、2つの基本目標にわたる12項目に取り組んでいます。",
      "このうち8項目で目標を達成し、達成済みの割合は66.7％となりました。",
    ]);
    expect(made.paragraphs.some(({ text }) => text.includes("達成率"))).toBe(false);
    expect(texts(made, "fields")).toEqual([
      "基本目標別に見ると、達成済みの割合が最も高かったのは、「甲」の100.0％（6項目中6項目）でした。一方、最も低かったのは、「乙」の33.3％（6項目中2項目）でした。",
    ]);
  });
});

describe("other vocabularies", () => {
  const letters = [
    status("S", { achieved: true, meaning: "計画以上" }),
    status("A", { achieved: true, meaning: "計画どおり" }),
    status("B", { meaning: "やや遅れている" }),
    status("C", { meaning: "ほとんど進んでいない" }),
    status("－", { meaning: "評価できない", inDenominator: false, reasonRequired: false }),
  ];

  it("names achieved classes together and says what the denominator leaves out", () => {
    const made = narrate({ 甲: { S: 2, A: 10, B: 3, "－": 1 }, 乙: { A: 5, C: 1 } }, { statuses: letters });
    expect(texts(made, "achieved")).toEqual([
      "このうち、「S」（計画以上）が2項目、「A」（計画どおり）が15項目で、これらを合わせると17項目となり、" +
        "「－」（評価できない）の1項目を除いた21項目を分母とするS・A評価の割合は、81.0％となりました。",
    ]);
    expect(texts(made, "other-status")).toEqual(["さらに、「－」（評価できない）は1項目でした。"]);
  });

  it("gives the plan's reasons once for several open classes", () => {
    const made = narrate(
      { 甲: { A: 4, B: 3 }, 乙: { A: 5, C: 1 } },
      { statuses: letters },
      { notAchievedReasons: ["人員の不足", "調整の遅れ"] },
    );
    expect(texts(made, "not-achieved")).toEqual([
      "一方、「B」（やや遅れている）は3項目（23.1％）でした。",
      "また、「C」（ほとんど進んでいない）は1項目（7.7％）でした。これらの主な理由は、人員の不足、調整の遅れなどです。",
    ]);
    expect(made.paragraphs.filter(({ missing, kind }) => missing && kind === "not-achieved")).toEqual([]);
  });

  it("reads on with words and symbols", () => {
    const words = [status("順調", { achieved: true }), status("遅れている", { reasonRequired: false })];
    const made = narrate({ 甲: { 順調: 4 }, 乙: { 順調: 1, 遅れている: 1 } }, { statuses: words });
    expect(texts(made, "achieved")).toEqual(["このうち、「順調」は5項目で、順調の割合は83.3％となりました。"]);
    expect(texts(made, "other-status")).toEqual(["一方、「遅れている」は1項目（16.7％）でした。"]);
  });

  it("says so where nothing or everything was achieved", () => {
    expect(texts(narrate({ 甲: { 未達成: 2 } }, {}), "achieved")).toEqual([
      "このうち、目標を達成したものはありませんでした。",
    ]);
    expect(texts(narrate({ 甲: { 未達成: 2 } }, {}), "not-achieved")[0]).toBe("2項目（100.0％）が未達成となりました。");
    expect(texts(narrate({ 甲: { 達成: 3 } }, {}), "achieved")).toEqual([
      "3項目の全てで目標を達成し、達成率は100.0％となりました。",
    ]);
  });

  it("names what is 区分外", () => {
    const made = narrate({ 甲: { 達成: 3, 検討中: 2, "": 1 } }, {});
    expect(texts(made, "outside")).toEqual([
      "このほか、状況が「達成」、「未達成」及び「中止」のいずれの区分にも当たらないものが3項目（「検討中」2項目、空欄1項目）あり、区分外として件数を別に示しています。",
    ]);
    expect(texts(made, "achieved")[0]).toContain(
      "区分外の3項目を除いた3項目を分母とする達成率は、100.0％となりました。",
    );
  });
});

describe("best and weakest field", () => {
  it("are not compared where there is nothing to compare", () => {
    for (const counts of [{ 甲: { 達成: 3, 中止: 1 } }, { 甲: { 達成: 10 }, 乙: { 達成: 20 } }]) {
      expect(texts(narrate(counts, {}), "fields")).toEqual([]);
    }
  });

  it("are not compared where one measure more or less would turn them over", () => {
    expect(texts(narrate({ 甲: { 達成: 5, 未達成: 1 }, 乙: { 達成: 4, 未達成: 2 } }, {}), "fields")).toEqual([]);
    expect(texts(narrate({ 甲: { 達成: 4 }, 乙: { 未達成: 4 } }, {}), "fields")).toEqual([]);
  });

  it("are named together where they tie, without those that have no rate, and none is told a rate of nothing", () => {
    const statuses = [
      ...DEFAULT_SETTINGS.statuses,
      status("評価なし", { inDenominator: false, reasonRequired: false }),
    ];
    const made = narrate({ 甲: { 達成: 5 }, 乙: { 達成: 6 }, 丙: { 中止: 7 }, 丁: { 評価なし: 9 } }, { statuses });
    expect(texts(made, "fields")).toEqual([
      "分野別に見ると、達成率が最も高かったのは、「甲」及び「乙」で、いずれも100.0％でした。一方、「丙」では、目標を達成したものはありませんでした。",
    ]);
  });

  it("are counted where too many tie", () => {
    const counts = Object.fromEntries(Array.from("甲乙丙丁戊己庚", (name) => [name, { 達成: 5 }]));
    expect(texts(narrate({ ...counts, 辛: { 中止: 5 } }, {}), "fields")[0]).toContain(
      "最も高かったのは、「甲」、「乙」、「丙」、「丁」、「戊」など7分野で、いずれも100.0％でした。",
    );
  });
});

describe("a wording of 計画", () => {
  const counts = { 甲: { 達成: 8, 未達成: 3, 中止: 1 } };
  const wording = (item: string, text: readonly string[], automatic = "") => ({ item, text, automatic });

  it("stands in the place of the product's sentence, which says that it is one", () => {
    const made = narrate(
      counts,
      {},
      { wordings: [wording("未達成", ["残る3項目は、翌年度に続けます。", "引き続き努めます。"])] },
    );
    expect(texts(made, "not-achieved")).toEqual(["残る3項目は、翌年度に続けます。", "引き続き努めます。"]);
    const [worded] = made.paragraphs.filter(({ kind }) => kind === "not-achieved");
    expect(worded).toMatchObject({ item: "評価：未達成", origin: "plan", missing: false, contradicted: false });
    // The reason that was asked for is the writer's business now.
    expect(worded!.automatic).toBe("一方、3項目（25.0％）が未達成となりました。");
    expect(made.paragraphs.find(({ kind }) => kind === "achieved")).toMatchObject({
      item: "評価：達成",
      origin: "automatic",
    });
    expect(made.unplaced).toEqual([]);
  });

  it("has its numbers held against the tally", () => {
    const made = narrate(counts, {}, { wordings: [wording("達成", ["このうち9項目で目標を達成しました。"])] });
    expect(made.paragraphs.find(({ kind }) => kind === "achieved")).toMatchObject({
      contradicted: true,
      contradictions: [{ text: "9項目", expected: 8 }],
    });
  });

  it("is marked where the product would write something else by now", () => {
    const before = narrate(counts, {}).paragraphs.find(({ kind }) => kind === "achieved")!.text;
    const wordings = [wording("達成", ["8割に届きませんでした。"], before)];
    const same = narrate(counts, {}, { wordings }).paragraphs.find(({ kind }) => kind === "achieved");
    expect(same).not.toHaveProperty("outdated");
    const changed = narrate({ 甲: { 達成: 9, 未達成: 2, 中止: 1 } }, {}, { wordings });
    expect(changed.paragraphs.find(({ kind }) => kind === "achieved")).toMatchObject({
      text: "8割に届きませんでした。",
      outdated: true,
    });
  });

  it("is named where the evaluation has no place for it", () => {
    const made = narrate({ 甲: { 達成: 8 } }, {}, { wordings: [wording("未達成", ["残りは続けます。"])] });
    expect(made.unplaced).toEqual(["評価：未達成"]);
    expect(made.paragraphs.some(({ text }) => text === "残りは続けます。")).toBe(false);
  });
});

describe("paragraphs", () => {
  it("never begin like the one before", () => {
    const names = ["A", "B", "C", "D", "E", "F"];
    const statuses = names.map((name, at) => status(name, { achieved: at === 0, reasonRequired: false }));
    const made = narrate(
      { 甲: Object.fromEntries(names.map((name) => [name, 2])), 乙: { A: 9, 検討中: 1 } },
      { statuses },
    );
    const openings = made.paragraphs.filter(({ missing }) => !missing).map(({ text }) => text.slice(0, 3));
    openings.slice(1).forEach((opening, at) => {
      expect(opening).not.toBe(openings[at]);
    });
  });
});

describe("any ledger", () => {
  const count = fc.integer({ min: 0, max: 40 });
  it("gets sentences that end, and whose numbers its own tally bears out", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ 達成: count, 未達成: count, 中止: count }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom("half", "full", "single-full"),
        fc.constantFrom("include", "exclude", "both"),
        (fields, digits, relisted) => {
          const settings = { ...DEFAULT_SETTINGS, digits, relisted } as const;
          const counts = Object.fromEntries(fields.map((field, index) => [`分野${"甲乙丙丁戊"[index]!}`, field]));
          const rows = rowsOf(counts);
          fc.pre(rows.length > 0);
          const tally = tallyOf(smallLedger(rows), settings);
          const { paragraphs } = writeNarrative(tally, settings, plan);
          for (const { text } of paragraphs) expect(text).toMatch(/。$/);
          expect(
            reconcile(
              paragraphs.map(({ text }) => ({ source: "", text })),
              tally,
              settings,
              plan,
            ),
          ).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });
});
