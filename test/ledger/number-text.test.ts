import { expect, test } from "vitest";
import { readNumber } from "../../src/ledger/number-text";
import { SPELLINGS } from "../fixtures/spellings";

const cases = SPELLINGS.flatMap(({ text, number }) => (number === undefined ? [] : [{ text, number }]));

test.each(cases)("$text is $number", ({ text, number }) => {
  const reading = readNumber(text);
  expect(reading.kind === "none" ? "none" : `${reading.kind} ${reading.value}`).toBe(number);
});
