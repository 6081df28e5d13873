import { dirname, join, normalize } from "node:path";
import ts from "typescript";

/** What one import statement, re-export, `import()` or import type of a file names. */
export interface SourceImport {
  /** A file of ours as its path from the same root as the importing file's, without extension; otherwise the name as it stands. */
  readonly target: string;
  /** Whether nothing of it is left when the program runs. */
  readonly typeOnly: boolean;
}

/** Everything a file imports. `path` is its own path from the root that targets count from. */
export function importsOf(file: ts.SourceFile, path: string): SourceImport[] {
  const imports: SourceImport[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (!specifier || !ts.isStringLiteral(specifier)) return;
    const { text } = specifier;
    const target = text.startsWith(".") ? normalize(join(dirname(path), text)).replaceAll("\\", "/") : text;
    imports.push({ target, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node))
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    }
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return imports;
}
