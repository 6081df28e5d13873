import type { ExcelHost } from "../host";

/** What an answer is made of, so that it can be compared and written down. */
export type Answer = null | boolean | number | string | readonly Answer[] | { readonly [key: string]: Answer };

/** Where a probe tries things out: a temporary sheet of its own, and others that it may add. */
export interface Ground {
  readonly host: ExcelHost;
  /** Name of the probe's own sheet, which is blank. */
  readonly sheet: string;
  /** A name for another sheet; whatever has it is removed in the end. */
  readonly claim: (kind?: string) => string;
  /** A key for a setting, or a name; whatever has it is removed in the end. */
  readonly key: string;
}

/** One assumption about Excel, and how to find out. Tried in the user's Excel and in tests against the embedded one. */
export interface Probe {
  /** Name in the result: short, ASCII, never given to another assumption. */
  readonly id: string;
  /** Requirement set of ExcelApi that it needs beyond the least one. */
  readonly api?: string;
  /** What is assumed. */
  readonly expected: Answer;
  /** What this Excel does. An exception is an answer too: its code. */
  readonly run: (ground: Ground) => Promise<Answer>;
}

/** Does something on the probe's sheet in one batch, and answers what is there after the sync. */
export async function onSheet<T extends Answer>(
  { host, sheet }: Ground,
  ask: (sheet: Excel.Worksheet, context: Excel.RequestContext) => () => T,
): Promise<T> {
  return host.run(async (context) => {
    const answer = ask(context.workbook.worksheets.getItem(sheet), context);
    await context.sync();
    return answer();
  });
}

/** The code that a batch fails with; "done" where it does not. */
export async function codeOf(
  ground: Ground,
  act: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void,
): Promise<string> {
  try {
    await onSheet(ground, (sheet, context) => {
      act(sheet, context);
      return () => null;
    });
    return "done";
  } catch (error) {
    return errorCode(error);
  }
}

/** Excel's code of what was thrown; the text where it has none. */
export function errorCode(error: unknown): string {
  const { code } = error as { readonly code?: unknown };
  return typeof code === "string" ? code : String(error);
}

/** A value as an answer; what is not there is null. */
export function answerOf(value: unknown): Answer {
  return JSON.parse(JSON.stringify(value ?? null)) as Answer;
}
