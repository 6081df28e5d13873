import type { Comparison } from "../../compare/comparison";
import type { Ledger } from "../../ledger/ledger";
import type { FieldProfile, PlanProfile, Settings } from "../../ledger/settings";
import type { Narrative } from "../../narrative/narrative";
import { writeNarrative } from "../../narrative/write-narrative";
import type { Tally } from "../../tally/tally";
import { tallyLedger } from "../../tally/tally-ledger";
import { asOfText, isInterim } from "../as-of";
import { chapterTitle, planName, withDigits, type BookletSource } from "../booklet/booklet";
import { BOOKLET_PARTS, type BookletPart } from "../booklet/parts";
import { ANNEX_TITLE, REPORT_TITLE } from "../booklet/words";
import { shownChange } from "../comparison/shown-change";
import { REPORT_PARTS, type ReportPart } from "../parts";
import { figureMention, PROVISIONAL_HEADER, statusLegend } from "../words";
import { heading, paragraph, type Block, type Chapter, type ReportDocument } from "./blocks";
import { evaluationBlocks } from "./evaluation";
import { fieldBlocks } from "./field";
import { FigureNumbers, shareBlocks, summaryBlocks } from "./figures";
import { colophonFrame, coverFrame } from "./frame";
import { goalsBlocks } from "./goals";
import { measuresBlocks } from "./measures";
import { outlineBlocks } from "./outline";
import { summaryHeading } from "./words";

/** What a document is made from. */
export interface DocumentInput {
  readonly ledger: Ledger;
  readonly settings: Settings;
  readonly fields: readonly FieldProfile[];
  readonly plan: PlanProfile;
  /** As for the report's sheets: with the booklet the others are its annex. All of them where absent. */
  readonly parts?: readonly ReportPart[];
  /** The chapters of the booklet, cover, contents and colophon; all of them where absent. */
  readonly chapters?: readonly BookletPart[];
  /** The ledger beside those of earlier years, for the evaluation. */
  readonly comparison?: Comparison;
  /** The day the report is made. */
  readonly today: Date;
  /** True where the vocabulary is only a proposal: every page says so. */
  readonly isProvisional?: boolean;
}

/** A document and the figures it was made from. */
export interface PlannedDocument {
  readonly document: ReportDocument;
  readonly tally: Tally;
  readonly narrative: Narrative;
  readonly asOf: string;
}

const CHAPTERS = ["outline", "goals", "measures", "evaluation"] as const;

/** Makes the report as a document, from the same tally, narrative and words as its sheets. */
export function planDocument(input: DocumentInput): PlannedDocument {
  const { ledger, settings, fields, plan } = input;
  const tally = tallyLedger(ledger, settings, fields, isInterim(plan, ledger));
  const parts = input.parts ?? REPORT_PARTS;
  const narrative = writeNarrative(tally, settings, plan, shownChange(input.comparison, new Set(parts)));
  const asOf = asOfText(plan, ledger, input.today);
  const source: BookletSource = { tally, settings, fields, plan, asOf };
  const isBooklet = parts.includes("booklet");
  const has = (part: BookletPart): boolean => isBooklet && (input.chapters ?? BOOKLET_PARTS).includes(part);
  const kinds = CHAPTERS.filter(
    (kind) => has(kind) || (kind === "evaluation" && !isBooklet && parts.includes("narrative")),
  );
  const numbers = new FigureNumbers(settings);
  const chapters = kinds.map((kind, at): Chapter => ({
    id: kind,
    title: chapterTitle(kind, { number: at + 1, sheet: "", firstPage: 1 }, source),
    blocks: chapterBlocks(kind, source, narrative, numbers),
  }));
  const annex =
    isBooklet && !has("annex") ? [] : annexBlocks(source, ledger, parts, kinds.includes("evaluation"), numbers);
  if (annex.length > 0) chapters.push({ id: "annex", title: ANNEX_TITLE, blocks: annex });
  return {
    document: {
      title: `${planName(plan)}　${REPORT_TITLE}`,
      municipality: plan.municipality,
      author: plan.author,
      asOf,
      notice: input.isProvisional === true ? PROVISIONAL_HEADER : "",
      cover: has("cover") ? coverFrame(source) : null,
      hasContents: has("contents"),
      chapters,
      colophon: has("colophon") ? colophonFrame(source) : null,
    },
    tally,
    narrative,
    asOf,
  };
}

function chapterBlocks(
  kind: (typeof CHAPTERS)[number],
  source: BookletSource,
  narrative: Narrative,
  numbers: FigureNumbers,
): readonly Block[] {
  switch (kind) {
    case "outline":
      return outlineBlocks(source);
    case "goals":
      return goalsBlocks(source);
    case "measures":
      return measuresBlocks(source);
    case "evaluation": {
      const figures = summaryBlocks(source, numbers);
      const number = withDigits("1", source.settings);
      const chart = figures.some((block) => block.kind === "chart") ? number : null;
      const mention = figureMention(source.tally, number, chart);
      const { before, after } = evaluationBlocks(narrative, source.tally, mention);
      return [...before, ...figures, ...after];
    }
  }
}

/** 資料: shares and the whole, the counts too where no chapter has them, then field by field. */
function annexBlocks(
  source: BookletSource,
  ledger: Ledger,
  parts: readonly ReportPart[],
  hasCounts: boolean,
  numbers: FigureNumbers,
): Block[] {
  const { tally } = source;
  const blocks: Block[] = [];
  if (parts.includes("summary")) {
    blocks.push(heading(2, summaryHeading(tally.fieldWord, tally.wording.state)));
    if (!hasCounts)
      blocks.push(...summaryBlocks(source, numbers), ...statusLegend(tally.statuses).map((text) => paragraph(text)));
    blocks.push(...shareBlocks(source, numbers));
  }
  if (parts.includes("fields")) {
    const measureWord = ledger.levels[ledger.levels.length - 1]?.name ?? "";
    tally.fields.forEach(({ measures }, index) => {
      if (measures.length > 0) blocks.push(...fieldBlocks({ ...source, measureWord }, index, numbers));
    });
  }
  return blocks;
}
