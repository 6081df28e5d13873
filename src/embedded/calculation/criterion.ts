import { compareValues, textToNumber } from "./coercion";
import { FormulaError, type Scalar } from "./value";

/*
 * Criteria of COUNTIF, COUNTIFS, SUMIF, SUMIFS and AVERAGEIF as Japanese Excel has them. Source: Microsoft's description
 * of COUNTIF; numbers in full-width digits are numbers there.
 */

/** A criterion: a test of a cell, with shortcuts for what it most often is. */
export type Criterion =
  /** Cells with this text, without regard to case; the text is in lower case. */
  | { readonly kind: "text"; readonly fold: string }
  /** Cells with this number, or text that reads as it. */
  | { readonly kind: "number"; readonly number: number }
  /** Anything else. */
  | { readonly kind: "test"; readonly test: (value: Scalar) => boolean };

/** Excel refuses longer criteria. */
export const LONGEST_CRITERION = 255;

/** The criterion a value stands for. A blank criterion cell counts as 0. */
export function readCriterion(value: Scalar): Criterion {
  if (value === null) return { kind: "number", number: 0 };
  if (typeof value === "number") return { kind: "number", number: value };
  if (typeof value === "boolean") return { kind: "test", test: (cell) => cell === value };
  if (value instanceof FormulaError) {
    return { kind: "test", test: (cell) => cell instanceof FormulaError && cell.code === value.code };
  }
  const operator = /^(?:<>|<=|>=|=|<|>)/.exec(value)?.[0];
  if (operator === undefined) return equality(value);
  return comparison(operator, value.slice(operator.length));
}

/** Whether a cell satisfies a criterion. */
export function satisfies(criterion: Criterion, cell: Scalar): boolean {
  switch (criterion.kind) {
    case "text":
      return typeof cell === "string" && cell.toLowerCase() === criterion.fold;
    case "number":
      if (typeof cell === "number") return cell === criterion.number;
      return typeof cell === "string" && textToNumber(cell) === criterion.number;
    default:
      return criterion.test(cell);
  }
}

function equality(text: string): Criterion {
  // "" counts blank cells and empty text alike.
  if (text === "") return { kind: "test", test: (cell) => cell === null || cell === "" };
  if (/^(?:true|false)$/i.test(text)) {
    const wanted = text.toLowerCase() === "true";
    return { kind: "test", test: (cell) => cell === wanted };
  }
  const number = textToNumber(text);
  if (number !== null) return { kind: "number", number };
  if (!/[*?~]/.test(text)) return { kind: "text", fold: text.toLowerCase() };
  const pattern = wildcardPattern(text);
  return { kind: "test", test: (cell) => typeof cell === "string" && pattern.test(cell) };
}

/** "*" any text, "?" one character, "~" before either takes it literally. */
export function wildcardPattern(text: string): RegExp {
  const source = text.replace(/~[*?~]|[*?]|[\\^$.|+()[\]{}]/g, (part) => {
    if (part === "*") return "[^]*";
    if (part === "?") return "[^]";
    return `\\${part.charAt(part.length - 1)}`;
  });
  return new RegExp(`^${source}$`, "i");
}

function comparison(operator: string, operand: string): Criterion {
  if (operator === "=" || operator === "<>") {
    // "=" alone means nothing at all in the cell, "<>" anything.
    const equal: Criterion = operand === "" ? { kind: "test", test: (cell) => cell === null } : equality(operand);
    if (operator === "=") return equal;
    return { kind: "test", test: (cell) => !satisfies(equal, cell) };
  }
  const number = textToNumber(operand);
  const limit: Scalar = number ?? operand;
  const holds = (order: number): boolean => {
    switch (operator) {
      case "<":
        return order < 0;
      case "<=":
        return order <= 0;
      case ">":
        return order > 0;
      default:
        return order >= 0;
    }
  };
  // Only cells of the limit's own kind are compared with it.
  return { kind: "test", test: (cell) => typeof cell === typeof limit && holds(compareValues(cell, limit)) };
}
