import type { Area } from "../../cells/cell";
import { parseArea, splitSheet } from "../model/address";
import { tokenize, type Token } from "./tokens";
import { FormulaError, type Scalar } from "./value";

/** A formula as a tree. */
export type Node =
  | { readonly kind: "constant"; readonly value: Scalar }
  | { readonly kind: "array"; readonly rows: readonly (readonly Scalar[])[] }
  | { readonly kind: "reference"; readonly sheet: string | null; readonly area: Area }
  | { readonly kind: "name"; readonly sheet: string | null; readonly name: string }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Node[] }
  | { readonly kind: "unary"; readonly operator: "+" | "-" | "%"; readonly operand: Node }
  | { readonly kind: "binary"; readonly operator: BinaryOperator; readonly left: Node; readonly right: Node }
  /** An argument left out, as in IF(A1,,0). */
  | { readonly kind: "missing" };

export type BinaryOperator = "+" | "-" | "*" | "/" | "^" | "&" | "=" | "<>" | "<" | "<=" | ">" | ">=";

/** The formula is no formula at all, so Excel would not accept it. */
class FormulaSyntaxError extends Error {}

/** The formula uses something of Excel's grammar that is not understood here. */
class UnsupportedFormula extends Error {}

/** Longest text constant in a formula. */
const MAX_LITERAL = 255;

/** Whether Excel would take the formula; one that is only not understood here it would. */
export function isFormula(formula: string): boolean {
  try {
    parseFormula(formula);
  } catch (error) {
    return error instanceof UnsupportedFormula;
  }
  return true;
}

/** Parses a formula with its "=". Throws FormulaSyntaxError or UnsupportedFormula. */
export function parseFormula(formula: string): Node {
  const tokens = tokenize(formula.slice(1));
  if (!tokens) throw new FormulaSyntaxError(formula);
  if (tokens.some((token) => token.kind === "unsupported")) throw new UnsupportedFormula(formula);
  const parser = new Parser(tokens);
  const node = parser.expression();
  parser.end();
  return node;
}

const COMPARISONS = ["=", "<>", "<", "<=", ">", ">="];

class Parser {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  end(): void {
    if (this.at < this.tokens.length) throw new FormulaSyntaxError("text after the formula's end");
  }

  /** Comparison, then "&", then "+ -", "* /", "^", sign, "%": Excel's order from loose to tight. */
  expression(): Node {
    return this.chain(COMPARISONS, () =>
      this.chain(["&"], () =>
        this.chain(["+", "-"], () => this.chain(["*", "/"], () => this.chain(["^"], () => this.signed()))),
      ),
    );
  }

  private chain(operators: readonly string[], operand: () => Node): Node {
    let left = operand();
    for (let symbol = this.symbol(); symbol && operators.includes(symbol); symbol = this.symbol()) {
      this.at++;
      left = { kind: "binary", operator: symbol as BinaryOperator, left, right: operand() };
    }
    return left;
  }

  private signed(): Node {
    const symbol = this.symbol();
    if (symbol === "+" || symbol === "-") {
      this.at++;
      return { kind: "unary", operator: symbol, operand: this.signed() };
    }
    // "@" asks for one value of a range; without spilling there is never more.
    if (symbol === "@") {
      this.at++;
      return this.signed();
    }
    let node = this.operand();
    while (this.symbol() === "%") {
      this.at++;
      node = { kind: "unary", operator: "%", operand: node };
    }
    if (this.symbol() === "#" || this.symbol() === ":") throw new UnsupportedFormula("spill or computed range");
    return node;
  }

  private operand(): Node {
    const token = this.tokens[this.at++];
    if (!token) throw new FormulaSyntaxError("formula ends too early");
    switch (token.kind) {
      case "number":
        return { kind: "constant", value: Number(token.text) };
      case "text":
        return { kind: "constant", value: literal(token.text) };
      case "error":
        return { kind: "constant", value: new FormulaError(token.text.slice(token.text.indexOf("#"))) };
      case "reference":
        return reference(token.text);
      case "name":
        return name(token.text);
      case "function":
        return this.call(token.text);
      default:
        if (token.text === "(") {
          const inner = this.expression();
          this.expect(")");
          return inner;
        }
        if (token.text === "{") return this.array();
        throw new FormulaSyntaxError(`"${token.text}" is out of place`);
    }
  }

  private call(text: string): Node {
    this.at++;
    const args: Node[] = [];
    if (this.symbol() === ")") {
      this.at++;
      return { kind: "call", name: functionName(text), args };
    }
    for (;;) {
      const symbol = this.symbol();
      args.push(symbol === "," || symbol === ")" ? { kind: "missing" } : this.expression());
      if (this.symbol() === ")") break;
      this.expect(",");
    }
    this.at++;
    return { kind: "call", name: functionName(text), args };
  }

  private array(): Node {
    const rows: Scalar[][] = [[]];
    for (;;) {
      const element = this.signed();
      rows.at(-1)!.push(constantOf(element));
      const token = this.tokens[this.at++]?.text;
      if (token === "}") break;
      if (token === ";") rows.push([]);
      else if (token !== ",") throw new FormulaSyntaxError("array constant");
    }
    if (rows.some((row) => row.length !== rows[0]!.length)) throw new FormulaSyntaxError("ragged array constant");
    return { kind: "array", rows };
  }

  private symbol(): string | undefined {
    const token = this.tokens[this.at];
    return token?.kind === "symbol" ? token.text : undefined;
  }

  private expect(symbol: string): void {
    if (this.symbol() !== symbol) throw new FormulaSyntaxError(`"${symbol}" is missing`);
    this.at++;
  }
}

function literal(text: string): string {
  const value = text.slice(1, -1).replaceAll('""', '"');
  if (value.length > MAX_LITERAL) throw new FormulaSyntaxError(`text constant longer than ${MAX_LITERAL}`);
  return value;
}

function reference(text: string): Node {
  const { sheet, address } = splitSheet(text);
  const area = parseArea(address);
  // Letters and digits beyond the sheet's edge ("ABCD1", "XFE1") can only be a name.
  return area ? { kind: "reference", sheet, area } : { kind: "name", sheet, name: address };
}

function name(text: string): Node {
  const upper = text.toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") return { kind: "constant", value: upper === "TRUE" };
  const { sheet, address } = splitSheet(text);
  return { kind: "name", sheet, name: address };
}

/** Function names as they are looked up: capitals, without the prefix files give to newer functions. */
function functionName(text: string): string {
  return text.toUpperCase().replace(/^_XLFN\.(?:_XLWS\.)?/, "");
}

function constantOf(node: Node): Scalar {
  if (node.kind === "constant") return node.value;
  if (node.kind === "unary" && node.operator === "-" && node.operand.kind === "constant") {
    if (typeof node.operand.value === "number") return -node.operand.value;
  }
  throw new FormulaSyntaxError("array constant");
}
