import { describe, expect, it } from "vitest";
import { check } from "./check-rows";
import { cleanBook, fieldsRows, Random, settingsRows } from "./clean-ledger";
import { VOCABULARIES } from "./vocabularies";

describe("a clean ledger gives no finding at all", () => {
  it.each(Object.keys(VOCABULARIES))("%s", (name) => {
    for (const rows of [10, 30, 98, 500, 5_000]) {
      for (let seed = 0; seed < (rows > 400 ? 1 : 5); seed++) {
        const book = cleanBook(rows, VOCABULARIES[name]!, new Random(seed * 101 + rows));
        if (seed % 2 === 1) book.fields = fieldsRows(book.ledger);
        expect(check(book)).toEqual([]);
      }
    }
  });

  it("but the one warning that rounding may bring", () => {
    for (const [name, statuses] of Object.entries(VOCABULARIES)) {
      const book = cleanBook(120, statuses, new Random(name.length));
      book.settings = settingsRows(statuses, "四捨五入");
      for (const finding of check(book)) {
        expect(finding.rule).toBe("shares-sum");
        const [, sum] = /合計が([\d.]+)％/.exec(finding.message) ?? [];
        expect(Number(sum)).not.toBe(100);
      }
    }
  });
});
