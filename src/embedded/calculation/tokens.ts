/** One piece of a formula's text; `start` and `end` are its place in it. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * `reference` is a cell, range, whole columns or rows, with the sheet in front where one is named; `name` an
 * identifier, `function` one that an opening parenthesis follows; `unsupported` anything this Excel has no grammar for
 * (structured references, links to other workbooks).
 */
type TokenKind = "number" | "text" | "error" | "reference" | "name" | "function" | "symbol" | "unsupported";

const IDENTIFIER = "[\\p{L}_\\\\][\\p{L}\\p{N}\\p{M}_.\\\\?]*";
const SHEET = `(?:'(?:[^']|'')+'|[\\p{L}\\p{N}_][\\p{L}\\p{N}\\p{M}_.]*)!`;
const CELL = "\\$?[A-Za-z]{1,3}\\$?[1-9]\\d{0,6}";
const AREA = `(?:${CELL}(?::${CELL})?|\\$?[A-Za-z]{1,3}:\\$?[A-Za-z]{1,3}|\\$?[1-9]\\d{0,6}:\\$?[1-9]\\d{0,6})(?![\\p{L}\\p{N}_.(])`;
const ERROR = "#(?:N/A|VALUE!|REF!|DIV/0!|NUM!|NAME\\?|NULL!|SPILL!|CALC!)";

const GRAMMAR: readonly (readonly [TokenKind | "space", RegExp])[] = [
  ["space", /[ \t\r\n\u3000]+/y],
  ["text", /"(?:[^"]|"")*"/y],
  ["unsupported", /(?:'[^']*)?\[[^\]]*\]/y],
  ["error", new RegExp(`(?:${SHEET})?${ERROR}`, "yu")],
  ["reference", new RegExp(`(?:${SHEET})?${AREA}`, "yu")],
  ["name", new RegExp(`(?:${SHEET})?${IDENTIFIER}`, "yu")],
  ["number", /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y],
  ["symbol", /<=|>=|<>|[-+*/^&=<>%:,;(){}@#]/y],
];

/** Splits a formula (without its "=") into tokens; null where a character belongs to no token. */
export function tokenize(formula: string): Token[] | null {
  const tokens: Token[] = [];
  let at = 0;
  next: while (at < formula.length) {
    for (const [kind, pattern] of GRAMMAR) {
      pattern.lastIndex = at;
      const match = pattern.exec(formula);
      if (!match) continue;
      const end = at + match[0].length;
      if (kind !== "space") {
        const called = kind === "name" && formula[end] === "(";
        tokens.push({ kind: called ? "function" : kind, text: match[0], start: at, end });
      }
      at = end;
      continue next;
    }
    return null;
  }
  return tokens;
}

/**
 * Replaces the references of a formula (with its "="); `replace` gets each as written and gives what stands in its
 * place. Text in quotes is never touched.
 */
export function mapReferences(formula: string, replace: (reference: string) => string): string {
  const tokens = tokenize(formula.slice(1));
  if (!tokens) return formula;
  let result = "=";
  let at = 0;
  for (const token of tokens) {
    if (token.kind !== "reference" && token.kind !== "name") continue;
    if (token.kind === "name" && !token.text.includes("!")) continue;
    result += formula.slice(1 + at, 1 + token.start) + replace(token.text);
    at = token.end;
  }
  return result + formula.slice(1 + at);
}
