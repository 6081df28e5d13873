/** Why a file could not be opened. */
export type StorageErrorCode =
  /** Neither a zip container nor an OLE one, or a zip without a workbook in it. */
  | "not-a-workbook"
  /** An OLE compound file: protected by a password, or the old .xls format. */
  | "encrypted"
  /** More cells or bytes than a workbook of this kind can sensibly have. */
  | "too-large"
  /** It was meant to be a workbook, but a part is missing, cut off or not well-formed. */
  | "damaged"
  /** What was to be saved did not come out as a sound package; nothing of it is handed out. `message` names the part. */
  | "unsound";

/** A file that storage cannot open or will not hand out; `code` says why, `message` is for developers. */
export class StorageError extends Error {
  constructor(
    readonly code: StorageErrorCode,
    message: string,
  ) {
    super(message);
    this.name = "StorageError";
  }
}
