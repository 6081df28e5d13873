import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakLines, lineHeight, wrappedLines } from "../../src/report/text-layout";
import { textWidth } from "../../src/report/text-width";
import { cpuTime } from "../fixtures/cpu-time";

const NO_START = "。、」』】）〕々ー・？！っゃゅょァッャュョ";
const NO_END = "（「『【〔";
const trimmedWidth = (line: string): number => textWidth(line.replace(/[ \u3000]+$/, ""));

describe("breakLines", () => {
  it.each([
    ["fills a line to its last full-width place", "あいうえおかきくけこ", 5, ["あいうえお", "かきくけこ"]],
    ["leaves no short end of a sentence over", "あいうえおかきくけこです。", 11, ["あいうえおかきくけこ", "です。"]],
    ["takes a letter down to a short last line", "あいうえおかきくけこさす。", 11, ["あいうえおかきくけこ", "さす。"]],
    ["pulls the letter before a full stop down with it", "あいうえおか。きく", 6, ["あいうえお", "か。きく"]],
    ["keeps an opening bracket with what it opens", "あいうえ（かき）", 5, ["あいうえ", "（かき）"]],
    [
      "keeps small kana and the long vowel mark off the line's start",
      "センターシステム",
      3,
      ["セン", "ターシ", "ステム"],
    ],
    ["keeps a Latin word together", "市のLGWANの整備", 4.5, ["市の", "LGWAN", "の整備"]],
    ["keeps a number with its decimals and its unit sign", "達成率は73.5%です", 6, ["達成率は", "73.5%です"]],
    ["keeps a number of full-width digits together", "達成率は７３．５％です", 6, ["達成率は", "７３．５％で", "す"]],
    ["keeps i-mode and a date together", "i-mode等2011/3/31", 6.5, ["i-mode等", "2011/3/31"]],
    ["breaks a word that is longer than the line", "ABCDEFGHIJ", 4, ["ABCDE", "FGHIJ"]],
    ["keeps double ellipses together", "あいうえ……お", 5, ["あいうえ", "……お"]],
    ["leaves a space at the end of the line before the break", "Windows Server", 7, ["Windows ", "Server"]],
    ["does not leave a paragraph's indent alone on a line", "　Abcdefghijklmnop", 6, ["　Abcdefg", "hijklmnop"]],
    ["ends a line at an explicit break of any kind", "あ\r\nい\nう\rえ", 10, ["あ", "い", "う", "え"]],
    ["gives an empty paragraph a line of its own", "あ\n\nい", 10, ["あ", "", "い"]],
    ["gives an empty text one line", "", 10, [""]],
  ])("%s", (_, text, width, lines) => {
    expect(breakLines(text, width)).toEqual(lines);
  });

  it("gives the first line of each paragraph less room by the indent", () => {
    expect(breakLines("あいうえおか\nきくけこさし", 4, 1)).toEqual(["あいう", "えおか", "きくけ", "こさし"]);
  });

  it("never splits surrogate pairs, combining marks, variation sequences or emoji sequences", () => {
    const whole = ["𠮷", "か\u3099", "葛\u{e0100}", "👨\u200d👩\u200d👧", "🇯🇵", "e\u0301"];
    for (const cluster of whole) {
      const lines = breakLines(cluster.repeat(7), 1.1);
      expect(lines.join("")).toBe(cluster.repeat(7));
      for (const line of lines) expect(line.length % cluster.length).toBe(0);
    }
  });

  const word = fc.oneof(
    fc.constantFrom(...Array.from("市民行政情報化推進計画評価実施状況ひらがなカタカナ")),
    fc.constantFrom(...Array.from("市民行政情報化推進計画評価実施状況ひらがなカタカナ")),
    fc.constantFrom(...Array.from(NO_START)),
    fc.constantFrom(...Array.from(NO_END)),
    fc.constantFrom("LGWAN", "GIS", "73.5%", "i-mode", "2010", " ", "　"),
  );
  /** Japanese text as it is written: no run of more than three signs that may not be parted. */
  const text = fc
    .array(word, { maxLength: 120 })
    .map((words) => words.join(""))
    .filter((t) => !new RegExp(`[${NO_START}${NO_END} \u3000]{4}`).test(t));

  it("does not leave an opening bracket at a line's end where a space follows it", () => {
    expect(breakLines("市民行政（ LGWAN", 6.5)).toEqual(["市民行政", "（ LGWAN"]);
    expect(breakLines("LGWAN市（（ LGWAN（", 12)).toEqual(["LGWAN市（（ LGWAN", "（"]);
  });

  it("joined, the lines are the text; none is too wide; none breaks the rules of its signs", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 12, max: 45 }), (value, width) => {
        const lines = breakLines(value, width);
        expect(lines.join("")).toBe(value);
        for (const [i, line] of lines.entries()) {
          expect(trimmedWidth(line)).toBeLessThanOrEqual(width + 1e-6);
          if (i > 0) expect(NO_START).not.toContain(line[0]);
          if (i < lines.length - 1) expect(NO_END).not.toContain(line.trimEnd().slice(-1));
        }
      }),
      { numRuns: 500 },
    );
  });

  it("keeps text and width whatever the text is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), fc.integer({ min: 3, max: 40 }), (value, width) => {
        const lines = breakLines(value, width);
        expect(lines.join("")).toBe(value.replace(/\r\n|[\n\r\u2028]/g, ""));
        for (const line of lines) {
          expect(trimmedWidth(line)).toBeLessThanOrEqual(Math.max(width, widestCluster(line)) + 1e-6);
        }
      }),
    );
  });

  it("breaks a million characters in linear time", () => {
    const sentence = "行政サービスの電子化（ICTの活用）を進め、73.5%の項目で目標を達成しました。";
    const time = (repeats: number): number => {
      const begin = cpuTime();
      breakLines(sentence.repeat(repeats), 40);
      return cpuTime() - begin;
    };
    time(2_000);
    expect(time(24_000)).toBeLessThan(Math.max(2_000, 40 * time(2_000)));
  });
});

describe("heights", () => {
  it.each([
    [8.5, 15],
    [10.5, 18],
    [12, 21],
    [16, 30],
  ])("a line of %s pt is %s pt high", (fontSize, height) => {
    expect(lineHeight(fontSize)).toBe(height);
  });

  it("counts the lines of a wrapped cell from its column's width", () => {
    expect(wrappedLines("あ".repeat(80), 40 * 10.5 + 4.5, 10.5)).toBe(2);
    expect(wrappedLines("あ".repeat(81), 40 * 10.5 + 4.5, 10.5)).toBe(3);
  });
});

/** Emoji sequences are one cluster but several code points wide; a single cluster is never split. */
function widestCluster(line: string): number {
  return Math.max(0, ...[...new Intl.Segmenter("ja").segment(line)].map((s) => textWidth(s.segment)));
}
