import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matchKey } from "../../src/ledger/match-key";
import { SPELLINGS } from "../fixtures/spellings";

describe("matchKey", () => {
  test.each(SPELLINGS.map(({ text, key }) => ({ shown: JSON.stringify(text), text, key })))(
    "$shown",
    ({ text, key }) => {
      expect(matchKey(text)).toBe(key);
    },
  );

  test("is its own key, whatever the text", () => {
    const texts = fc.oneof(
      fc.string({ unit: "binary", maxLength: 12 }),
      fc.string({ unit: "grapheme", maxLength: 12 }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(matchKey(matchKey(text))).toBe(matchKey(text));
      }),
      { numRuns: 3000 },
    );
  });

  test("holds no space and nothing invisible", () => {
    const invisible = fc.constantFrom(
      " ",
      "\u3000",
      "\u00A0",
      "\t",
      "\n",
      "\u200B",
      "\u200D",
      "\u2060",
      "\uFE0F",
      "\u00AD",
    );
    const mixed = fc.array(fc.oneof(invisible, fc.constantFrom("達", "成", "A", "ア", "が")), { maxLength: 10 });
    fc.assert(
      fc.property(mixed, (pieces) => {
        const visible = pieces.filter((piece) => /[達成Aアが]/.test(piece)).join("");
        expect(matchKey(pieces.join(""))).toBe(matchKey(visible));
      }),
    );
  });

  test.each([
    ["−", "-", "‐", "‑", "–", "—", "―", "ー", "－", "─"],
    ["〜", "～", "~", "∼"],
    ["【再掲】", "［再掲］", "〔再掲〕", "（再掲）", "(再掲)", "｛再掲｝", "《再掲》"],
    ["ABC", "abc", "ＡＢＣ", "Ａ Ｂ Ｃ"],
    ["ガ", "ｶﾞ", "カ\u3099"],
    ["⻑寿", "長寿"],
    ["⼾籍", "戸籍"],
  ])("takes %s and its like for the same", (first, ...others) => {
    for (const other of others) expect(matchKey(other)).toBe(matchKey(first));
  });

  test.each([
    ["高", "髙"],
    ["崎", "\uFA11"],
    ["○", "〇"],
    ["×", "x"],
    ["ひ", "ヒ"],
  ])("keeps %s and %s apart", (one, other) => {
    expect(matchKey(one)).not.toBe(matchKey(other));
  });

  test("keeps answering after more texts than it remembers", () => {
    for (let at = 0; at < 45_000; at++) matchKey(`（${at}）`);
    expect(matchKey("（0）")).toBe("(0)");
  });
});
