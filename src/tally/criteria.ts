import type { CellValue } from "../cells/cell";
import { ERA_LETTERS, ERA_NAMES } from "../ledger/wareki";

/**
 * Whether a cell satisfies a criterion of COUNTIFS; null where that depends on Excel's language or on what the API does not
 * tell (an empty cell and an empty text read the same).
 */
export type Criterion = (cell: CellValue) => boolean | null;

/** A criterion, and the text it stands for where it is nothing but that text without regard to case. */
interface ParsedCriterion {
  readonly matches: Criterion;
  /** `criterionFold` of the text of a plain criterion; null where operators, wildcards or numbers are involved. */
  readonly plain: string | null;
}

/** Excel refuses longer criteria with #VALUE!. */
const LONGEST_CRITERION = 255;

/**
 * The criterion that COUNTIFS makes of a text: a comparison at its start, wildcards (* ? with ~ before a literal one), a number
 * where the text reads as one (then text cells that read as the same number match too), else the text without regard to case.
 * Source: Microsoft's description of COUNTIF and COUNTIFS; a criterion of "" counts blank cells.
 */
export function parseCriterion(text: string): ParsedCriterion {
  if (text.length > LONGEST_CRITERION) return { matches: () => null, plain: null };
  const operator = /^(?:<>|<=|>=|=|<|>)/.exec(text)?.[0];
  if (operator !== undefined) return { matches: comparison(operator, text.slice(operator.length)), plain: null };
  return equality(text);
}

/** What plain criteria compare by: Excel's comparison ignores case. */
export function criterionFold(text: string): string {
  return text.toLowerCase();
}

function equality(text: string): ParsedCriterion {
  if (text === "") return { matches: (cell) => cell === "", plain: "" };
  if (/^(?:true|false)$/i.test(text)) {
    const wanted = text.toLowerCase() === "true";
    return { matches: (cell) => (isText(cell, text) ? null : cell === wanted), plain: null };
  }
  const number = numberOf(text);
  if (number !== null) return { matches: (cell) => equalsNumber(cell, number), plain: null };
  if (mayBeNumber(text)) {
    // A date, time or amount of money in some language: equal to its own text in any case.
    return { matches: (cell) => isText(cell, text) || (isNumberLike(cell) ? null : false), plain: null };
  }
  if (/[*?~]/.test(text)) return { matches: wildcards(text), plain: null };
  const fold = criterionFold(text);
  return { matches: (cell) => typeof cell === "string" && criterionFold(cell) === fold, plain: fold };
}

function comparison(operator: string, operand: string): Criterion {
  if (operator === "=" || operator === "<>") {
    const equal: Criterion = operand === "" ? (cell) => (cell === "" ? null : false) : equality(operand).matches;
    if (operator === "=") return equal;
    return (cell) => {
      const answer = equal(cell);
      return answer === null ? null : !answer;
    };
  }
  const limit = numberOf(operand);
  // The order of texts is that of Excel's language.
  if (limit === null) return (cell) => (cell === "" ? false : null);
  return (cell) => {
    if (typeof cell !== "number") return false;
    if (cell === limit) return operator === "<=" || operator === ">=";
    return operator.startsWith("<") ? cell < limit : cell > limit;
  };
}

function wildcards(text: string): Criterion {
  const source = text.replace(/~[*?~]|[*?]|[\\^$.|+()[\]{}]/g, (part) => {
    if (part === "*") return "[^]*";
    if (part === "?") return "[^]";
    return `\\${part.charAt(part.length - 1)}`;
  });
  const pattern = new RegExp(`^${source}$`, "i");
  return (cell) => {
    if (typeof cell !== "string") return false;
    const matches = pattern.test(cell);
    return matches && cell === "" ? null : matches;
  };
}

function isText(cell: CellValue, text: string): boolean {
  return typeof cell === "string" && criterionFold(cell) === criterionFold(text);
}

function equalsNumber(cell: CellValue, wanted: number): boolean | null {
  if (typeof cell === "number") return cell === wanted;
  if (typeof cell !== "string") return false;
  const number = numberOf(cell);
  if (number !== null) return number === wanted;
  return mayBeNumber(cell) ? null : false;
}

function isNumberLike(cell: CellValue): boolean {
  return typeof cell === "number" || (typeof cell === "string" && (numberOf(cell) !== null || mayBeNumber(cell)));
}

const NUMBER = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d*)?(?:e[+-]?\d+)?%?$/i;

/** The number that every Excel reads in a text; null where there is none or languages differ. */
function numberOf(text: string): number | null {
  const trimmed = text.trim();
  if (!NUMBER.test(trimmed)) return null;
  const number = Number(trimmed.replace(/[,%]/g, ""));
  return trimmed.endsWith("%") ? number / 100 : number;
}

/* Digits with only what dates, times, fractions, money and other widths are written with. */
const NUMBER_SIGNS =
  `\\d\\s.,:/+\\-()%¥$€£eE年月日時分秒元${ERA_LETTERS}${ERA_LETTERS.toLowerCase()}` + ERA_NAMES.replaceAll("|", "");
const NUMBER_LIKE = new RegExp(`^[${NUMBER_SIGNS}]*\\d[^]*$`);
const FOREIGN_TO_NUMBERS = new RegExp(`[^${NUMBER_SIGNS}]`);

function mayBeNumber(text: string): boolean {
  const halfWidth = text.replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  return NUMBER_LIKE.test(halfWidth) && !FOREIGN_TO_NUMBERS.test(halfWidth);
}
