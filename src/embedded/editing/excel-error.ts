/** Texts of Excel's error codes. Codes are what programs read; the texts follow Excel's English ones. */
const MESSAGES: Readonly<Record<string, string>> = {
  AccessDenied: "You cannot perform the requested operation.",
  ApiNotFound: "The API you are trying to use could not be found. It may be available in a newer version of Excel.",
  EmptyChartSeries: "The attempted operation failed because the chart series is empty.",
  FormulaLengthExceedsLimit: "The bytecode of the applied formula exceeds the maximum length limit.",
  GeneralException: "There was an internal error while processing the request.",
  InsertDeleteConflict: "The insert or delete operation attempted resulted in a conflict.",
  InvalidArgument: "The argument is invalid or missing or has an incorrect format.",
  InvalidOperation: "The operation attempted is invalid on the object.",
  InvalidOperationInCellEditMode:
    "Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.",
  InvalidReference: "This reference is not valid for the current operation.",
  ItemAlreadyExists: "The resource being created already exists.",
  ItemNotFound: "The requested resource doesn't exist.",
  OperationCellsExceedLimit: "The attempted operation affects more than the limit of 33554000 cells.",
  RequestPayloadSizeLimitExceeded: "The request payload size has exceeded the limit.",
  ResponsePayloadSizeLimitExceeded: "The response payload size has exceeded the limit.",
};

/** A request that Excel would refuse; `code` is one of Excel's error codes. */
export class ExcelError extends Error {
  constructor(
    readonly code: string,
    message: string = MESSAGES[code] ?? MESSAGES["GeneralException"]!,
  ) {
    super(message);
    this.name = "ExcelError";
  }
}

/** An argument of the wrong type, shape or value; `detail` says which. */
export function invalidArgument(detail?: string): ExcelError {
  return new ExcelError("InvalidArgument", detail && `${MESSAGES["InvalidArgument"]!} (${detail})`);
}

/** A sheet, table, name or other thing that does not (any longer) exist. */
export function itemNotFound(): ExcelError {
  return new ExcelError("ItemNotFound");
}

/** A member this Excel does not have: unknown, or of a newer API set. */
export function apiNotFound(member: string): ExcelError {
  return new ExcelError("ApiNotFound", `${MESSAGES["ApiNotFound"]!} (${member})`);
}
