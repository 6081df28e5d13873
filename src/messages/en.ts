import type { LoadingMessages, Messages, OpeningMessages, OutsideMessages, WorkingMessages } from "./ja";

/** What is said of the files of the page that its server does not hand over as it should. */
export const loading: LoadingMessages = {
  missing: (file, status) =>
    `The web server does not hand over ${file} (HTTP ${status}). Ask your IT department to check that it is there and that its extension has a MIME type.`,
  type: (file, found, wanted) =>
    `The web server sends ${file} as a wrong Content-Type (${found}). Ask your IT department to make it ${wanted}.`,
  policy: (file) =>
    `The web server's settings forbid ${file}. Ask your IT department to check the response header Content-Security-Policy and redirections to other servers.`,
  unusable: (file) =>
    `The web server sent ${file} in a form that cannot be used. If opening the page again does not help, ask your IT department to check for a cut file and the response header Content-Encoding.`,
  unreachable: () => "The web server cannot be reached. Check the office network, then try again.",
};

/** What the pane says from its opening on. */
export const opening: OpeningMessages = {
  notLoaded: (file) =>
    `${file} cannot be loaded. Check the web server's settings (Content-Type, Content-Security-Policy).`,
  /** Why a ledger cannot be read. */
  ledger: {
    problem: (problem) => {
      switch (problem.kind) {
        case "not-a-ledger":
          return problem.row === 0
            ? `The sheet “${problem.sheet}” is empty. Choose the sheet of the ledger.`
            : `The sheet “${problem.sheet}” cannot be read as a ledger: ${quoted(problem.missing)} not found among the headers. Row ${problem.row} has ${quoted(problem.seen)}.`;
        case "empty-ledger":
          return `The ledger on sheet “${problem.sheet}” has no measures below its header (${problem.headerAddress}).`;
        case "error-value":
          return `Cell ${problem.cell} of sheet “${problem.sheet}” shows the error ${problem.value}. Fix the formula or enter the value.`;
        case "ambiguous-columns":
          return `On sheet “${problem.sheet}” more than one column could be the status (${quoted(problem.candidates.map(({ cell, text }) => `${cell} ${text}`))}). Say which one to count.`;
        case "ambiguous":
          return problem.sameHeader === true
            ? `Several sheets have a ledger with the same header (${quoted(problem.sheets)}). Say which one to use; only that one is counted. A ledger with a sheet for each section or pillar has to be brought together on one sheet first.`
            : `More than one sheet looks like the ledger (${quoted(problem.sheets)}). Say which one to use.`;
        case "no-such-sheet":
          return `There is no sheet “${problem.sheet}”. The workbook has ${quoted(problem.sheets)}.`;
        case "no-ledger":
          return problem.sheets.length === 0
            ? "The workbook has no sheet that could be a ledger."
            : `No sheet looks like a ledger. Check for the headers 分野, 状況 and 施策 or 個別事業 (looked at: ${quoted(problem.sheets)}).`;
      }
    },
  },
  host: {
    cellEditMode: "A cell is being edited in Excel. Confirm it with Enter or cancel it with Esc, then try again.",
    refused:
      "Excel did not accept this operation. Wait until typing in a cell, dialogs and other people's work in the shared workbook are done, and try again.",
    chartSheet:
      "A sheet that is only a chart is in front, so the ledger cannot be read. Bring the ledger's sheet to the front, or choose it as the ledger's sheet, and try again.",
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
    ledgerGone: (sheet) =>
      `The sheet “${sheet}” was renamed or deleted meanwhile. The half-made sheets were removed and the workbook is as it was before. Check the ledger's sheet, then make it again.`,
    overtaken:
      "Somebody else, or another window, changed the same workbook meanwhile. The half-made sheets were removed. Wait until the other work is done, then make it again.",
    cancelled: "Cancelled. The workbook is as it was.",
    failed: "Excel could not finish the work. Check that no other workbook or dialog is in front, then try again.",
    unexpected: "Something unexpected happened. Save and reopen the workbook, then try again.",
    unfinished: " If half-made sheets are left, the next run removes them first.",
  },
  /** What the pane says in English; the same keys as `pane.ja`. */
  pane: {
    title: "Measure Ledger",
    outsideExcel: "Open this page in Excel, with the buttons of the Measure Ledger group on the Home tab.",
    listSeparator: ", ",
    close: "Cancel",
    quoted: (text) => `“${text}”`,
    openSheet: (sheet) => `Go to sheet ${sheet}`,
    openCell: (sheet, cell) => `${cell}: go to it on sheet ${sheet}`,
    openWholeSheet: (sheet) => `Whole sheet: go to ${sheet}`,
    steps: {
      ledger: "Ledger",
      check: "Check",
      report: "Report",
      done: "Done",
      next: "Next",
      waiting: "Not yet",
      attention: "To fix",
      outdated: "Run again",
    },
    guide: {
      book: "Handbook (Japanese)",
      step: (step) => `Handbook: ${step} (Japanese)`,
      version: (product, version) => `${product} ${version}`,
    },
    ledger: {
      looking: "Looking at the workbook",
      sheet: "Sheet of the ledger",
      unit: " measures",
      measures: "",
      inFields: (fields) => `${fields} fields`,
      relisted: (count) => ` (${count} re-listed)`,
      inFieldsAfter: ", ",
      reread: "Read again",
      columns: (count) => `Columns found (${count})`,
      columnsChoose: "Choose the columns by hand",
      columnsHelp: "What each column was taken for. Choose again where that is wrong.",
      columnsKeep: "Keep this on the sheet 設定",
      columnsKeepHelp:
        "Later checks and reports read the columns the same way, next year's ledger too if it has that sheet.",
      columnsKept: (sheet) => `Written to the table of columns on sheet “${sheet}”.`,
      columnsNotKept: (sheet) =>
        `Some cells of sheet “${sheet}” could not be written. Look at its table of columns and try again.`,
      columnsReset: "Back to automatic",
      automaticColumn: "By its header",
      noColumn: "Not used",
      columnCounted: "counted",
      columnBy: {
        choice: "chosen",
        settings: "from the table on 設定",
        word: "by the last word of its header",
        content: "guessed from its cells",
        none: "unknown header",
      },
      yearLabel: "Fiscal year",
      noYear: "unknown",
      yearBy: {
        choice: "chosen here",
        settings: "from the sheet 設定",
        title: "from the title above the table",
        columns: "the latest year that is filled",
      },
      unused: (columns) => `Columns not used: ${columns}. If one of them should be, choose it under “Columns” below.`,
      andMore: (count) => ` and ${count} more`,
      first: {
        title: "Getting started",
        lines: {
          ledger:
            "A ledger is a table with one measure a row. With columns for field, measure and status it can be read.",
          beside:
            "The sheets 設定 (statuses and counting), 分野 (names and order) and 計画 (the plan's name and prose) are used where they are there.",
          order: "The check finds what to fix; tables and the report go to new sheets. The sample is there to try it.",
        },
        picture: "An example of a ledger: headers for field, measure and status, and below them one measure a row.",
        header: "Field/Measure/Status",
        rows: "Welfare/More advice/Done|Welfare/Meals at home/Not done|Safety/Fire drills/Done",
      },
      otherStart: "New ledger or sample",
      chooseSheet: "Choose a sheet",
      newLedger: "Make a new ledger",
      newLedgerSure: (sheet) =>
        `This workbook has a ledger (sheet “${sheet}”). Add an empty ledger with the sheets 設定, 分野 and 計画?`,
      newLedgerYes: "Add",
      newLedgerHelp: "Adds an empty ledger with headers and lists to choose from, and the sheets 設定, 分野 and 計画.",
      sample: "Add the sample",
      sampleHelp:
        "A ledger of 98 measures with its sheets 設定, 分野 and 計画. It opens in a new workbook unless this one is empty.",
      sampleOpened: "The sample is open in a new workbook. Press the add-in’s button there to try everything.",
      added: (sheets) => `Added: ${sheets}.`,
      without: (sheets) => `There is no sheet ${sheets}; the defaults are used.`,
      recordMatches: (date) => `Unchanged since its check record of ${date}.`,
      recordDiffers: (date) => `Changed since its check record of ${date}. Check again before you submit.`,
      columnNames: {
        number: "No.",
        field: "Field",
        headingNumber: "Heading no.",
        heading: "Heading",
        policyNumber: "Policy no.",
        policy: "Policy",
        action: "Action",
        measure: "Measure",
        status: "Status",
        relisted: "Re-listed",
        original: "Original",
        reason: "Reason",
        result: "Result",
        department: "Department",
        remarks: "Remarks",
        review: "Other evaluation",
        opinion: "Opinion",
        flag: "Mark (priority, new)",
        issue: "Issue",
        next: "Improvement, next steps",
        outline: "Outline",
        direction: "Future direction",
        period: "Period",
        indicator: "Indicator",
        unit: "Unit",
        indicatorKind: "Kind of indicator",
        improvement: "Way of improvement",
        source: "Source",
        base: "Base value",
        target: "Target",
        actual: "Actual value",
        rate: "Achievement rate",
        budget: "Budget",
        settled: "Settled accounts",
      },
    },
    history: {
      title: "Take back earlier changes",
      empty: "There is nothing to take back.",
      older: "What was done before that is on the sheets “変更履歴” and “作成記録”.",
      entry: (operation, places) => `${operation}: ${places}`,
      undo: "Take back",
      undoOf: (at, operation, places) => `Take back “${operation}” (${places}) of ${at}`,
      undone: (restored, removed) =>
        removed === "0"
          ? `${restored} places are as they were.`
          : restored === "0"
            ? `${removed} sheets were deleted.`
            : `${restored} places are as they were; ${removed} sheets were deleted.`,
      left: (places) => ` Left as they are, because they were changed since: ${places}`,
    },
    problemNext: {
      "not-a-ledger": "Choose another sheet, or correct the headers and read again.",
      "empty-ledger": "Enter the measures, then read again.",
      "error-value": "Correct it, then read again.",
      "ambiguous-columns": "Choose the column of 状況 under “Columns” below.",
      ambiguous: "Choose the sheet of the ledger above.",
      "no-such-sheet": "Choose the sheet of the ledger above.",
      "no-ledger": "You can begin with a new ledger or the sample.",
    },
    check: {
      intro: "Finds the mistakes in the ledger. The ledger is not changed.",
      lastCheck: (date, errors, warnings) => `Last check (${date}): ${errors} to fix, ${warnings} to look at. `,
      lastCheckHolds: "The ledger has not changed since.",
      lastCheckOld: "The ledger has changed since.",
      run: "Check",
      again: "Check again",
      diagnose: "Self-diagnosis of Excel",
      submittable: "Ready to submit",
      blocked: (errors) => `${errors} to fix`,
      nothingFound: (measures) => `${measures} measures checked, nothing to fix.`,
      onlyHints: (measures) => `${measures} measures checked. Nothing has to be fixed.`,
      checkedMeasures: (measures) => `${measures} measures checked.`,
      countsLabel: "Counts",
      stale: "These results are out of date",
      staleHelp: "The ledger was changed after the check. Please check again.",
      groupsLabel: "Findings",
      entries: (count) => count,
      moreGroups: (count) => `Show ${count} more kinds`,
      moreEntries: (count, rest) => `Next ${count} (${rest} left)`,
      basis: (basis) => `Basis: ${basis}`,
      wholeSheet: "Whole sheet",
      current: "Now: ",
      autoAll: (count) => `See what can be fixed at once (${count})`,
      proposedAll: (count) => `See what is proposed (${count} places)`,
      walkAt: (at, total) => `${at} / ${total}`,
      walkHelp: "One finding after the other.",
      walkTicked: (count) => `✓ ${count} done`,
      walkDone: "All of them are done",
      walkStopDone: (cell) => (cell === "" ? "Done" : `${cell} is done`),
      walkBack: "‹ Back",
      walkNext: "Next ›",
      forCell: (cell, text) => (cell === "" ? text : `${cell}: ${text}`),
      takeAlike: (value, count, cells) => `All ${count} cells with the same ${value} (${cells})`,
      andOthers: (count) => ` and ${count} more`,
      newValues: (count) => `New value of ${count} cells`,
      byHand: (suggestion) => `Fix it in Excel, then check again: ${suggestion}`,
      autoGroup: (count) => `See the fixes (${count})`,
      autoOne: "See the fix",
      choose: "Choose a fix",
      previewTitle: (count) => `Cells that will be changed: ${count}`,
      previewList: "What is fixed",
      takeFix: (cell) => `Fix ${cell}`,
      copyFirst: (sheet) => `First, a copy of the sheet “${sheet}” is made; its name is said afterwards.`,
      changes: {
        unmerge: "Unmerge and give every cell the value of the first",
        "delete-rows": "Delete the row",
        "delete-columns": "Delete the column",
        "move-out": "Move to another sheet",
        "show-rows": "Show the rows again",
        "show-columns": "Show the column again",
        "keep-value": "Replace the formula with its value",
        "hide-totals": "Hide the table's total row",
        "show-filtered": "Clear the filter",
      },
      previewHelp: "Written exactly as shown. No other cell is changed.",
      apply: (count) => `Fix ${count}`,
      newValue: (cell) => `New value of ${cell}`,
      setValue: "Change",
      valuesTitle: "List of values",
      valuesIntro: "Change all cells with the same value at once.",
      valuesColumn: "Column",
      valuesOf: (header) => `Values of “${header}”`,
      valueCells: (count) => `${count} cells`,
      valueTaken: (name) => `counted as “${name}”`,
      valueNotTaken: "counted as none of the statuses",
      valueBlank: "(blank)",
      valueChange: "Change",
      valueChangeOf: (text) => `Change “${text}”`,
      valueTo: "New value",
      valueShow: "Show what changes",
      valueSynonym: (text, status) => `Take “${text}” as “${status}” from now on`,
      synonymDone: (text, status, sheet) =>
        `On sheet “${sheet}”, “${text}” is now taken as “${status}”. The ledger was checked again.`,
      before: "Before",
      after: "After",
      erased: "(blank)",
      fixed: (count) => `Fixed ${count} and checked again.`,
      changed: (count) => `${count} changes of the sheet were made.`,
      copied: (sheets) => `The copy from before is the sheet ${sheets}.`,
      movedOut: (sheets) => `What was moved is on the sheet ${sheets}.`,
      fixSkipped: (count) => `${count} not fixed, because the cell had changed meanwhile.`,
      undo: "Undo the fix",
      undone: (count) => `Put back ${count}.`,
      undoLeft: (count) => `Changed since and left as they are: ${count}.`,
      accept: "Right as it is…",
      acceptReason: "Why it is right as it is",
      acceptOne: "Accept this one",
      acceptAll: (header, count) => `Accept all ${count} of this kind in column ${header}`,
      acceptNoReason: "Say in a word why it is right as it is.",
      acceptDone: (sheet, count) =>
        `${count} written to the sheet “${sheet}”. Where the cell changes, the check finds it again.`,
      acceptedTitle: (count) => `Accepted (${count})`,
      acceptedHelp: "They do not count as long as their cells do not change.",
      acceptedEntry: (title, reason) => `${title}: ${reason}`,
      takeBack: "Accept no longer",
      takeBackOf: (cell) => `Accept ${cell} no longer`,
      use: "Use the result",
      checkSheet: "Write the findings to a sheet",
      departmentSheets: "Write a sheet for each department",
      checkSheetDone: (sheets) => `Written to ${sheets}.`,
      mark: "Mark the cells of the ledger",
      unmark: "Remove the marks",
      marked: "The cells are marked on the ledger. The next check removes the marks.",
      unmarked: "The marks are removed.",
      submission: "Make the data to submit",
      submissionHelp: "Makes a sheet of plain values, a check record and a CSV.",
      submissionEncoding: "Encoding of the CSV",
      utf8: "UTF-8 (with BOM)",
      cp932: "Shift_JIS (CP932)",
      submissionDone: (sheets) => `Made: ${sheets}.`,
      submissionBlocked: (errors) => `Nothing was made, because ${errors} have to be fixed first.`,
      csvSave: "Save the CSV",
      csvHelp: "If it cannot be saved, copy the text below into Notepad and save it in the same encoding.",
      csvText: "Text of the CSV",
      csvCopy: "Copy the text",
      csvCopied: "Copied.",
      csvSelected: "Selected. Press Ctrl+C to copy.",
      unmappable: (count) => `${count} characters do not exist in Shift_JIS and become “?”.`,
      unmappableEntry: (character, codePoint, cells) => `“${character}” (${codePoint}): ${cells}`,
      proposalTitle: "The statuses do not match the settings",
      proposalHelp: (count) => `The ledger uses these ${count}. A table of statuses can be made from them.`,
      proposalWrite: "Make the table of statuses",
      proposalDone: (sheet) => `Made on sheet ${sheet}. See which count as achieved, then check again.`,
    },
    report: {
      intro: "Written to new sheets. Existing sheets are not changed.",
      make: "Make the report",
      again: "Make it again",
      notMade: (errors) =>
        `No report was made: ${errors} places must be fixed. Fix them above, or press “Make the report” to make it all the same.`,
      notMadeUnsure:
        "No report was made: the statuses do not match 設定, or the ledger was changed after the check. See the check’s result above.",
      notMadeUnread: "No report was made: the ledger could not be read. See “Ledger” above.",
      lookAt: (sheet) => `See the figures on the sheet “${sheet}”`,
      doneProvisionally: "The provisional report is ready",
      confirmStatuses:
        "The classes of statuses were taken from the ledger itself. Write them to the sheet 設定 and look at them; the next report will not be provisional.",
      unresolved: (errors) => ` There are ${errors} still to fix; you can make it all the same.`,
      unchecked: " You can make it without a check, too.",
      earlier: {
        title: "Last year beside this year",
        help: "With last year's ledger the report gets sheets that set both years beside each other, and its text says what changed. The check asks why anything is worse.",
        sheet: "Last year's ledger",
        none: "None",
        file: "From another workbook",
        unreadFile: (file) =>
          `${file} could not be read. Open it in Excel, save it as an Excel workbook (.xlsx) without a password and choose that.`,
        unread: (problem) => `Last year's ledger could not be read. ${problem}`,
        result: (last, pairs, better, worse, added, gone) =>
          `Beside ${last}: ${pairs} in both years (better ${better}, worse ${worse}), ${added} new, ${gone} gone.`,
      },
      parts: "What to make",
      chapters: "Sheets of the booklet",
      chapter: {
        cover: "Cover",
        contents: "Contents",
        outline: "Outline of the plan",
        goals: "Goals and results by field",
        measures: "Measures by policy",
        evaluation: "Evaluation",
        annex: "Annex (tables, lists by field)",
        colophon: "Colophon",
      },
      noParts: "Choose at least one thing to make.",
      part: {
        booklet: "Booklet (cover, contents, text)",
        summary: "Summary table and charts",
        fields: "A sheet per field",
        comparison: "Last year beside this year",
        indicators: "Indicators and their course",
        departments: "By department",
        directions: "Directions from now on",
        money: "Budget and settled amounts",
        reviews: "Evaluations compared",
        results: "What was done",
        narrative: "Evaluation text",
      },
      partShort: {
        booklet: "booklet",
        summary: "summary",
        fields: "fields",
        comparison: "last year",
        indicators: "indicators",
        departments: "departments",
        directions: "directions",
        money: "money",
        reviews: "evaluations compared",
        results: "results",
        narrative: "evaluation",
      },
      options: "How to count and write",
      optionsHelp: "As on the sheet 設定. What you change here is used for this report only.",
      optionsHelpDefault:
        "There is no sheet 設定; these are the defaults. What you change here is used for this report only.",
      changed: "Changed",
      reset: "Back to the sheet 設定",
      relistedLabel: "Re-listed measures",
      relisted: {
        include: "Include (each counts as one)",
        exclude: "Leave out (count the original only)",
        both: "Show both",
      },
      roundingLabel: "Rounding of shares",
      rounding: {
        "half-up": "Half up",
        truncate: "Cut off",
        "sum-100": "Adjust so that they add to 100",
        "largest-class": "Half up, the largest class takes the rest",
      },
      decimalsLabel: "Decimals of shares",
      decimals: { "0": "None (73%)", "1": "One (73.5%)", "2": "Two (73.47%)" },
      digitsLabel: "Digits in the text",
      digits: {
        half: "Half width (72, 7)",
        full: "Full width (７２, ７)",
        "single-full": "Single digits full (72, ７)",
      },
      unitLabel: "Unit of counts",
      unitHelp: "For example 項目, 事業, 施策",
      countsLabel: "Counts in tables",
      counts: { formula: "Formulas (follow the ledger)", value: "Fixed numbers" },
      cancel: "Stop",
      cancelling: "Stopping",
      cancelled: "Stopped. The workbook is as it was.",
      done: "The report is ready",
      sheetsLabel: "Sheets made",
      measures: (count) => `${count} measures`,
      tallyLabel: "Measures by status",
      status: "Status",
      count: "Count",
      share: "Share",
      outside: "Other",
      kept: (sheets) => `Kept from before, because edited: ${sheets}.`,
      remarks: "Please check",
      stale: "This report is out of date",
      staleHelp: "The ledger was changed afterwards. Make it again if you need to.",
      missing: (count) =>
        `${count} places are marked 【要記入】. Write them on the sheets 計画 and 分野 (reasons of what became worse in the ledger); the next report will include them.`,
      undo: "Take the report back",
      saveDocument: "Save as Word document",
      documentSaved: (file) =>
        `Saved as ${file}. When Word asks on opening whether to update the contents, answer “Yes”.`,
      removed: (count) => `Removed the ${count} sheets of this run.`,
      removalKept: (sheets) => `Kept, because edited: ${sheets}.`,
      madeBefore: "Sheets made before",
    },
    progress: {
      survey: "Looking at the workbook",
      check: "Checking",
      report: "Making the report",
      removeReport: "Taking it back",
      earlier: "Reading last year's file",
      document: "Making the Word document",
      fix: "Fixing cells",
      undoFix: "Putting cells back",
      history: "Reading what was changed",
      accept: "Writing what is accepted",
      select: "Opening the sheet",
      checkSheet: "Writing the findings",
      mark: "Marking cells",
      clearMarks: "Removing marks",
      submission: "Making the data to submit",
      newLedger: "Making a new ledger",
      sample: "Adding the sample",
      proposal: "Making the table of statuses",
      columns: "Writing to 設定",
      steps: {
        read: "Reading the ledger",
        check: "Looking at its content",
        plan: "Counting",
        build: "Making sheets",
        swap: "Finishing",
        undo: "Putting things back",
        wait: "Waiting for Excel (bring this workbook to the front and finish typing in its cells)",
      },
      of: (name, at, all) => `${name} (step ${at} of ${all})`,
    },
  },
};

