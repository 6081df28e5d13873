import { splitDepartments } from "../ledger/split-departments";
import { DEPARTMENTS_SHEET } from "../ledger/sheet-names";
import { tallyClasses } from "../tally/tally-classes";
import { classSheet, noClassLabel } from "./class-sheet";
import { detailTexts } from "./detail-words";
import { measureEntry } from "./entry-list";
import { columnWord, ledgerText } from "./ledger-cells";
import { NO_PART, type PartPlan } from "./part-plan";
import type { ReportContext } from "./report-context";
import { stateTitle, WORDS } from "./words";

/** 担当課別: department × status, and each department's measures. A measure of several departments stands with each of them. */
export function departmentPart(context: ReportContext): PartPlan {
  const { ledger, tally, settings, asOf } = context;
  const header = ledger.headers.find(({ column }) => column === ledger.columns.department);
  if (header === undefined) return NO_PART;
  const { column } = header;
  const departmentsOf = new Map(
    ledger.measures.map((measure) => [measure, splitDepartments(ledgerText(context, measure, column))]),
  );
  if ([...departmentsOf.values()].every((names) => names.length === 0)) return NO_PART;
  const word = columnWord(header);
  const classes = tallyClasses(ledger.measures, (measure) => departmentsOf.get(measure) ?? [], settings);
  const shared = ledger.measures.filter((measure) => (departmentsOf.get(measure)?.length ?? 0) > 1).length;
  const texts = detailTexts(settings, asOf);
  const title = stateTitle(word, tally.total.total, tally, asOf, settings);
  const noClass = noClassLabel(word);
  const section = {
    heading: "",
    word,
    column,
    key: "department",
    classes,
    noClass,
    overlaps: shared > 0,
    chart: { name: "DepartmentCounts", title: texts.chart(word, tally.total.total) },
    notes: shared > 0 ? [texts.sharedMeasures(word, shared, tally.total.total)] : [],
    list: {
      heading: texts.listByClass(word),
      titles: { name: texts.measureWord(ledger), end: WORDS.statusColumn },
      groups: classes.map(({ name, measures }) => ({
        title: texts.classTitle(name === "" ? noClass : name, measures.length),
        entries: measures.map((measure) => measureEntry(measure)),
      })),
    },
  } as const;
  return { sheets: [classSheet(context, DEPARTMENTS_SHEET, title, [section])], columns: [column] };
}
