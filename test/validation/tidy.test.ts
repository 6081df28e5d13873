import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { closeLetterSpaces, tidy } from "../../src/validation/tidy";

describe("tidy", () => {
  it.each([
    ["達成　", "達成"],
    ["達成\u00A0", "達成"],
    ["達成\u200B", "達成"],
    ["\uFEFF達成", "達成"],
    ["達成\n", "達成"],
    ["未達成 ", "未達成"],
    ["か\u3099", "が"],
    ["⾏政", "行政"],
    ["⻄暦", "西暦"],
    ["庁内\r\nLAN", "庁内LAN"],
    ["Web\nGIS", "Web GIS"],
    ["第1期　　計画", "第1期　計画"],
    ["鐘\u0007", "鐘"],
  ])("%j becomes %j", (before, after) => {
    expect(tidy(before)).toBe(after);
  });

  it.each(["葛\u{E0100}飾", "﨑", "髙", "\uFA19社", "㈱", "①", "Ａ", "ﾃﾞｰﾀ", "【達成】", "𠮷野", "〜～−－"])(
    "leaves the characters of %j alone",
    (text) => {
      expect(tidy(text)).toBe(text);
    },
  );

  it("is idempotent and only takes away or composes", () => {
    const alphabet = fc.constantFrom(
      ...Array.from("達成 　\t\n\r\u00A0\u200Bか\u3099⾏Aa1\u0007\uFEFF"),
      "\uD800",
      "\uDC00",
    );
    fc.assert(
      fc.property(fc.array(alphabet, { maxLength: 12 }), (characters) => {
        const once = tidy(characters.join(""));
        expect(tidy(once)).toBe(once);
        expect(once.length).toBeLessThanOrEqual(characters.join("").length);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("closeLetterSpaces", () => {
  it.each([
    ["L A N構築", "LAN構築"],
    ["総合行政ネットワーク（L G W A N）の整備", "総合行政ネットワーク（LGWAN）の整備"],
    ["I Cカード", "ICカード"],
    ["達 成", "達成"],
    ["Web GIS", "Web GIS"],
    ["IT 推進", "IT 推進"],
    ["第1期 実施計画", "第1期 実施計画"],
  ])("%j becomes %j", (before, after) => {
    expect(closeLetterSpaces(before)).toBe(after);
  });
});
