import type { ExcelHost } from "../excel/host";
import type { WorkingMessages } from "../messages";
import { readDataPackage } from "../publish/csv/data-package";
import { parseCsv } from "../publish/csv/table";
import { writeDocx } from "../publish/docx/write-docx";
import type { EarlierTables } from "../publish/errata";
import { makePublication, PUBLISHED } from "../publish/publication";
import type { LedgerChoice, Problem, PublishOptions, PublishOutcome, RunControl } from "./actions";
import { encodeCp932, missingInCp932 } from "./encode-cp932";
import { encodeUtf8 } from "./encode-utf8";
import { dayOf, outcomeOf, planFromWorkbook } from "./make-document";

/**
 * Makes the web page, the Word document and the open data from one tally. Nothing is written into the workbook.
 *
 * @throws HostError
 */
export async function publishReport(
  host: ExcelHost,
  choice: LedgerChoice,
  options: PublishOptions,
  control: RunControl,
  messages: WorkingMessages,
): Promise<PublishOutcome | Problem> {
  const planned = await planFromWorkbook(host, choice, options, control, messages);
  if ("problem" in planned) return planned;
  const { document, ledger, tally } = planned;
  const { encoding, workbook } = options;
  const day = dayOf(control);
  const earlier = readEarlier(options.earlier);
  const isSame = earlier !== null && earlier.title === document.title && earlier.asOf === document.asOf;
  const missing = new Set<string>();
  const publication = makePublication({
    document,
    ledger,
    settings: planned.loaded.settings,
    tally,
    workbook,
    day,
    earlier: isSame ? earlier.tables : null,
    replacesErrata: options.earlier.has(PUBLISHED.errata),
    encoding,
    encode: (text) => {
      if (encoding === "utf-8") return encodeUtf8(text);
      for (const { character } of missingInCp932([[text]])) missing.add(character);
      return encodeCp932(text).bytes;
    },
  });
  const [page, ...data] = publication.files;
  const outcome = outcomeOf(planned);
  return {
    ...outcome,
    remarks: [...outcome.remarks, ...(missing.size > 0 ? [messages.actions.notInCp932([...missing])] : [])],
    files: [page!, { name: PUBLISHED.document, bytes: await writeDocx(publication.document, day) }, ...data],
    corrected: isSame ? publication.corrected : null,
    unrelated: earlier !== null && !isSame ? earlier.created : null,
  };
}

interface Earlier {
  readonly title: string;
  readonly asOf: string;
  readonly created: string;
  readonly tables: EarlierTables;
}

/** The earlier publication, if its files are ours and whole. */
function readEarlier(files: ReadonlyMap<string, Uint8Array>): Earlier | null {
  const description = files.get(PUBLISHED.description);
  const facts = description === undefined ? null : readDataPackage(new TextDecoder().decode(description));
  if (facts === null) return null;
  const tableOf = (name: string): string[][] => {
    const bytes = facts.encodings[name] === undefined ? undefined : files.get(name);
    if (bytes === undefined) return [];
    return parseCsv(new TextDecoder(facts.encodings[name] === "cp932" ? "shift_jis" : "utf-8").decode(bytes));
  };
  const isCp932 = facts.encodings[PUBLISHED.measures] === "cp932";
  const tables: EarlierTables = {
    measures: tableOf(PUBLISHED.measures),
    counts: tableOf(PUBLISHED.counts),
    errata: tableOf(PUBLISHED.errata),
    asEncoded: (text) => (isCp932 ? new TextDecoder("shift_jis").decode(encodeCp932(text).bytes) : text),
  };
  return tables.measures.length === 0 || tables.counts.length === 0 ? null : { ...facts, tables };
}
