import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { statusIndexOf, statusRecogniser, type StatusRecognition } from "../../src/ledger/recognise-status";
import { DEFAULT_STATUSES } from "../../src/ledger/settings";
import { PLAIN, SPELLINGS, SYMBOLS, WORDS } from "../fixtures/spellings";
import { statusesOf, VOCABULARIES } from "../fixtures/vocabularies";

function inWords(recognition: StatusRecognition, labels: readonly string[]): string {
  switch (recognition.kind) {
    case "blank":
      return "blank";
    case "reject":
      return `reject ${recognition.reason}`;
    case "suggest":
      return `suggest ${recognition.indexes.map((index) => labels[index]).join(" ")}`;
    default:
      return `${recognition.kind} ${labels[recognition.index]}`;
  }
}

const VOCABULARY_OF = { plain: PLAIN, symbols: SYMBOLS, words: WORDS };

describe.each(["plain", "symbols", "words"] as const)("spellings under the vocabulary %s", (which) => {
  const labels = VOCABULARY_OF[which];
  const recognise = statusRecogniser(statusesOf(labels));
  const cases = SPELLINGS.flatMap((spelling) => {
    const expected = spelling[which];
    return expected === undefined ? [] : [{ shown: JSON.stringify(spelling.text), text: spelling.text, expected }];
  });
  test.each(cases)("$shown: $expected", ({ text, expected }) => {
    expect(inWords(recognise(text), labels)).toBe(expected);
  });
});

describe.each(VOCABULARIES)("vocabulary of $name", ({ labels }) => {
  const recognise = statusRecogniser(statusesOf(labels));

  test("each label is exact", () => {
    expect(labels.map((label) => recognise(label))).toEqual(labels.map((_, index) => ({ kind: "exact", index })));
  });

  test("each label counts in brackets, in full width and with stray spaces", () => {
    const wide = (label: string) =>
      label.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
    labels.forEach((label, index) => {
      for (const text of [`【${label}】`, ` ${label}\u3000`, `${label}\u200B`, Array.from(label).join(" ")]) {
        expect([text, statusIndexOf(recognise(text))]).toEqual([text, index]);
      }
      expect(statusIndexOf(recognise(wide(label)))).toBe(index);
    });
  });

  test("what is no label of it never counts", () => {
    for (const text of ["", "無関係な文", "？", "要確認", `${labels[0] ?? ""}・${labels[1] ?? ""}`]) {
      expect([text, statusIndexOf(recognise(text))]).toEqual([text, -1]);
    }
  });
});

describe("two-part labels", () => {
  const cases: [string, readonly string[]][] = [
    ["letter and wording", ["S", "A", "B", "C"]],
    ["letter and wording", ["計画以上", "計画どおり", "やや遅れている", "ほとんど進んでいない"]],
    ["letter and percentage", ["Ａ", "Ｂ", "Ｃ", "Ｄ"]],
    ["sign and wording", ["◎", "○", "−"]],
    ["sign and wording", ["達成済", "取組中", "未着手"]],
    ["wording and letter", ["a", "B", "C", "D"]],
    ["wording and letter", ["進んだ", "ある程度進んだ", "あまり進まなかった", "進まなかった"]],
    ["circled digit and wording", ["①", "②", "③"]],
    ["circled digit and wording", ["計画以上", "計画どおり", "計画未満"]],
  ];
  test.each(cases)("%s entered as %j", (name, entered) => {
    const recognise = statusRecogniser(statusesOf(VOCABULARIES.find((each) => each.name === name)?.labels ?? []));
    expect(entered.map((text) => statusIndexOf(recognise(text)))).toEqual(entered.map((_, index) => index));
  });

  test("a part that two labels share counts for neither", () => {
    const recognise = statusRecogniser(statusesOf(["A 達成", "B 達成"]));
    expect(recognise("達成")).toEqual({ kind: "reject", reason: "ambiguous" });
    expect(statusIndexOf(recognise("A"))).toBe(0);
  });

  test("a word before a space is no code", () => {
    const recognise = statusRecogniser(statusesOf(["一部 達成", "未 達成"]));
    expect(statusIndexOf(recognise("一部"))).toBe(-1);
    expect(statusIndexOf(recognise("一部達成"))).toBe(0);
  });
});

describe("labels whose forms collide", () => {
  test.each([[["①", "1", "２"]], [["Ⅲ", "III", "3"]], [["a", "A", "Ａ"]], [["○", "〇", "◯"]]])(
    "%j stay exact",
    (labels) => {
      const recognise = statusRecogniser(statusesOf(labels));
      expect(labels.map((label) => recognise(label))).toEqual(labels.map((_, index) => ({ kind: "exact", index })));
    },
  );

  test("a spelling of several of them counts for none", () => {
    expect(statusRecogniser(statusesOf(["①", "1"]))("１")).toEqual({ kind: "reject", reason: "ambiguous" });
  });
});

describe("what only the plan's owner can decide", () => {
  test("同義語 of the 設定 sheet count, and the same words do not where they are not listed", () => {
    const listed = DEFAULT_STATUSES.map((status) =>
      status.name === "達成" ? { ...status, synonyms: ["完了", "達成済み"] } : status,
    );
    expect(statusRecogniser(listed)("完了")).toEqual({ kind: "auto", index: 0 });
    expect(statusRecogniser(listed)("【達成済み】")).toEqual({ kind: "auto", index: 0 });
    expect(statusIndexOf(statusRecogniser(DEFAULT_STATUSES)("完了"))).toBe(-1);
  });

  test.each([
    ["概ね達成", ["目標をおおむね達成", "目標を未達成"], "reject unknown"],
    ["やや遅れいている", ["順調", "やや遅れている", "遅れている"], "suggest やや遅れている"],
    ["遅れてる", ["順調", "やや遅れている", "遅れている"], "suggest 遅れている"],
    ["次年度以降計画を見なおす", ["計画どおり完了", "次年度以降計画を見直す"], "suggest 次年度以降計画を見直す"],
    ["計画とおり完了", ["計画どおり完了", "見直す"], "suggest 計画どおり完了"],
    ["取り組み中", ["未着手", "取組中", "完了"], "suggest 取組中"],
    ["取り止め", ["達成", "中止"], "suggest 中止"],
    ["未実施", ["達成", "未達成", "未着手"], "suggest 未達成 未着手"],
  ])("%s among %j: %s", (text, labels, expected) => {
    expect(inWords(statusRecogniser(statusesOf(labels))(text), labels)).toBe(expected);
  });

  test("a negation is never taken for a slip of the pen", () => {
    const recognise = statusRecogniser(statusesOf(["目標を達成した", "中止"]));
    expect(recognise("目標を未達成した")).toEqual({ kind: "reject", reason: "unknown" });
  });
});

test("no text makes it fail, and an answer always points into the vocabulary", () => {
  fc.assert(
    fc.property(fc.constantFrom(...VOCABULARIES), fc.string({ unit: "binary", maxLength: 20 }), ({ labels }, text) => {
      const recognition = statusRecogniser(statusesOf(labels))(text);
      const indexes = recognition.kind === "suggest" ? recognition.indexes : [Math.max(0, statusIndexOf(recognition))];
      expect(indexes.length).toBeGreaterThan(0);
      for (const index of indexes) expect(labels[index]).toBeDefined();
    }),
  );
});
