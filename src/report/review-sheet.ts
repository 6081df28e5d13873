import type { ColumnReading, Ledger, Measure } from "../ledger/ledger";
import { matchKey } from "../ledger/match-key";
import { statusIndexOf, statusRecogniser, type StatusRecogniser } from "../ledger/recognise-status";
import { REVIEWS_SHEET } from "../ledger/sheet-names";
import { tallyClasses, type ClassTally } from "../tally/tally-classes";
import { classSheet, noClassLabel, type ClassSection } from "./class-sheet";
import { detailTexts } from "./detail-words";
import { measureEntry } from "./entry-list";
import { columnWord, filledColumns, ledgerText } from "./ledger-cells";
import { NO_PART, type PartPlan } from "./part-plan";
import type { ReportContext } from "./report-context";
import { WORDS } from "./words";

/**
 * 評価の比較: the status that counts beside every other evaluation, of another stage or another year, as a table of both and as
 * the list of the measures that they judge differently. Evaluations in words of another scale are only set beside each other.
 */
export function reviewPart(context: ReportContext): PartPlan {
  const { ledger, tally, settings, asOf } = context;
  const others = filledColumns(context, otherEvaluations(ledger));
  if (others.length === 0) return NO_PART;
  const texts = detailTexts(settings, asOf);
  const recognise = statusRecogniser(settings.statuses);
  const counted = ledger.headers.find(({ column }) => column === ledger.columns.status);
  const own = counted === undefined ? WORDS.statusColumn : columnWord(counted);
  const sections = others.map((header): ClassSection => {
    const word = columnWord(header);
    const textOf = (measure: Measure): string => ledgerText(context, measure, header.column);
    const shared = sharesScale(ledger.measures.map(textOf), recognise);
    const differing = ledger.measures.filter((measure) => isDifferent(textOf(measure), measure, recognise));
    return {
      heading: texts.comparison(word, own),
      word,
      column: header.column,
      key: "review",
      classes: inOrder(
        tallyClasses(ledger.measures, (measure) => [textOf(measure)].filter((text) => text !== ""), settings),
        recognise,
      ),
      noClass: noClassLabel(word),
      overlaps: false,
      chart: null,
      notes: [
        shared ? (differing.length === 0 ? texts.noDifference(word, own) : "") : texts.otherScale(word, own),
      ].filter((note) => note !== ""),
      list:
        !shared || differing.length === 0
          ? null
          : {
              heading: texts.differences(word, own, differing.length),
              titles: { name: texts.measureWord(ledger), end: texts.comparedColumn },
              groups: [
                {
                  title: "",
                  entries: differing.map((measure) =>
                    measureEntry(measure, `${textOf(measure)} → ${measure.status.trim()}`),
                  ),
                },
              ],
            },
    };
  });
  const title = texts.comparisons(own, tally.total.total);
  return {
    sheets: [classSheet(context, REVIEWS_SHEET, title, sections)],
    columns: others.map(({ column }) => column),
  };
}

/** Every evaluation beside the one that counts; the columns of marks are one evaluation together. */
function otherEvaluations({ headers, columns, statusMarks }: Ledger): readonly ColumnReading[] {
  return headers.filter(
    ({ key, column }) =>
      (key === "review" || key === "status") &&
      column !== columns.status &&
      statusMarks?.some((mark) => mark.column === column) !== true,
  );
}

/** True where at least half of the different texts are classes of the vocabulary. */
function sharesScale(texts: readonly string[], recognise: StatusRecogniser): boolean {
  const distinct = [...new Set(texts.filter((text) => !isNone(text)))];
  return distinct.filter((text) => statusIndexOf(recognise(text)) >= 0).length * 2 >= distinct.length;
}

const NONE = /^(?:-*|なし|無|未評価|対象外|評価対象外)$/;

/** True where nothing was judged: a blank, a dash, 対象外. */
function isNone(text: string): boolean {
  return NONE.test(matchKey(text));
}

/** The vocabulary's classes in its order, then the others by their letters, and last what is no judgement. */
function inOrder(classes: readonly ClassTally[], recognise: StatusRecogniser): readonly ClassTally[] {
  const rank = ({ name }: ClassTally): number => {
    if (isNone(name)) return name === "" ? Infinity : 1e9;
    const index = statusIndexOf(recognise(name));
    return index < 0 ? 1e6 : index;
  };
  const byLetters = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...classes].sort((a, b) => rank(a) - rank(b) || byLetters(matchKey(a.name), matchKey(b.name)));
}

/** True where both say something and not the same. */
function isDifferent(text: string, { status, statusIndex }: Measure, recognise: StatusRecogniser): boolean {
  if (isNone(text) || isNone(status) || matchKey(text) === matchKey(status)) return false;
  const index = statusIndexOf(recognise(text));
  return index < 0 || index !== statusIndex;
}
