import fc from "fast-check";
import { expect, test } from "vitest";
import { editDistance } from "../../src/ledger/edit-distance";

test.each([
  ["", "", 3, 0],
  ["達成", "達成", 3, 0],
  ["末達成", "未達成", 3, 1],
  ["健康管理システムの更新", "健康管理システム更新", 3, 1],
  ["kitten", "sitting", 3, 3],
  ["kitten", "sitting", 2, 3],
  ["", "abcd", 2, 3],
])("%s and %s within %i: %i", (a, b, limit, expected) => {
  expect(editDistance(a, b, limit)).toBe(expected);
});

test("is symmetric, and a limit only cuts it off", () => {
  const text = fc.string({ maxLength: 8 });
  fc.assert(
    fc.property(text, text, fc.integer({ min: 0, max: 9 }), (a, b, limit) => {
      const whole = editDistance(a, b, 99);
      expect(editDistance(b, a, 99)).toBe(whole);
      expect(editDistance(a, b, limit)).toBe(Math.min(whole, limit + 1));
    }),
  );
});
