import { matchKey } from "../ledger/match-key";
import { splitDepartments } from "../ledger/split-departments";
import type { ReceivedLedger, RosterEntry } from "./received";

/** Says which section something came from. */
export interface SectionNamer {
  /** Of a ledger: its form, the roster, its 担当課, its sheet, its file, whichever says it first. */
  ofLedger(received: ReceivedLedger): string;
  /** Of a file that could not be read; "" where its name says none of the roster. */
  ofFile(file: string): string;
}

/** What a section's name ends in. */
const SECTION = /(?:課|室|局|部|係|班|所|署|館|センター|事務局|委員会|支所)$/;

/** Names sections after a roster as far as it knows them; may be empty. */
export function sectionNamer(roster: readonly RosterEntry[]): SectionNamer {
  const names = roster
    .flatMap(({ section, aliases }) => [section, ...aliases].map((name) => ({ section, key: matchKey(name) })))
    .filter(({ key }) => key !== "")
    // 「子育て支援課」 before 「支援課」.
    .sort((a, b) => b.key.length - a.key.length);
  const known = (text: string): string => {
    const key = matchKey(text);
    return names.find((name) => key.includes(name.key))?.section ?? "";
  };
  const ofFile = (file: string): string =>
    known(file.split("/").pop() ?? "") ||
    file
      .split("/")
      .reverse()
      .map(known)
      .find((name) => name !== "") ||
    "";
  return {
    ofFile,
    ofLedger: (received) => {
      const { file, sheet, form, ledgersInFile } = received;
      if (form !== null) return known(form.section) || form.section;
      const department = onlyDepartment(received);
      const ownSheet = ledgersInFile > 1 ? sheet : "";
      return (
        known(ownSheet) ||
        (ownSheet === "" ? ofFile(file) || known(sheet) : "") ||
        known(department) ||
        department ||
        (SECTION.test(sheet.trim()) ? sheet.trim() : ownSheet) ||
        sectionInName(file)
      );
    },
  };
}

/** The department that every row names; "" where they differ. */
function onlyDepartment({ ledger }: ReceivedLedger): string {
  const departments = new Map<string, string>();
  for (const { department } of ledger.measures) {
    for (const one of splitDepartments(department)) departments.set(matchKey(one), one);
    if (departments.size > 1) return "";
  }
  return [...departments.values()][0] ?? "";
}

/** What the name of a file says beside numbers, dates and marks of versions: 「03_福祉課（修正2）.xlsx」 → 「福祉課」. */
export function sectionInName(file: string): string {
  const base = withoutVersion(file);
  const parts = base.split(/[_＿\-－ 　()（）【】［］[\]]+/).filter((part) => part !== "");
  return parts.filter((part) => SECTION.test(part)).pop() ?? (base === "" ? file : base);
}

/** A file's name without folder, ending and what says which version it is. */
export function withoutVersion(file: string): string {
  const name = (file.split("/").pop() ?? file).replace(/\.[^.]+$/, "").normalize("NFKC");
  return name
    .replace(VERSION_MARK, " ")
    .replace(/^[\s\d_.-]+|[\s_.-]+$/g, "")
    .trim();
}

/** Marks of versions in names: dates, 修正2, 再提出, 最終, (2), v3, コピー. */
export const VERSION_MARK =
  /[(（【[]?(?:第?\d+(?:回|版)|修正(?:版|後)?\d*|訂正(?:版)?\d*|再提出\d*|差し?替え?\d*|最終(?:版)?\d*|確定(?:版)?|改訂?(?:版)?\d*|ver?\.?\s?\d+(?:\.\d+)*|(?:20\d{2}|[RH]\d{1,2}\.?)[01]\d[0-3]\d|\d{8}|コピー|copy)[)）】\]]?|[(（]\d+[)）]/gi;
