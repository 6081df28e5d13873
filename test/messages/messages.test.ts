import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { messagesFor } from "../../src/messages";
import { en } from "../../src/messages/en";
import { ja } from "../../src/messages/ja";
import { REPORT_PARTS } from "../../src/report/parts";

/** Place and kind of every sentence: "pane.title: string", "host.nameTaken: 1 values". */
function shape(words: unknown, path = ""): string[] {
  if (typeof words === "string") return [`${path}: string`];
  if (typeof words === "function") return [`${path}: sentence`];
  return Object.entries(words as object).flatMap(([key, value]) => shape(value, path === "" ? key : `${path}.${key}`));
}

describe("the sentences of the two languages", () => {
  it("have the same keys, in the same order", () => {
    expect(shape(en)).toEqual(shape(ja));
    expect(shape(ja).length).toBeGreaterThan(200);
  });

  it("name every part of the report where the command line explains --parts", () => {
    const option = new RegExp(`^ +--parts .*[（(]${REPORT_PARTS.join(",")}[）)]`, "m");
    for (const { commandLine } of [ja, en]) expect(commandLine.usage).toMatch(option);
    const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
    for (const part of REPORT_PARTS) expect(readme).toContain(`\`${part}\``);
  });

  it.each([
    ["ja-JP", ja],
    ["", ja],
    ["C.UTF-8", ja],
    ["fr-FR", ja],
    ["en", en],
    ["en-US", en],
    ["en_US.UTF-8", en],
  ])("a display language of %j gets its own", (language, words) => {
    expect(messagesFor(language)).toBe(words);
  });
});
