import { DIRECTIONS_SHEET } from "../ledger/sheet-names";
import { tallyClasses } from "../tally/tally-classes";
import { classSheet, noClassLabel, type ClassSection } from "./class-sheet";
import { detailTexts } from "./detail-words";
import { measureEntry } from "./entry-list";
import { columnsOfYear, columnWord, filledColumns, ledgerText } from "./ledger-cells";
import { NO_PART, type PartPlan } from "./part-plan";
import type { ReportContext } from "./report-context";
import { stateTitle, WORDS } from "./words";

/** 今後の方向性: direction × status and each direction's measures, for every column that says one (成果, コスト). */
export function directionPart(context: ReportContext): PartPlan {
  const { ledger, tally, settings, asOf } = context;
  const columns = filledColumns(context, columnsOfYear(ledger, "direction"));
  if (columns.length === 0) return NO_PART;
  const texts = detailTexts(settings, asOf);
  const sections = columns.map((header, at): ClassSection => {
    const word = columnWord(header);
    const noClass = noClassLabel(word);
    const classes = tallyClasses(
      ledger.measures,
      (measure) => [ledgerText(context, measure, header.column)].filter((text) => text !== ""),
      settings,
    );
    return {
      heading: columns.length > 1 ? word : "",
      word,
      column: header.column,
      key: "direction",
      classes,
      noClass,
      overlaps: false,
      chart: { name: `Direction${at + 1}Counts`, title: texts.chart(word, tally.total.total) },
      notes: [],
      list: {
        heading: texts.listByClass(word),
        titles: { name: texts.measureWord(ledger), end: WORDS.statusColumn },
        groups: classes.map(({ name, measures }) => ({
          title: texts.classTitle(name === "" ? noClass : name, measures.length),
          entries: measures.map((measure) => measureEntry(measure)),
        })),
      },
    };
  });
  const word = columns.length === 1 ? columnWord(columns[0]!) : "今後の方向性";
  const title = stateTitle(word, tally.total.total, tally, asOf, settings);
  return {
    sheets: [classSheet(context, DIRECTIONS_SHEET, title, sections)],
    columns: columns.map(({ column }) => column),
  };
}
