import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hashOf, PICTURES, SUBJECTS, TAKEN, type PictureName } from "./pictures";

const names = Object.keys(SUBJECTS) as PictureName[];
const taken = JSON.parse(readFileSync(join(PICTURES, TAKEN), "utf8")) as Readonly<Record<string, string>>;

describe("the pictures of the handbook", () => {
  it.each(names)("%s shows what the pane looks like now; if not: npm run build && npm run pictures", (name) => {
    expect(taken[name]).toBe(hashOf(name));
  });

  it("are those that the script takes, small enough to load at once", () => {
    const files = readdirSync(PICTURES);
    expect(files.sort()).toEqual([...names.map((name) => `${name}.png`), TAKEN].sort());
    for (const name of names) expect(statSync(join(PICTURES, `${name}.png`)).size, name).toBeLessThanOrEqual(60_000);
  });
});
