import { cellAddress } from "../cells/cell";
import { cellText, isBlankCell } from "./cell-text";
import { findTableHeader } from "./header-cells";
import { matchKey } from "./match-key";
import type { FieldProfile } from "./settings";
import type { SheetSource } from "./source";
import { textLines } from "./text-lines";

/** A row of the 分野 sheet that could not be used. */
export interface FieldsNotice {
  /** "repeated": the field was there before; its goals and results are added to the first. "no-table": no header 分野. */
  readonly kind: "repeated" | "no-table";
  readonly sheet: string;
  readonly cell: string;
  readonly value: string;
}

/** The fields in the plan's order. */
export interface FieldsResult {
  readonly fields: readonly FieldProfile[];
  readonly notices: readonly FieldsNotice[];
}

const HEADERS = {
  name: ["分野", "分野名", "柱", "基本目標", "政策分野"],
  shortName: ["略称", "略"],
  goals: ["目標", "目標・方針"],
  results: ["実績", "実績・成果", "成果"],
} as const;

/**
 * Reads the 分野 sheet: 分野 | 略称 | 目標 | 実績, in the plan's order. Lines of 目標 and 実績 are separate entries; a row
 * without 分野 continues the field above. Without a sheet there are no profiles.
 */
export function readFieldProfiles(source: SheetSource | undefined): FieldsResult {
  if (!source) return { fields: [], notices: [] };
  const header = findTableHeader(source.values, HEADERS, ["name"]);
  if (!header)
    return { fields: [], notices: [{ kind: "no-table", sheet: source.name, cell: "", value: HEADERS.name[0] }] };
  const { columns } = header;
  const at = (column: number | undefined) => column ?? -1;
  const notices: FieldsNotice[] = [];
  const profiles = new Map<string, { name: string; shortName: string; goals: string[]; results: string[] }>();
  let key = "";
  for (let row = header.row + 1; row < source.values.length; row++) {
    const cells = source.values[row] ?? [];
    const name = cellText(cells[at(columns.name)]).trim();
    if (!isBlankCell(name)) {
      key = matchKey(name);
      if (profiles.has(key)) {
        const cell = cellAddress(source.row + row, source.column + at(columns.name));
        notices.push({ kind: "repeated", sheet: source.name, cell, value: name });
      } else {
        profiles.set(key, { name, shortName: "", goals: [], results: [] });
      }
    }
    const profile = profiles.get(key);
    if (!profile) continue;
    if (profile.shortName === "") profile.shortName = cellText(cells[at(columns.shortName)]).trim();
    profile.goals.push(...textLines(cellText(cells[at(columns.goals)])));
    profile.results.push(...textLines(cellText(cells[at(columns.results)])));
  }
  return { fields: [...profiles.values()], notices };
}
