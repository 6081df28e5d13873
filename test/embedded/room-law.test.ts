import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { importsOf } from "../source-imports";

/*
 * The rooms of the embedded Excel and whom each may know besides `src/cells`. `model` is the workbook in memory, `text`
 * how values are typed and shown, `calculation` the formulas, `editing` what Excel does to a workbook, `objects` the
 * classes of its API, `wire` the batches that come in, `storage` the .xlsx file.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  text: [],
  calculation: ["model", "text"],
  editing: ["model", "text", "calculation"],
  objects: ["model", "text", "editing"],
  wire: ["model", "editing", "objects"],
  storage: ["model"],
};

type Imports = ReadonlyMap<string, readonly string[]>;

const root = join(__dirname, "..", "..", "src", "embedded");
const paths = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => path.replaceAll("\\", "/").replace(/\.ts$/, ""));
const found = new Map(
  paths.map((path) => {
    const text = readFileSync(join(root, `${path}.ts`), "utf8");
    return [path, importsOf(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true), path)] as const;
  }),
);
const imports: Imports = new Map([...found].map(([path, all]) => [path, all.map(({ target }) => target)]));

describe("the rooms of the embedded Excel", () => {
  test("every file is in a room, and every room has files", () => {
    expect([...new Set(paths.map(roomOf))].sort()).toEqual(Object.keys(MAY_IMPORT).sort());
  });

  test("no room imports what is not listed for it", () => {
    const broken = [...imports].flatMap(([path, targets]) =>
      targets
        .filter((target) => imports.has(target) && roomOf(target) !== roomOf(path))
        .filter((target) => !MAY_IMPORT[roomOf(path)]?.includes(roomOf(target)))
        .map((target) => `${path} imports ${target}`),
    );
    expect(broken).toEqual([]);
  });

  test("what is listed is needed", () => {
    const arrows = new Set(
      [...imports].flatMap(([path, targets]) => targets.map((target) => `${roomOf(path)} → ${roomOf(target)}`)),
    );
    const listed = Object.entries(MAY_IMPORT).flatMap(([room, others]) => others.map((other) => `${room} → ${other}`));
    expect(listed.filter((arrow) => !arrows.has(arrow))).toEqual([]);
  });

  test("rooms do not import in circles", () => {
    expect(circles(new Map(Object.entries(MAY_IMPORT)))).toEqual([]);
  });

  test("files do not import in circles", () => {
    // In storage the types of an opened file still do.
    const inUse: Imports = new Map(
      [...found].map(([path, all]) => [
        path,
        all.filter(({ typeOnly }) => !typeOnly || roomOf(path) !== "storage").map(({ target }) => target),
      ]),
    );
    expect(circles(inUse)).toEqual([]);
  });

  test("a circle would be seen", () => {
    const three = new Map([["a", ["b"]], ["b", ["c", "d"]], ["c", ["a"]], ["d", []]]); // prettier-ignore
    expect(circles(three)).toEqual([["a", "b", "c"]]);
  });
});

function roomOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.indexOf("/")) : "";
}

/** The sets of files (or rooms) in which each leads to every other. */
function circles(graph: Imports): string[][] {
  const reach = new Map([...graph.keys()].map((start) => [start, reachable(graph, start)]));
  const inCircles = [...graph.keys()]
    .filter((path) => reach.get(path)!.has(path))
    .map((path) => [...reach.get(path)!].filter((other) => reach.get(other)?.has(path)).sort());
  return [...new Map(inCircles.map((circle) => [circle.join(), circle])).values()];
}

/** What one comes to by one or more imports. */
function reachable(graph: Imports, start: string): Set<string> {
  const seen = new Set<string>();
  const waiting = [...(graph.get(start) ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...(graph.get(next) ?? []));
  }
  return seen;
}
