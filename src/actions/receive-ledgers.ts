import type { FormMark, ReceivedLedger } from "../collect/received";
import { toHostError } from "../excel/errors";
import type { ExcelHost } from "../excel/host";
import type { ColumnKey, LedgerProblem } from "../ledger/ledger";
import { readPlanProfile } from "../ledger/read-plan";
import type { SheetSource } from "../ledger/source";
import { SETTINGS_SHEET } from "../ledger/sheet-names";
import type { WorkingMessages } from "../messages";
import type { LedgerChoice } from "./actions";
import { checkLoaded } from "./check-ledger";
import { loadLedger, type LoadedWorkbook } from "./load-ledger";

/** What is known of a file beside what is in it. */
export interface FileFacts {
  /** What it is called: its path below the folder that is collected. */
  readonly file: string;
  /** When it was last changed, in milliseconds since 1970; 0 where nobody knows. */
  readonly modified: number;
}

/** The ledgers of one workbook, and sheets that have a ledger's header and could not be read. */
export interface Received {
  readonly ledgers: readonly ReceivedLedger[];
  readonly problems: readonly { readonly sheet: string; readonly problem: LedgerProblem }[];
}

/** Reads every ledger of a workbook with its own 設定, and checks it. @throws HostError */
export async function receiveLedgers(
  host: ExcelHost,
  facts: FileFacts,
  messages: WorkingMessages,
  choice: LedgerChoice = {},
): Promise<Received> {
  const first = await loadLedger(host, choice, { structure: true, errorValues: "keep" });
  const sheets = "problem" in first.result ? severalSheets(first.result.problem) : null;
  if (sheets === null) return one(host, first, facts, messages, 1);
  const all: Received[] = [];
  for (const sheet of sheets) {
    const loaded = await loadLedger(host, { ...choice, sheet }, { structure: true, errorValues: "keep" });
    all.push(await one(host, loaded, facts, messages, sheets.length));
  }
  return { ledgers: all.flatMap(({ ledgers }) => ledgers), problems: all.flatMap(({ problems }) => problems) };
}

function severalSheets(problem: LedgerProblem): readonly string[] | null {
  return problem.kind === "ambiguous" ? problem.sheets : null;
}

async function one(
  host: ExcelHost,
  loaded: LoadedWorkbook,
  { file, modified }: FileFacts,
  messages: WorkingMessages,
  ledgersInFile: number,
): Promise<Received> {
  const { source, result, settings, fields, workbook } = loaded;
  if (source === undefined || "problem" in result) {
    const problem = (result as { problem: LedgerProblem }).problem;
    return { ledgers: [], problems: [{ sheet: source?.name ?? "", problem }] };
  }
  const { ledger, fingerprint } = result;
  const checked = checkLoaded(loaded, messages);
  if ("problem" in checked) return { ledgers: [], problems: [{ sheet: source.name, problem: checked.problem }] };
  const blocking = checked.findings.find(({ severity }) => severity === "error");
  return {
    problems: [],
    ledgers: [
      {
        file,
        sheet: source.name,
        // Without what only the check needed.
        source: { name: source.name, row: source.row, column: source.column, values: source.values },
        ledger,
        fingerprint,
        settings,
        hasSettings: workbook.read.has(SETTINGS_SHEET),
        fields,
        plan: readPlanProfile(loaded.planSource).plan,
        dateColumns: await dateColumns(host, source, ledger.headers),
        findings: {
          errors: checked.counts.error,
          warnings: checked.counts.warning,
          first: blocking === undefined ? null : { cell: blocking.cell, message: blocking.message },
        },
        modified,
        form: null as FormMark | null,
        ledgersInFile,
      },
    ],
  };
}

/** Numbers in these columns are figures, whatever they look like. */
const FIGURES: readonly (ColumnKey | null)[] = ["number", "base", "target", "actual", "rate", "budget", "settled"];
/** Days from 1954 to 2119 as Excel counts them. */
const EARLIEST = 20_000;
const LATEST = 80_000;
const DATE_FORMAT = /[yge年月日]|(?:^|[^h])m+[^s]*d|d+[^"]*m/i;

/** Columns whose numbers may be days, as far as Excel shows them as such; one round trip where there are any. */
async function dateColumns(
  host: ExcelHost,
  { name, row, column, values }: SheetSource,
  headers: readonly { readonly column: number; readonly key: ColumnKey | null }[],
): Promise<number[]> {
  const doubtful = headers.flatMap((header) => {
    if (FIGURES.includes(header.key)) return [];
    const at = header.column - column;
    const index = values.findIndex((cells) => {
      const cell = cells[at];
      return typeof cell === "number" && cell >= EARLIEST && cell <= LATEST && Number.isInteger(cell);
    });
    return index < 0 ? [] : [{ column: header.column, row: row + index }];
  });
  if (doubtful.length === 0) return [];
  try {
    return await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      const cells = doubtful.map((one) => {
        const range = sheet.getRangeByIndexes(one.row, one.column, 1, 1);
        range.load("numberFormat");
        return { ...one, range };
      });
      await context.sync();
      return cells
        .filter(({ range }) => DATE_FORMAT.test((range.numberFormat as string[][])[0]?.[0] ?? ""))
        .map((one) => one.column);
    });
  } catch (error) {
    throw toHostError(error);
  }
}
