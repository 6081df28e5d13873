import { expect, it } from "vitest";
import { encodeUtf8 } from "../../src/actions/encode-utf8";

it("begins with a byte order mark", () => {
  const bytes = encodeUtf8("分野,𠮷野\r\n");
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder("utf-8").decode(bytes)).toBe("分野,𠮷野\r\n");
});
