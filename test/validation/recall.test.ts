import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RULES } from "../../src/validation/rules";
import { check, places } from "./check-rows";
import { Random } from "./clean-ledger";
import { PLANTINGS } from "./plantings";

/** Together at least 5,000 plantings. */
const RUNS = Math.ceil(5_200 / RULES.length);

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
