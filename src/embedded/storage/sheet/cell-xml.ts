import type { CellValue } from "../../../cells/cell";
import { ERROR_VALUE, escapeCellText, hasEdgeSpace } from "../strings/cell-text";
import { formulaToFile } from "../workbook/formula-text";
import { escapeText } from "../xml/write-xml";

/**
 * A `<c>` element.
 * @param formula as the model has it, or undefined
 * @param p prefix of the part's elements ("x:" or "")
 */
export function cellXml(
  address: string,
  style: number,
  value: CellValue,
  formula: string | undefined,
  p: string,
): string {
  const tag = style === 0 ? `<${p}c r="${address}"` : `<${p}c r="${address}" s="${style}"`;
  if (formula === undefined && value === "") return `${tag}/>`;
  const type = cellType(value, formula !== undefined);
  if (type === INLINE) {
    const text = value as string;
    const space = hasEdgeSpace(text) ? ' xml:space="preserve"' : "";
    return `${tag}${type}><${p}is><${p}t${space}>${escapeCellText(text)}</${p}t></${p}is></${p}c>`;
  }
  const written = formula === undefined ? "" : `<${p}f>${escapeText(formulaToFile(formula))}</${p}f>`;
  return `${tag}${type}>${written}<${p}v>${valueText(value)}</${p}v></${p}c>`;
}

const INLINE = ' t="inlineStr"';

function cellType(value: CellValue, isFormula: boolean): string {
  if (typeof value === "number") return Number.isFinite(value) ? "" : ' t="e"';
  if (typeof value === "boolean") return ' t="b"';
  if (value.startsWith("#") && ERROR_VALUE.test(value)) return ' t="e"';
  return isFormula ? ' t="str"' : INLINE;
}

function valueText(value: CellValue): string {
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "#NUM!";
  if (typeof value === "boolean") return value ? "1" : "0";
  return escapeCellText(value);
}
