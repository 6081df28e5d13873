import type { DataTable } from "./table";

/** A CSV file of a publication. */
export interface DataResource {
  /** Lower-case letters. */
  readonly name: string;
  readonly path: string;
  readonly title: string;
  readonly encoding: "utf-8" | "cp932";
  readonly bytes: number;
  readonly table: DataTable;
}

/** What a publication is, as far as a later one has to know it. */
export interface PublicationFacts {
  readonly title: string;
  /** When the figures are of. */
  readonly asOf: string;
  /** YYYY-MM-DD. */
  readonly created: string;
}

/** The description of the data beside it: Data Package, version 1, with our own property `asOf`. */
export function dataPackage(facts: PublicationFacts, publisher: string, resources: readonly DataResource[]): string {
  const description = {
    profile: "tabular-data-package",
    name: "measure-ledger-report",
    title: facts.title,
    created: `${facts.created}T00:00:00+09:00`,
    asOf: facts.asOf,
    ...(publisher === "" ? {} : { contributors: [{ title: publisher, role: "publisher" }] }),
    resources: resources.map(({ name, path, title, encoding, bytes, table }) => ({
      profile: "tabular-data-resource",
      name,
      path,
      title,
      format: "csv",
      mediatype: "text/csv",
      encoding,
      bytes,
      dialect: { delimiter: ",", lineTerminator: "\r\n", quoteChar: '"', doubleQuote: true, header: true },
      schema: {
        fields: table.columns.map((column) => ({
          name: column.title,
          type: column.type,
          ...(column.description === "" ? {} : { description: column.description }),
        })),
        missingValues: [""],
      },
    })),
  };
  return `${JSON.stringify(description, null, 2)}\n`;
}

/** What a description of ours says; null for any other text. */
export function readDataPackage(
  text: string,
): (PublicationFacts & { readonly encodings: Readonly<Record<string, string>> }) | null {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(read) || read.name !== "measure-ledger-report") return null;
  const { title, asOf, created, resources } = read;
  if (typeof title !== "string" || typeof asOf !== "string" || typeof created !== "string") return null;
  const encodings: Record<string, string> = {};
  for (const one of Array.isArray(resources) ? (resources as unknown[]) : []) {
    if (isRecord(one) && typeof one.path === "string" && typeof one.encoding === "string") {
      encodings[one.path] = one.encoding;
    }
  }
  return { title, asOf, created: created.slice(0, 10), encodings };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
