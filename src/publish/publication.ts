import { strToU8 as utf8 } from "fflate";
import type { Ledger } from "../ledger/ledger";
import type { Settings } from "../ledger/settings";
import type { ReportDocument } from "../report/document/blocks";
import type { Tally } from "../tally/tally";
import { dataPackage, type DataResource, type PublicationFacts } from "./csv/data-package";
import { dataCsv, type DataTable } from "./csv/table";
import { countsTable, measuresTable } from "./csv/tables";
import { corrections, errataChapter, errataTable, type Correction, type EarlierTables } from "./errata";
import { writeHtml, type PageLink } from "./html/write-html";
import { FILE_NAMES } from "./words";

/** Names of the files of a publication. */
export const PUBLISHED = {
  page: "index.html",
  document: "report.docx",
  measures: "measures.csv",
  counts: "counts.csv",
  errata: "errata.csv",
  description: "datapackage.json",
} as const;

/** What is published, from one tally. */
export interface PublicationInput {
  readonly document: ReportDocument;
  readonly ledger: Ledger;
  readonly settings: Settings;
  readonly tally: Tally;
  /** Name of the workbook's file that stands beside. */
  readonly workbook: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  /** A publication of the same plan and time that is there already. */
  readonly earlier: EarlierTables | null;
  /** True where a 正誤表 of another publication stands in the way: it becomes one without a correction. */
  readonly replacesErrata: boolean;
  readonly encoding: "utf-8" | "cp932";
  readonly encode: (text: string) => Uint8Array;
}

/** A file of a publication. */
export interface PublishedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A publication but for its workbook; the document, which now has 正誤表 where something was corrected. */
export interface Publication {
  readonly files: readonly PublishedFile[];
  readonly document: ReportDocument;
  /** All that was ever corrected, and how much of it now. */
  readonly corrections: readonly Correction[];
  readonly corrected: number;
}

/** Makes the page and the open data, and 正誤表 where an earlier publication said something else. */
export function makePublication(input: PublicationInput): Publication {
  const { ledger, settings, tally, workbook, day, earlier, encoding, encode } = input;
  const measures = measuresTable(ledger, settings);
  const counts = countsTable(tally, settings);
  const list = earlier === null ? [] : corrections(earlier, measures, counts, day);
  const resource = (name: keyof typeof FILE_NAMES & keyof typeof PUBLISHED, table: DataTable) => {
    const bytes = encode(dataCsv(table));
    const about: DataResource = {
      name,
      path: PUBLISHED[name],
      title: FILE_NAMES[name],
      encoding,
      bytes: bytes.length,
      table,
    };
    return { about, file: { name: PUBLISHED[name], bytes } };
  };
  const data = [
    resource("measures", measures),
    resource("counts", counts),
    ...(list.length > 0 ? [resource("errata", errataTable(list))] : []),
  ];
  const document =
    list.length === 0
      ? input.document
      : { ...input.document, chapters: [...input.document.chapters, errataChapter(list)] };
  const facts: PublicationFacts = { title: document.title, asOf: document.asOf, created: day };
  const links: PageLink[] = [
    { file: PUBLISHED.document, name: FILE_NAMES.document },
    { file: workbook, name: FILE_NAMES.workbook },
    ...data.map(({ about: { path, title } }) => ({ file: path, name: title })),
    { file: PUBLISHED.description, name: FILE_NAMES.description },
  ];
  return {
    files: [
      { name: PUBLISHED.page, bytes: utf8(writeHtml(document, links)) },
      ...data.map(({ file }) => file),
      ...(list.length === 0 && input.replacesErrata ? [resource("errata", errataTable([])).file] : []),
      {
        name: PUBLISHED.description,
        bytes: utf8(
          dataPackage(
            facts,
            document.municipality,
            data.map(({ about }) => about),
          ),
        ),
      },
    ],
    document,
    corrections: list,
    corrected: list.length - Math.max(0, (earlier?.errata.length ?? 0) - 1),
  };
}
