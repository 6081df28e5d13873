import { html, nothing, type TemplateResult } from "lit/html.js";
import { areaAddress, columnLetters } from "../cells/cell";
import type { CellEdit, SheetChange } from "../validation/finding";
import { difference, shortened, visibleText } from "./cell-text";
import { agreed, PAGE_SIZE, shownOf, type FixPreview } from "./state";
import { actionButton, count, type ButtonKind, type Piece, type View } from "./view-parts";

/** What is to be written and changed. */
type Plan = Pick<FixPreview, "edits" | "changes">;

/** Characters of a removed text that a preview shows. */
const REMOVED_LENGTH = 60;

/** A button that shows edits, and below it the edits once they are shown. */
export function fixOffer(
  view: View,
  place: string,
  text: string,
  plan: Plan,
  kind: ButtonKind = "ordinary",
): TemplateResult {
  return html`<div class="offer">${previewButton(view, place, text, plan, kind)} ${shownPreview(view, place)}</div>`;
}

/** The preview that is shown at a place. */
export function shownPreview(view: View, place: string): Piece {
  return view.state.preview?.place === place ? previewBox(view) : nothing;
}

/** A button that shows what would be written, or hides it. */
export function previewButton(
  view: View,
  place: string,
  text: string,
  { edits, changes }: Plan,
  kind: ButtonKind,
  label?: string,
): TemplateResult {
  const open = view.state.preview?.place === place;
  return html`<button
    type="button"
    class=${`button ${kind}`}
    id=${`preview-${place}`}
    aria-label=${label ?? nothing}
    aria-expanded=${open ? "true" : "false"}
    aria-disabled=${view.state.running ? "true" : nothing}
    @click=${() => {
      if (open) view.intents.closePreview();
      else view.intents.preview(place, edits, changes);
    }}
  >
    ${text}
  </button>`;
}

/** What is shown before it is written, with the buttons above it, where they are however much there is: every cell before and after, every change of a sheet, and what is copied first. */
export function previewBox(view: View): Piece {
  const { preview } = view.state;
  if (preview === null) return nothing;
  const words = view.messages.pane.check;
  const { edits, changes } = agreed(preview);
  const total = count(edits.length + changes.length);
  const isChosen = preview.place === "proposed";
  const copied = [...new Set(preview.changes.filter(({ kind }) => !kind.startsWith("show")).map(({ sheet }) => sheet))];
  return html`<div class="preview" role="group" aria-labelledby="preview-title">
    <p class="note-title" id="preview-title" tabindex="-1">${words.previewTitle(total)}</p>
    <div class="actions">
      ${actionButton(view, words.apply(total), view.intents.applyPreview, { kind: "primary", id: "apply" })}
      ${actionButton(view, view.messages.pane.close, view.intents.closePreview, { kind: "quiet" })}
    </div>
    <div class="preview-list" tabindex="0" role="group" aria-label=${words.previewList}>
      ${
        preview.edits.length > 0
          ? editList(view, "preview", preview.edits, isChosen ? (edit, index) => tick(view, edit, index) : undefined)
          : nothing
      }
      ${
        preview.changes.length > 0
          ? html`<ul class="edits">
              ${preview.changes.map((change, index) => changeEntry(view, change, isChosen ? preview.edits.length + index : null))}
            </ul>`
          : nothing
      }
    </div>
    <p class="hint">${words.previewHelp}</p>
    ${copied.map((sheet) => html`<p class="hint">${words.copyFirst(sheet)}</p>`)}
  </div>`;
}

/** Edits, cell by cell. */
export function editList(
  view: View,
  list: string,
  edits: readonly CellEdit[],
  before?: (edit: CellEdit, index: number) => Piece,
): TemplateResult {
  const shown = shownOf(view.state.listing, list);
  return html`<ul class="edits">
      ${edits.slice(0, shown).map((edit, index) => editEntry(view, edit, before?.(edit, index) ?? nothing))}
    </ul>
    ${nextPage(view, list, edits.length - shown)}`;
}

function editEntry(view: View, edit: CellEdit, before: Piece): TemplateResult {
  return html`<li>${before} ${cellButton(view, edit.sheet, addressOf(edit))} ${changeOf(view, edit)}</li>`;
}

/** What a cell holds before and after. */
export function changeOf(view: View, edit: Pick<CellEdit, "before" | "after">): TemplateResult {
  const words = view.messages.pane.check;
  const { head, removed, inserted, tail } = difference(String(edit.before), String(edit.after));
  const side = (label: string, changed: TemplateResult | typeof nothing, whole: string) =>
    html`<dt>${label}</dt>
      <dd>${whole === "" ? words.erased : html`${visibleText(head)}${changed}${visibleText(tail)}`}</dd>`;
  return html`<dl class="change">
    ${side(words.before, removed === "" ? nothing : html`<del>${visibleText(removed)}</del>`, String(edit.before))}
    ${side(words.after, inserted === "" ? nothing : html`<ins>${visibleText(inserted)}</ins>`, String(edit.after))}
  </dl>`;
}

function changeEntry(view: View, change: SheetChange, number: number | null): TemplateResult {
  const words = view.messages.pane.check;
  const { kind, sheet, area } = change;
  const address = areaAddress(area);
  const cells = kind === "unmerge" ? change.before.slice(0, 1).map((row) => row.slice(0, 1)) : change.before;
  const held = cells
    .flat()
    .filter((cell) => cell !== "")
    .map(String)
    .join("　");
  return html`<li>
    ${number === null ? nothing : tickBox(view, number, words.takeFix(address))} ${cellButton(view, sheet, address)}
    <p>${words.changes[kind]}</p>
    ${held === "" ? nothing : html`<p class="hint">${words.current}<span class="value">${shortened(visibleText(held), REMOVED_LENGTH)}</span></p>`}
  </li>`;
}

function tick(view: View, edit: CellEdit, index: number): Piece {
  return tickBox(view, index, view.messages.pane.check.takeFix(addressOf(edit)));
}

function tickBox(view: View, number: number, label: string): TemplateResult {
  return html`<input
    type="checkbox"
    aria-label=${label}
    .checked=${view.state.preview?.without.includes(number) !== true}
    @change=${() => {
      view.intents.togglePreview(number);
    }}
  />`;
}

function addressOf({ row, column }: Pick<CellEdit, "row" | "column">): string {
  return columnLetters(column) + String(row + 1);
}

/** A button that goes to a cell, or to a whole sheet. */
export function cellButton(view: View, sheet: string, cell: string): TemplateResult {
  const words = view.messages.pane;
  const place = cell === "" ? words.check.wholeSheet : cell;
  const label = cell === "" ? words.openWholeSheet(sheet) : words.openCell(sheet, cell);
  const press = () => {
    view.intents.select(sheet, cell === "" ? "A1" : cell);
  };
  return actionButton(view, place, press, { kind: "quiet", label });
}

/** The button that shows more of a list. */
export function nextPage(view: View, list: string, rest: number): Piece {
  if (rest <= 0) return nothing;
  const next = Math.min(rest, PAGE_SIZE);
  return html`<button
    type="button"
    class="button quiet more"
    @click=${() => {
      view.intents.nextPage(list);
    }}
  >
    ${view.messages.pane.check.moreEntries(count(next), count(rest))}
  </button>`;
}
