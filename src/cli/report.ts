import { resolve } from "node:path";
import type { ReportOutcome, ReportPart } from "../actions/actions";
import type { Messages } from "../messages";
import { WORDS } from "../report/words";
import type { Counts } from "../tally/tally";
import type { Command } from "./options";
import { problemText } from "./problem-text";
import { FileError, openSession, type Session } from "./session";

/** `report`: writes the workbook with the report's sheets added; answers the exit code. @throws FileError, HostError */
export async function runReport(
  { ledger, out, sheet, parts, json }: Extract<Command, { name: "report" }>,
  messages: Messages,
): Promise<number> {
  if (resolve(ledger) === resolve(out)) throw new FileError(messages.commandLine.outIsLedger);
  const made = await makeReportFile(ledger, out, sheet, parts, messages);
  if (made === null) return 2;
  console.log(json ? JSON.stringify(reportJson(made), null, 2) : reportText(made, out, messages));
  return 0;
}

/** A finished report and what went over the wire for it. */
export interface MadeReport {
  readonly outcome: ReportOutcome;
  readonly traffic: Session["traffic"];
}

/** Makes the report file; null where the ledger cannot be read, after saying why. @throws FileError, HostError */
export async function makeReportFile(
  ledger: string,
  out: string,
  sheet: string | undefined,
  parts: readonly ReportPart[],
  messages: Messages,
): Promise<MadeReport | null> {
  const session = await openSession(ledger, messages);
  const outcome = await session.actions.makeReport(
    sheet === undefined ? {} : { sheet },
    { parts },
    { today: new Date() },
  );
  if ("problem" in outcome) {
    console.error(problemText(outcome.problem, messages));
    return null;
  }
  await session.save(out);
  return { outcome, traffic: session.traffic };
}

/** The answer of `report --json`. Counts hold every 区分 in the vocabulary's order, and 区分外 only where it occurs. */
export function reportJson({ outcome, traffic }: MadeReport): object {
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
    sheets: outcome.sheets,
    tally: {
      statuses,
      fields: tally.fields.map((field) => ({ name: field.name, ...line(field.counts) })),
      total: line(tally.total),
      relisted: { count: tally.relisted.count, without: line(tally.relisted.without) },
    },
    narrative: outcome.narrative,
    traffic: {
      roundTrips: traffic.roundTrips,
      requestBytes: traffic.requestBytes,
      responseBytes: traffic.responseBytes,
    },
  };
}

/** What a person at the command line wants to know of a finished report. */
export function reportText({ outcome, traffic }: MadeReport, out: string, { commandLine }: Messages): string {
  const { tally, narrative, sheets, remarks, kept } = outcome;
  const shares = tally.statuses.map(({ name }, index) => {
    const share = tally.total.shares[index];
    const count = String(tally.total.byStatus[index] ?? 0);
    return share == null ? `${name} ${count}` : `${name} ${count} (${String(share)}%)`;
  });
  const outside = tally.total.outside > 0 ? [`${commandLine.outside} ${tally.total.outside}`] : [];
  const missing = narrative.paragraphs.filter((paragraph) => paragraph.missing).length;
  const kilobytes = Math.round((traffic.requestBytes + traffic.responseBytes) / 1000);
  return [
    commandLine.made(out, sheets.length),
    `  ${sheets.join("  ")}`,
    `  ${commandLine.total} ${tally.total.total} = ${[...shares, ...outside].join(" / ")}`,
    ...(kept.length > 0 ? [`  ${commandLine.kept(kept.join("、"))}`] : []),
    ...remarks.map((remark) => `  ${remark}`),
    ...(missing > 0 ? [`  ${commandLine.missingText(missing)}`] : []),
    commandLine.unchanged,
    commandLine.lookAt(sheets.find((sheet) => sheet.startsWith(WORDS.summarySheet)) ?? sheets[0] ?? ""),
    `(${commandLine.roundTrips(traffic.roundTrips, kilobytes)})`,
  ].join("\n");
}
