import type { Area } from "../../../cells/cell";
import { parseArea, splitSheet } from "../../model/address";

/** Areas of a list of references separated by blanks (`sqref`). */
export function parseAreas(references: string): Area[] {
  return references
    .split(/\s+/)
    .map(parseArea)
    .filter((area) => area !== null);
}

/** A reference with its sheet ("'集計'!$A$2:$A$9"); null where it is something else. */
export function parseSheetArea(reference: string): { sheet: string; area: Area } | null {
  const { sheet, address } = splitSheet(reference.trim().replace(/^=/, ""));
  const area = parseArea(address);
  return sheet === null || area === null ? null : { sheet, area };
}

/** Areas of a list of references with sheets, as print names have it: "'a'!$A$1:$B$2,'a'!$1:$3". */
export function parseNameAreas(formula: string): Area[] {
  return (formula.replace(/^=/, "").match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? [])
    .map((piece) => parseArea(splitSheet(piece).address))
    .filter((area) => area !== null);
}
