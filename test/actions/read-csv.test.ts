import { describe, expect, it } from "vitest";
import { encodeCp932 } from "../../src/actions/encode-cp932";
import { readCsv } from "../../src/actions/read-csv";

const TEXT =
  '番号,個別事業,状況,備考\r\n1,窓口の改善,達成,"一、二\r\n三"\r\n002,髙﨑線,未達成,=1+1\r\n3,予算 1.10,中止,1.10\r\n';
const CELLS = [
  ["番号", "個別事業", "状況", "備考"],
  [1, "窓口の改善", "達成", "一、二\r\n三"],
  ["002", "髙﨑線", "未達成", "=1+1"],
  [3, "予算 1.10", "中止", "1.10"],
];
const utf8 = new TextEncoder().encode(TEXT);

describe("readCsv", () => {
  it.each([
    ["UTF-8", utf8],
    ["UTF-8 with a byte order mark", Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8])],
    ["CP932", encodeCp932(TEXT).bytes],
    ["UTF-16 with a byte order mark", new Uint8Array(Buffer.from(`\ufeff${TEXT}`, "utf16le"))],
  ])("reads %s, and nothing but plain numbers as numbers", (_, bytes) => {
    expect(readCsv(bytes)).toEqual(CELLS);
  });

  it("reads tabs in the place of commas, with commas in the text", () => {
    expect(readCsv(new TextEncoder().encode('番号\t備考\n1\ta,b\n2\t"c\td"\n'))).toEqual([
      ["番号", "備考"],
      [1, "a,b"],
      [2, "c\td"],
    ]);
  });

  it("gives every row the width of the widest, and no rows for no text", () => {
    expect(readCsv(new TextEncoder().encode("a\nb,c\n"))).toEqual([
      ["a", ""],
      ["b", "c"],
    ]);
    expect(readCsv(new Uint8Array())).toEqual([]);
  });

  it("takes no bytes for text that are none", () => {
    expect(readCsv(Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0, 0, 0xff, 0xa0]))).toBeNull();
  });
});
