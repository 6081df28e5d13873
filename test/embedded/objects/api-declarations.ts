import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import ts from "typescript";

/** A member of an Excel class as Microsoft declares it. */
export interface DeclaredMember {
  readonly kind: "property" | "method";
  readonly readOnly: boolean;
  /** First requirement set its note names, e.g. "1.9"; null where it has no note. */
  readonly api: string | null;
  /** Class of Excel's it leads to, without "Excel."; null for plain values. */
  readonly result: string | null;
  /** Whether the value is an event. */
  readonly event: boolean;
}

/** Excel's classes by name, each with its members, read from Microsoft's type declarations. */
export function readApiDeclarations(): Map<string, Map<string, DeclaredMember>> {
  const file = createRequire(import.meta.url).resolve("@types/office-js/index.d.ts");
  const text = readFileSync(file, "utf8");
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const classes = new Map<string, Map<string, DeclaredMember>>();
  for (const statement of source.statements) {
    if (!ts.isModuleDeclaration(statement) || statement.name.text !== "Excel" || !statement.body) continue;
    if (!ts.isModuleBlock(statement.body)) continue;
    for (const declaration of statement.body.statements) {
      if (!ts.isClassDeclaration(declaration) || !declaration.name) continue;
      const members = classes.get(declaration.name.text) ?? new Map<string, DeclaredMember>();
      for (const member of declaration.members) addMember(members, member, text);
      classes.set(declaration.name.text, members);
    }
  }
  return classes;
}

function addMember(members: Map<string, DeclaredMember>, member: ts.ClassElement, text: string): void {
  const isMethod = ts.isMethodDeclaration(member);
  if (!isMethod && !ts.isPropertyDeclaration(member)) return;
  const name = member.name.getText();
  if (members.has(name)) return;
  const note = /\[Api set: ([^\]]*)\]/.exec(text.slice(member.getFullStart(), member.getStart()))?.[1];
  const type = member.type?.getText() ?? "";
  members.set(name, {
    kind: isMethod ? "method" : "property",
    readOnly: member.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ReadonlyKeyword) ?? false,
    api: note === undefined ? null : (/^ExcelApi (1\.\d+)/.exec(note)?.[1] ?? note),
    result: /^Excel\.(\w+)$/.exec(type)?.[1] ?? null,
    event: type.startsWith("OfficeExtension.EventHandlers"),
  });
}
