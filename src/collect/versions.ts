import { matchKey } from "../ledger/match-key";
import type { ReceivedLedger } from "./received";
import { VERSION_MARK } from "./section";

/** Which of two versions of a section's ledger is the newer one, and what says so; null where nothing does. */
export function newerOf(
  one: ReceivedLedger,
  other: ReceivedLedger,
): { readonly newer: ReceivedLedger; readonly by: "form" | "name" | "time" } | null {
  const judged = (difference: number, by: "form" | "name" | "time") =>
    difference === 0 ? null : { newer: difference > 0 ? one : other, by };
  return (
    judged((one.form?.version ?? 0) - (other.form?.version ?? 0), "form") ??
    judged(compareRanks(versionRank(one.file), versionRank(other.file)), "name") ??
    judged(one.modified - other.modified, "time")
  );
}

/** What the marks in a file's name say: the date in it, how final it is, its number. */
function versionRank(file: string): readonly number[] {
  const name = (file.split("/").pop() ?? file).replace(/\.[^.]+$/, "").normalize("NFKC");
  let date = 0;
  let grade = 0;
  let number = 0;
  for (const [mark] of name.matchAll(VERSION_MARK)) {
    const digits = Number((/\d+/.exec(mark) ?? ["0"])[0]);
    if (/^\D?(?:20\d{6}|\d{8})\D?$/.test(mark)) date = Math.max(date, digits);
    else if (/最終|確定/.test(mark)) grade = Math.max(grade, 2);
    else if (/修正|訂正|再提出|差|改/.test(mark)) grade = Math.max(grade, 1);
    if (digits < 1_000) number = Math.max(number, digits);
  }
  return [date, grade, number];
}

function compareRanks(one: readonly number[], other: readonly number[]): number {
  for (const [at, rank] of one.entries()) {
    const difference = rank - (other[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether two ledgers of one section are the same rows: at least half of the shorter one's names are in the other. */
export function areVersions(one: ReceivedLedger, other: ReceivedLedger): boolean {
  const [short, long] = [namesOf(one), namesOf(other)].sort((a, b) => a.size - b.size) as [Set<string>, Set<string>];
  let shared = 0;
  for (const name of short) if (long.has(name)) shared++;
  return shared * 2 >= short.size;
}

function namesOf({ ledger }: ReceivedLedger): Set<string> {
  return new Set(ledger.measures.map(({ name }) => matchKey(name)));
}
