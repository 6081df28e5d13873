/**
 * The door to Excel that everything in `src/excel` goes through. In the add-in it is Microsoft's `Excel.run`; on the
 * command line and in the browser page it is the own client over the embedded Excel. Nothing else differs.
 */
export interface ExcelHost {
  /** Runs one batch function with a fresh context, exactly as `Excel.run` does. */
  run<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T>;
  /** As `Office.context.requirements.isSetSupported("ExcelApi", version)`. */
  isSetSupported(version: string): boolean;
  /**
   * True where nobody but the run itself can change the workbook while it is at work, as in a file that a process has
   * opened for itself: then a run need not look again at what it was made from.
   */
  readonly alone?: boolean;
  /** Waits; for tests, which have no time. A timer where absent. */
  readonly pause?: (milliseconds: number) => Promise<void>;
}
