import { describe, expect, it } from "vitest";
import { CLASSES } from "../../../src/embedded/objects/index";
import { readApiDeclarations } from "./api-declarations";
import { memberList, writtenList } from "./member-list";

const declared = readApiDeclarations();
const tables = [...CLASSES.values()];

/** Sets that a note names for one argument of a call that itself came earlier with its class. */
const CLASS_SET: Readonly<Record<string, string>> = { "WorksheetProtection.unprotect": "1.2" };

describe("the class tables", () => {
  it("cover the classes a report needs", () => {
    expect(tables.length).toBeGreaterThan(60);
  });

  it("are compared with declarations that were really read", () => {
    expect(declared.get("Worksheet")?.get("showGridlines")).toEqual({
      kind: "property",
      readOnly: false,
      api: "1.8",
      result: null,
      event: false,
    });
    expect(declared.get("Worksheet")?.get("getUsedRange")?.result).toBe("Range");
  });

  it.each(tables.map((table) => [table.name, table] as const))("%s is as Microsoft declares it", (name, table) => {
    const members = declared.get(name);
    expect(members, `class ${name}`).toBeDefined();
    const problems: string[] = [];
    for (const [memberName, member] of Object.entries(table.members)) {
      const where = `${name}.${memberName}`;
      const expected = members!.get(memberName);
      if (!expected) {
        problems.push(`${where} is not declared`);
        continue;
      }
      const api = CLASS_SET[where] ?? expected.api;
      if (api !== member.api) problems.push(`${where}: set ${String(api)} declared, ${member.api} here`);
      if (expected.kind === "method" ? member.kind !== "method" : member.kind === "method")
        problems.push(`${where}: method or not`);
      if (expected.event !== (member.kind === "event")) problems.push(`${where}: event or not`);
      if (member.kind === "navigation" && expected.result !== member.result) {
        problems.push(`${where}: leads to ${String(expected.result)}`);
      }
      if (member.kind === "method" && (expected.result ?? undefined) !== member.result) {
        problems.push(`${where}: gives ${String(expected.result)}`);
      }
      if (member.kind === "property" && member.write && expected.readOnly) problems.push(`${where} is read-only`);
    }
    expect(problems).toEqual([]);
  });

  it.each(tables.map((table) => [table.name, table] as const))("%s has a file of its own", async (name, table) => {
    const file = name.replace(/(?<!^)([A-Z])/g, "-$1").toLowerCase();
    const module = (await import(`../../../src/embedded/objects/${file}.ts`)) as Record<string, unknown>;
    expect(Object.values(module)).toContain(table);
    expect(Object.values(module).filter((value) => tables.includes(value as (typeof tables)[0]))).toHaveLength(1);
  });

  it("are listed in the repository, with what they lack", () => {
    const { text, known } = memberList();
    expect(writtenList(), "npx tsx test/embedded/objects/member-list.ts").toBe(text);
    expect(known).toBeGreaterThanOrEqual(430);
  });

  it("name only classes that have a table", () => {
    const missing = tables.flatMap((table) => {
      const results = [...Object.values(table.members), ...Object.values(table.internal ?? {})].flatMap((member) =>
        "result" in member ? [member.result] : [],
      );
      return [...results, ...(table.collection ? [table.collection.item] : [])].filter(
        (result) => !CLASSES.has(result),
      );
    });
    expect(missing).toEqual([]);
  });

  it("say of every collection what its items are", () => {
    for (const table of tables) {
      const items = declared.get(table.name)?.has("items") ?? false;
      expect(table.collection !== undefined, table.name).toBe(items);
    }
  });
});
