import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { difference, shortened, visibleText } from "../../src/taskpane/cell-text";

describe("difference", () => {
  it.each([
    ["末達成", "未達成", { head: "", removed: "末", inserted: "未", tail: "達成" }],
    ["達成 ", "達成", { head: "達成", removed: " ", inserted: "", tail: "" }],
    ["", "達成", { head: "", removed: "", inserted: "達成", tail: "" }],
    ["𠮷野", "吉野", { head: "", removed: "𠮷", inserted: "吉", tail: "野" }],
  ])("%j → %j", (before, after, expected) => {
    expect(difference(before, after)).toEqual(expected);
  });

  it("keeps only a little of a long common text", () => {
    const { head, tail } = difference(
      "あ".repeat(100) + "x" + "い".repeat(100),
      "あ".repeat(100) + "y" + "い".repeat(100),
    );
    expect(head).toBe("…" + "あ".repeat(12));
    expect(tail).toBe("い".repeat(12) + "…");
  });

  it("gives both texts back when put together, where nothing was left out", () => {
    const short = fc.string({ unit: fc.constantFrom("a", "あ", "𠮷", " "), maxLength: 12 });
    fc.assert(
      fc.property(short, short, (before, after) => {
        const { head, removed, inserted, tail } = difference(before, after);
        expect(head + removed + tail).toBe(before);
        expect(head + inserted + tail).toBe(after);
      }),
    );
  });
});

describe("visibleText", () => {
  it.each([
    [" 達成　", "␣達成□"],
    ["一\r\n二\n三", "一↵二↵三"],
    ["a\tb", "a⇥b"],
    ["達\u200b成", "達‹U+200B›成"],
    ["辻\u{e0100}", "辻‹U+E0100›"],
    ["\u00a0", "‹U+00A0›"],
    ["\ue000", "‹U+E000›"],
    ["<b>達成</b>", "<b>達成</b>"],
  ])("%j", (text, expected) => {
    expect(visibleText(text)).toBe(expected);
  });
});

describe("shortened", () => {
  it("never cuts a character in two", () => {
    expect(shortened("𠮷𠮷𠮷", 2)).toBe("𠮷𠮷…");
    expect(shortened("達成", 2)).toBe("達成");
  });
});
