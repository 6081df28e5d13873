import type { LedgerChoice, ReportOutcome } from "../actions/actions";
import { SUMMARY_SHEET } from "../ledger/sheet-names";
import type { Messages } from "../messages";
import type { ReportPart } from "../report/parts";
import type { Counts } from "../tally/tally";
import { ledgerFailure } from "./ledger-failure";
import { readLedgerFile } from "./ledger-file";
import type { Command } from "./options";
import { chooseOutputFile } from "./output-file";
import { openSession, type Session } from "./session";
import { oneLine, print, printJson } from "./terminal";

/** `report`: writes the workbook with the report's sheets added; answers the exit code. @throws Failure, HostError */
export async function runReport(command: Extract<Command, { name: "report" }>, messages: Messages): Promise<number> {
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
  readonly force: boolean;
  readonly acceptVocabulary: boolean;
}

/** Makes the report file. @throws Failure, HostError */
export async function makeReportFile(
  { ledger, out, choice, parts, force, acceptVocabulary }: ReportFiles,
  messages: Messages,
): Promise<MadeReport> {
  const file = await readLedgerFile(ledger, messages);
  const target = chooseOutputFile(out, file, force, messages);
  const session = await openSession(file, messages);
  if (acceptVocabulary) {
    const checked = await session.actions.check(choice);
    if ("problem" in checked) throw ledgerFailure(checked.problem, messages);
    const { proposal: statuses } = checked;
    if (statuses) await session.actions.writeSettings({ statuses }, { today: new Date() });
  }
  const outcome = await session.actions.makeReport(choice, parts === null ? {} : { parts }, { today: new Date() });
  if ("problem" in outcome) throw ledgerFailure(outcome.problem, messages);
  await target.write(await session.save());
  return { outcome, traffic: session.traffic, losses: session.losses };
}

/** The answer of `report --json`. Counts hold every 区分 in the vocabulary's order, and 区分外 only where it occurs; losses likewise. */
export function reportJson({ outcome, traffic, losses }: MadeReport): object {
  const { tally } = outcome;
  const statuses = tally.statuses.map(({ name }) => name);
  const line = (counts: Counts) => ({
    counts: Object.fromEntries([
      ...statuses.map((name, index) => [name, counts.byStatus[index] ?? 0] as const),
      ...(counts.outside > 0 ? [["区分外", counts.outside] as const] : []),
    ]),
    total: counts.total,
    rate: counts.rate,
  });
  return {
    settled: outcome.isSettled,
    sheets: outcome.sheets,
    tally: {
      statuses,
      fields: tally.fields.map((field) => ({ name: field.name, ...line(field.counts) })),
      total: line(tally.total),
      relisted: { count: tally.relisted.count, without: line(tally.relisted.without) },
    },
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
export function reportText(
  { outcome, traffic, losses }: MadeReport,
  out: string,
  { commandLine, file }: Messages,
): string {
  const { tally, narrative, sheets, remarks, kept } = outcome;
  const shares = tally.statuses.map(({ name }, index) => {
    const share = tally.total.shares[index];
    const count = String(tally.total.byStatus[index] ?? 0);
    return oneLine(share == null ? `${name} ${count}` : `${name} ${count} (${String(share)}%)`);
  });
  const outside = tally.total.outside > 0 ? [`${commandLine.outside} ${tally.total.outside}`] : [];
  const missing = narrative.paragraphs.filter((paragraph) => paragraph.missing).length;
  const kilobytes = Math.round((traffic.requestBytes + traffic.responseBytes) / 1000);
  return [
    outcome.isSettled ? commandLine.made(oneLine(out), sheets.length) : commandLine.madeProvisionally(oneLine(out)),
    `  ${oneLine(sheets.join("  "))}`,
    `  ${commandLine.total} ${tally.total.total} = ${[...shares, ...outside].join(" / ")}`,
    ...(kept.length > 0 ? [`  ${commandLine.kept(oneLine(kept.join("、")))}`] : []),
    ...losses.map((loss) => `  ${file.losses[loss]}`),
    ...remarks.map((remark) => `  ${oneLine(remark)}`),
    ...(missing > 0 ? [`  ${commandLine.missingText(missing)}`] : []),
    commandLine.unchanged,
    commandLine.lookAt(oneLine(sheets.find((sheet) => sheet.startsWith(SUMMARY_SHEET)) ?? sheets[0] ?? "")),
    `(${commandLine.roundTrips(traffic.roundTrips, kilobytes)})`,
  ].join("\n");
}
