import { expect, test } from "vitest";
import { readNumber } from "../../src/ledger/number-text";
import { SPELLINGS } from "../fixtures/spellings";

const cases = SPELLINGS.flatMap(({ text, number }) => (number === undefined ? [] : [{ text, number }]));

test.each(cases)("$text is $number", ({ text, number }) => {
  const reading = readNumber(text);
  expect(reading.kind === "none" ? "none" : `${reading.kind} ${reading.value}`).toBe(number);
});

test.each([
  ["33.3%", "33.3"],
  ["▲5", "-5"],
  ["△5%", "-5"],
  ["▲5%", "-5"],
  ["1,234円", "1234"],
  ["+5件", "5"],
  ["００７", "007"],
  ["0.0000001", "0.0000001"],
])("%s was typed as %s", (text, digits) => {
  expect(readNumber(text)).toMatchObject({ digits });
});
