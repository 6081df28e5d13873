import type { Settings } from "../ledger/settings";
import { countWithUnit } from "../narrative/numbers";
import type { CountFormulas } from "./count-formulas";
import type { FormulaCell } from "./plan";
import type { SheetDraft } from "./sheet-draft";

/*
 * Texts with counts in them as formulas, so that a title goes on saying what the table below it counts.
 */

/** Excel's limit on a text in a formula. */
const MAX_LITERAL = 255;

/** A text as a formula has it, in several pieces where one would be too long. */
export function textLiteral(text: string): string {
  const pieces: string[] = [];
  for (let at = 0; at === 0 || at < text.length; at += MAX_LITERAL) {
    pieces.push(`"${text.slice(at, at + MAX_LITERAL).replaceAll('"', '""')}"`);
  }
  return pieces.join("&");
}

const HALF_DIGITS = "0123456789,";
const FULL_DIGITS = "０１２３４５６７８９，";

/** Formula text for a count as `countText` writes it. */
function countFormula(reference: string, { digits }: Pick<Settings, "digits">): string {
  const plain = `TEXT(${reference},"#,##0")`;
  if (digits === "half") return plain;
  const full = Array.from(HALF_DIGITS).reduce(
    (text, digit, at) => `SUBSTITUTE(${text},"${digit}","${FULL_DIGITS[at]!}")`,
    plain,
  );
  return digits === "full" ? full : `IF(${reference}<10,${full},${plain})`;
}

/**
 * Makes a count with its unit (「98項目」) in a text of one or more rows follow the cell that counts it: where it stands last.
 *
 * @param rows rows of the text, which stands in the first column
 * @returns the row that now is a formula; null where none says the count, or counts are no formulas
 */
export function followCount(
  draft: SheetDraft,
  rows: { readonly first: number; readonly count: number },
  counted: Counted,
  formulas: CountFormulas,
  settings: Settings,
): number | null {
  for (let row = rows.first + rows.count - 1; formulas.live && row >= rows.first; row--) {
    const text = draft.cell(row, 0);
    const live = typeof text === "string" ? followingCount(text, counted, settings) : null;
    if (live === null) continue;
    draft.set(row, 0, live);
    return row;
  }
  return null;
}

/** A count in a text and the cell that counts it, e.g. "E12". */
interface Counted {
  readonly count: number;
  readonly reference: string;
}

/** A text whose last mention of a count with its unit follows the cell that counts it; null where it does not say the count. */
export function followingCount(text: string, { count, reference }: Counted, settings: Settings): FormulaCell | null {
  const said = countWithUnit(count, settings);
  const at = text.lastIndexOf(said);
  if (at < 0) return null;
  const pieces = [
    ...(at === 0 ? [] : [textLiteral(text.slice(0, at))]),
    countFormula(reference, settings),
    textLiteral(settings.unit + text.slice(at + said.length)),
  ];
  return { formula: `=${pieces.join("&")}`, value: text };
}