/** What a check says and what a report, once it is asked for. */
export const working: WorkingMessages = {
  diagnosis: {
    title: "Self-diagnosis of Excel",
    heading:
      "What Measure Ledger assumes about Excel, tried out in this Excel. It holds nothing of the ledger and no names of sheets.",
    intro:
      "Tries out in temporary sheets whether this Excel does what the add-in assumes. It takes about a minute. The temporary sheets are removed afterwards, and yours do not change. Save the workbook first: what Undo remembers is lost.",
    run: "Try out",
    again: "Try out again",
    cancel: "Stop",
    close: "Close",
    progress: (done, all) => `Trying out (${done} of ${all})`,
    summary: (all, same, different) => `Of ${all} assumptions ${same} hold and ${different} do not.`,
    textLabel: "Result (send it with your question)",
    copy: "Copy the result",
    copied: "The result was copied.",
    copyByHand: "The result is selected. Copy it with Ctrl+C.",
    write: "Write the result to a sheet",
    written: (sheet) => `Written to the sheet “${sheet}”. Delete it when it is no longer needed.`,
    columns: ["Item", "Outcome", "Assumed", "This Excel", "ms"],
    outcomes: { "as expected": "holds", different: "differs", "not supported": "not in this version" },
  },
  /** What the check says in English; the same keys as `rules.ja`. */
  rules: {
    severities: { error: "Must fix", warning: "Look at", info: "Note" },
    fixes: { auto: "automatic", choose: "choose", manual: "by hand" },
    ways: {
      unmerge: "Unmerge and give every cell the value",
      deleteRows: (first, last) => (first === last ? `Delete row ${first}` : `Delete rows ${first}–${last}`),
      deleteColumn: (letters) => `Delete column ${letters}`,
      hideTotals: "Hide the table's total row",
      moveOut: "Move to another sheet",
      show: "Show again",
      showFiltered: "Clear the filter",
      keepValue: (value) => `Replace the formula with its value “${value}”`,
      fillDown: (count) => `Fill ${count} blank cells with the value above`,
    },
    scopes: { sheet: "sheet", cell: "cell", row: "row", ledger: "whole ledger" },
    basis: {
      unified: (items: string) => `MIC, Unified rules for machine-readable statistical tables (2020) ${items}`,
      administrative: "Rules for Machine Readability of Administrative Data (31 March 2026)",
      excel: "Excel specifications and limits",
      plan: "This plan's own settings (sheets 設定, 分野, 計画)",
      product: "Needed for counting and comparing",
      join: (sources: string, why: string) => `${sources}: ${why}`,
    },
    blank: "(blank)",
    list: { separator: ", ", quote: (text: string) => `“${text}”`, more: (count: number) => `${count} more` },
    byRule: {
      "column-required": {
        title: "Required column missing",
        why: "Without its header nobody can tell what a column is.",
        message: (column: string) => `Add a column with the header “${column}”. This table has none.`,
        suggestion: (seen: string) => (seen === "" ? "Add a header row" : `Check the headers (found: ${seen})`),
      },
      "ledger-empty": {
        title: "No rows in the ledger",
        why: "Without measures there is nothing to count or submit.",
        message: "Enter the measures below the header. There is no row yet.",
        suggestion: "Enter one measure per row",
      },
      "header-duplicate": {
        title: "Duplicate header",
        why: "With two columns of the same header it is open whose values are used.",
        message: (text: string, first: string) => `Rename the header “${text}”. ${first} has the same header.`,
        suggestion: "Rename or delete one of the columns",
      },
      "header-blank": {
        title: "Blank header",
        why: "Nobody can tell what a column without a header holds.",
        message: (column: string) => `Give column ${column} a header. It has values but no header.`,
        suggestion: "Enter a header",
      },
      "cells-merged": {
        title: "Merged cells",
        why: "Only the first row keeps a merged cell's value; the others count as blank.",
        message: (area: string) => `Unmerge ${area} and fill every cell.`,
        suggestion: "Unmerge and fill every cell",
      },
      "row-blank": {
        title: "Blank row",
        why: "A blank row may be taken for the end of the table.",
        message: (rows: string) => `Delete the blank row ${rows}. It splits the table.`,
        suggestion: "Delete the blank row",
      },
      "column-blank": {
        title: "Blank column",
        why: "A blank column splits the table in two.",
        message: (column: string) => `Delete the blank column ${column}. It splits the table.`,
        suggestion: "Delete the blank column",
      },
      "row-total": {
        title: "Total row",
        why: "A total row is no measure; the report adds up anew.",
        message: (text: string) =>
          `The row “${text}” was taken for a total and is not counted. If it is a measure, enter its name.`,
        counted: "Hide the table's total row. It is counted as a measure.",
        suggestion: "The row of totals may go",
        suggestCounted: "Untick “Total Row” on the tab “Table Design”",
      },
      "table-second": {
        title: "Another table",
        why: "With two tables on a sheet it is open where the ledger ends.",
        message: (text: string) =>
          `Move the other table, beginning at “${text}”, to another sheet. A ledger's sheet holds one table.`,
        suggestion: "Move the other table to another sheet",
      },
      "note-outside": {
        title: "Note outside the table",
        why: "What stands outside the table is neither counted nor submitted.",
        message: (text: string) =>
          `Move “${text}” to the remarks column or another sheet. It is not part of a measure's row.`,
        suggestion: "Move it to the remarks or another sheet",
      },
      "row-hidden": {
        title: "Hidden row",
        why: "Hidden rows are counted, so the visible number differs from the total.",
        message: (rows: string) => `Unhide row ${rows}. It is counted although hidden.`,
        suggestion: "Unhide the row, or delete it",
      },
      "column-hidden": {
        title: "Hidden column",
        why: "A hidden column is submitted without being seen.",
        message: (column: string, header: string) =>
          `Unhide column ${column} “${header}”. It is submitted although hidden.`,
        suggestion: "Unhide the column, or delete it",
      },
      "filter-active": {
        title: "Filter active",
        why: "Filtered rows are counted, so the visible number differs from the total.",
        message: (count: number) => `Clear the filter. It hides ${count} rows.`,
        suggestion: "Press Clear on the Data tab",
      },
      "value-error": {
        title: "Error value",
        why: "A cell with an error cannot be counted.",
        message: (value: string) => `Replace “${value}” by a proper value. Its formula fails.`,
        suggestion: "Fix the formula or enter a value",
      },
      "status-formula": {
        title: "Formula in the status column",
        why: "A formula's result changes unseen with the cells it depends on.",
        message: (value: string) => `Replace the formula by its value “${value}”. Statuses are entered as values.`,
        blank: "Enter the status as a value. The formula comes to nothing, so the measure is counted in no class.",
        suggestion: "Copy and paste as values",
        suggestBlank: "Delete the formula and enter the status",
      },
      "row-color": {
        title: "Told apart by colour or strikethrough only",
        why: "What colour and strikethrough mean is lost in monochrome print and in data. A struck-through row is counted.",
        message: (count: number) =>
          `Write what the colour or strikethrough means into a column such as status or remarks. ${count} rows differ in it only.`,
        suggestion: "Write it in a column and clear the mark, or delete the row",
      },
      "cell-required": {
        title: "Required cell blank",
        why: "Without field and name nobody can tell which measure it is.",
        message: (header: string) => `Enter “${header}”. It is blank.`,
        suggestion: "Enter a value",
      },
      "space-edge": {
        title: "Spaces at the edges",
        why: "With spaces around it a value counts as another one.",
        message: (text: string) => `Delete the spaces around “${text}”.`,
        suggestion: "Delete the spaces",
      },
      "space-doubled": {
        title: "Doubled spaces",
        why: "Text laid out with spaces cannot be searched or matched.",
        message: (text: string) => `Reduce the doubled spaces in “${text}” to one.`,
        suggestion: "Keep one space",
      },
      "space-invisible": {
        title: "Invisible spaces",
        why: "Texts that look alike count as different ones.",
        message: (text: string, codes: string) => `Delete the invisible characters (${codes}) from “${text}”.`,
        suggestion: "Delete the invisible characters",
      },
      "text-line-break": {
        title: "Line break in a cell",
        why: "Text laid out with line breaks is hard to search, match and import.",
        message: (text: string) => `Delete the line breaks in “${text}”.`,
        suggestion: "Delete the line breaks",
      },
      "character-platform": {
        title: "Platform-dependent character",
        why: "Other systems may show another character.",
        message: (characters: string, instead: string) =>
          `Write “${characters}” as something like “${instead}”. It is platform-dependent.`,
        suggestion: (instead: string) => `Write “${instead}”`,
      },
      "kana-halfwidth": {
        title: "Half-width kana",
        why: "Half-width kana do not match full-width kana.",
        message: (kana: string, instead: string) => `Change half-width “${kana}” to full-width “${instead}”.`,
        suggestion: (instead: string) => `Change to “${instead}”`,
      },
      "text-letter-spaced": {
        title: "Letter-spaced word",
        why: "A word with spaces between its letters cannot be searched or matched.",
        message: (before: string, after: string) =>
          `Change “${before}” to “${after}”. There are spaces between the letters.`,
        suggestion: (after: string) => `Change to “${after}”`,
      },
      "character-radical": {
        title: "Radical instead of kanji",
        why: "Radicals pasted from a PDF look like kanji but are other characters.",
        message: (before: string, after: string) => `Retype “${before}” as “${after}”. It is a radical, not a kanji.`,
        suggestion: (after: string) => `Change to “${after}”`,
      },
      "character-private": {
        title: "Private-use character",
        why: "Outside the PC where it is registered it shows as something else.",
        message: (codes: string) =>
          `Replace the private-use character (${codes}) by a standard one. Other PCs cannot show it.`,
        suggestion: "Use a standard character",
      },
      "character-decomposed": {
        title: "Detached voicing mark",
        why: "Texts that look alike do not match.",
        message: (before: string, after: string) => `Change “${before}” to the single character “${after}”.`,
        suggestion: (after: string) => `Change to “${after}”`,
      },
      "character-control": {
        title: "Control character",
        why: "Control characters are invisible and break imports.",
        message: (codes: string) => `Delete the control characters (${codes}).`,
        suggestion: "Delete the control characters",
      },
      "text-length": {
        title: "Text too long",
        why: "A cell takes 32,767 characters and 253 line breaks.",
        message: (length: number, lines: number) =>
          `Split or shorten the text. With ${length} characters and ${lines} line breaks it is beyond Excel's limits (32,767 and 253).`,
        suggestion: "Split or shorten the text",
      },
      "text-formula": {
        title: "Text that looks like a formula",
        why: "Text beginning with =, +, - or @ is taken for a formula, for example when a CSV is opened.",
        message: (text: string) =>
          `Remove or change the sign at the beginning of “${text}”. It may be taken for a formula.`,
        suggestion: "Remove the sign at the beginning",
      },
      "status-blank": {
        title: "Status blank",
        why: "A measure without status is counted nowhere.",
        message: (name: string) => `Enter the status of “${name}”. It is blank.`,
        suggestion: (statuses: string) => `Choose from ${statuses}`,
      },
      "status-unknown": {
        title: "Status outside the vocabulary",
        why: "A status outside the vocabulary is counted apart, in no class.",
        message: (status: string, statuses: string) =>
          `Change “${status}” to a status of the vocabulary (${statuses}).`,
        nearest: (status: string, nearest: string) =>
          `Change “${status}” to “${nearest}”. It is not in the vocabulary.`,
        alike: (status: string, alike: string) =>
          `“${status}” is not in the vocabulary. If it means “${alike}”, change it; if it is a class of its own, add it on the sheet 設定.`,
        suggestion: (statuses: string) => `Choose from ${statuses}`,
        suggestNearest: (nearest: string) => `Change to “${nearest}”`,
        suggestAlike: (alike: string) => `Change to “${alike}”, or add it to the vocabulary`,
      },
      "status-variant": {
        title: "Status spelt differently",
        why: "In formulas and sorting another spelling is another value.",
        message: (status: string, name: string) => `Change “${status}” to “${name}”, the vocabulary's spelling.`,
        suggestion: (name: string) => `Change to “${name}”`,
      },
      "status-multiple": {
        title: "Two statuses",
        why: "With two values in a cell it is open which one counts.",
        message: (status: string) => `Keep one of “${status}”. A cell takes one status.`,
        suggestion: (statuses: string) => `Choose from ${statuses}`,
      },
      "vocabulary-unset": {
        title: "No vocabulary set",
        why: "Which values count as achieved is for each plan to decide.",
        message: (found: string) =>
          `Set up a vocabulary on the sheet 設定. The ledger's statuses (${found}) do not match the default one.`,
        suggestion: "Review and use the vocabulary proposed from the ledger",
      },
      "reason-missing": {
        title: "Reason blank",
        why: "This plan asks for a reason with this status.",
        message: (name: string, status: string) => `Enter the reason of “${name}”. Its status is “${status}”.`,
        instead: (text: string, name: string, status: string) =>
          `Enter the reason of “${name}” in place of “${text}”. Its status is “${status}”.`,
        suggestion: "Enter the reason",
      },
      "regression-reason": {
        title: "Worse than last year, no reason",
        why: "Whoever reads the report will ask why a measure is worse than last year.",
        message: (name: string, from: string, to: string) =>
          `“${name}” was “${from}” last year and is “${to}” now. Enter the reason.`,
        suggestion: "Enter the reason",
        addColumn: "Add a column 理由 and enter it there",
      },
      "reason-column": {
        title: "No reason column",
        why: "Some statuses ask for a reason.",
        message: (statuses: string) =>
          `Add a column 理由 to print the reasons of ${statuses}. Without it the report is made without reasons.`,
        unused: (statuses: string) =>
          `Enter the reasons of ${statuses} in the column 理由. The column is there but empty.`,
        suggestion: "Add the column, or write the reasons on the sheet 計画",
      },
      "result-missing": {
        title: "Result blank",
        why: "Where results are kept, those of achieved measures can be printed too.",
        message: (name: string, status: string) => `Enter the result of “${name}”. Its status is “${status}”.`,
        suggestion: "Enter the result",
      },
      "field-unknown": {
        title: "Field not on the sheet 分野",
        why: "A field that is not on the sheet 分野 has no order or short name.",
        message: (field: string, fields: string) => `Change “${field}” to a field of the sheet 分野 (${fields}).`,
        nearest: (field: string, nearest: string) => `Change “${field}” to “${nearest}”. It is not on the sheet 分野.`,
        suggestion: "Change the field or add it to the sheet 分野",
        suggestNearest: (nearest: string) => `Change to “${nearest}”`,
      },
      "field-similar": {
        title: "Field spelt two ways",
        why: "One field may be counted as two.",
        message: (field: string, other: string) => `If “${field}” and “${other}” are the same field, use one spelling.`,
        suggestion: (other: string) => `If it is the same field, change to “${other}”`,
      },
      "level-continued": {
        title: "Level in the first row of a group only",
        why: "After sorting or filtering nobody can tell what the rows belong to. They are read as the row above.",
        message: (level, cells) =>
          `${cells} blank cells of “${level}” were read as the cell above. Fill in every row before you sort.`,
        suggestion: "Fill the blank cells from above",
        fill: (cells) => `Fill from above (${cells} cells)`,
      },
      "level-unclear": {
        title: "Blank cells of a level may mean two things",
        why: "Where some rows are blank and others repeat the name, a blank cell may mean “as above” or be forgotten.",
        message: (level) =>
          `Fill the blank cells of “${level}”. Other rows repeat the name above, so that they were read as blank.`,
        suggestion: "Enter the name in the blank rows",
      },
      "parent-missing": {
        title: "Parent left out",
        why: "Nobody can tell which heading or policy the row belongs to.",
        message: (header: string, nearby: string) => `Enter “${header}” in full. The rows nearby have “${nearby}”.`,
        suggestion: (nearby: string) => `Enter “${nearby}” or what applies`,
      },
      "text-ditto": {
        title: "Ditto mark",
        why: "After sorting, “same as above” means something else.",
        message: (text: string, above: string) => `Change “${text}” to “${above}”. It is an abbreviation.`,
        suggestion: (above: string) => `Change to “${above}”`,
      },
      "number-conflict": {
        title: "Same number, different names",
        why: "Two names under one number are counted apart.",
        message: (number: string, name: string, other: string) =>
          `Use one name for number ${number}. There are “${name}” and “${other}”.`,
        suggestion: (other: string) => `Change the name to “${other}”, or the number`,
      },
      "number-duplicate": {
        title: "Duplicate number",
        why: "With two rows of one number, originals and last year's rows cannot be matched.",
        message: (number: string, first: string) => `Give “${number}” another number. ${first} has the same one.`,
        suggestion: "Renumber",
      },
      "number-gap": {
        title: "Missing number",
        why: "A gap often means a row forgotten or deleted.",
        message: (missing: string, before: string, number: string) =>
          `Check whether row ${missing} is missing. Number ${before} is followed by ${number}.`,
        suggestion: "Add the missing row or renumber",
      },
      "measure-duplicate": {
        title: "Same measure twice",
        why: "Without the mark 再掲 it is counted as two measures.",
        message: (name: string, first: string) =>
          `If “${name}” is re-listed, enter 再掲 in that column. ${first} has the same name.`,
        suggestion: "Mark it 再掲 or delete one",
      },
      "relisted-original": {
        title: "Re-listed without original",
        why: "Without the original the count without re-listed rows cannot be verified.",
        message: (name: string) =>
          `Check the original of “${name}”. It is marked as re-listed but no original is in the ledger.`,
        byNumber: (name: string, original: string) =>
          `Fix the reference “${original}” of “${name}”. There is no such row.`,
        suggestion: "Enter the original's number in the column 参照元",
      },
      "relisted-status": {
        title: "Status differs from the original's",
        why: "One measure with two statuses cannot be explained.",
        message: (name: string, status: string, original: string, cell: string) =>
          `Check the status “${status}” of “${name}”. The original (${cell}) has “${original}”.`,
        suggestion: (original: string) => `Make them agree (the original has “${original}”)`,
      },
      "relisted-name": {
        title: "Name differs slightly from the original's",
        why: "With another name nobody can tell that it is the same measure.",
        message: (name: string, original: string, cell: string) =>
          `Check the name “${name}”. The original (${cell}) is “${original}”.`,
        suggestion: (original: string) => `Make them agree (the original is “${original}”)`,
        takeOriginal: (original: string) => `Change to “${original}” as in the original`,
        takeRelisted: (name: string) => `Change the original to “${name}”`,
      },
      "plan-number": {
        title: "Number in the text contradicts the tally",
        why: "Most corrections after publication are about such numbers.",
        message: (text: string, should: string) =>
          `Change “${text}” to “${should}”. It contradicts the ledger's tally.`,
        suggestion: (should: string) => `Change to “${should}”`,
      },
      "plan-wording": {
        title: "Wording made from a sentence that has changed",
        why: "A sentence of the evaluation that you worded yourself stays as it is when the ledger changes. Once the automatic sentence it was made from changes, it has to be read again.",
        message: (item: string, now: string) =>
          `Read “${item}” again: the automatic sentence it was made from has changed. It is now: ${now}`,
        suggestion: "Decide whether it can stay",
        keep: "Keep the wording (automatic sentence read)",
        take: "Replace it with the automatic sentence of now",
        unplaced: (item: string) =>
          `The evaluation has no paragraph for “${item}”, so it is not in the report. Check the name of the item.`,
        removeOrRename: "Rename the item or delete the row",
      },
      "reasons-sum": {
        title: "Reasons do not add up",
        why: "The counts of the reasons should add to the count of the status.",
        message: (item: string, sum: number, count: number) =>
          `Check the counts of “${item}”. They add to ${sum}, the ledger has ${count}.`,
        suggestion: (count: number) => `Make them add to ${count}`,
      },
      "date-impossible": {
        title: "Impossible date",
        why: "A date that is not in the calendar cannot be sorted or computed with.",
        message: (text: string) => `Change “${text}” to a date that exists.`,
        suggestion: "Fix the date",
      },
      "date-era": {
        title: "Outside its era",
        why: "A date after the change of era is written in the former era.",
        message: (text: string, should: string) =>
          `Check whether “${text}” should be “${should}”. It lies after the change of era.`,
        year: (text: string, should: string) => `“${text}” is “${should}”. If the plan says it so, leave it.`,
        suggestion: (should: string) => `Write “${should}”`,
      },
      "date-notation": {
        title: "Mixed date notations",
        why: "With mixed notations a column cannot be sorted or computed with.",
        message: (text: string, example: string) => `Write “${text}” in the notation of “${example}”.`,
        suggestion: (example: string) => `Write it like “${example}”`,
      },
      "date-period": {
        title: "Date outside the plan's period",
        why: "A date outside the plan's period is often a wrong year.",
        message: (text: string, period: string) => `Check “${text}”. It lies outside the plan's period (${period}).`,
        suggestion: "Check the year",
      },
      "number-text": {
        title: "Text in a numeric column",
        why: "Values with text are left out of sums and averages.",
        message: (text: string, number: string) =>
          `Change “${text}” to the number “${number}”. The other rows are numbers.`,
        unreadable: (text: string) => `Change “${text}” to a number. The other rows are numbers.`,
        suggestion: "Enter numbers only, with the unit in the header",
      },
      "number-blank": {
        title: "0, blank and － mixed",
        why: "Averages change if 0 and “no value” cannot be told apart.",
        message: (header: string, kinds: string) => `Use one notation in the column “${header}”. It mixes ${kinds}.`,
        suggestion: "Tell 0 and “no value” apart in one way",
        zero: "0",
        none: "blank",
      },
      "unit-missing": {
        title: "Indicator without unit",
        why: "Without a unit nobody can tell what was counted.",
        message: (name: string) => `Enter the unit of the indicator “${name}”. It has figures and no unit.`,
        suggestion: "Enter the unit",
      },
      "unit-mixed": {
        title: "Other unit",
        why: "Values in different units can neither be compared nor divided.",
        message: (name: string, unit: string, proper: string) =>
          `Use one unit for the indicator “${name}”. Here it is “${unit}”, elsewhere “${proper}”.`,
        suggestion: (proper: string) => `Convert it to “${proper}”`,
      },
      "target-missing": {
        title: "Indicator without target",
        why: "Without a target nobody can tell whether it was reached.",
        message: (name: string) => `Enter the target of the indicator “${name}”. It has an actual value only.`,
        suggestion: "Enter the target, or － where there is none",
      },
      "target-direction": {
        title: "Target against the direction",
        why: "Where a target is worse than the base, one of the two is wrong.",
        message: (name: string, direction: string, base: string, target: string) =>
          `Check the target ${target} of the indicator “${name}”. It is ${direction}, and the base is ${base}.`,
        suggestion: "Fix the target or the direction",
      },
      "actual-gap": {
        title: "Year without value",
        why: "With a year left out the course cannot be shown.",
        message: (name: string) => `Enter the actual value of “${name}”. The years before and after have one.`,
        suggestion: "Enter the value, or say why there is none (未集計, 調査なし)",
      },
      "rate-wrong": {
        title: "Rate contradicts the figures",
        why: "Wrong rates are what has to be corrected after publication.",
        message: (name: string, given: string, expected: string) =>
          `Check the rate ${given} of the indicator “${name}”. Target and actual value give ${expected}.`,
        suggestion: (expected: string) => `Change it to ${expected}, or check target and actual value`,
      },
      "status-rate": {
        title: "Status contradicts the rate",
        why: "In this plan the rate of achievement decides the status.",
        message: (status: string, should: string, rate: string) =>
          `Check the status “${status}”. A rate of ${rate} % is “${should}”.`,
        suggestion: (should: string) => `Change it to “${should}”, or check the rate`,
      },
      "money-over": {
        title: "More spent than planned",
        why: "More than the budget is spent only after carrying over or shifting money.",
        message: (header: string, spent: string, planned: string) =>
          `Check ${spent} in “${header}”. The budget is ${planned}.`,
        suggestion: "If money was carried over or added, leave it",
      },
      "status-columns": {
        title: "Two status columns",
        why: "Nothing can be counted before it is settled which column is the status.",
        message: (headers: string) => `Settle on one status column. Each of ${headers} reads as one.`,
        suggestion: "Change the header of the other, or name the column in 列の対応 on 設定",
      },
      "settings-value": {
        title: "Unusable setting",
        why: "With contradictory settings the counts are not what one expects.",
        suggestion: "Fix the sheet 設定",
      },
      "fields-repeated": {
        title: "Field listed twice",
        why: "With a field listed twice it is open whose short name and goals hold.",
        message: (field: string) => `Put the rows of “${field}” into one. The sheet 分野 has it twice.`,
        suggestion: "Delete one of the rows",
      },
      "field-unused": {
        title: "Field without measures",
        why: "A field without measures is printed with 0.",
        message: (field: string) =>
          `Check the measures of the field “${field}”. The ledger has none, so it counts as 0.`,
        suggestion: "Fix the ledger's field, or take it off the sheet 分野",
      },
      "field-short": {
        title: "Field by its short name",
        why: "With names and short names mixed, sorting and formulas see two fields.",
        message: (field: string, name: string) => `Write “${name}” for “${field}”, its short name on the sheet 分野.`,
        suggestion: (name: string) => `Change to “${name}”`,
      },
      "department-similar": {
        title: "Department spelt two ways",
        why: "One department may be counted as two.",
        message: (department: string, other: string) =>
          `If “${department}” and “${other}” are the same department, use one spelling.`,
        suggestion: (other: string) => `If it is the same, change to “${other}”`,
      },
      "number-date": {
        title: "Number turned into a date",
        why: "Excel may turn a number such as 1-2 into a date as it is typed.",
        message: (number: string) => `Enter the number “${number}” again as text. It has become a date.`,
        suggestion: (number: string) => `Enter “${number}” as text`,
      },
      "measure-similar": {
        title: "Nearly the same name",
        why: "Names that differ by の or ー only may be one measure listed twice.",
        message: (name: string, other: string, cell: string) =>
          `If “${name}” is the same measure as “${other}” (${cell}), delete one or mark it 再掲.`,
        suggestion: "If they are two measures, leave them",
      },
      "date-distant": {
        title: "Year far away",
        why: "Digits that changed places make an impossible year.",
        message: (text: string, year: string) =>
          `Check the year of “${text}”. ${year} is far away from the other rows.`,
        suggestion: "Fix the year",
      },
      "date-text": {
        title: "No date in a column of dates",
        why: "Words such as 未定 or 3月末 cannot be sorted or computed with.",
        message: (text: string, header: string) =>
          `Make “${text}” a date or move it to the remarks. The other rows of “${header}” are dates.`,
        suggestion: "Enter a date or leave it blank, and explain in the remarks",
      },
      "money-negative": {
        title: "Negative amount",
        why: "A negative amount reduces the total.",
        message: (header: string, value: string) =>
          `Check ${value} in “${header}”. The other amounts are not negative.`,
        suggestion: "Fix the sign, or explain a reduction in the remarks",
      },
      "money-scale": {
        title: "Amount in another unit",
        why: "Yen in a column of thousands make the total a thousand times too large.",
        message: (header: string, value: string, meant: string) =>
          `Check the unit of ${value} in “${header}”. As ${meant} it would fit the other amounts.`,
        suggestion: "Enter it in the header's unit",
      },
      "rate-scale": {
        title: "Rates written two ways",
        why: "50 beside 0.5 spoils averages and comparisons.",
        message: (header: string, value: string, meant: string) =>
          `Check whether ${value} in “${header}” should be ${meant}. The other rows are of another size.`,
        suggestion: "Use percentages or fractions throughout a column",
      },
      "rate-slip": {
        title: "Rate too large",
        why: "A missing point makes a rate ten times as large.",
        message: (header: string, value: string, meant: string) =>
          `Check whether ${value} in “${header}” should be ${meant}. It is far above the other rows.`,
        suggestion: "Check the decimal point",
      },
      "direction-odd": {
        title: "Odd direction",
        why: "A value outside the classes is counted apart.",
        message: (text: string, usual: string) => `Check “${text}”. The other rows have ${usual}.`,
        suggestion: "Choose one of the other rows' classes",
      },
      "review-odd": {
        title: "Odd evaluation",
        why: "An evaluation outside the classes is counted apart.",
        message: (text: string, usual: string) => `Check “${text}”. The other rows have ${usual}.`,
        suggestion: "Choose one of the other rows' classes",
      },
      "character-garbled": {
        title: "Garbled text",
        why: "What was there cannot be restored.",
        message: (text: string) => `Enter “${text}” again. It is garbled.`,
        suggestion: "Enter it again from the source",
      },
      "character-variation": {
        title: "Variation selector",
        why: "With an unseen character attached, texts that look alike do not match.",
        message: (codes: string) => `Delete the unseen characters (${codes}). They only choose a glyph.`,
        suggestion: "Delete the unseen characters",
      },
      "character-emoji": {
        title: "Emoji",
        why: "In print and other systems emoji vanish or change.",
        message: (characters: string) => `Replace “${characters}” by a word or a sign. It is an emoji.`,
        suggestion: "Write it in words",
      },
      "wave-mixed": {
        title: "Two kinds of wave dash",
        why: "〜 and ～ are two characters and do not match.",
        message: (dash: number, tilde: number) =>
          `Use one kind of wave dash. There are “〜” in ${dash} and “～” in ${tilde} cells.`,
        suggestion: (common: string) => `Use “${common}”`,
      },
    },
  },
  /** What a report says beside itself, what on 設定, 分野 and 計画 was not taken as it stands included. */
  actions: {
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
    reportOperation: "報告書",
    checkOperation: "検査結果",
    fixOperation: "セルを直す",
    settingsOperation: "設定を書く",
    acceptanceTakenBack: "取り消し",
    addedOperation: "シートを加える",
    changeOperations: {
      unmerge: "結合を解除する",
      "delete-rows": "行を削除する",
      "delete-columns": "列を削除する",
      "move-out": "ほかのシートへ移す",
      "show-rows": "行を再表示する",
      "show-columns": "列を再表示する",
      "keep-value": "数式を値にする",
      "hide-totals": "集計行を消す",
      "show-filtered": "絞り込みを解除する",
    },
    copyOperation: "控え",
    copyOf: (sheet) => `${sheet}の控え`,
    movedFrom: (sheet) => `${sheet}の欄外`,
    submissionOperation: "提出用",
    submissionFile: "submission",
    documentFile: "report",
    notInCp932: (characters) =>
      `CP932 lacks ${characters.join(", ")}; the CSV has "?" instead. CSV in UTF-8 holds them as they are.`,
    outside: (count: number, statuses: readonly string[]) =>
      `${count} measures have a status outside the vocabulary and are counted as 区分外 (${statuses.map((status) => (status === "" ? "blank" : `"${status}"`)).join(", ")}). Fix the ledger or the 設定 sheet.`,
    provisional: (statuses, achieved) =>
      `設定 has no table of statuses, so the classes were taken from the ledger (${statuses.join(", ")}) and the figures are provisional. ${achieved.length === 0 ? "None could be taken as achieved, so there are no rates." : `Taken as achieved: ${achieved.join(", ")}.`} Confirm them with “Make the table of statuses” in the check, then make the report again.`,
    nothingCounted: (total) =>
      `None of the ${total} measures has a status of the vocabulary. Enter the ledger's words in the table 状況区分 on 設定.`,
    countedStatus: (column) => `More than one column has statuses; counted was ${column}.`,
    filledDown: (level, cells) =>
      `${cells} blank cells of ${level} were read as the cell above them. The ledger is unchanged.`,
    unclearLevel: (level) =>
      `${level} is blank in some rows and repeated in others, so blank cells were read as blank. Enter it where it is missing.`,
    unknownClasses: (last, classes, sheet) =>
      `Which of this year's classes ${classes.map((name) => `“${name}”`).join(", ")} of ${last} are is not known, so changes and rates are not shown. Fill in 区分の対応 on ${sheet} and make it again.`,
    openPairs: (count, sheet) =>
      `${count} pairs of measures may be the same or not. Enter 採 (the same) or 否 (not) under 採否 on ${sheet} and make it again.`,
    stalePairs: (count, names) =>
      `${count} decided pairs were not used, because one of the years has no such measure (${names.map((name) => `“${name}”`).join(", ")}${count > names.length ? " and others" : ""}).`,
    absentPart: (sheet) => `The ledger has nothing for ${sheet}, so that sheet was not made.`,
    unusedAbove: (count, cells) =>
      `${count} cells above the table are not used in the report: ${cells.map(({ cell, text }) => `${cell} “${text}”`).join(", ")}${count > cells.length ? " and others" : ""}.`,
    skippedRows: (kind, rows) =>
      `${{ total: "Total rows", note: "Rows of notes", header: "Repeated headers" }[kind]} (row ${rows.slice(0, 10).join(", ")}${rows.length > 10 ? "…" : ""}) are not counted as measures.`,
    unusedColumns: (columns) => `These columns are not used in the report: ${columns.join(", ")}.`,
    notFormulas: (sheet: string, count: number, cells: readonly { readonly cell: string; readonly value: string }[]) =>
      `${count} cells on "${sheet}" are spelt differently, so the counts they belong to are values instead of formulas (${cells.map(({ cell, value }) => `${cell} "${value}"`).join(", ")}${count > cells.length ? ", …" : ""}).`,
    outdatedWordings: (items: readonly string[]) =>
      `The automatic sentences behind ${items.map((item) => `“${item}”`).join(", ")} on the 計画 sheet have changed. The report marks the wordings with 【要確認】; read them again.`,
    unplacedWordings: (items: readonly string[]) =>
      `The evaluation has no paragraph for ${items.map((item) => `“${item}”`).join(", ")} of the 計画 sheet, so they are not in the report.`,
    contradicted: (count: number) =>
      `The text on the 計画 sheet has ${count} numbers that do not agree with the ledger. See the marked paragraphs of the evaluation.`,
    tooManyRows: (sheet: string, rows: number) =>
      `The list on "${sheet}" would have ${rows} rows, more than a worksheet holds, and was left out.`,
    tooManyPages: (sheet: string, pages: number) =>
      `"${sheet}" would have at least ${pages} pages, more than Excel can fix the ends of, and was left out. The field sheets list the measures.`,
    nameTooLong: (sheet: string, cell: string, length: number) =>
      `The name at ${cell} on "${sheet}" has ${length} characters, and its end does not print. Shorten it in the ledger.`,
    changedMeanwhile: (sheets) =>
      `The contents of ${sheets.map((sheet) => `“${sheet}”`).join(", ")} changed while the sheets were being made. They show what was there before; make them again.`,
    unrecorded: (sheets) =>
      `作成記録 was changed meanwhile, so ${sheets.map((sheet) => `“${sheet}”`).join(", ")} could not be recorded. The next run will not replace what it made here; delete it when it is no longer needed.`,
    unpaged: (sheets) =>
      `Excel refused some of the page set-up of ${sheets.map((sheet) => `“${sheet}”`).join(", ")}. Check the printer, and paper and margins under Page Layout before printing.`,
    droppedNote:
      "The workbook held a note of an earlier run that could not be read; it was dropped unused. If there are sheets you do not know whose names begin with 作成中_ or 旧_, look at them and delete them.",
    cleaned: (count: number, cells: readonly string[]) =>
      `Control characters that Excel cannot hold were left out of ${count} cells (${cells.join(", ")}${count > cells.length ? ", …" : ""}).`,
  },
};

