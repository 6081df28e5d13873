import { columnLetters } from "../../src/cells/cell";
import type { Around } from "../../src/embedded/editing/host";
import type { RangeTarget } from "../../src/embedded/objects/targets";

type Handler = (args: unknown) => Promise<unknown>;

/**
 * Excel's onChanged, raised for the client's own writes too, after their batch and some time later: when `deliver` is called.
 */
export class LateEvents {
  private readonly handlers: { readonly sheet: unknown; readonly handler: Handler }[] = [];
  private readonly waiting: { readonly sheet: string; readonly address: string }[] = [];

  /** @param trigger what the events say of who wrote; absent where this Excel does not say (below ExcelApi 1.14) */
  constructor(private readonly trigger?: string) {}

  /** For a client's `listen`. */
  readonly listen = (event: string, [sheet]: readonly unknown[], handler: Handler): (() => void) => {
    if (event !== "Worksheet.onChanged") return () => undefined;
    const entry = { sheet, handler };
    this.handlers.push(entry);
    return () => this.handlers.splice(this.handlers.indexOf(entry), 1);
  };

  /** For a server's `around`. */
  readonly around: Around = (member, target, use) => {
    const result = use();
    if (member === "Range.values=" || member === "Range.formulas=") {
      const { sheet, areas } = target as RangeTarget;
      const { row, column, rows, columns } = areas[0]!;
      const end = `${columnLetters(column + columns - 1)}${row + rows}`;
      this.waiting.push({ sheet: sheet.name, address: `${columnLetters(column)}${row + 1}:${end}` });
    }
    return result;
  };

  /** Raises what has happened so far. */
  async deliver(): Promise<void> {
    for (const { sheet, address } of this.waiting.splice(0)) {
      for (const { handler } of this.handlers.filter((one) => one.sheet === sheet)) {
        await handler({ address, ...(this.trigger === undefined ? {} : { triggerSource: this.trigger }) });
      }
    }
  }
}
