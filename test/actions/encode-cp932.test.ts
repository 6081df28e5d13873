import Encoding from "encoding-japanese";
import { describe, expect, it } from "vitest";
import { encodeCp932, missingInCp932 } from "../../src/actions/encode-cp932";

describe("encodeCp932", () => {
  it.each([
    ["A", [0x41]],
    ["\\~", [0x5c, 0x7e]],
    ["亜", [0x88, 0x9f]],
    ["表", [0x95, 0x5c]],
    ["ﾃﾞ", [0xc3, 0xde]],
    ["①", [0x87, 0x40]],
    ["Ⅰ", [0x87, 0x54]],
    ["ⅰ", [0xfa, 0x40]],
    ["㈱", [0x87, 0x8a]],
    ["№", [0x87, 0x82]],
    ["∵", [0x81, 0xe6]],
    ["￢", [0x81, 0xca]],
    ["髙", [0xfb, 0xfc]],
    ["﨑", [0xfa, 0xb1]],
    ["～〜", [0x81, 0x60, 0x81, 0x60]],
    ["－−", [0x81, 0x7c, 0x81, 0x7c]],
    ["―—", [0x81, 0x5c, 0x81, 0x5c]],
    ["\r\n", [0x0d, 0x0a]],
  ])("%s", (text, bytes) => {
    expect([...encodeCp932(text).bytes]).toEqual(bytes);
    expect(encodeCp932(text).missing).toEqual([]);
  });

  it("writes ? for what it lacks and says so once", () => {
    const { bytes, missing } = encodeCp932("𠮷野㋿㋿\uE000");
    expect([...bytes]).toEqual([0x3f, 0x96, 0xec, 0x3f, 0x3f, 0x3f]);
    expect(missing).toEqual(["𠮷", "㋿", "\uE000"]);
  });

  it("is read back by an independent decoder, for every kana and every kanji of JIS X 0208", () => {
    const characters: string[] = [];
    for (let code = 0x3041; code <= 0x30f6; code++)
      if (code < 0x3095 || code > 0x309a) characters.push(String.fromCharCode(code));
    for (let code = 0x4e00; code <= 0x9fa5; code++) characters.push(String.fromCharCode(code));
    const known = characters.filter((character) => encodeCp932(character).missing.length === 0);
    expect(known.length).toBeGreaterThan(6_355 + 160);
    const text = known.join("");
    const decoded = Encoding.codeToString(
      Encoding.convert([...encodeCp932(text).bytes], { from: "SJIS", to: "UNICODE" }),
    );
    // The independent table lacks IBM's extensions; everything that it knows must agree.
    const other = Array.from(decoded);
    const differing = known.filter(
      (character, at) => other[at] !== character && other[at] !== "?" && other[at] !== "・",
    );
    expect(differing).toEqual([]);
  });
});

describe("missingInCp932", () => {
  it("names characters, code points and cells", () => {
    expect(
      missingInCp932([
        ["分野", "名称"],
        ["福祉", "𠮷野の𠮷"],
        ["㋿7年", "𠮷"],
      ]),
    ).toEqual([
      {
        character: "𠮷",
        codePoint: "U+20BB7",
        cells: [
          { row: 1, column: 1 },
          { row: 2, column: 1 },
        ],
      },
      { character: "㋿", codePoint: "U+32FF", cells: [{ row: 2, column: 0 }] },
    ]);
  });
});
