import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { RULES } from "../../src/validation/rules";
import { basisText } from "../../src/validation/validate";
import { validate } from "../../src/validation/validate";
import { ACCEPTED } from "./accepted";
import { check, EN, inputOf, JA } from "./check-rows";
import { Random } from "./clean-ledger";
import { PLANTINGS } from "./plantings";
import { markedTable, RULES_PAGE, rulesTable, tableCells } from "./rules-table";

const folder = new URL("../../src/validation/rules/", import.meta.url);
const files = readdirSync(folder).filter((name) => name !== "index.ts");
const ids = RULES.map(({ id }) => id);

describe("the registry", () => {
  it("has every rule's file under the rule's id, and nothing else", () => {
    expect(files.map((name) => name.replace(/\.ts$/, "")).sort()).toEqual([...ids].sort());
  });

  it("names a rule by the thing and what is checked of it", () => {
    for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)+$/);
  });

  it("holds frozen rules, each once", () => {
    expect(new Set(ids).size).toBe(ids.length);
    for (const rule of RULES) expect(Object.isFrozen(rule)).toBe(true);
  });

  it("is in the order of the handbook's table", () => {
    const cells = tableCells(markedTable(readFileSync(RULES_PAGE, "utf8")));
    expect(cells).toEqual(tableCells(rulesTable()));
    expect(cells.slice(1).map((row) => row.at(-1))).toEqual(ids);
  });

  it.each(["", "<!-- rules:begin -->", "<!-- rules:end -->", "<!-- rules:end --> <!-- rules:begin -->"])(
    "is missed where the page has only %j of its markers",
    (page) => {
      expect(() => markedTable(page)).toThrow("has no <!-- rules:begin -->");
    },
  );

  it("gives the sources of each rule", () => {
    for (const rule of RULES) {
      expect(rule.basis.length).toBeGreaterThan(0);
      expect(basisText(rule, JA.rules)).toMatch(/^(総務省|「行政データ|Excel|この計画|集計と照合).+：.+。$/);
    }
  });
});

describe.each(ids)("%s", (id) => {
  it("accepts what is as it should be", () => {
    expect(ACCEPTED[id].length).toBeGreaterThan(0);
    for (const { why, book } of ACCEPTED[id]) {
      expect({ why, found: check(book).filter(({ rule }) => rule === id) }).toEqual({ why, found: [] });
    }
  });

  it("says in both languages what is wrong and what to do", () => {
    const { book } = PLANTINGS[id](new Random(3));
    for (const messages of [JA, EN]) {
      const findings = validate(inputOf(book), messages).filter(({ rule }) => rule === id);
      expect(findings.length).toBeGreaterThan(0);
      const sentence =
        messages === JA ? /(ください。|ます。|かまいません。|です。|あります。|います。|ません。)/ : /[.]$/;
      for (const finding of findings) {
        expect(finding.message).toMatch(sentence);
        expect(finding.message.replace(/「#.*?」|“#.*?”/, "")).not.toMatch(/undefined|null|NaN|!|！/);
        expect(finding.suggestion.length).toBeGreaterThan(3);
        expect(finding.fix === "manual").toBe(finding.choices.length === 0);
      }
      const { title, why } = messages.rules.byRule[id];
      expect(title.length).toBeGreaterThan(1);
      expect(why.length).toBeGreaterThan(5);
    }
  });
});
