import type { Messages } from "./ja";

/** Why a ledger cannot be read, and what on 設定, 分野 and 計画 was not taken as it stands. */
export const ledger: Messages["ledger"] = {
  problem: (problem) => {
    switch (problem.kind) {
      case "not-a-ledger":
        return problem.row === 0
          ? `The sheet “${problem.sheet}” is empty. Choose the sheet of the ledger.`
          : `The sheet “${problem.sheet}” cannot be read as a ledger: ${quoted(problem.missing)} not found among the headers. Row ${problem.row} has ${quoted(problem.seen)}.`;
      case "empty-ledger":
        return `The ledger on sheet “${problem.sheet}” has no measures below its header (${problem.headerAddress}).`;
      case "error-value":
        return `Cell ${problem.cell} of sheet “${problem.sheet}” shows the error ${problem.value}. Mend the formula or enter the value.`;
      case "ambiguous":
        return `More than one sheet looks like the ledger (${quoted(problem.sheets)}). Say which one to use.`;
      case "no-such-sheet":
        return `There is no sheet “${problem.sheet}”. The workbook has ${quoted(problem.sheets)}.`;
      case "no-ledger":
        return problem.sheets.length === 0
          ? "The workbook has no sheet that could be a ledger."
          : `No sheet looks like a ledger. Check for the headers 分野, 状況 and 施策 or 個別事業 (looked at: ${quoted(problem.sheets)}).`;
    }
  },
  settingsNotice: ({ kind, sheet, cell, value, item }) => {
    switch (kind) {
      case "bad-value":
        return `“${value}” in ${cell} of sheet “${sheet}” is no value of ${item}. The default is used.`;
      case "unknown-item":
        return `“${value}” in ${cell} of sheet “${sheet}” is no item of ${item}.`;
      case "repeated":
        return `“${value}” in ${cell} of sheet “${sheet}” is there twice. The first one is used.`;
      case "shared-synonym":
        return `The synonym “${value}” in ${cell} of sheet “${sheet}” belongs to another status too. It is not used.`;
      case "no-table":
        return `The sheet “${sheet}” has no table ${value}. The defaults are used.`;
      case "no-denominator":
        return `No status is marked under ${item} (${cell} of sheet “${sheet}”). All statuses count in the denominator.`;
      case "no-achieved":
        return `No status is marked under ${item} (${cell} of sheet “${sheet}”). The achieved share will be 0%.`;
    }
  },
  fieldsNotice: ({ kind, sheet, cell, value }) =>
    kind === "repeated"
      ? `The field “${value}” in ${cell} of sheet “${sheet}” is there twice. It is added to the first one.`
      : `The sheet “${sheet}” has no header ${value}. Fields are in the order in which the ledger names them.`,
  planNotice: ({ kind, sheet, cell, value }) => {
    switch (kind) {
      case "unknown-item":
        return `The item “${value}” in ${cell} of sheet “${sheet}” is not used. Check its name.`;
      case "repeated":
        return `The item “${value}” in ${cell} of sheet “${sheet}” is there twice. The first one is used.`;
      case "no-table":
        return `The sheet “${sheet}” has no headers ${value} and 内容. The plan's facts are left out.`;
    }
  },
};

function quoted(texts: readonly string[]): string {
  return texts.map((text) => `“${text}”`).join(", ");
}
