import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paginate, usableHeight, type PageItem } from "../../src/report/pages";

const row = (height: number, more: Partial<PageItem> = {}): PageItem => ({ height, ...more });

describe("paginate", () => {
  it.each([
    ["fills a page to its last point", [row(50), row(50), row(1)], [0, 0, 1]],
    ["takes a heading to the page of what follows", [row(80), row(20, { keepWithNext: true }), row(10)], [0, 1, 1]],
    [
      "takes a chain of headings together",
      [row(60), row(20, { keepWithNext: true }), row(20, { keepWithNext: true }), row(10)],
      [0, 1, 1, 1],
    ],
    ["leaves out the free space at the top of a page", [row(100), row(60, { spaceBefore: 30 }), row(40)], [0, 1, 1]],
    ["counts the free space between rows", [row(60), row(30, { spaceBefore: 15 })], [0, 1]],
    ["gives an item that no page can hold a page of its own", [row(10), row(150), row(10)], [0, 1, 2]],
    [
      "parts a chain that no page can hold where the page ends",
      [row(60), row(60, { keepWithNext: true }), row(60, { keepWithNext: true }), row(10)],
      [0, 1, 2, 2],
    ],
    ["has nothing to do without items", [], []],
  ])("%s", (_, items, pages) => {
    expect(paginate(items, 100)).toEqual(pages);
  });

  it("never overfills a page, leaves none empty and no kept item alone at a page's foot", () => {
    const item = fc.record({
      height: fc.integer({ min: 6, max: 60 }),
      spaceBefore: fc.constantFrom(0, 0, 9, 15),
      keepWithNext: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 80 }), (items) => {
        const height = 400;
        const pages = paginate(items, height);
        expect(pages).toHaveLength(items.length);
        const used = new Map<number, number>();
        pages.forEach((page, i) => {
          const previous = pages[i - 1];
          expect(page - (previous ?? 0)).toBeOneOf(i === 0 ? [0] : [0, 1]);
          const top = !used.has(page);
          used.set(page, (used.get(page) ?? 0) + items[i]!.height + (top ? 0 : items[i]!.spaceBefore));
        });
        for (const sum of used.values()) expect(sum).toBeLessThanOrEqual(height);
        items.forEach((one, i) => {
          if (!one.keepWithNext || i === items.length - 1 || pages[i] === pages[i + 1]) return;
          expect(chainHeight(items, i)).toBeGreaterThan(height);
        });
      }),
      { numRuns: 500 },
    );
  });
});

it("leaves 2 % of the page free", () => {
  const margins = { top: 71, bottom: 71, left: 33, right: 19, header: 34, footer: 34 };
  expect(usableHeight(margins)).toBeCloseTo(700 * 0.98);
});

/** Height of the whole chain that item `i` belongs to, at the top of a page. */
function chainHeight(items: readonly PageItem[], i: number): number {
  let start = i;
  while (start > 0 && items[start - 1]!.keepWithNext === true) start--;
  let height = items[start]!.height;
  for (let k = start; items[k]!.keepWithNext === true && k + 1 < items.length; k++) {
    height += items[k + 1]!.height + (items[k + 1]!.spaceBefore ?? 0);
  }
  return height;
}
