import type { ExcelHost } from "./host";

/**
 * The newest ExcelApi set of which the client library that the add-in brings along (@microsoft/office-js 1.1.110) has the
 * members. A newer Excel answers for itself alone that it supports more, and calling that would fail in the library.
 */
const NEWEST_IN_LIBRARY = 15;

/** Excel itself, through Microsoft's client library. */
export function officeHost(): ExcelHost {
  return {
    run: (batch) => Excel.run(batch),
    isSetSupported: (version) =>
      Number(version.split(".")[1]) <= NEWEST_IN_LIBRARY &&
      Office.context.requirements.isSetSupported("ExcelApi", version),
  };
}
