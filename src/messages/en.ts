import type { Messages } from "./ja";
import { ledger } from "./ledger.en";
import { pane } from "./pane.en";
import { rules } from "./rules.en";

/** Every sentence the user can see in English; the same keys as `ja`. */
export const en: Messages = {
  ledger,
  rules,
  report: {},
  host: {
    cellEditMode: "A cell is being edited in Excel. Confirm it with Enter or cancel it with Esc, then try again.",
    sheetProtected: (sheet) => `The sheet “${sheet}” is protected. Use Review > Unprotect Sheet, then try again.`,
    workbookProtected:
      "The workbook's structure is protected, so no sheet can be added. Turn off Review > Protect Workbook, then try again.",
    readOnly: "This workbook is open read-only. Open it for editing or save it under another name, then try again.",
    accessDenied:
      "Excel refused the change. Check whether a sheet or the workbook is protected or may only be read, then try again.",
    nameTaken: (sheet) =>
      sheet === ""
        ? "A sheet of that name already exists, so nothing was made. Please try again."
        : `A sheet named “${sheet}” already exists, so nothing was made. Please try again.`,
    notFound: "A sheet or cell disappeared meanwhile. Check the workbook, then try again.",
    sheetNotFound: (sheet) =>
      `The sheet “${sheet}” was not found. Check whether it was renamed or deleted, then try again.`,
    tooLarge: "That is more than Excel takes at once. Close other workbooks or split the ledger, then try again.",
    textTooLong: (sheet, cell) =>
      cell === ""
        ? "A text is too long for a cell of Excel. Shorten it, then try again."
        : `The text for ${cell} of the sheet “${sheet}” exceeds Excel's limit of 32,767 characters. Shorten the original, then try again.`,
    oldExcel: "This Excel cannot do that. Please use Excel 2021 or later, Microsoft 365 or Excel on the web.",
    otherWorkbook: "Another workbook is in front. Bring this workbook to the front, then try again.",
    filtered: (sheet) =>
      sheet === ""
        ? "Filtered cells cannot be written. Clear the filter, then try again."
        : `The sheet “${sheet}” is filtered, so its cells cannot be written. Clear the filter, then try again.`,
    busy: "The connection with Excel was interrupted. Wait a moment, then try again.",
    cancelled: "Cancelled. The workbook is as it was.",
    failed: "Excel could not finish the work. Check that no other workbook or dialog is in front, then try again.",
    unexpected: "Something unexpected happened. Save and reopen the workbook, then try again.",
    unfinished: " If half-made sheets are left, the next run removes them first.",
  },
  actions: {
    reportOperation: "報告書",
    checkOperation: "検査結果",
    submissionOperation: "提出用",
    submissionFile: "submission",
    outside: (count: number, statuses: readonly string[]) =>
      `${count} measures have a status outside the vocabulary and are counted as 区分外 (${statuses.map((status) => (status === "" ? "blank" : `"${status}"`)).join(", ")}). Mend the ledger or the 設定 sheet.`,
    notFormulas: (sheet: string, count: number, cells: readonly { readonly cell: string; readonly value: string }[]) =>
      `${count} cells on "${sheet}" are spelt differently, so the counts they belong to are values instead of formulas (${cells.map(({ cell, value }) => `${cell} "${value}"`).join(", ")}${count > cells.length ? ", …" : ""}).`,
    contradicted: (count: number) =>
      `The text on the 計画 sheet has ${count} numbers that do not agree with the ledger. See the marked paragraphs of the evaluation.`,
    tooManyRows: (sheet: string, rows: number) =>
      `The list on "${sheet}" would have ${rows} rows, more than a worksheet holds, and was left out.`,
    tooManyPages: (sheet: string, pages: number) =>
      `"${sheet}" would have at least ${pages} pages, more than Excel can fix the ends of, and was left out. The field sheets list the measures.`,
    nameTooLong: (sheet: string, cell: string, length: number) =>
      `The name at ${cell} on "${sheet}" has ${length} characters, and its end does not print. Shorten it in the ledger.`,
    cleaned: (count: number, cells: readonly string[]) =>
      `Control characters that Excel cannot hold were left out of ${count} cells (${cells.join(", ")}${count > cells.length ? ", …" : ""}).`,
  },
  pane,
  file: {
    cannotRead: (file: string) => `${file} cannot be opened. Check its place and name.`,
    "not-a-workbook": (file: string) =>
      `${file} is not an Excel workbook (.xlsx). Open it in Excel and save it as "Excel Workbook".`,
    encrypted: (file: string) =>
      `${file} is protected by a password or in the old .xls format. Remove the password and save it as .xlsx.`,
    damaged: (file: string) => `${file} is damaged. Let Excel open and repair it, then save it again.`,
    "too-large": (file: string) => `${file} is too large to read. Remove sheets or pictures that are not needed.`,
  },
  standalone: {
    intro: "Choose an Excel workbook to check its ledger and to save a copy with the report's sheets added.",
    choose: "Choose a workbook",
    drop: "Or drop a file here.",
    promise: "The workbook stays on this PC and is sent nowhere. Your file is never overwritten.",
    empty: "Start with a new workbook",
    emptyName: "new workbook",
    opening: "Opening the workbook",
    other: "Open another workbook",
    discard: "There are sheets that were not saved. Open another workbook without saving them?",
    save: "Save",
    saving: "Saving",
    saved: (file: string) => `Saved as ${file}.`,
    saveFailed: "The workbook could not be saved. Check that your PC is on the office network, then save again.",
    suffix: "_報告書",
    preview: "What the sheet holds",
    sheet: "Sheet",
    rows: (first: string, last: string, all: string) => `Rows ${first} to ${last} of ${all} are shown.`,
    columns: (first: string, last: string, all: string) => `Columns ${first} to ${last} of ${all} are shown.`,
    charts: "Open the saved workbook in Excel to see its charts.",
  },
  commandLine: {
    usage: [
      "Usage:",
      "  npm run -s check -- LEDGER.xlsx [--sheet NAME] [--json]",
      "  npm run -s report -- LEDGER.xlsx --out REPORT.xlsx [--sheet NAME] [--json]",
      "  npm run demo",
    ].join("\n"),
    unknownOption: (option: string) => `There is no option ${option}.`,
    ledgerMissing: "No ledger was given.",
    outMissing: "Say where the report goes, for example --out report.xlsx.",
    outIsLedger: "The report would overwrite the ledger. Give it another name.",
    cannotWrite: (file: string) =>
      `${file} cannot be written. Check that its folder exists and that no other program has it open.`,
    made: (file: string, sheets: number) => `Report written to ${file} (${sheets} sheets).`,
    total: "Total",
    outside: "Unknown",
    unchanged: "Your own sheets are unchanged.",
    kept: (sheets: string) => `Kept, because somebody edited them: ${sheets}`,
    demo: (file: string) => `Report on the sample ledger (${file}):`,
    lookAt: (sheet: string) => `Open the sheet "${sheet}" first and look at the figures.`,
    missingText: (count: number) =>
      `The evaluation has ${count} places marked 【要記入】. Write them on the 計画 sheet and the next report will include them.`,
    submittable: (sheet: string, measures: number) =>
      `Ledger "${sheet}" (${measures} measures): ready to submit, nothing to mend.`,
    submittableWithWarnings: (sheet: string, measures: number, _unit: string, warnings: number) =>
      `Ledger "${sheet}" (${measures} measures): ready to submit, ${warnings} places to look at.`,
    blocked: (sheet: string, measures: number, _unit: string, errors: number) =>
      `Ledger "${sheet}" (${measures} measures): ${errors} places must be mended. Mend them and check again.`,
    severity: { error: "error", warning: "warning", info: "note" },
    roundTrips: (count: number, kilobytes: number) => `Talk with Excel: ${count} round trips, ${kilobytes} kB`,
    unexpected: "Something unexpected happened. Please send the following to your supplier.",
  },
};
