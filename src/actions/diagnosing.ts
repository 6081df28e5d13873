import type { ExcelHost } from "../excel/host";
import { PROBES } from "../excel/probes/index";
import { diagnosisText } from "../excel/probes/result-text";
import { runProbes, type Diagnosis, type DiagnosisOptions } from "../excel/probes/run-probes";
import { readWorkbook } from "../excel/read-workbook";
import type { WorkingMessages } from "../messages";
import { diagnosisSheet } from "../report/diagnosis-sheet";
import type { RunControl } from "./actions";
import { VERSION } from "./version";
import { writePlans } from "./write-plans";

/* The self-diagnosis, loaded when it is asked for. */

/** A diagnosis, and the text of it that can be sent to somebody. */
export interface DiagnosisOutcome extends Diagnosis {
  readonly text: string;
}

/** Tries out what is assumed of this Excel, in temporary sheets that are removed again. @throws HostError */
export async function diagnose(
  host: ExcelHost,
  options: DiagnosisOptions,
  { diagnosis: words }: WorkingMessages,
): Promise<DiagnosisOutcome> {
  const facts = { version: VERSION, at: options.now.toISOString(), ...options.facts };
  const diagnosis = await runProbes(host, PROBES, { ...options, facts });
  return { ...diagnosis, text: diagnosisText(diagnosis, [words.heading]) };
}

/** Writes a diagnosis as a sheet, which is the user's from then on. @throws HostError */
export async function writeDiagnosis(
  host: ExcelHost,
  { facts, results }: Diagnosis,
  control: RunControl,
  messages: WorkingMessages,
): Promise<{ readonly sheet: string }> {
  const words = messages.diagnosis;
  const plan = diagnosisSheet({
    name: words.title,
    notes: [words.heading],
    header: words.columns,
    rows: [
      ...Object.entries(facts).map(([name, value]) => [name, "", "", value, ""]),
      ...results.map(({ id, outcome, expected, got, milliseconds }) => [
        id,
        words.outcomes[outcome],
        JSON.stringify(expected),
        JSON.stringify(got),
        milliseconds,
      ]),
    ],
  });
  const request = { operation: words.title, ledger: "", ledgerFingerprint: "", handedOver: true };
  const { sheets } = await writePlans(host, await readWorkbook(host), [plan], request, control);
  return { sheet: sheets[0]!.name };
}
