import { textLines } from "../../ledger/text-lines";
import type { Block, ColumnKind, EntryBlock, TableBlock } from "../../report/document/blocks";
import { cellText } from "../cell-text";
import { chartSvg, drawChart } from "../chart/draw-chart";
import { escaped } from "../markup";

/** Width in points that charts are drawn in; the page scales them. */
const CHART_WIDTH = 460;

/** The blocks of a chapter as HTML; `id` is the chapter's, from which those of its headings and charts are made. */
export function blocksHtml(blocks: readonly Block[], id: string): string {
  const parts: string[] = [];
  for (let at = 0; at < blocks.length;) {
    const { kind } = blocks[at]!;
    let end = at + 1;
    if (RUNS.includes(kind)) {
      while (end < blocks.length && belongs(blocks[end]!, blocks[at]!)) end++;
    }
    parts.push(runHtml(blocks.slice(at, end), `${id}-${at}`));
    at = end;
  }
  return parts.join("\n");
}

/** Kinds of which several make one list. */
const RUNS: readonly Block["kind"][] = ["bullet", "label", "entry"];

/** Whether a block goes on in the list of another one; a 大項目 begins a new tree. */
function belongs(block: Block, first: Block): boolean {
  return block.kind === first.kind && !isGroup(block) && !isGroup(first);
}

function isGroup(block: Block): boolean {
  return block.kind === "entry" && block.depth === 0;
}

function runHtml(run: readonly Block[], id: string): string {
  const [first] = run;
  switch (first!.kind) {
    case "heading": {
      const level = first!.level + 1;
      return `<h${level} id="${id}"${classes(first!.mark)}>${escaped(first!.text)}</h${level}>`;
    }
    case "paragraph": {
      const { mark } = first!;
      return textLines(first!.text)
        .map((line) => `<p${classes("text", mark)}>${escaped(line)}</p>`)
        .join("\n");
    }
    case "bullet":
      return `<ul class="text">${run.map((block) => (block.kind === "bullet" ? `<li>${escaped(block.text)}</li>` : "")).join("")}</ul>`;
    case "label":
      return `<dl class="label">${run
        .map((block) =>
          block.kind === "label" ? `<dt>${escaped(block.label)}</dt><dd>${escaped(block.text)}</dd>` : "",
        )
        .join("")}</dl>`;
    case "entry":
      if (isGroup(first!)) return `<h4>${escaped(joined(first!.number, first!.name))}</h4>`;
      return `<ul class="tree">${run.map((block) => (block.kind === "entry" ? entryHtml(block) : "")).join("\n")}</ul>`;
    case "table":
      return tableHtml(first!);
    case "chart": {
      const { chart } = first!;
      return `<figure>${chartSvg(chart, drawChart(chart, CHART_WIDTH), id)}<figcaption>${escaped(chart.title)}</figcaption></figure>`;
    }
  }
}

function entryHtml({ depth, number, name, status, mark }: EntryBlock): string {
  const text = `<span${classes("name", depth === 2 ? "deep" : undefined)}>${escaped(joined(number, name))}</span>`;
  if (status === null) return `<li>${text}</li>`;
  return `<li>${text}<span class="leader"></span><span${classes("status", mark)}>${escaped(status)}</span></li>`;
}

function joined(number: string, name: string): string {
  return number === "" ? name : `${number}　${name}`;
}

function tableHtml({ caption, unit, columns, rows, decimals, notes }: TableBlock): string {
  const label = columns.findIndex(({ kind }) => kind === "label");
  const header = columns
    .map(({ heading, kind }) => `<th scope="col"${classes(isNarrow(kind) ? kind : undefined)}>${escaped(heading)}</th>`)
    .join("");
  const body = rows.map(({ cells, isTotal, marks }) => {
    const written = cells.map((cell, at) => {
      const { kind } = columns[at]!;
      const text = escaped(cellText(cell, kind, decimals)).replaceAll("\n", "<br>");
      if (at === label) return `<th scope="row">${text}</th>`;
      return `<td${classes(kind === "text" ? undefined : kind, marks?.[at])}>${text}</td>`;
    });
    return `<tr${isTotal === true ? ' class="total"' : ""}>${written.join("")}</tr>`;
  });
  const unitHtml = unit === "" ? "" : `<span class="unit">${escaped(unit)}</span>`;
  const notesHtml =
    notes.length === 0 ? "" : `<ul class="notes">${notes.map((note) => `<li>${escaped(note)}</li>`).join("")}</ul>`;
  return `<div class="scroll" role="region" tabindex="0" aria-label="${escaped(caption)}"><table><caption>${unitHtml}${escaped(caption)}</caption><thead><tr>${header}</tr></thead><tbody>\n${body.join("\n")}\n</tbody></table></div>${notesHtml}`;
}

/** Columns that are as wide as their heading, all alike. */
function isNarrow(kind: ColumnKind): boolean {
  return kind === "count" || kind === "rate" || kind === "status";
}

function classes(...names: readonly (string | undefined)[]): string {
  const given = names.filter((name) => name !== undefined);
  return given.length === 0 ? "" : ` class="${given.join(" ")}"`;
}