/** What is said outside the pane: by the page without Excel and by the command line. */
export const outside: OutsideMessages = {
  file: {
    cannotRead: (file: string) => `${file} cannot be opened. Check its place and name.`,
    notAFile: (file: string) => `${file} is no file but a folder, a pipe or a device. Name the ledger's workbook.`,
    "not-a-workbook": (file: string) =>
      `${file} is not an Excel workbook (.xlsx). Open it in Excel and save it as "Excel Workbook".`,
    encrypted: (file: string) =>
      `${file} is protected by a password or in the old .xls format. Remove the password and save it as .xlsx.`,
    damaged: (file: string) => `${file} is damaged. Let Excel open and repair it, then save it again.`,
    "too-large": (file: string) =>
      `${file} is too large to read. Remove sheets, pictures, values or formats far away from the rest, or overlong texts that are not needed.`,
    unsound: (file: string) =>
      `${file} was not saved. What was made turned out not to be a sound workbook, so nothing was written. Open the original in Excel, save it under another name and try again with that one.`,
    notCsv: (file: string) => `${file} cannot be read as CSV. Save it as UTF-8 or Shift JIS (CP932).`,
    losses: {
      signatures:
        "The digital signature was not carried over, because sheets were added since it was given. Sign the saved file again if it is needed.",
      macros:
        "Macros were not carried over, because the name does not end in .xlsm. If they are needed, give the original a name that ends in .xlsm and make the report again.",
    },
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
    saveFailed:
      "The file to save could not be made. Your file is as it was. Save again; if that does not help, open your file anew and make the report again.",
    suffix: "_報告書",
    preview: "What the sheet holds",
    sheet: "Sheet",
    rows: (first: string, last: string, all: string) => `Rows ${first} to ${last} of ${all} are shown.`,
    columns: (first: string, last: string, all: string) => `Columns ${first} to ${last} of ${all} are shown.`,
    charts: "Open the saved workbook in Excel to see its charts.",
  },
  several: {
    states: {
      clean: "submittable ",
      warned: "to confirm  ",
      blocked: "to be mended",
      unread: "unreadable  ",
      skipped: "left out    ",
    },
    reportStates: { made: "made       ", provisional: "provisional", unread: "not made   ", skipped: "left out   " },
    checked: (sheet, measures, errors, warnings) =>
      `"${sheet}" ${measures} measures${errors > 0 ? `, ${errors} to mend` : ""}${warnings > 0 ? `, ${warnings} to confirm` : ""}`,
    reported: (out, measures, rate) => `→ ${out} ${measures} measures${rate === null ? "" : ` (${rate}%)`}`,
    checkSummary: (files, { clean, warned, blocked, unread, skipped }) =>
      `${files} files: ${(clean ?? 0) + (warned ?? 0)} ledgers submittable (${warned} with something to confirm), ${blocked} to be mended, ${unread} files unreadable${skipped === 0 ? "" : `, ${skipped} left out`}`,
    reportSummary: (files, { made, provisional, unread, skipped }) =>
      `${files} files: ${(made ?? 0) + (provisional ?? 0)} reports made (${provisional} provisional), ${unread} not made${skipped === 0 ? "" : `, ${skipped} left out`}`,
    others: (count, names) =>
      `${count} files that can be no ledgers were not looked at: ${names.join(", ")}${count > names.length ? ", …" : ""}`,
    oneOnly: "--out, --fix, --accept-vocabulary, --keep-columns and --columns are for the check of a single ledger.",
    outDirIsInput: (folder) =>
      `${folder} is the ledgers' own folder. Name another, so that reports are not read as ledgers the next time.`,
    noFiles: (names) => `There is no ledger (.xlsx, .xlsm, .csv) in ${names}.`,
    noSection: "担当課なし",
    formsMade: (folder, count) => `${count} forms written to ${folder}.`,
    form: (file, section, measures) => `  ${file}  ${section}, ${measures} measures`,
    collected: (out) => `Collected into ${out}.`,
    nothingToCollect: "No file could be read as a ledger, so nothing was collected.",
    badRoster: (file) => `${file} names no sections. List them in its first column, or give it a header 課名.`,
    conflicts: (open, chosen, automatic) =>
      `Conflicts: ${open} open, ${chosen} decided, ${automatic} settled by rule (mark ○ in 採用 on the sheet 食い違い and collect again)`,
    proposed: "The statuses' classes were taken from the ledgers. Look at the sheet 設定.",
    lockFile:
      "Excel keeps this file while somebody has the workbook open. It goes when the workbook is saved and closed.",
    oldFormat: (ending) => `${ending} cannot be read. Open it in Excel and save it as "Excel Workbook (.xlsx)".`,
    emptyFile: "The file is empty (0 bytes). Ask for it again.",
    unexpected: (details) => `Something unexpected happened (${details}). The other files go on.`,
    reasons: {
      "cannot-read": "It cannot be opened. Check that it is there and that you may read it.",
      "not-a-file": "It is no file.",
      "not-a-workbook":
        'It is neither an Excel workbook nor CSV. If Excel opens it, save it as "Excel Workbook (.xlsx)".',
      encrypted: "It is protected by a password or in the old .xls format. Ask for it as .xlsx without a password.",
      damaged: "It is damaged. Let Excel open and repair it, then have it saved again.",
      "too-large": "It is too large. Remove sheets, pictures and values far away from the rest.",
      "out-exists": "A report of that name is there already. Add --force to replace it.",
    },
  },
  commandLine: {
    several: "Add --all, or check the files one by one, to see the findings.",
    badJobs: (option) => `${option} cannot be done. Write a number from 1 to 16.`,
    usage: /* @__PURE__ */ [
      "Usage:",
      "  measure-ledger check LEDGER.xlsx [--sheet NAME] [--year YEAR] [--map HEADER=MEANING] [--all] [--json]",
      "  measure-ledger check LEDGER.xlsx --columns [--json]",
      "  measure-ledger check LEDGER.xlsx --out COPY.xlsx [--fix auto] [--accept-vocabulary] [--keep-columns] [--word ITEM,ITEM…|all] [--force] [--json]",
      "  measure-ledger report LEDGER.xlsx --out REPORT.xlsx [--sheet NAME] [--year YEAR] [--map HEADER=MEANING] [--parts PART,PART…] [--annex] [--accept-vocabulary] [--force] [--json]",
      "  measure-ledger report LEDGER.xlsx --out REPORT.docx (the Word document alone; options as above)",
      "  measure-ledger check FOLDER-OR-LEDGER… [--all] [--jobs N] [--json]",
      "  measure-ledger report FOLDER-OR-LEDGER… --out-dir FOLDER [--parts PART,PART…] [--accept-vocabulary] [--force] [--jobs N] [--json]",
      "  measure-ledger forms PLAN.xlsx --out-dir FOLDER [--year YEAR] [--sheet NAME] [--force] [--json]",
      "  measure-ledger collect FOLDER-OR-LEDGER… --out COLLECTED.xlsx [--roster ROSTER.csv] [--decisions EARLIER.xlsx] [--force] [--jobs N] [--json]",
      "  measure-ledger compare LAST.xlsx THIS.xlsx --out COMPARISON.xlsx [--last-sheet NAME] [--sheet NAME] [--year YEAR] [--map HEADER=MEANING] [--decisions FILE] [--force] [--json]",
      "  measure-ledger publish LEDGER.xlsx --out-dir FOLDER [--encoding utf-8|cp932] [--sheet NAME] [--year YEAR] [--map HEADER=MEANING] [--parts PARTS] [--accept-vocabulary] [--force] [--json]",
      "  measure-ledger demo",
      "measure-ledger is run by npx measure-ledger or node src/cli/start.cjs; npm run -s check -- LEDGER.xlsx works as well.",
      "  --sheet    the ledger's sheet",
      "  --year     the fiscal year the ledger is about (令和7年度, R7, 2025)",
      "  --map      what a column is (--map 最終評価=状況, --map 整理欄=使わない); may be given several times",
      "  --columns  show what each column was taken for, and why",
      "  --fix auto fix in a copy what needs no choice",
      "  --accept-vocabulary  write the statuses' classes taken from the ledger to 設定 in the copy (the report)",
      "  --keep-columns       write what --map and --year say to 設定 in the copy",
      "  --last     last year's ledger, for a report with 前年度比較; compare takes up to five files, the earliest first",
      "  --last-sheet  last year's sheet; without a file of last year, a sheet of this year's",
      "  --decisions   a file with 対応表 as made before, 採否 filled in",
      "  --word     write automatic sentences of the evaluation (総数, 達成, 未達成, 再掲, 分野別 and so on; all of them with all) to 計画 in the copy, to be worded there for every later report",
      "  --out      where the copy or the report goes (.xlsx or .xlsm, as the ledger is; a report also .docx)",
      "  --jobs     files read ahead (2); more help where many ledgers lie on a file share",
      "  --roster   the sections that have to hand in (CSV or workbook with 課名, 別名, 連絡先)",
      "  --decisions  the earlier collection whose decisions hold; not needed where it is at --out",
      "  --out-dir  where several reports go, or what is published (Excel, Word, web page, CSV); --force replaces an earlier publication and adds 正誤表",
      "  --encoding of the published CSV",
      "  --parts    the parts to make (booklet,summary,fields,comparison,indicators,departments,directions,money,reviews,results,narrative);",
      "             without it everything that the ledger has the columns for",
      "  --all      show every finding",
      "  --annex    bind the other sheets into the booklet as its annex",
      "  --force    replace a file that is there already",
      "  --json     answer in JSON",
      "  --help     show this",
      "  --version  show the version",
      "Exit code: 0 submittable or made, 1 something must be fixed or confirmed, 2 could not run",
    ].join("\n"),
    noCommand: "Say what to do: check, report, compare, publish or demo.",
    unknownOption: (option: string) => `There is no option ${option}.`,
    valueMissing: (option: string) =>
      `There is no value after ${option}. Write a value that begins with "-" as ${option}=VALUE.`,
    ledgerMissing: "No ledger was given.",
    lastMissing: "No ledger of last year was given. Name its file, or its sheet with --last-sheet.",
    tooManyYears: (years) => `At most ${years} years are compared at once.`,
    earlierLedger: (file, problem) => `Last year's ledger (${file}): ${problem}`,
    compared: (file, last, now) => `${last} and ${now} compared in ${file}.`,
    comparedFigures: (pairs, better, worse, added, gone) =>
      `In both years ${pairs}${better === null ? "" : ` (better ${better} / worse ${worse})`}, new ${added}, gone ${gone}`,
    outMissing: "Say where the report goes, for example --out report.xlsx.",
    outDirMissing: "Say which folder the files go to, for example --out-dir published.",
    badEncoding: (option) => `There is no ${option}. Write utf-8 or cp932.`,
    outIsLedger: "The report would overwrite the ledger. Give it another name.",
    outFormat: (file: string, ending: string) =>
      `${file} cannot be made. A report has the format of its ledger: give it a name that ends in ${ending} (a Word document: .docx).`,
    outExists: (file: string) => `${file} is there already. Give another name, or add --force to replace it.`,
    outTaken: (file: string) =>
      `While the report was being made, something else made or changed ${file}, which was left as it is. Look at it and run this again.`,
    cannotWrite: (file: string) =>
      `${file} cannot be written. Check that its folder exists, its name is not too long, you may write there, the disk has room and no other program has it open.`,
    made: (file: string, sheets: number) => `Report written to ${file} (${sheets} sheets).`,
    documentMade: (file) => `Word document written to ${file}.`,
    documentMadeProvisionally: (file) =>
      `A provisional Word document was written to ${file}. Not everything is settled; see the following.`,
    published: (folder, files) => `Files to publish written to ${folder} (${files}).`,
    publishedProvisionally: (folder) =>
      `Provisional files were written to ${folder}. Not everything is settled; see the following before they are published.`,
    corrected: (count) =>
      count === 0
        ? "Nothing differs from what was published before."
        : `${count} places differ from what was published before. See 正誤表 (errata.csv, the end of index.html and of the Word document).`,
    unrelated: (day) =>
      `What was published in that folder (made ${day}) is of another plan or time, so there is no 正誤表.`,
    total: "Total",
    outside: "Unknown",
    unchanged: "Your own sheets are unchanged.",
    kept: (sheets: string) => `Kept, because somebody edited them: ${sheets}`,
    demo: (file: string) => `Report on the sample ledger (${file}):`,
    madeProvisionally: (file) =>
      `A provisional report was written to ${file}. Not everything is settled; see the following.`,
    nameColumn: "Name the column to use after --map, header=meaning (for example: --map 最終評価=状況).",
    badYear: (option) => `${option} is no fiscal year (for example: --year 令和7年度).`,
    badMap: (option) =>
      `${option} has no meaning that is known. Write header=meaning; the meaning is a header such as 状況, 分野, 個別事業, 担当課, or 使わない.`,
    badFix: (option) => `There is no ${option}. Write --fix auto.`,
    nothingToWrite:
      "A check writes a file only with --fix auto, --accept-vocabulary, --keep-columns or --word; --out names the copy.",
    nothingToKeep: "There is nothing for --keep-columns to write. Give --map or --year as well.",
    copyMade: (file) => `Copy written to ${file}. The original is unchanged.`,
    settingsWritten: (sheet, statuses) =>
      statuses.length === 0
        ? `列の対応 and 対象年度 were written to sheet "${sheet}".`
        : `状況区分 (${statuses.join(", ")}) was written to sheet "${sheet}". Check which of them count as achieved.`,
    worded: (items) => `Sentences written to 計画: ${items.join(", ")}`,
    fixed: (cells, skipped) =>
      skipped === 0 ? `${cells} cells were fixed.` : `${cells} cells were fixed, ${skipped} were not (formulas).`,
    times: (count) => `(${count})`,
    furtherFindings: (count) => `${count} more (--all shows them)`,
    columns: {
      title: (sheet, rows) => `Columns of ledger "${sheet}" (header in row ${rows})`,
      levels: (names) => `Levels: ${names.join(" › ")}`,
      year: (year, by) => `Fiscal year: ${year} (${by})`,
      noYear: "Fiscal year: unknown (say it with --year)",
      yearBy: {
        choice: "as said",
        settings: "設定",
        title: "title above the table",
        columns: "latest year that is filled",
      },
      counted: "counted",
      by: {
        choice: "as said",
        settings: "列の対応 on 設定",
        header: "its header",
        word: "last word of its header",
        content: "guessed from its cells",
        none: "unknown header",
      },
      correct: "To correct: --map HEADER=MEANING; to keep that on 設定: --keep-columns --out COPY.xlsx",
    },
    nameSheet: "Name the sheet to use after --sheet (for example: --sheet 台帳).",
    lookAt: (sheet: string) => `Open the sheet "${sheet}" first and look at the figures.`,
    missingText: (count, sheet) =>
      `The report has ${count} places marked 【要記入】 (the first on "${sheet}"). Write them on the sheets 計画 and 分野 (reasons of what became worse in the ledger); the next report will include them.`,
    submittable: (sheet: string, measures: number) =>
      `Ledger "${sheet}" (${measures} measures): ready to submit, nothing to fix.`,
    submittableWithWarnings: (sheet: string, measures: number, _unit: string, warnings: number) =>
      `Ledger "${sheet}" (${measures} measures): ready to submit, ${warnings} places to look at.`,
    blocked: (sheet: string, measures: number, _unit: string, errors: number) =>
      `Ledger "${sheet}" (${measures} measures): ${errors} places must be fixed. Fix them and check again.`,
    accepted: (count) => `${count} of the doubts are accepted on the sheet “確認済み”.`,
    severity: { error: "error", warning: "warning", info: "note" },
    roundTrips: (count: number, kilobytes: number) => `Talk with Excel: ${count} round trips, ${kilobytes} kB`,
    unexpected: "Something unexpected happened. Please send the following to your supplier.",
  },
};

/** Every sentence the user can see in English; the same keys as `ja`, marked likewise. */
export const en: Messages = /* @__PURE__ */ (() => ({ loading, ...opening, ...working, ...outside }))();

function quoted(texts: readonly string[]): string {
  return texts.map((text) => `“${text}”`).join(", ");
}
