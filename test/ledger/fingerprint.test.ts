import fc from "fast-check";
import { expect, test } from "vitest";
import type { CellValue } from "../../src/cells/cell";
import { Fingerprint, fingerprint } from "../../src/ledger/fingerprint";
import { readLedger } from "../../src/ledger/read-ledger";
import { DEFAULT_STATUSES } from "../../src/ledger/settings";
import type { SheetSource } from "../../src/ledger/source";
import { sampleLedger } from "../fixtures/sample-ledger";

const cell: fc.Arbitrary<CellValue> = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.constantFrom("", "達成", "未達成", "1", "TRUE"),
  fc.double({ noNaN: true }),
  fc.integer({ min: -3, max: 3 }),
  fc.boolean(),
);
const block = fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 5 });

test("is 16 hexadecimal digits and the same for the same cells", () => {
  fc.assert(
    fc.property(block, (values) => {
      const copy = values.map((cells) =>
        cells.map((each) => (typeof each === "string" ? each.split("").join("") : each)),
      );
      expect(fingerprint(values)).toMatch(/^[0-9a-f]{16}$/);
      expect(fingerprint(copy)).toBe(fingerprint(values));
    }),
  );
});

test("changes when any cell changes", () => {
  fc.assert(
    fc.property(block, fc.nat(), fc.nat(), cell, (values, row, column, other) => {
      const at = row % values.length;
      const before = values[at]?.[column % 4];
      fc.pre(before !== other && !(before === 0 && other === 0));
      const changed = values.map((cells, index) =>
        index === at ? cells.map((each, place) => (place === column % 4 ? other : each)) : cells,
      );
      expect(fingerprint(changed)).not.toBe(fingerprint(values));
    }),
    { numRuns: 3000 },
  );
});

test("changes when any two different cells or rows change places", () => {
  const values = sampleLedger().values.slice(0, 30);
  const first = fingerprint(values);
  const seen = new Set([first]);
  for (let row = 0; row + 1 < values.length; row++) {
    const swapped = [...values];
    [swapped[row], swapped[row + 1]] = [values[row + 1] ?? [], values[row] ?? []];
    seen.add(fingerprint(swapped));
  }
  expect(seen.size).toBe(values.length);
});

test.each<[string, CellValue[][], CellValue[][]]>([
  ["a number and its text", [[1]], [["1"]]],
  ["a logical value and its text", [[true]], [["TRUE"]]],
  ["two texts and their joining", [["ab", "c"]], [["a", "bc"]]],
  ["two cells and two rows", [["a", "b"]], [["a"], ["b"]]],
  ["a blank cell before and none", [["", "a"]], [["a"]]],
  ["a blank row between and none", [["a"], [], ["b"]], [["a"], ["b"]]],
  ["swapped halves of a text", [["達成未達"]], [["未達達成"]]],
])("tells %s apart", (_, one, other) => {
  expect(fingerprint(one)).not.toBe(fingerprint(other));
});

test("blank cells at the end of a row and blank rows at the end do not count", () => {
  const trimmed: CellValue[][] = [["a", 1], [], ["b"]];
  expect(fingerprint([["a", 1, ""], ["", "", ""], ["b", "", ""], ["", "", ""], []])).toBe(fingerprint(trimmed));
  expect(fingerprint([["a", -0]])).toBe(fingerprint([["a", 0]]));
});

test("no two of 100,000 near texts share a fingerprint", () => {
  const seen = new Set<string>();
  for (let at = 0; at < 100_000; at++) seen.add(fingerprint([[`事業${at}`]]));
  expect(seen.size).toBe(100_000);
});

test("a ledger's covers its header and measures, not titles or notes", () => {
  const print = (source: SheetSource) => {
    const taken = new Fingerprint();
    readLedger(source, { statuses: DEFAULT_STATUSES, fieldOrder: [] }, taken);
    return taken.digest();
  };
  const { name, values } = sampleLedger();
  const at = (...rows: readonly (readonly CellValue[])[]) => ({ name, row: 0, column: 0, values: rows });
  const usual = print(sampleLedger());
  expect(print(at(["平成22年度末"], ...values, [], ["※ 注記"]))).toBe(usual);
  expect(print(at(...values.slice(0, -1)))).not.toBe(usual);
  expect(
    print(
      at(
        (values[0] ?? []).map((each) => (each === "状況" ? "進捗" : each)),
        ...values.slice(1),
      ),
    ),
  ).not.toBe(usual);
});

test("never changes, for 作成記録 and 検査記録 of earlier versions hold it", () => {
  expect(fingerprint([["分野", "状況"], [], ["行政", "達成", 1, 0.5, true, ""]])).toBe("6749d489e79fe467");
});
