import type { Area } from "./cell";

/** The zero-based area of an A1 address such as H5 or $A$3:B4; null for anything else. */
export function parseAddress(address: string): Area | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/.exec(address);
  if (match === null) return null;
  const [, left = "", top = "", right = left, bottom = top] = match;
  const column = columnOf(left);
  return {
    row: Number(top) - 1,
    column,
    rows: Number(bottom) - Number(top) + 1,
    columns: columnOf(right) - column + 1,
  };
}

function columnOf(letters: string): number {
  let column = 0;
  for (let at = 0; at < letters.length; at++) column = column * 26 + letters.charCodeAt(at) - 64;
  return column - 1;
}
