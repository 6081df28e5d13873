/* What making and removing a report needs, loaded with the first report. */
export { removeSheets } from "../excel/remove-sheets";
export { makeReport } from "./make-report";
export { takeWordings } from "./take-wordings";
