import type { Rounding } from "../ledger/rounding";

/** How the report shows a way of rounding. */
interface RoundingText {
  /** Formula text for a share in percent, where the denominator is not 0; null where no formula of one row's counts gives it. */
  readonly formula: (share: ShareCells) => string | null;
  /** How it is done, for a sentence that ends in います: 「小数第2位を四捨五入して」. */
  readonly manner: (decimals: number) => string;
  /** The note under a table of shares; of a way that does not close it is needed only where they do not add up. */
  readonly note: (decimals: number) => string;
}

/** A share as a formula sees it. */
interface ShareCells {
  /** The counts of one row that belong to the denominator, in the vocabulary's order, and their sum as formula text. */
  readonly counts: readonly string[];
  readonly denominator: string;
  /** Which of the counts the share is of, by index, and their sum as formula text. */
  readonly chosen: readonly number[];
  readonly numerator: string;
  readonly decimals: number;
}

/** The formulas and words of every way of rounding; each formula gives what tally/round.ts computes. */
export const ROUNDING_TEXTS: Readonly<Record<Rounding, RoundingText>> = {
  "half-up": {
    formula: ({ numerator, denominator, decimals }) => percent("ROUND", numerator, denominator, decimals),
    manner: (decimals) => `${roundedPlace(decimals)}して`,
    note: (decimals) => mayNotClose(`${roundedPlace(decimals)}して`),
  },
  truncate: {
    formula: ({ numerator, denominator, decimals }) => percent("ROUNDDOWN", numerator, denominator, decimals),
    manner: cutPlace,
    note: (decimals) => mayNotClose(cutPlace(decimals)),
  },
  "sum-100": {
    formula: () => null,
    manner: () => "端数は構成比の合計が100％になるように調整して",
    note: () => "構成比は、分野ごとの合計が100％になるように端数を調整しています。",
  },
  "largest-class": {
    formula: largestClassFormula,
    manner: (decimals) => `${roundedPlace(decimals)}し、構成比の合計が100％になるように件数の最も多い区分で調整して`,
    note: (decimals) =>
      `構成比は、${roundedPlace(decimals)}し、分野ごとの合計が100％になるように件数の最も多い区分で調整しています。`,
  },
};

/** `IF(AND(B6>=C6,B6>=D6),ROUND(100-ROUND(C6*100/E6,1)-ROUND(D6*100/E6,1),1),ROUND(B6*100/E6,1))` */
function largestClassFormula({ counts, denominator, chosen, decimals }: ShareCells): string {
  const rounded = (cell: string): string => percent("ROUND", cell, denominator, decimals);
  const own = chosen.map((at) => counts[at]!);
  const others = counts.flatMap((cell, at) => (chosen.includes(at) ? [] : [{ cell, at }]));
  if (own.length === 0) return "0";
  if (others.length === 0) return "100";
  const isLargest = (at: number): string =>
    joined(
      "AND",
      others.map((other) => `${counts[at]!}${other.at < at ? ">" : ">="}${other.cell}`),
    );
  const rest = `ROUND(100${others.map(({ cell }) => `-${rounded(cell)}`).join("")},${decimals})`;
  const sum = own.map(rounded).join("+");
  return `IF(${joined("OR", chosen.map(isLargest))},${rest},${own.length === 1 ? sum : `ROUND(${sum},${decimals})`})`;
}

function joined(name: "AND" | "OR", conditions: readonly string[]): string {
  return conditions.length === 1 ? conditions[0]! : `${name}(${conditions.join(",")})`;
}

function percent(round: "ROUND" | "ROUNDDOWN", numerator: string, denominator: string, decimals: number): string {
  return `${round}(${numerator}*100/${denominator},${decimals})`;
}

function roundedPlace(decimals: number): string {
  return `小数第${decimals + 1}位を四捨五入`;
}

function cutPlace(decimals: number): string {
  return `小数第${decimals + 1}位以下を切り捨てて`;
}

function mayNotClose(manner: string): string {
  return `構成比は${manner}いるため、合計が100％にならないことがあります。`;
}
