import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { messagesFor } from "../../src/messages";
import { RULES } from "../../src/validation/rules";

/** The page of the handbook that has the table. */
export const RULES_PAGE = new URL("../../assets/guide/rules.html", import.meta.url);

const BEGIN = "<!-- rules:begin -->";
const END = "<!-- rules:end -->";

/** The rules as an HTML table, in the registry's order. Written into the handbook by running this file. */
export function rulesTable(): string {
  const ja = messagesFor("ja").rules;
  const heads = ["検査項目", "重さ", "範囲", "直し方", "なぜ", "根拠", "規則"];
  const rows = RULES.map(({ id, severity, scope, fix, basis }) => {
    const { title, why } = ja.byRule[id];
    const sources = basis.map((source) => SOURCES[source] ?? `統一ルール ${source}`).join("、");
    return [title, ja.severities[severity], ja.scopes[scope], ja.fixes[fix], why, sources, id];
  });
  const row = (cells: readonly string[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join("")}</tr>`;
  return [
    "<!-- prettier-ignore -->",
    "<table>",
    `<thead>${row(heads, "th")}</thead>`,
    "<tbody>",
    ...rows.map((cells) => row(cells, "td")),
    "</tbody>",
    "</table>",
  ].join("\n");
}

/** A table's cells, row by row. */
export function tableCells(table: string): string[][] {
  return [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) =>
    [...row!.matchAll(/<(t[hd])>(.*?)<\/\1>/gs)].map(([, , cell]) => cell!.trim()),
  );
}

/**
 * The table between the page's markers.
 *
 * @throws Error where a marker is missing: a table that cannot be found must not pass for one that is right.
 */
export function markedTable(page: string): string {
  return marked(page).trim();
}

function marked(page: string): string {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`rules.html has no ${BEGIN} … ${END}.`);
  return page.slice(begin + BEGIN.length, end);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

const SOURCES: Readonly<Record<string, string>> = {
  administrative: "行政データ規則",
  excel: "Excel の制限",
  plan: "計画の設定",
  product: "集計と照合",
};

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const page = readFileSync(RULES_PAGE, "utf8");
  writeFileSync(
    RULES_PAGE,
    page.replace(BEGIN + marked(page) + END, () => `${BEGIN}\n${rulesTable()}\n${END}`),
  );
}
