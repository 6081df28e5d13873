import { readLedger } from "../../src/ledger/read-ledger";
import { DEFAULT_SETTINGS, type FieldProfile, type Settings, type Status } from "../../src/ledger/settings";
import type { SheetSource } from "../../src/ledger/source";
import type { Tally } from "../../src/tally/tally";
import { tallyLedger } from "../../src/tally/tally-ledger";
import { sampleLedger } from "../fixtures/sample-ledger";

/** A ledger sheet from rows of 分野, 大項目, 施策, 個別事業, 状況, 再掲, 理由; missing cells are blank. */
export function smallLedger(rows: readonly (readonly string[])[], name = "台帳"): SheetSource {
  const header = ["番号", "分野", "大項目", "施策", "個別事業", "状況", "再掲", "理由"];
  const values = rows.map((row, index) => [index + 1, ...header.slice(1).map((_, column) => row[column] ?? "")]);
  return { name, row: 0, column: 0, values: [header, ...values] };
}

/** Rows 「分野, 大項目, 施策, 個別事業, 状況」 with as many measures of each status as given. */
export function rowsOf(counts: Readonly<Record<string, Readonly<Record<string, number>>>>): string[][] {
  const rows: string[][] = [];
  for (const [field, statuses] of Object.entries(counts)) {
    for (const [status, count] of Object.entries(statuses)) {
      for (let i = 0; i < count; i++) rows.push([field, "大項目", "施策", `${field}の事業${rows.length + 1}`, status]);
    }
  }
  return rows;
}

/** Reads and counts a ledger; throws where it is none. */
export function tallyOf(source: SheetSource, settings: Settings, fields: readonly FieldProfile[] = []): Tally {
  const { ledger, problem } = readLedger(source, { statuses: settings.statuses, fieldOrder: fields });
  if (ledger === undefined) throw new Error(JSON.stringify(problem));
  return tallyLedger(ledger, settings, fields);
}

/** The tally of the sample ledger. */
export function sampleTally(settings: Settings = DEFAULT_SETTINGS): Tally {
  return tallyOf(sampleLedger(), settings);
}

/** A status; achieved ones need no reason, others do unless told. */
export function status(name: string, about: Partial<Status> = {}): Status {
  const achieved = about.achieved ?? false;
  return { name, meaning: "", achieved, inDenominator: true, reasonRequired: !achieved, synonyms: [], ...about };
}
