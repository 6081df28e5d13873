import { html, nothing, type TemplateResult } from "lit/html.js";
import { areaAddress, columnLetters } from "../cells/cell";
import type { Messages } from "../messages";
import { shortened } from "../taskpane/cell-text";
import { choiceOf, count, type Piece } from "../taskpane/view-parts";
import type { PreviewCell, PreviewWindow } from "./preview-window";

/** Characters of the selected cell that are shown above the sheet. */
const TEXT_LENGTH = 200;
/** CSS pixels of a point. */
const PIXELS = 4 / 3;

/** The sheet in front, to look at: which one, where the selection is and what it shows, and the cells around it. */
export function preview(
  shown: PreviewWindow,
  sheets: readonly string[],
  messages: Messages,
  open: (sheet: string) => void,
): TemplateResult {
  const words = messages.standalone;
  const { area, selection, widths } = shown;
  const place = selection.rows * selection.columns === 1 ? areaAddress(selection) : areaAddress(clipped(shown));
  return html`<div class="preview-head">
      <label class="visually-hidden" for="preview-sheet">${words.sheet}</label>
      ${choiceOf(
        "preview-sheet",
        sheets.map((sheet) => [sheet, sheet]),
        shown.sheet,
        open,
      )}
      <p id="preview-place" role="status"><b>${place}</b> <span>${shortened(shown.selectedText, TEXT_LENGTH)}</span></p>
    </div>
    <div class="preview-cells" tabindex="0" role="region" aria-label=${words.preview}>
      <table>
        <caption class="visually-hidden">
          ${shown.sheet}
        </caption>
        <colgroup>
          <col class="row-number" />
          ${widths.map((points) => html`<col .style=${`width: ${Math.round(points * PIXELS)}px`} />`)}
        </colgroup>
        <thead>
          <tr>
            <td></td>
            ${widths.map((_, c) => columnHeader(area.column + c, shown))}
          </tr>
        </thead>
        <tbody>
          ${shown.cells.map((cells, r) => row(area.row + r, cells, shown))}
        </tbody>
      </table>
    </div>
    ${notes(shown, messages)}`;
}

/** Selected whole rows and columns end where the preview does. */
function clipped({ selection, area }: PreviewWindow): PreviewWindow["selection"] {
  return {
    ...selection,
    rows: Math.min(selection.rows, area.row + area.rows - selection.row),
    columns: Math.min(selection.columns, area.column + area.columns - selection.column),
  };
}

function columnHeader(column: number, { selection }: PreviewWindow): TemplateResult {
  const chosen = column >= selection.column && column < selection.column + selection.columns;
  return html`<th scope="col" ?data-chosen=${chosen}>${columnLetters(column)}</th>`;
}

function row(index: number, cells: readonly PreviewCell[], { selection }: PreviewWindow): TemplateResult {
  const chosen = index >= selection.row && index < selection.row + selection.rows;
  return html`<tr>
    <th scope="row" ?data-chosen=${chosen}>${index + 1}</th>
    ${cells.map((each) => cell(each))}
  </tr>`;
}

function cell({ text, columns, rows, selected, align, bold, flow, fill, color }: PreviewCell): TemplateResult {
  // Set as a property, because the page's policy forbids style attributes.
  const look = fill === "" ? "" : `background: ${fill}; color: ${color}`;
  return html`<td
    colspan=${columns === 1 ? nothing : columns}
    rowspan=${rows === 1 ? nothing : rows}
    aria-current=${selected ? "true" : nothing}
    data-align=${align}
    ?data-bold=${bold}
    data-flow=${flow}
    .style=${look}
  >
    <div>${text}</div>
  </td>`;
}

function notes({ area, totalRows, totalColumns, hasCharts }: PreviewWindow, messages: Messages): Piece {
  const words = messages.standalone;
  const rows = area.rows < totalRows;
  const columns = area.columns < totalColumns;
  if (!rows && !columns && !hasCharts) return nothing;
  const letters = [columnLetters(area.column), columnLetters(area.column + area.columns - 1)] as const;
  return html`<div class="preview-notes hint">
    ${rows ? html`<p>${words.rows(count(area.row + 1), count(area.row + area.rows), count(totalRows))}</p>` : nothing}
    ${columns ? html`<p>${words.columns(...letters, count(totalColumns))}</p>` : nothing}
    ${hasCharts ? html`<p>${words.charts}</p>` : nothing}
  </div>`;
}
