import { expect, it } from "vitest";
import { addressLists } from "../../src/excel/address-lists";

it("joins addresses in their order, none longer than Excel takes, and no more of them than that needs", () => {
  const addresses = Array.from({ length: 3_000 }, (_, index) => `A${index + 1}:C${index + 1}`);
  const lists = addressLists(addresses);
  expect(lists.join().split(",")).toEqual(addresses);
  for (const [at, list] of lists.entries()) {
    expect(list.length).toBeLessThanOrEqual(8_192);
    const [next] = (lists[at + 1] ?? "").split(",");
    if (next) expect(list.length + 1 + next.length).toBeGreaterThan(8_192);
  }
  expect(addressLists([])).toEqual([]);
});
