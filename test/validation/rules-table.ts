import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { messagesFor } from "../../src/messages";
import { RULES } from "../../src/validation/rules";

const BEGIN = "<!-- rules:begin -->";
const END = "<!-- rules:end -->";

/** The rules as a Markdown table, in the registry's order. Written into the README by running this file. */
export function rulesTable(): string {
  const ja = messagesFor("ja").rules;
  const rows = RULES.map(({ id, severity, scope, fix, basis }) => {
    const { title, why } = ja.byRule[id];
    const sources = basis.map((source) => SOURCES[source] ?? `統一ルール ${source}`).join("、");
    return `| \`${id}\` | ${title} | ${ja.severities[severity]} | ${ja.scopes[scope]} | ${ja.fixes[fix]} | ${why} | ${sources} |`;
  });
  return ["| 規則 | 検査項目 | 重さ | 範囲 | 直し方 | なぜ | 根拠 |", "|---|---|---|---|---|---|---|", ...rows].join(
    "\n",
  );
}

/** A table's cells, whatever its columns are padded with. */
export function tableCells(table: string): string[][] {
  return table
    .split("\n")
    .filter((line) => !/^[|\s:-]+$/.test(line))
    .map((line) => line.split("|").map((cell) => cell.trim()));
}

/**
 * The table between the README's markers.
 *
 * @throws Error where a marker is missing: a table that cannot be found must not pass for one that is right.
 */
export function markedTable(readme: string): string {
  return marked(readme).trim();
}

function marked(readme: string): string {
  const begin = readme.indexOf(BEGIN);
  const end = readme.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`README.md has no ${BEGIN} … ${END}.`);
  return readme.slice(begin + BEGIN.length, end);
}

const SOURCES: Readonly<Record<string, string>> = {
  administrative: "行政データ規則",
  excel: "Excel の制限",
  plan: "計画の設定",
  product: "集計と照合",
};

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const path = new URL("../../README.md", import.meta.url);
  const readme = readFileSync(path, "utf8");
  writeFileSync(
    path,
    readme.replace(BEGIN + marked(readme) + END, () => `${BEGIN}\n\n${rulesTable()}\n\n${END}`),
  );
}
