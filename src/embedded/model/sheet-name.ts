import { MAX_SHEET_NAME } from "../../cells/cell";

/** Whether Excel takes a name for a sheet: 1 to 31 characters, none of \ / ? * : [ ], no apostrophe at either end, not "History"; Japanese Excel keeps its name for that, 履歴, to itself too. */
export function isSheetName(name: string): boolean {
  if (name === "" || name.length > MAX_SHEET_NAME || /[\\/?*:[\]]/.test(name) || /^'|'$/.test(name)) return false;
  return name.toLowerCase() !== "history" && name !== "履歴";
}
