import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { VERSION } from "../../src/actions/version";

const published = (file: string) =>
  (JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), "utf8")) as { version: string }).version;

it.each(["package.json", "package-lock.json"])("is the version of %s", (file) => {
  expect(VERSION).toBe(published(file));
});
