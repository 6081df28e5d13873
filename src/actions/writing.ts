/* What writing other sheets than the report needs, loaded when the first of them is asked for. */
export { acceptFindings, takeBackAcceptances } from "./accept-findings";
export { mendSheets } from "./mend-sheets";
export { writeCheckSheet } from "./write-check-sheet";
export { writeNewLedger, writeSample, writeSettings } from "./write-sheets";
export { writeSubmission } from "./write-submission";
