import type { Comparison } from "../compare/comparison";
import type { ExcelHost } from "../excel/host";
import { REQUIRED_COLUMNS } from "../ledger/columns/find-header";
import type { LedgerProblem } from "../ledger/ledger";
import { readPlanProfile } from "../ledger/read-plan";
import { ACCEPTED_SHEET, FIELDS_SHEET } from "../ledger/sheet-names";
import type { WorkingMessages } from "../messages";
import { tallyLedger } from "../tally/tally-ledger";
import { readAcceptances, withoutAccepted } from "../validation/acceptances";
import { proposeVocabulary } from "../validation/propose-vocabulary";
import { automaticEdits, groupFindings } from "../validation/finding-groups";
import { mendFindings, proposals } from "../validation/fixes/mend-findings";
import { summarise, validate, type ValidationInput } from "../validation/validate";
import { valueLists } from "../validation/value-lists";
import type { CheckOutcome, EarlierYears, LedgerChoice, Problem } from "./actions";
import { comparedRecord } from "./compare-record";
import { comparedYears } from "./earlier-years";
import { loadLedger, sheetsBeside, type LoadedWorkbook } from "./load-ledger";

/**
 * Checks the ledger and changes nothing. A sheet that lacks required columns is a finding where it has others of a ledger;
 * a sheet without any is a problem.
 *
 * @throws HostError
 */
export async function checkLedger(
  host: ExcelHost,
  choice: LedgerChoice,
  messages: WorkingMessages,
  against: EarlierYears = {},
): Promise<CheckOutcome | Problem> {
  const loaded = await loadLedger(host, choice, { structure: true, errorValues: "keep" });
  const { result, source } = loaded;
  const years =
    "problem" in result
      ? null
      : await comparedYears(host, { loaded, ledger: result.ledger, source }, against, messages);
  if (years !== null && "problem" in years) return years;
  const comparison = years?.comparison ?? null;
  const checked = checkLoaded(loaded, messages, comparison);
  if ("problem" in checked) return checked;
  const mendings = mendFindings(checked.findings, inputOf(loaded, comparison), messages);
  const fingerprint = "ledger" in loaded.result ? loaded.result.fingerprint : undefined;
  return {
    ...checked,
    record: await comparedRecord(host, loaded.workbook, fingerprint),
    has: sheetsBeside(loaded.workbook),
    values: valuesOf(loaded),
    mendings,
    proposed: proposals(mendings),
  };
}

function valuesOf({ source, result, settings, fields }: LoadedWorkbook): CheckOutcome["values"] {
  return source === undefined || "problem" in result ? [] : valueLists(source, result.ledger, settings, fields);
}

/** The check itself, over a workbook that was read with its structure and error values kept. */
export function checkLoaded(
  loaded: LoadedWorkbook,
  messages: WorkingMessages,
  comparison: Comparison | null = null,
): Omit<CheckOutcome, "record" | "has" | "values" | "mendings" | "proposed"> | Problem {
  const { source, result, settings } = loaded;
  if ("problem" in result && !isPartlyALedger(result.problem)) return { problem: result.problem };
  if (source === undefined) throw new Error("A ledger without its sheet.");
  const ledger = "ledger" in result ? result.ledger : null;
  const acceptances = readAcceptances(loaded.workbook.read.get(ACCEPTED_SHEET))?.entries ?? [];
  const { findings, accepted } = withoutAccepted(validate(inputOf(loaded, comparison), messages), acceptances);
  const { counts } = summarise(findings);
  return {
    sheet: source.name,
    measures: ledger?.measures.length ?? 0,
    findings,
    accepted,
    groups: groupFindings(findings),
    automatic: automaticEdits(findings),
    counts,
    submittable: counts.error === 0,
    proposal: ledger === null ? null : proposeVocabulary(ledger, settings),
    fingerprint: "ledger" in result ? result.fingerprint : "",
  };
}

/** What a check looks at. */
function inputOf(
  { source, result, settings, fields, planSource, workbook, notices }: LoadedWorkbook,
  comparison: Comparison | null,
): ValidationInput {
  if (source === undefined) throw new Error("A ledger without its sheet.");
  const fieldsSource = workbook.read.get(FIELDS_SHEET);
  return {
    source,
    ledger: "ledger" in result ? { ledger: result.ledger } : { problem: result.problem },
    settings,
    fields,
    plan: readPlanProfile(planSource).plan,
    ...("ledger" in result ? { tally: tallyLedger(result.ledger, settings, fields) } : {}),
    ...(planSource === undefined ? {} : { planSource }),
    ...(fieldsSource === undefined ? {} : { fieldsSource }),
    ...(comparison === null ? {} : { comparison }),
    notices,
  };
}

/** True for a sheet that has at least one of the columns every ledger has. */
function isPartlyALedger(problem: LedgerProblem): boolean {
  return problem.kind === "not-a-ledger" && problem.missing.length < REQUIRED_COLUMNS;
}
