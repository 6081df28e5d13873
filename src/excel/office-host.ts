import { toHostError } from "./errors";
import type { ExcelHost } from "./host";

/**
 * The newest ExcelApi set of which the client library that the add-in brings along (@microsoft/office-js 1.1.110) has the
 * members. A newer Excel answers for itself alone that it supports more, and calling that would fail in the library.
 */
const NEWEST_IN_LIBRARY = 15;

/**
 * Opens a workbook (an .xlsx file as base64) in a window of its own.
 *
 * @throws HostError
 */
export async function openInNewWorkbook(base64: string): Promise<void> {
  try {
    await Excel.createWorkbook(base64);
  } catch (error) {
    throw toHostError(error);
  }
}

/** What Excel says of its version and platform, for the self-diagnosis. */
export function officeFacts(): Record<string, string> {
  // Types say it is always there; older builds leave it out.
  const diagnostics = Office.context.diagnostics as Office.ContextInformation | undefined;
  return {
    host: String(diagnostics?.host ?? ""),
    platform: String(diagnostics?.platform ?? ""),
    build: diagnostics?.version ?? "",
    language: Office.context.displayLanguage,
  };
}

/** Excel itself, through Microsoft's client library. */
export function officeHost(): ExcelHost {
  return {
    run: (batch) => Excel.run(batch),
    isSetSupported: (version) =>
      Number(version.split(".")[1]) <= NEWEST_IN_LIBRARY &&
      Office.context.requirements.isSetSupported("ExcelApi", version),
  };
}
