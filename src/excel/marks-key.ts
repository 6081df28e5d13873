/** Key of the workbook setting that says that there are marks of a check to look for. */
export const MARKS_KEY = "MeasureLedger.marks";
