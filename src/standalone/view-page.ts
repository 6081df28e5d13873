import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Messages } from "../messages";
import { about, type Piece } from "../taskpane/view-parts";

/** What the page says beside the pane. */
export interface PageNote {
  readonly kind: "progress" | "done" | "failure";
  readonly text: string;
}

/** What the user can do with the page itself. */
export interface PageIntents {
  readonly chooseFile: () => void;
  readonly startEmpty: () => void;
  readonly save: () => void;
}

/** The page before a workbook is open. */
export function start(
  messages: Messages,
  note: PageNote | null,
  intents: PageIntents,
  hasGuide: boolean,
): TemplateResult {
  const words = messages.standalone;
  return html`<div class="start">
    <h1>${messages.pane.title}</h1>
    <p>${words.intro}</p>
    <div class="actions">
      <button type="button" class="button primary" id="choose" @click=${intents.chooseFile}>${words.choose}</button>
      <p class="hint">${words.drop}</p>
    </div>
    ${said(note)}
    <p class="hint">${words.promise}</p>
    <button type="button" class="button quiet" id="empty" @click=${intents.startEmpty}>${words.empty}</button>
    ${about({ messages, hasGuide })}
  </div>`;
}

/** What the bar over the pane and the sheet shows. */
export interface ToolbarState {
  readonly file: string;
  readonly note: PageNote | null;
  readonly busy: boolean;
  readonly unsaved: boolean;
}

/** The bar over the pane and the sheet: which workbook, saving it, and opening another one. */
export function toolbar(messages: Messages, state: ToolbarState, intents: PageIntents): TemplateResult {
  const words = messages.standalone;
  const { file, note, busy, unsaved } = state;
  const button = (id: string, kind: string, text: string, press: () => void) =>
    html`<button
      type="button"
      class=${`button ${kind}`}
      id=${id}
      aria-disabled=${busy ? "true" : nothing}
      @click=${press}
    >
      ${text}
    </button>`;
  return html`<p class="file">${file}</p>
    ${said(note)} ${button("other", "quiet", words.other, intents.chooseFile)}
    ${button("save", unsaved ? "primary" : "ordinary", words.save, intents.save)}`;
}

/** A live region of its own, so that what is said later is announced. */
function said(note: PageNote | null): Piece {
  return html`<div id="page-note" data-kind=${note?.kind ?? nothing}>
    <p role="status">${note && note.kind !== "failure" ? note.text : ""}</p>
    ${note?.kind === "failure" ? html`<p role="alert" class="note" data-kind="failure">${note.text}</p>` : nothing}
  </div>`;
}
