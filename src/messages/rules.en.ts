/** What the check says in English; the same keys as `rules.ja`. */
export const rules = {
  severities: { error: "Must fix", warning: "Check", info: "Note" },
  fixes: { auto: "automatic", choose: "choose", manual: "by hand" },
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
      why: "A total row may be counted as a measure.",
      message: (text: string) => `Delete the row “${text}” from the ledger. Totals are made on the summary sheet.`,
      suggestion: "Delete the total row",
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
      suggestion: "Mend the formula or enter a value",
    },
    "status-formula": {
      title: "Formula in the status column",
      why: "A formula's result changes unseen with the cells it depends on.",
      message: (value: string) => `Replace the formula by its value “${value}”. Statuses are entered as values.`,
      suggestion: "Copy and paste as values",
    },
    "row-color": {
      title: "Told apart by colour only",
      why: "The meaning of a colour is lost in monochrome print and in data.",
      message: (count: number) =>
        `Write what the colour means into a column such as the remarks. ${count} rows differ in colour only.`,
      suggestion: "Write it in a column and clear the colour",
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
      message: (status: string, statuses: string) => `Change “${status}” to a status of the vocabulary (${statuses}).`,
      nearest: (status: string, nearest: string) => `Change “${status}” to “${nearest}”. It is not in the vocabulary.`,
      suggestion: (statuses: string) => `Choose from ${statuses}`,
      suggestNearest: (nearest: string) => `Change to “${nearest}”`,
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
      suggestion: "Enter the reason",
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
      message: (missing: string, before: string) =>
        `Check whether row ${missing} is missing. This number follows ${before}.`,
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
        `Mend the reference “${original}” of “${name}”. There is no such row.`,
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
      message: (text: string, should: string) => `Change “${text}” to “${should}”. It contradicts the ledger's tally.`,
      suggestion: (should: string) => `Change to “${should}”`,
    },
    "shares-sum": {
      title: "Percentages do not add to 100",
      why: "Rounded percentages need not add to 100.",
      message: (shares: string, sum: string) =>
        `The percentages add to ${sum} % (${shares}). Say so in a note, or choose 合計を100に調整 as rounding.`,
      suggestion: "Change the decimals or the rounding",
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
      suggestion: "Mend the date",
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
  },
};
