import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { importsOf } from "./source-imports";

/*
 * Who may know whom. A folder of src may import from itself and from what is listed here: a whole folder ("ledger") or a
 * single file ("report/plan"). What is not listed is upward: cells ← ledger ← tally ← narrative ← compare ← validation ←
 * collect ← report ← publish ← actions.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  cells: [],
  ledger: ["cells"],
  messages: ["cells", "ledger"],
  tally: ["cells", "ledger"],
  narrative: ["cells", "ledger", "tally"],
  compare: ["cells", "ledger", "tally", "narrative"],
  validation: ["cells", "ledger", "tally", "narrative", "compare", "messages"],
  collect: ["cells", "ledger", "validation"],
  report: ["cells", "ledger", "tally", "narrative", "compare", "validation", "collect"],
  publish: ["cells", "ledger", "tally", "validation", "report"],
  excel: ["cells", "ledger", "report/plan", "report/theme", "report/lengths", "validation/finding", "messages"],
  embedded: ["cells"],
  actions: [
    "cells",
    "ledger",
    "compare",
    "validation",
    "tally",
    "narrative",
    "collect",
    "report",
    "publish",
    "excel",
    "messages",
  ],
};
/* On top: they may use everything but the command line's and each other's surroundings. */
const SURFACES = ["taskpane", "commands", "standalone", "cli"];

/** Folders without Excel, browser, Node, clock or chance; config/tsconfig.pure.json compiles them without their types. */
const PURE = [
  "cells",
  "ledger",
  "validation",
  "tally",
  "narrative",
  "compare",
  "collect",
  "report",
  "publish",
  "messages",
];
/** Packages that a file of them may know nevertheless, because they are as pure. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  "publish/docx/library.ts": ["docx"],
  "publish/docx/blocks.ts": ["fflate"],
  "publish/docx/package.ts": ["fflate"],
  "publish/publication.ts": ["fflate"],
};
const HOST_GLOBALS = new Set([
  "document",
  "window",
  "navigator",
  "location",
  "localStorage",
  "sessionStorage",
  "indexedDB",
  "fetch",
  "XMLHttpRequest",
  "setTimeout",
  "setInterval",
  "requestAnimationFrame",
  "queueMicrotask",
  "performance",
  "crypto",
  "console",
  "process",
  "Buffer",
  "require",
  "globalThis",
]);

/** Poses as Microsoft's client, so it hands out its context under Microsoft's type. */
const OWN_CLIENT = "embedded/wire/client.ts";

interface SourceUnit {
  readonly path: string;
  /** First folder below src. */
  readonly folder: string;
  readonly imports: readonly string[];
  /** Identifiers that stand for a global: used as a value or a namespace and not declared in the file. */
  readonly globals: ReadonlySet<string>;
  /** `Date.now()`, `new Date()` without an argument, `Math.random()`. */
  readonly hiddenInputs: readonly string[];
}

const root = join(__dirname, "..", "src");
const units = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => path.replaceAll("\\", "/"))
  .map((path) => readUnit(path, readFileSync(join(root, path), "utf8")));

