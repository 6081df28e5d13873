import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RULES } from "../../src/validation/rules";
import { check, places } from "./check-rows";
import { Random } from "./clean-ledger";
import { PLANTINGS } from "./plantings";

/** Plantings of all rules together, other ones each time; more of them where somebody has time for them. */
const PLANTED = Number(process.env.MEASURE_PLANTINGS ?? 2_000);
const RUNS = Math.ceil(PLANTED / RULES.length);

describe("every planted defect is found at its cell under its rule", () => {
  it.each(RULES.map(({ id }) => id))("%s", (id) => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { book, cell } = PLANTINGS[id](new Random(seed));
        const found = places(check(book)).filter((place) => place.startsWith(`${id} `) || place === id);
        expect(found).toContain(`${id} ${cell}`.trim());
      }),
      { numRuns: RUNS },
    );
  });
});
