import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { CLASSES } from "../../../src/embedded/objects/index";
import { readApiDeclarations } from "./api-declarations";

/*
 * Which members of Excel's API the embedded Excel has, class by class. `npx tsx test/embedded/objects/member-list.ts` writes
 * the list; a test holds it.
 */

const FILE = fileURLToPath(new URL("../../../src/embedded/MEMBERS.md", import.meta.url));
/** What every class has, and what is no part of ExcelApi. */
const NO_MEMBERS = new Set(["context", "load", "set", "toJSON", "track", "untrack", "isNullObject", "items"]);

/** Members of the classes that are here, and how many of them are known. */
export function memberList(): { readonly text: string; readonly known: number; readonly all: number } {
  const declared = readApiDeclarations();
  const lines: string[] = [];
  let known = 0;
  let all = 0;
  for (const name of [...CLASSES.keys()].sort()) {
    const here = CLASSES.get(name)!.members;
    const members = [...(declared.get(name) ?? [])].filter(
      ([member, { api }]) => !NO_MEMBERS.has(member) && api !== null && /^1\.\d+$/.test(api),
    );
    const has = members.filter(([member]) => member in here).map(([member]) => member);
    const lacks = members.filter(([member]) => !(member in here)).map(([member, { api }]) => `${member} (${api!})`);
    known += has.length;
    all += members.length;
    lines.push(
      `## ${name}: ${has.length} of ${members.length}`,
      "",
      ...(has.length > 0 ? [`Known: ${has.join(", ")}`, ""] : []),
      ...(lacks.length > 0 ? [`Not here: ${lacks.join(", ")}`, ""] : []),
    );
  }
  const head = [
    "# Members of Excel's API in the embedded Excel",
    "",
    "Written by `npx tsx test/embedded/objects/member-list.ts`, held by a test. What is not here answers `ApiNotFound` with the",
    "member's name, as in an Excel that is older than the member; a kind of something known that is not done (a rule of",
    "conditional formatting, a kind of chart) answers `NotImplemented`. Nothing is ignored. Classes without a file in",
    "`objects/` are not here at all.",
    "",
    `${known} of ${all} members of ${CLASSES.size} classes are known.`,
    "",
  ];
  return { text: `${[...head, ...lines].join("\n").trimEnd()}\n`, known, all };
}

/** The list as it is in the repository. */
export function writtenList(): string {
  return readFileSync(FILE, "utf8");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(FILE, memberList().text);
