import { describe, expect, it } from "vitest";
import { addressOf } from "../config/webpack/deployment-address.js";

describe("the address in the manifest", () => {
  it.each([
    ["https://intranet.example.lg.jp/measure-ledger", "https://intranet.example.lg.jp/measure-ledger/"],
    ["https://intranet.example.lg.jp:8443/", "https://intranet.example.lg.jp:8443/"],
    ["https://localhost:3000/", "https://localhost:3000/"],
    ["http://localhost:8080", "http://localhost:8080/"],
  ])("%s becomes %s", (text, address) => {
    expect(addressOf(text)).toBe(address);
  });

  it.each(["http://intranet.example.lg.jp/", "intranet.example.lg.jp", "", "file:///C:/dist/", "\\\\server\\share"])(
    "stops the build where it is %j, with what to write instead",
    (text) => {
      expect(() => addressOf(text)).toThrow(
        /^MEASURE_LEDGER_URL is ".*", but Excel loads .* https only\. .*https:\/\/intranet/,
      );
    },
  );

  it.each(["https://server/a?b", "https://server/a#b", "https://user@server/a"])("stops it for %j", (text) => {
    expect(() => addressOf(text)).toThrow("address of a folder");
  });
});