describe("the dependency law", () => {
  test("there is something to judge", () => {
    expect(units.length).toBeGreaterThan(50);
    expect(units.some(({ imports }) => imports.includes("ledger/match-key"))).toBe(true);
  });

  test("a break of the law would be seen", () => {
    const unit = readUnit(
      "ledger/broken.ts",
      `import type { A } from "../report/plan"; import "node:fs"; export * from "../../test/x"; const b = import("../cli/main");
       type C = Excel.Range; const d = { window: 1 }.window + document.title; const e = [Date.now(), new Date(), new Date(0)];`,
    );
    expect(unit.imports).toEqual(["report/plan", "node:fs", "../test/x", "cli/main"]);
    expect([...unit.globals].filter((name) => name === "Excel" || HOST_GLOBALS.has(name))).toEqual([
      "Excel",
      "document",
    ]);
    expect(unit.hiddenInputs).toEqual(["Date.now()", "new Date()"]);
  });

  test("every folder has its place in the law", () => {
    const folders = new Set(units.map(({ folder }) => folder));
    expect([...folders].filter((folder) => !(folder in MAY_IMPORT) && !SURFACES.includes(folder))).toEqual([]);
  });

  test("nobody imports upward", () => {
    const broken = units.flatMap(({ path, folder, imports }) => {
      const allowed = MAY_IMPORT[folder];
      if (!allowed) return [];
      return imports
        .filter((target) => isInSource(target) && target.split("/")[0] !== folder)
        .filter((target) => !allowed.some((each) => target === each || target.startsWith(`${each}/`)))
        .map((target) => `${path} imports ${target}`);
    });
    expect(broken).toEqual([]);
  });

  test("nobody imports a test or leaves src", () => {
    const broken = units.flatMap(({ path, imports }) =>
      imports.filter((target) => target.startsWith("..")).map((target) => `${path} imports ${target}`),
    );
    expect(broken).toEqual([]);
  });

  test("the pane and the browser page know nothing of Node or the command line", () => {
    const broken = units
      .filter(({ folder }) => ["taskpane", "commands", "standalone"].includes(folder))
      .flatMap(({ path, imports }) =>
        imports
          .filter((target) => target.startsWith("node:") || target.startsWith("cli/"))
          .map((target) => `${path} imports ${target}`),
      );
    expect(broken).toEqual([]);
  });

  test("only src/excel speaks of Excel, and Office only the adapter and the surfaces inside it", () => {
    const mayUseOffice = ["excel", "taskpane", "commands"];
    const broken = units.flatMap(({ path, folder, globals }) => [
      ...(globals.has("Excel") && folder !== "excel" && path !== OWN_CLIENT ? [`${path} uses Excel`] : []),
      ...(globals.has("Office") && !mayUseOffice.includes(folder) ? [`${path} uses Office`] : []),
      ...(globals.has("OfficeExtension") && folder !== "excel" ? [`${path} uses OfficeExtension`] : []),
    ]);
    expect(broken).toEqual([]);
  });

  test("the pure folders know no package, no Node, no browser, no clock and no chance", () => {
    const broken = units
      .filter(({ folder }) => PURE.includes(folder))
      .flatMap(({ path, imports, globals, hiddenInputs }) => [
        ...imports
          .filter((target) => !isInSource(target) && PACKAGES[path]?.includes(target) !== true)
          .map((target) => `${path} imports ${target}`),
        ...[...globals].filter((name) => HOST_GLOBALS.has(name)).map((name) => `${path} uses ${name}`),
        ...hiddenInputs.map((input) => `${path} uses ${input}`),
      ]);
    expect(broken).toEqual([]);
  });

  test("what is asked for takes its date from the one who asks", () => {
    const broken = units
      .filter(({ folder }) => ["actions", "excel"].includes(folder))
      .flatMap(({ path, hiddenInputs }) => hiddenInputs.map((input) => ({ path, input })))
      // A run's name only has to be unlike every other's.
      .filter(({ path, input }) => `${path} ${input}` !== "excel/run-notes.ts Math.random()");
    expect(broken).toEqual([]);
  });

  test("the pure folders are compiled with the language's own types alone", () => {
    const file = join(__dirname, "config", "tsconfig.pure.json");
    const { compilerOptions, include } = JSON.parse(readFileSync(file, "utf8")) as {
      compilerOptions: { lib: string[]; types: string[] };
      include: string[];
    };
    expect(compilerOptions).toMatchObject({ lib: ["ES2022"], types: [] });
    expect(include).toEqual(PURE.map((folder) => `../../src/${folder}`));
  });
});

/** An import of a file of ours, as its path below src without extension. */
function isInSource(target: string): boolean {
  return units.some(({ folder }) => target === folder || target.startsWith(`${folder}/`));
}

function readUnit(path: string, text: string): SourceUnit {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports = importsOf(file, path).map(({ target }) => target);
  const used = new Set<string>();
  const declared = new Set<string>();
  const hiddenInputs: string[] = [];

  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) (isDeclaredName(node) ? declared : isFreeUse(node) ? used : new Set()).add(node.text);
    if (ts.isCallExpression(node) && ["Date.now", "Math.random"].includes(node.expression.getText())) {
      hiddenInputs.push(node.getText());
    }
    if (ts.isNewExpression(node) && node.expression.getText() === "Date" && !node.arguments?.length) {
      hiddenInputs.push(node.getText());
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  const globals = new Set([...used].filter((name) => !declared.has(name)));
  return { path, folder: path.split("/")[0] ?? "", imports, globals, hiddenInputs };
}

/** A name that the file itself introduces: variable, parameter, function, class, type, import. */
function isDeclaredName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isVariableDeclaration(parent) ||
      ts.isParameter(parent) ||
      ts.isBindingElement(parent) ||
      ts.isFunctionDeclaration(parent) ||
      ts.isClassDeclaration(parent) ||
      ts.isInterfaceDeclaration(parent) ||
      ts.isTypeAliasDeclaration(parent) ||
      ts.isImportSpecifier(parent) ||
      ts.isImportClause(parent) ||
      ts.isNamespaceImport(parent)) &&
    parent.name === node
  );
}

/** A name that is not just a member's, a property's or a label's. */
function isFreeUse(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isQualifiedName(parent)) return parent.left === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  return !(
    ts.isPropertySignature(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isGetAccessor(parent) ||
    ts.isSetAccessor(parent) ||
    ts.isBindingElement(parent) ||
    ts.isImportSpecifier(parent) ||
    ts.isExportSpecifier(parent)
  );
}
