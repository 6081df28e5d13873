import { describe, expect, it } from "vitest";
import { ROUNDING_NAMES } from "../../src/ledger/rounding";
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

  it("nor does any way of rounding: what does not add to 100 is noted in the report", () => {
    const modes = Object.values(ROUNDING_NAMES).map(([name]) => name);
    for (const [name, statuses] of Object.entries(VOCABULARIES)) {
      const book = cleanBook(120, statuses, new Random(name.length));
      for (const mode of modes) {
        book.settings = settingsRows(statuses, mode);
        expect(check(book)).toEqual([]);
      }
    }
  });
});
