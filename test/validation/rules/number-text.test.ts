import { expect, test } from "vitest";
import { check } from "../check-rows";

test.each([
  ["73.5%", "「73.5%」を数値「73.5」に直してください。ほかの行は数値です。"],
  ["▲5", "「▲5」を数値「-5」に直してください。ほかの行は数値です。"],
  ["1,234円", "「1,234円」を数値「1234」に直してください。ほかの行は数値です。"],
  ["+5件", "「+5件」を数値「5」に直してください。ほかの行は数値です。"],
  ["未定", "「未定」を数値に直してください。ほかの行は数値です。"],
])("%s among numbers is named with the number it means", (text, message) => {
  const rows = [95.2, 80, 12, 3, text].map((amount, at) => ["福祉", `取組その${at + 1}`, "達成", amount]);
  const found = check({ ledger: [["分野", "施策", "状況", "達成率"], ...rows] }).filter(
    ({ rule }) => rule === "number-text",
  );
  expect(found.map((finding) => [finding.cell, finding.message])).toEqual([["D6", message]]);
});
