/* What the report needs outside Excel, the library for Word documents included; loaded with the first of them. */
export { makeDocument } from "./make-document";
export { publishReport } from "./publish-report";
