import { extname } from "node:path";
import type { LedgerChoice, ReportOptions, ReportOutcome } from "../actions/actions";
import { SUMMARY_SHEET } from "../ledger/sheet-names";
import type { Messages } from "../messages";
import { BOOKLET_PARTS } from "../report/booklet/parts";
import type { ReportPart } from "../report/parts";
import { figureLines, tallyJson } from "./figures";
import { keepVocabulary } from "./keep-vocabulary";
import { ledgerFailure } from "./ledger-failure";
import { readLedgerFile, type LedgerFile } from "./ledger-file";
import { openEarlier } from "./earlier-files";
import type { Command, EarlierFiles } from "./options";
import { chooseOutputFile, type OutputFile } from "./output-file";
import { openSession, type Session } from "./session";
import { oneLine, print, printJson } from "./terminal";

/** The ending of Word documents. */
const DOCUMENT = ".docx";

/** `report`: writes the workbook with the report's sheets added; answers the exit code. @throws Failure, HostError */
export async function runReport(command: Extract<Command, { name: "report" }>, messages: Messages): Promise<number> {
  if (extname(command.out).toLowerCase() === DOCUMENT) {
    return (await import("./report-document")).runDocument(command, messages);
  }
  const made = await makeReportFile(command, messages);
  if (command.json) printJson(reportJson(made));
  else print(reportText(made, command.out, messages));
  return made.outcome.isSettled ? 0 : 1;
}

/** A finished report and what went over the wire for it. */
export interface MadeReport {
  readonly outcome: ReportOutcome;
  readonly traffic: Session["traffic"];
  readonly losses: Session["losses"];
}

/** What a report is made from, and where it goes. */
export interface ReportFiles {
  readonly ledger: string;
  readonly out: string;
  readonly choice: LedgerChoice;
  /** Null: everything that the ledger has the columns for. */
  readonly parts: readonly ReportPart[] | null;
  readonly earlier: EarlierFiles | null;
  readonly annex?: boolean;
  readonly force: boolean;
  readonly acceptVocabulary: boolean;
}

/** What to make, as the actions take it. */
export function chosenParts({ parts, annex }: Pick<ReportFiles, "parts" | "annex">): ReportOptions {
  return { ...(parts === null ? {} : { parts }), ...(annex === true ? { chapters: BOOKLET_PARTS } : {}) };
}

/** Makes the report file. @throws Failure, HostError */
export async function makeReportFile(
  { ledger, out, choice, parts, annex = false, earlier, force, acceptVocabulary }: ReportFiles,
  messages: Messages,
): Promise<MadeReport> {
  const file = await readLedgerFile(ledger, messages);
  const target = chooseOutputFile(out, file, force, messages);
  return makeReport(file, target, { choice, parts, annex, earlier, acceptVocabulary }, messages);
}

/** Makes the report of a file that was read. @throws Failure, HostError */
export async function makeReport(
  file: LedgerFile,
  target: OutputFile,
  { choice, parts, annex = false, earlier, acceptVocabulary }: Omit<ReportFiles, "ledger" | "out" | "force">,
  messages: Messages,
): Promise<MadeReport> {
  const session = await openSession(file, messages);
  if (acceptVocabulary) await keepVocabulary(session, choice, messages);
  const earlierYears = earlier === null ? {} : await openEarlier(earlier, messages);
  const options = { ...chosenParts({ parts, annex }), ...earlierYears };
  const outcome = await session.actions.makeReport(choice, options, { today: new Date() });
  if ("problem" in outcome) throw ledgerFailure(outcome.problem, messages, outcome.earlier);
  await target.write(await session.save());
  return { outcome, traffic: session.traffic, losses: session.losses };
}

/** The answer of `report --json`. Counts hold every 区分 in the vocabulary's order, and 区分外 only where it occurs; losses likewise. */
export function reportJson({ outcome, traffic, losses }: MadeReport): object {
  return {
    settled: outcome.isSettled,
    sheets: outcome.sheets,
    tally: tallyJson(outcome.tally),
    ...(outcome.comparison === undefined ? {} : { comparison: outcome.comparison }),
    narrative: outcome.narrative,
    ...(losses.length > 0 ? { losses } : {}),
    traffic: {
      roundTrips: traffic.roundTrips,
      requestBytes: traffic.requestBytes,
      responseBytes: traffic.responseBytes,
    },
  };
}

/** What a person at the command line wants to know of a finished report. */
export function reportText({ outcome, traffic, losses }: MadeReport, out: string, messages: Messages): string {
  const { commandLine, file } = messages;
  const { sheets, kept } = outcome;
  const figures = figureLines(outcome, messages);
  const kilobytes = Math.round((traffic.requestBytes + traffic.responseBytes) / 1000);
  return [
    outcome.isSettled ? commandLine.made(oneLine(out), sheets.length) : commandLine.madeProvisionally(oneLine(out)),
    `  ${oneLine(sheets.join("  "))}`,
    figures.total,
    ...(kept.length > 0 ? [`  ${commandLine.kept(oneLine(kept.join("、")))}`] : []),
    ...losses.map((loss) => `  ${file.losses[loss]}`),
    ...figures.remarks,
    commandLine.unchanged,
    commandLine.lookAt(oneLine(sheets.find((sheet) => sheet.startsWith(SUMMARY_SHEET)) ?? sheets[0] ?? "")),
    `(${commandLine.roundTrips(traffic.roundTrips, kilobytes)})`,
  ].join("\n");
}
