import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/validation/finding";
import { doneStops, stepped, walkOn, walkThrough } from "../../src/taskpane/walk";
import { finding, outcome } from "./fake-actions";

const error = (cell: string): Finding => finding({ cell });
const warning = (cell: string): Finding => finding({ cell, severity: "warning", rule: "space-edge" });
const cellsOf = ({ stops }: ReturnType<typeof walkThrough>): string[] => stops.map(({ cell }) => cell);

describe("going through findings", () => {
  it("begins with what blocks, and stops at nothing that is only said", () => {
    const walk = walkThrough(outcome([warning("A1"), finding({ cell: "A2", severity: "info" }), error("A3")]));
    expect(cellsOf(walk)).toEqual(["A3", "A1"]);
  });

  it("ticks off what is mended, keeps its number, and goes on to the next", () => {
    const walk = walkThrough(outcome([error("A1"), error("A2"), error("A3")]));
    const next = walkOn(stepped(walk, 1), outcome([error("A1"), error("A3")]), false);
    expect(cellsOf(next)).toEqual(["A1", "A2", "A3"]);
    expect(next.at).toBe(2);
    expect(doneStops(next)).toBe(1);
    // Taken back, it is open again.
    expect(doneStops(walkOn(next, outcome([error("A1"), error("A2"), error("A3")]), false))).toBe(0);
  });

  it("goes back to what blocks before it goes on to what does not", () => {
    const walk = walkThrough(outcome([error("A1"), error("A2"), warning("B1")]));
    expect(walkOn(stepped(walk, 1), outcome([error("A1"), warning("B1")]), false).at).toBe(0);
  });

  it("adds at the end what is found anew", () => {
    const walk = walkThrough(outcome([error("A1")]));
    expect(cellsOf(walkOn(walk, outcome([error("C9")]), false))).toEqual(["A1", "C9"]);
  });

  it("takes no finding for a mended one where rows have moved", () => {
    const walk = walkThrough(outcome([error("A1"), error("A2"), error("A3")]));
    const moved = walkOn(walk, outcome([error("A1"), error("A2")]), true);
    expect([moved.stops.length, doneStops(moved), moved.at]).toEqual([3, 1, 1]);
    const next = walkOn(moved, outcome([error("A2")]), false);
    expect([doneStops(next), next.stops[next.at]!.cell]).toEqual([2, "A2"]);
  });

  it("steps round", () => {
    const walk = walkThrough(outcome([error("A1"), error("A2")]));
    expect([stepped(walk, -1).at, stepped(stepped(walk, 1), 1).at]).toEqual([1, 0]);
  });
});
