import { describe, expect, it } from "vitest";
import { RULES } from "../../src/validation/rules";
import { brokenBooks } from "./break-all-the-rules";
import { check } from "./check-rows";

describe("books that break all the rules", () => {
  const books = brokenBooks();

  it("break every rule between them", () => {
    expect(books.flatMap(({ breaks }) => breaks).sort()).toEqual(RULES.map(({ id }) => id).sort());
  });

  it.each(books)("$name: each exactly once", ({ book, breaks }) => {
    const counts = new Map<string, number>();
    for (const { rule } of check(book)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    expect(Object.fromEntries([...counts].sort())).toEqual(Object.fromEntries(breaks.map((rule) => [rule, 1]).sort()));
  });
});
