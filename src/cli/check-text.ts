import type { CheckOutcome } from "../actions/actions";
import type { Messages } from "../messages";
import type { Finding } from "../validation/finding";
import type { FindingGroup } from "../validation/finding-groups";
import type { CopyOutcome } from "./change-copy";
import { oneLine } from "./terminal";

/** Findings of one kind that are printed where not all of them are asked for. */
const SHOWN = 5;

/** What a person at the command line wants to know of a check: findings by kind, the first of each in full. */
export function checkText(
  { measures, counts, groups, ...outcome }: CheckOutcome,
  copy: (CopyOutcome & { readonly file: string }) | null,
  all: boolean,
  messages: Messages,
): string {
  const { commandLine } = messages;
  const sheet = oneLine(outcome.sheet);
  const unit = "件";
  const first =
    counts.error > 0
      ? commandLine.blocked(sheet, measures, unit, counts.error)
      : counts.warning > 0
        ? commandLine.submittableWithWarnings(sheet, measures, unit, counts.warning)
        : commandLine.submittable(sheet, measures, unit);
  return [
    ...(copy === null ? [] : copyLines(copy, messages)),
    first,
    ...(outcome.accepted.length > 0 ? [commandLine.accepted(outcome.accepted.length)] : []),
    ...groups.flatMap((group) => groupLines(group, outcome.sheet, all, messages)),
  ].join("\n");
}

function copyLines(
  { file, fixed, skipped, settings, statuses, worded }: CopyOutcome & { readonly file: string },
  messages: Messages,
) {
  const { commandLine } = messages;
  return [
    commandLine.copyMade(oneLine(file)),
    ...(settings === null ? [] : [`  ${commandLine.settingsWritten(oneLine(settings), statuses.map(oneLine))}`]),
    ...(worded.length > 0 ? [`  ${commandLine.worded(worded)}`] : []),
    ...(fixed > 0 || skipped > 0 ? [`  ${commandLine.fixed(fixed, skipped)}`] : []),
  ];
}

function groupLines(group: FindingGroup, ledger: string, all: boolean, { commandLine, rules }: Messages): string[] {
  const { entries, severity, rule } = group;
  const titles = rules.byRule as Readonly<Record<string, { readonly title: string }>>;
  const head = `[${commandLine.severity[severity]}] ${titles[rule]?.title ?? rule}`;
  const shown = all ? entries : entries.slice(0, SHOWN);
  const common = entries.every(({ finding }) => finding.suggestion === entries[0]!.finding.suggestion);
  const place = ({ sheet, cell }: Finding) =>
    cell === "" ? oneLine(sheet) : sheet === ledger ? cell : `${oneLine(sheet)}!${cell}`;
  return [
    entries.length === 1 ? head : `${head} ${commandLine.times(entries.length)}`,
    ...shown.flatMap(({ finding }) => [
      `    ${place(finding)}: ${oneLine(finding.message)}`,
      ...(common || finding.suggestion === "" ? [] : [`      → ${oneLine(finding.suggestion)}`]),
    ]),
    ...(shown.length < entries.length ? [`    ${commandLine.furtherFindings(entries.length - shown.length)}`] : []),
    ...(common && entries[0]!.finding.suggestion !== "" ? [`    → ${oneLine(entries[0]!.finding.suggestion)}`] : []),
  ];
}
