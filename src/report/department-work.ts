import { CHECK_SHEET } from "../ledger/sheet-names";
import { splitDepartments } from "../ledger/split-departments";
import type { PlanProfile } from "../ledger/settings";
import type { Finding } from "../validation/finding";
import type { RuleWords } from "../validation/rule";
import { checkSheet } from "./check-sheet";
import { CHECK_WORDS } from "./check-words";
import type { SheetPlan } from "./plan";
import { validSheetName } from "./sheet-names";

/** One 検査結果 for each department with what it has to do, in the order in which they appear; what is nobody's comes last. */
export function departmentWork(
  findings: readonly Finding[],
  ledgerSheet: string,
  plan: PlanProfile,
  today: Date,
  words: RuleWords,
  departmentOf: (finding: Finding) => string,
): SheetPlan[] {
  const work = new Map<string, Finding[]>();
  const nobodys: Finding[] = [];
  for (const finding of findings) {
    const departments = splitDepartments(departmentOf(finding));
    if (departments.length === 0) nobodys.push(finding);
    for (const department of departments) work.set(department, [...(work.get(department) ?? []), finding]);
  }
  if (nobodys.length > 0) work.set(CHECK_WORDS.noDepartment, nobodys);
  return [...work].map(([department, own]) =>
    checkSheet(own, ledgerSheet, plan, today, words, {
      departmentOf,
      name: validSheetName(CHECK_WORDS.ofDepartment(CHECK_SHEET, department)),
    }),
  );
}
