import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { StyleGrid } from "../../../src/embedded/model/cell-styles";
import { cellKey } from "../../../src/embedded/model/grid";

describe("StyleGrid", () => {
  it("answers as a map of the cells does, whatever is set and deleted (property)", () => {
    const step = fc.record({
      row: fc.nat(3),
      column: fc.nat(5),
      style: fc.option(fc.nat(4), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(3), { maxLength: 4 }), { maxLength: 4 }), fc.array(step), (rows, steps) => {
        const grid = new StyleGrid();
        const map = new Map<number, number>();
        rows.forEach((cells, row) => {
          grid.setRow(row, Uint16Array.from(cells));
          cells.forEach((cell, column) => {
            if (cell > 0) map.set(cellKey(row, column), cell - 1);
          });
        });
        for (const { row, column, style } of steps) {
          const key = cellKey(row, column);
          if (style === null) expect(grid.delete(key)).toBe(map.delete(key));
          else {
            grid.set(key, style);
            map.set(key, style);
          }
        }
        expect(grid.size).toBe(map.size);
        expect([...grid].sort(([one], [other]) => one - other)).toEqual([...map].sort(([one], [other]) => one - other));
        expect([...grid.keys()].sort((one, other) => one - other)).toEqual(
          [...map.keys()].sort((one, other) => one - other),
        );
        for (const key of map.keys()) expect([grid.has(key), grid.get(key)]).toEqual([true, map.get(key)]);
        expect([grid.has(cellKey(9, 0)), grid.get(cellKey(0, 99))]).toEqual([false, undefined]);
      }),
    );
  });

  it("takes memory once for rows that look alike", () => {
    const grid = new StyleGrid();
    const row = Uint16Array.of(2, 2, 0, 5);
    expect([0, 1, 2].map((at) => grid.setRow(at, row))).toEqual([4, 0, 0]);
    grid.set(cellKey(1, 0), 8);
    expect([0, 1, 2].map((at) => grid.get(cellKey(at, 0)))).toEqual([1, 8, 1]);
    expect(grid.size).toBe(9);
  });
});
